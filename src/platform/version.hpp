// The version of this program, as CMakeLists.txt says it (a test holds the two against each other).
#pragma once

#include <string_view>

namespace waymark {

inline constexpr std::string_view program_version = "0.1.0";

}  // namespace waymark
