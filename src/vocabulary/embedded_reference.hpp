// The files of reference/ as the build put them into the binary (tools/embed_reference).
#pragma once

#include <span>
#include <string_view>

namespace waymark {

struct EmbeddedReference {
    std::string_view name;  // "law_2026"
    std::string_view json;
};

[[nodiscard]] std::span<const EmbeddedReference> embedded_references();

}  // namespace waymark
