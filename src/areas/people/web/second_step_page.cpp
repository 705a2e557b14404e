// After the password: the code of the authenticator, or a recovery code; or setting one up, where a role must have one.
#include "people/web/account_show.hpp"
#include "people/web/pages.hpp"
#include "platform/access/cookies.hpp"

namespace waymark::people {
namespace {

void code_view(ui::Buffer& out, const std::string& next, const Form& form)
{
    ui::page(out, {.title = "Enter your code", .problems = form.problems, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::form(body, {.action = "/sign-in/code"}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "next", next);
            code_field_view(inner, {}, form);
            ui::submit_row(inner, {.text = "Sign in"});
        });
        ui::details(body, {.summary = "I do not have my authenticator", .text = ui::render([](ui::Buffer& inner) {
                               ui::paragraph(inner, "Type one of your recovery codes in the box above, such as ABCD-EFGH-IJKL-MNOP. Each works once.");
                               ui::paragraph(inner, "If you have none left, ask the person who looks after accounts in your authority.");
                           })});
    });
}

Response code_page(int status, const std::string& next, const Form& form)
{
    return account_page_of(status, [&](ui::Buffer& out) { code_view(out, next, form); });
}

std::string token_of(const Request& request) { return std::string{access::session_cookie(request).value_or("")}; }

/// Whoever has no first step, or took too long over the second, begins again.
Response to_first_step(const std::string& next) { return see_other(with_next("/sign-in", next)); }

/// Only for somebody without an authenticator: else whoever knows their password could look on while they move it to another phone.
Result<SetUp> first_set_up(Context& context, const User& user)
{
    if (context.read([&](Transaction& tx) { return authenticator(tx, user.id).has_value(); }))
        return refused("people.authenticator_there", "You have an authenticator already.");
    return set_up_to_show(context, user);
}

SetUpScreen set_up_screen(SetUp set_up, std::string next)
{
    return {.set_up = std::move(set_up), .action = "/sign-in/authenticator", .picture_href = "/sign-in/authenticator/picture.svg", .next = std::move(next),
            .why = "Your role needs a second proof that it is you. Set it up once; it takes about two minutes."};
}

}  // namespace

Result<Response> show_sign_in_code(const Request& request, Context& context)
{
    const auto next = next_page(request.query("next"));
    if (!whose_second_step(context, token_of(request))) return to_first_step(next);
    return code_page(200, next, Form{});
}

Result<Response> submit_sign_in_code(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto next = next_page(form.value("next"));
    const SignInWithCode command{token_of(request), {std::string{form.value(code_field)}, came_from(request)}};
    const auto signed_in = sign_in_with_code(context, command);
    if (!signed_in && signed_in.error().has("people.sign_in_again")) return to_first_step(next);
    if (!signed_in) return code_page(422, next, without_code(form, signed_in.error()));
    return with_its_cookies(see_other(page_after_sign_in(*signed_in, next)), request, *signed_in);
}

Result<Response> show_sign_in_authenticator(const Request& request, Context& context)
{
    const auto next = next_page(request.query("next"));
    const auto whose = whose_second_step(context, token_of(request));
    if (!whose) return to_first_step(next);
    auto set_up = first_set_up(context, *whose);
    if (!set_up) return see_other(with_next("/sign-in/code", next));
    return account_page_of(200, [&](ui::Buffer& out) { set_up_view(out, set_up_screen(std::move(*set_up), next), Form{}); });
}

Result<Response> submit_sign_in_authenticator(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto next = next_page(form.value("next"));
    const auto token = token_of(request);
    const auto whose = whose_second_step(context, token);
    if (!whose) return to_first_step(next);
    auto set_up = first_set_up(context, *whose);
    if (!set_up) return see_other(with_next("/sign-in/code", next));
    act_for(context, *whose);
    const auto codes = confirm_set_up(context, *whose, {std::string{form.value(code_field)}, came_from(request)});
    if (!codes)
        return account_page_of(422, [&](ui::Buffer& out) { set_up_view(out, set_up_screen(std::move(*set_up), next), without_code(form, codes.error())); });
    const auto signed_in = TRY(finish_sign_in(context, *whose, token, came_from(request)));
    auto page = account_page_of(200, [&](ui::Buffer& out) { recovery_codes_view(out, *codes, page_after_sign_in(signed_in, next), "I have kept them"); });
    return with_its_cookies(std::move(page), request, signed_in);
}

Result<Response> show_sign_in_picture(const Request& request, Context& context)
{
    const auto whose = whose_second_step(context, token_of(request));
    if (!whose) return not_found("people.no_picture", "There is no such picture.");
    const auto set_up = first_set_up(context, *whose);
    if (!set_up) return not_found("people.no_picture", "There is no such picture.");
    return picture_of(*set_up);
}

}  // namespace waymark::people
