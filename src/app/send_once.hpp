// A form that is sent twice is done once: pressed twice, sent again after an error, or by a browser that lost the answer.
#pragma once

#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"
#include "platform/http/route.hpp"

namespace waymark::app {

/// The route's answer. When the form carries the mark of its showing (ui::send_key_field) and what it asks for was done already, the page that
/// the first answer led to, with a message that it was not done again. The mark is kept in the transaction that does the work, so one is never
/// there without the other.
[[nodiscard]] Result<Response> answer_once(const Route& route, const Request& request, Context& context);

}  // namespace waymark::app
