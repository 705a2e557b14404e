// A file from the operator's disk, whole, unpacked when it is gzipped.
#pragma once

#include <string>

#include "foundation/result.hpp"

namespace waymark::directory {

/// Fails `file.unreadable`, `file.zip` (an archive, whatever its name says), `file.too_large`, `file.damaged`.
[[nodiscard]] Result<std::string> file_bytes(const std::string& path);

}  // namespace waymark::directory
