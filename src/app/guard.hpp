// Who may pass: sign-in, form token, permission, relationship to the child; and the look at the child's record is noted.
#pragma once

#include <optional>
#include <string>

#include "people/store/api_tokens.hpp"
#include "people/store/sign_ins.hpp"
#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"
#include "platform/http/route.hpp"

namespace waymark::app {

/// Who stands at the door, as the cookies say; or which program, as its token says.
struct Visitor {
    std::optional<people::ApiToken> program;
    bool showed_api_token = false;  // on an address of the API: then no cookie is looked at
    std::optional<people::SignIn> sign_in;
    std::string token;          // of the sign-in, or of one that has lapsed
    std::optional<std::string> success;  // what the page before had to say, to be shown once
    std::string csrf_token;     // what this visitor's forms must carry; empty when no cookie came yet
};

/// Where to go on after sign-in: the page itself, or for a form the page it stood on.
[[nodiscard]] std::string page_to_return_to(const Request& request);

/// Looks up the token of a program, else the sign-in, notes that it was seen, and puts the person into the context.
[[nodiscard]] Visitor recognise(const Request& request, Context& context);

/// A child whom somebody is let to look at, and what the view log calls it.
struct Look {
    Id pupil;
    std::string_view what;
};

/// What the guard says: come in, and whose record is looked at by that; or an answer instead, such as the way to sign in.
struct Passage {
    std::optional<Look> look;
    std::optional<Response> instead;
};

/// Lets the request through to its route, or answers why not. A look must be in the view log before the answer leaves the house.
[[nodiscard]] Result<Passage> guard(const Route& route, const Request& request, Context& context, const Visitor& visitor);

}  // namespace waymark::app
