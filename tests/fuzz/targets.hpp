// Every reader of bytes from outside, with what must hold whatever the bytes are. A fault is a crash, a sanitizer's report or a failed
// `must`. The same targets run briefly in the tests and for long under libFuzzer (tools/fuzz).
#pragma once

#include <span>
#include <string_view>

namespace waymark::fuzz {

struct Target {
    std::string_view name;              // also the folder of its corpus
    void (*run)(std::string_view bytes);
    std::span<const std::string_view> words;  // of the format, to make inputs from
};

[[nodiscard]] std::span<const Target> targets();

/// Thrown, and so noticed by both runners, when what must hold does not.
struct Broken {
    std::string_view what;
};
inline void must(bool holds, std::string_view what)
{
    if (!holds) throw Broken{what};
}

}  // namespace waymark::fuzz
