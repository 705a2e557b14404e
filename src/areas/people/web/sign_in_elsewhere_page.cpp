// Going to sign in with an account elsewhere, and coming back: in, or to a page that says what to do.
#include "people/actions/sign_in_elsewhere.hpp"
#include "people/web/account_show.hpp"
#include "people/web/pages.hpp"
#include "platform/access/cookies.hpp"

namespace waymark::people {
namespace {

/// One page for whatever went wrong: why, and how to begin again.
Response not_signed_in_page(const Problems& problems)
{
    return without_trace(account_page_of(422, [&](ui::Buffer& out) {
        ui::page(out, {.title = "You are not signed in", .about_a_person = false}, [&](ui::Buffer& body) {
            for (const auto& problem : problems) ui::paragraph(body, problem.message);
            ui::action_link(body, "/sign-in", "Sign in");
        });
    }));
}

std::string as_sent(const Request& request, std::string_view name)
{
    const auto value = request.query(name);
    return value.size() <= 4000 ? std::string{value} : std::string{};
}

}  // namespace

Result<Response> show_sign_in_elsewhere(const Request& request, Context& context)
{
    const auto gone = go_elsewhere(context, request.path("identity_provider"), next_page(request.query("next")));
    if (!gone && gone.error().correctable()) return not_signed_in_page(gone.error());
    if (!gone) return std::unexpected(gone.error());
    return without_trace(see_other(gone->address).with_header("Set-Cookie", access::set_elsewhere_cookie(request, gone->browser)));
}

Result<Response> show_answer_from_elsewhere(const Request& request, Context& context)
{
    const CameBack back{.identity_provider = request.path("identity_provider"),
                        .state = as_sent(request, "state"),
                        .code = as_sent(request, "code"),
                        .issuer = as_sent(request, "iss"),
                        .error = as_sent(request, "error"),
                        .browser = std::string{access::elsewhere_cookie(request).value_or("")},
                        .from = came_from(request)};
    const auto signed_in = sign_in_elsewhere(context, back);
    if (!signed_in && !signed_in.error().correctable()) return std::unexpected(signed_in.error());
    if (!signed_in) return not_signed_in_page(signed_in.error());  // the secret stays: the answer that it waits for may still come
    end_earlier_sign_in(request, context);
    // Kept with the state, and checked before that; looked at again, for it is what an open redirect would be made of.
    auto response = welcome(request, signed_in->signed_in, next_page(signed_in->next));
    response.with_header("Set-Cookie", access::clear_elsewhere_cookie(request));
    return without_trace(std::move(response));
}

}  // namespace waymark::people
