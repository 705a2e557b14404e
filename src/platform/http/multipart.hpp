// Forms with files: multipart/form-data (RFC 7578), as browsers send it.
#pragma once

#include <string_view>

#include "foundation/form.hpp"

namespace waymark {

/// Reads a whole body. What cannot be read gives an empty form with the problem `form.unreadable`; an empty file
/// box, which browsers send as a file without name and bytes, is left out.
[[nodiscard]] Form read_multipart(std::string_view content_type, std::string_view body);

}  // namespace waymark
