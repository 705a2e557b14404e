// SHA-256 in hexadecimal: the name of a document's bytes, and a link of the event trail.
#pragma once

#include <string>
#include <string_view>

namespace waymark {

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace waymark
