// Signing in and out. In a made-up area the page also lists its people, each one button away.
#include <optional>

#include "foundation/text.hpp"
#include "people/rules/roles.hpp"
#include "people/store/sign_ins.hpp"
#include "people/web/account_show.hpp"
#include "people/web/pages.hpp"
#include "platform/access/cookies.hpp"
#include "platform/access/identity_providers.hpp"

namespace waymark::people {
namespace {

struct SignInScreen {
    std::string next;                          // where to go afterwards; empty: the front page
    std::vector<DemonstrationPerson> people;   // in a made-up area
    bool password_is_set = false;              // just now, by a link
    std::vector<std::pair<std::string, std::string>> elsewhere;  // id and name of each identity provider
};

SignInScreen load_sign_in_screen(Context& context, std::string next)
{
    SignInScreen screen{.next = std::move(next)};
    if (context.demonstration) screen.people = context.read([](Transaction& tx) { return people_to_sign_in_as(tx); });
    if (const auto providers = access::identity_providers())
        for (const auto& provider : providers->all()) screen.elsewhere.emplace_back(provider.id, provider.name);
    return screen;
}

ui::Html button_for(const DemonstrationPerson& person, const Membership& membership, std::string_view next)
{
    return ui::render([&](ui::Buffer& out) {
        ui::form(out, {.action = "/sign-in/as"}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "membership", membership.id.text());
            ui::hidden_field(inner, "next", next);
            ui::button(inner, {.text = "Sign in as " + person.name, .classes = "govuk-button--secondary govuk-!-margin-bottom-0"});
        });
    });
}

void people_table(ui::Buffer& out, const SignInScreen& screen)
{
    ui::TableOptions table{.caption = "People you can sign in as", .caption_classes = "govuk-table__caption--m"};
    table.head = {"Who", "What they can show you", "Sign in"};
    for (const auto& person : screen.people)
        for (const auto& membership : person.memberships)
            table.rows.push_back({ui::two_lines(words_of(role_name(membership.role)), membership.organisation_name), person.can_show,
                                  button_for(person, membership, screen.next)});
    ui::paragraph(out, "This is a made-up area. Its children, schools and providers do not exist, so you can try everything.");
    ui::table(out, table);
}

/// Links, not forms: a browser would not let a form of ours lead to another host.
void ways_elsewhere(ui::Buffer& out, const SignInScreen& screen)
{
    for (const auto& [id, name] : screen.elsewhere)
        ui::button(out, {.text = "Sign in with " + name, .href = with_next("/sign-in/with/" + id, screen.next)});
}

void sign_in_view(ui::Buffer& out, const SignInScreen& screen, const Form& form)
{
    const bool is_made_up = !screen.people.empty();
    ui::page(out, {.title = "Sign in", .problems = form.problems, .wide = is_made_up, .about_a_person = false}, [&](ui::Buffer& body) {
        if (screen.password_is_set) ui::inset_text(body, {.text = "Your password is set. Sign in with it."});
        ways_elsewhere(body, screen);
        if (is_made_up) people_table(body, screen);
        if (is_made_up || !screen.elsewhere.empty()) ui::heading(body, 2, "Sign in with a password");
        ui::form(body, {.action = "/sign-in"}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "next", screen.next);
            ui::text_field(inner, {.name = "email", .label = "Email address", .width = ui::BoxWidth::thirty, .type = "email", .autocomplete = "username"}, form);
            ui::password_field(inner, {}, form);
            if (screen.elsewhere.empty()) ui::submit_row(inner, {.text = "Sign in"});
            else ui::button(inner, {.text = "Sign in", .classes = "govuk-button--secondary"});
        });
        ui::paragraph(body, ui::link_html("/sign-in/reset", "I have forgotten my password"));
    });
}

Response page_with(int status, const SignInScreen& screen, const Form& form)
{
    ui::Buffer out;
    sign_in_view(out, screen, form);
    return html(status, out.take());
}

Result<SignInByPassword> sign_in_as_typed(const Request& request, const Form& form)
{
    FormReader read{form};
    // The password is taken exactly as typed: spaces may be part of it.
    SignInByPassword command{.email = read.text("email", "Enter your email address.", 320),
                             .password = std::string{form.value("password")},
                             .from = came_from(request)};
    if (command.password.empty()) read.problem("password", "Enter your password.");
    if (command.password.size() > 1000) read.problem("password", "The password is too long to be yours.");
    TRY(read.result());
    return command;
}

}  // namespace

Result<Response> show_sign_in(const Request& request, Context& context)
{
    const auto next = next_page(request.query("next"));
    if (context.who.is_signed_in() && !context.demonstration) return see_other(next.empty() ? "/" : next);
    auto screen = load_sign_in_screen(context, next);
    screen.password_is_set = request.query("password") == "set";
    return page_with(200, screen, Form{});
}

Result<Response> submit_sign_in(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto next = next_page(form.value("next"));
    const auto command = sign_in_as_typed(request, form);
    if (!command) return page_with(422, load_sign_in_screen(context, next), form.with(command.error()));
    const auto signed_in = sign_in(context, *command);
    if (!signed_in) return page_with(422, load_sign_in_screen(context, next), form.with(signed_in.error()));
    end_earlier_sign_in(request, context);
    return welcome(request, *signed_in, next);
}

Result<Response> submit_sign_in_as(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto membership = MembershipId::parse(form.value("membership"));
    if (!membership) return not_found("people.no_such_person", "There is no such person to sign in as.");
    const auto signed_in = TRY(sign_in_as(context, *membership, came_from(request)));
    end_earlier_sign_in(request, context);
    return welcome(request, signed_in, next_page(form.value("next")));
}

Result<Response> submit_sign_out(const Request& request, Context& context)
{
    end_earlier_sign_in(request, context);
    // Pages are kept by no cache, but a browser may keep the last ones alive for its button Back: this ends that too. Not "storage": no
    // script keeps anything there today, and what a device may one day keep until it is sent must outlive a sign-in.
    return see_other("/").with_header("Set-Cookie", access::clear_session_cookie(request)).with_header("Clear-Site-Data", "\"cache\"");
}

}  // namespace waymark::people
