// Words and forms that several pages of accounts show.
#include "people/web/account_show.hpp"

#include "foundation/uk_time.hpp"
#include "people/rules/second_step.hpp"
#include "people/store/sign_ins.hpp"
#include "platform/access/cookies.hpp"
#include "platform/access/identity_providers.hpp"
#include "platform/http/url.hpp"
#include "ui/qr_code.hpp"

namespace waymark::people {

User asking_user(Context& context)
{
    auto found = context.read([&](Transaction& tx) { return user(tx, context.who.user); });
    expects(found.has_value());
    return std::move(*found);
}

Form without_code(const Form& form, const Problems& problems)
{
    Form again = form.with(problems);
    again.set(std::string{code_field}, {});
    return again;
}

void code_field_view(ui::Buffer& out, const CodeField& field, const Form& form)
{
    ui::text_field(out, {.name = std::string{code_field}, .label = field.label, .hint = field.hint, .width = ui::BoxWidth::twenty, .autocomplete = "one-time-code"}, form);
}

std::string next_page(std::string_view address) { return access::local_path_or(address, ""); }

std::string with_next(std::string path, std::string_view next)
{
    return next.empty() ? path : std::move(path) + "?next=" + percent_encoded(next);
}

std::string page_after_sign_in(const SignedIn& signed_in, std::string_view next)
{
    if (signed_in.has_other_roles) return with_next("/choose-organisation", next);
    return next.empty() ? "/" : std::string{next};  // the front page leads on to where this role works
}

CameFrom came_from(const Request& request) { return {request.remote_address, std::string{access::known_browser_cookie(request).value_or("")}}; }

void end_earlier_sign_in(const Request& request, Context& context)
{
    const auto earlier = access::session_cookie(request);
    if (!earlier) return;
    (void)context.in_transaction([&](Transaction& tx) -> Result<void> {
        end_sign_in(tx, *earlier);
        return {};
    });
}

Response with_its_cookies(Response response, const Request& request, const SignedIn& signed_in)
{
    response.with_header("Set-Cookie", access::set_session_cookie(request, signed_in.token));
    if (!signed_in.success.empty())
        if (auto cookie = access::set_success_cookie(request, signed_in.token, signed_in.success)) response.with_header("Set-Cookie", std::move(*cookie));
    if (!signed_in.browser.empty()) response.with_header("Set-Cookie", access::set_known_browser_cookie(request, signed_in.browser, browser_is_known_for));
    return response;
}

Response welcome(const Request& request, const SignedIn& signed_in, const std::string& next)
{
    std::string page;
    switch (signed_in.still_to_come) {
    case StillToCome::nothing: page = page_after_sign_in(signed_in, next); break;
    case StillToCome::code: page = with_next("/sign-in/code", next); break;
    case StillToCome::authenticator: page = with_next("/sign-in/authenticator", next); break;
    }
    return with_its_cookies(see_other(page), request, signed_in);
}

void set_up_view(ui::Buffer& out, const SetUpScreen& screen, const Form& form)
{
    ui::page(out, {.title = "Set up an authenticator", .problems = form.problems, .about_a_person = false}, [&](ui::Buffer& body) {
        if (!screen.why.empty()) ui::lead(body, screen.why);
        ui::paragraph(body, "An authenticator app on your phone or computer shows a new code every 30 seconds. With it, a password that somebody else "
                            "has learnt is not enough to see children’s records. Any such app will do.");
        ui::heading(body, 2, "1. Add Waymark to the app");
        ui::paragraph(body, "In the app, choose to add an account, then point the camera at this picture.");
        ui::qr_picture(body, screen.picture_href, "A picture for the camera of an authenticator app. The secret below says the same.");
        ui::paragraph(body, "If you cannot use the camera, type this secret into the app. Choose “time based” if it asks.");
        ui::inset_text(body, {.text = screen.set_up.secret});
        ui::paragraph(body, ui::link_html(screen.set_up.address, "Open it in an app on this device"));
        ui::heading(body, 2, "2. Type the code that it shows");
        ui::form(body, {.action = screen.action}, [&](ui::Buffer& inner) {
            if (!screen.next.empty()) ui::hidden_field(inner, "next", screen.next);
            if (screen.asks_password) ui::password_field(inner, {.hint = "So that nobody sets up theirs at your unlocked computer."}, form);
            code_field_view(inner, {}, form);
            ui::submit_row(inner, {.text = "Confirm"});
        });
    });
}

void recovery_codes_view(ui::Buffer& out, const std::vector<std::string>& codes, std::string_view next, std::string_view next_text)
{
    ui::page(out, {.title = "Your recovery codes", .about_a_person = false}, [&](ui::Buffer& body) {
        ui::warning_text(body, {.text = "Keep these codes now. They are not shown again."});
        ui::paragraph(body, "When you do not have your authenticator, type one of them in place of its code. Each works once. Print them, or save them where "
                            "only you can get at them, but not beside your password.");
        std::vector<ui::Content> items{codes.begin(), codes.end()};
        ui::numbered_list(body, items);
        ui::paragraph(body, "Earlier recovery codes do not work any more.");
        ui::button(body, {.text = std::string{next_text}, .href = std::string{next}});
    });
}

std::string identity_provider_name(const Identity& identity)
{
    const auto providers = access::identity_providers();
    const auto* provider = providers ? providers->find(identity.identity_provider) : nullptr;
    return provider != nullptr ? provider->name : identity.identity_provider;
}

std::string identity_words(const Identity& identity) { return identity.email + ", last used on " + uk_date_time(identity.last_used_at); }

Response picture_of(const SetUp& set_up)
{
    return {.status = 200, .content_type = "image/svg+xml", .body = ui::qr_code_svg(set_up.address)};  // the edge says no-store
}

Response gone_page()
{
    return without_trace(account_page_of(404, [](ui::Buffer& out) {
        ui::page(out, {.title = "This link does not work", .about_a_person = false}, [](ui::Buffer& body) {
            ui::paragraph(body, "Such a link works once, and only for a while. It may have been used already, its time may be up, or a newer one may have taken its place. "
                                "If you copied it, check that it is whole.");
            ui::paragraph(body, "If you have set your password with it, sign in. If not, ask the person who looks after accounts in your authority for a new link.");
            ui::action_link(body, "/sign-in", "Sign in");
        });
    }));
}

Response without_trace(Response response)
{
    response.with_header("Referrer-Policy", "no-referrer");
    return response;
}

}  // namespace waymark::people
