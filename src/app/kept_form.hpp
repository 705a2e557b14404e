// A form that was sent after the time was up: kept for its person until they have signed in again.
#pragma once

#include <optional>
#include <string>

#include "app/guard.hpp"
#include "ui/typed.hpp"

namespace waymark::app {

/// Keeps what a signed-out browser sent, when its cookie is of a sign-in that has lapsed and the form bears that sign-in's
/// token. Answers the page to open after signing in, on which it stands again; none when there is nobody to keep it for.
[[nodiscard]] std::optional<std::string> keep_form(const Request& request, const std::string& page, Context& context, const Visitor& visitor);

/// What was kept for whoever asks and this page.
[[nodiscard]] std::optional<ui::TypedAgain> kept_form(const Request& request, Context& context);

/// Lets go of it once the form was accepted from its page.
void discard_kept_form(const Request& request, const Response& response, Context& context);

}  // namespace waymark::app
