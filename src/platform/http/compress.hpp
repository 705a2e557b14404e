// Smaller answers for those who can read them.
#pragma once

#include <string>
#include <string_view>

#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace waymark {

/// Whether an Accept-Encoding lets gzip through: "gzip, br", "*", but not "gzip;q=0".
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

[[nodiscard]] std::string gzip(std::string_view bytes);

/// Compresses text of more than 1 KB when the request accepts it; other answers stay as they are.
void compress(const Request& request, Response& response);

}  // namespace waymark
