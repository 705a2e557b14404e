// One program for libFuzzer; WAYMARK_FUZZ_TARGET names which reader it feeds. Built by tools/fuzz, not part of the tests.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "fuzz/targets.hpp"

namespace {

const waymark::fuzz::Target& chosen()
{
    const char* name = std::getenv("WAYMARK_FUZZ_TARGET");
    for (const auto& target : waymark::fuzz::targets())
        if (name != nullptr && target.name == name) return target;
    std::fprintf(stderr, "WAYMARK_FUZZ_TARGET must be one of:");
    for (const auto& target : waymark::fuzz::targets()) std::fprintf(stderr, " %.*s", static_cast<int>(target.name.size()), target.name.data());
    std::fprintf(stderr, "\n");
    std::exit(2);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto& target = chosen();
    try {
        target.run({reinterpret_cast<const char*>(data), size});
    } catch (const waymark::fuzz::Broken& broken) {
        std::fprintf(stderr, "must hold: %.*s\n", static_cast<int>(broken.what.size()), broken.what.data());
        std::abort();
    }
    return 0;
}
