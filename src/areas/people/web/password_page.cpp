// Setting a password: one’s own, by a link that works once, and asking for such a link.
#include <chrono>
#include <thread>

#include "people/actions/set_password.hpp"
#include "people/web/account_show.hpp"
#include "people/web/pages.hpp"
#include "platform/access/cookies.hpp"
#include "platform/outbox/outbox.hpp"

namespace waymark::people {
namespace {

const ui::PasswordField new_password{.name = "new_password", .label = "New password",
                                     .hint = "12 characters or more. Three or four words that do not belong together are good. You can paste it.", .is_new = true};

void own_password_view(ui::Buffer& out, const Form& form)
{
    ui::page(out, {.title = "Change your password", .back = ui::Link{"Your account", "/account"}, .problems = form.problems, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::paragraph(body, "You stay signed in here. Everywhere else you are signed out.");
        ui::form(body, {.action = "/account/password"}, [&](ui::Buffer& inner) {
            ui::password_field(inner, {.label = "The password you have now"}, form);
            ui::password_field(inner, new_password, form);
            ui::submit_row(inner, {.text = "Change password", .cancel = {"Cancel", "/account"}});
        });
    });
}

void link_view(ui::Buffer& out, const LinkShown& link, const Form& form)
{
    const bool is_new = link.kind == LinkKind::invitation;
    ui::page(out, {.title = is_new ? "Welcome to Waymark" : "Set a new password", .problems = form.problems, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::paragraph(body, is_new ? "Choose the password that you will sign in with. Your user name is the email address below." : "Choose a new password. You are then signed out everywhere.");
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::summary_list(inner, {.rows = {{"Email address", link.user.email}}});
            ui::password_field(inner, new_password, form);
            ui::submit_row(inner, {.text = "Set password"});
        });
    });
}

/// Lives as long for an address that has an account as for one that has none: the time of an answer tells nothing either.
struct SameTime {
    std::chrono::steady_clock::time_point until = std::chrono::steady_clock::now() + std::chrono::milliseconds{150};
    ~SameTime() { std::this_thread::sleep_until(until); }
};

Response link_page(int status, const LinkShown& link, const Form& form)
{
    return without_trace(account_page_of(status, [&](ui::Buffer& out) { link_view(out, link, form); }));
}

/// What is known of a link that is refused: the gone page, or in how long one may try again.
Result<Response> no_link(const Problems& problems)
{
    if (problems.kind() == ProblemKind::not_found) return gone_page();
    return std::unexpected(problems);
}

void ask_view(ui::Buffer& out, const Form& form)
{
    ui::page(out, {.title = "Ask for a new password", .back = ui::Link{"Back", "/sign-in"}, .problems = form.problems, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::paragraph(body, outbox::origin_of_links() ? "We send a link to your email address, with which you set a new one."
                                                      : "The person who looks after accounts in your authority sees that you asked. They make sure that it is you, and hand you a link.");
        ui::form(body, {.action = "/sign-in/reset"}, [&](ui::Buffer& inner) {
            ui::text_field(inner, {.name = "email", .label = "Email address", .width = ui::BoxWidth::thirty, .type = "email", .autocomplete = "username"}, form);
            ui::submit_row(inner, {.text = "Ask for a new password"});
        });
    });
}

void asked_view(ui::Buffer& out)
{
    ui::page(out, {.title = "You have asked for a new password", .about_a_person = false}, [](ui::Buffer& body) {
        if (outbox::origin_of_links()) {
            ui::paragraph(body, "If there is an account with that address, a link is on its way to it. The link works once, within an hour.");
            ui::paragraph(body, "If no message has come in ten minutes, look among unwanted mail, then ask the person who looks after accounts in your authority.");
            ui::action_link(body, "/sign-in", "Back to sign-in");
            return;
        }
        ui::paragraph(body, "If there is an account with that address, the person who looks after accounts now sees that you asked. The link they hand you works for one hour.");
        ui::paragraph(body, "If it is urgent, ring them: it is their link that you need, whichever way it comes.");
        ui::action_link(body, "/sign-in", "Back to sign-in");
    });
}

}  // namespace

Result<Response> show_own_password(const Request&, Context&)
{
    return account_page_of(200, [](ui::Buffer& out) { own_password_view(out, Form{}); });
}

Result<Response> submit_own_password(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto token = access::session_cookie(request);
    expects(token.has_value());
    const auto changed = change_password(context, asking_user(context), {.old_password = std::string{form.value("password")},
                                                                         .new_password = std::string{form.value("new_password")},
                                                                         .token = std::string{*token},
                                                                         .from = came_from(request)});
    if (!changed) return account_page_of(422, [&](ui::Buffer& out) { own_password_view(out, form.with(changed.error())); });
    return see_other_with_success("/account", "Your password is changed");
}

Result<Response> show_link(const Request& request, Context& context)
{
    const auto link = look_at_link(context, request.path("link"), request.remote_address);
    if (!link) return no_link(link.error());
    return link_page(200, *link, Form{});
}

Result<Response> submit_link(const Request& request, Context& context)
{
    const auto link = look_at_link(context, request.path("link"), request.remote_address);
    if (!link) return no_link(link.error());
    const Form form = request.form();
    const auto done = set_password_by_link(context, {request.path("link"), std::string{form.value("new_password")}, request.remote_address});
    if (!done && done.error().kind() == ProblemKind::not_found) return gone_page();
    if (!done) return link_page(422, *link, form.with(done.error()));
    return see_other("/sign-in?password=set").with_header("Set-Cookie", access::clear_session_cookie(request));
}

Result<Response> show_ask_for_password(const Request&, Context&)
{
    return account_page_of(200, [](ui::Buffer& out) { ask_view(out, Form{}); });
}

Result<Response> submit_ask_for_password(const Request& request, Context& context)
{
    const Form form = request.form();
    FormReader read{form};
    const auto email = read.text("email", "Enter your email address.", 320);
    if (const auto typed = read.result(); !typed) return account_page_of(422, [&](ui::Buffer& out) { ask_view(out, form.with(typed.error())); });
    const SameTime wait;
    const auto asked = ask_for_new_password(context, email, request.remote_address);
    if (!asked) return account_page_of(422, [&](ui::Buffer& out) { ask_view(out, form.with(asked.error())); });
    return account_page_of(200, asked_view);
}

}  // namespace waymark::people
