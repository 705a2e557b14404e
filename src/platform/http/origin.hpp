// Where a browser reached this service, for links that somebody copies and hands on.
#pragma once

#include <string>

#include "platform/http/request.hpp"

namespace waymark {

/// "https://waymark.example.gov.uk", as the browser itself says it: for a page that shows it to whoever asked, never for a message.
[[nodiscard]] std::string origin_of(const Request& request);

}  // namespace waymark
