// Pictures without what a camera or a program wrote into them: where and when they were taken, with what, by whom.
#pragma once

#include <string>
#include <string_view>

#include "foundation/result.hpp"
#include "platform/documents/file_type.hpp"

namespace waymark::documents {

/// The picture with the parts that are needed to show it and none besides: no place, time, device, author, comment, preview or second
/// picture behind its end. Which way is up stays, so that a photograph from a phone is not shown on its side. The picture itself is
/// neither read nor changed.
/// Fails `document.broken_picture` (cut off, or not what its first bytes say); `field` is the form field to point at.
[[nodiscard]] Result<std::string> without_metadata(std::string_view bytes, FileType type, std::string_view field = "file");

}  // namespace waymark::documents
