// Everybody with an account, for whoever looks after them: the list, inviting, which roles must have an authenticator. No children.
#include <algorithm>

#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/actions/keep_accounts.hpp"
#include "people/rules/roles.hpp"
#include "people/rules/second_step.hpp"
#include "people/store/sign_ins.hpp"
#include "people/web/pages.hpp"
#include "people/web/users_show.hpp"

namespace waymark::people {
namespace {

ui::Content roles_cell(const Account& account)
{
    if (account.roles.empty()) return "No role now";
    std::vector<std::string> lines;
    for (const auto& held : account.roles) lines.push_back(words_of(role_name(held.role)) + ", " + held.organisation_name);
    return join(lines, "; ");
}

ui::Content sign_in_cell(const Account& account)
{
    if (account.asked_at) return ui::two_lines(ui::tag_html("Asked for a new password", ui::TagColour::yellow), uk_date_time(*account.asked_at));
    const std::string password = account.has_authenticator ? "Password and code" : "Password";
    if (account.has_identity) return account.has_password ? "Account elsewhere; " + lower_ascii(password) : "Account elsewhere";
    return account.has_password ? password : "Has not set a password";
}

struct UsersScreen {
    std::string words;
    std::vector<Account> accounts;
};

std::size_t rows_of(const std::vector<Account>& accounts)
{
    std::size_t rows = 0;
    for (const auto& account : accounts) rows += std::max<std::size_t>(1, account.roles.size());
    return rows;
}

void users_view(ui::Buffer& out, const UsersScreen& screen)
{
    ui::page(out, {.title = "People with an account", .wide = true, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::action_link(body, "/admin/users/new", "Invite somebody");
        ui::form(body, {.action = "/admin/users", .method = "get"}, [&](ui::Buffer& inner) {
            Form form;
            form.set("find", screen.words);
            ui::text_field(inner, {.name = "find", .label = "Name, email address or organisation", .width = ui::BoxWidth::twenty, .type = "search"}, form);
            ui::button(inner, {.text = "Find", .classes = "govuk-button--secondary"});
        });
        ui::TableOptions table{.caption = counted(static_cast<long long>(screen.accounts.size()), "person", "people")};
        table.head = {"Name", "Roles", "Signs in with"};
        for (const auto& account : screen.accounts)
            table.rows.push_back({ui::two_lines(ui::link_html(user_href(account.user), account.name), account.email), roles_cell(account), sign_in_cell(account)});
        if (rows_of(screen.accounts) >= account_rows_most) ui::paragraph(body, "Not everybody is shown. Type part of a name to find the others.");
        if (table.rows.empty()) ui::empty_state(body, "Nobody with an account fits these words.");
        else ui::table(body, table);
        ui::paragraph(body, ui::link_html("/admin/users/authenticator", "Which roles must have an authenticator"));
        ui::paragraph(body, ui::link_html("/admin/users/idle", "How long a sign-in holds without use"));
    });
}

std::string_view kind_words(OrganisationKind kind)
{
    switch (kind) {
    case OrganisationKind::authority_team: return "council";
    case OrganisationKind::school: return "school";
    case OrganisationKind::trust: return "trust";
    case OrganisationKind::provider: return "provider";
    case OrganisationKind::agency: return "agency";
    }
    expects(false);
    return {};
}

std::vector<ui::Choice> role_choices()
{
    return ui::choices<Role>([](Role role) { return words_of(role_name(role)); });
}

void invite_view(ui::Buffer& out, const std::vector<Workplace>& workplaces, const Form& form)
{
    std::vector<ui::Choice> places;
    for (const auto& place : workplaces) places.push_back({.value = place.id.text(), .text = place.name + " (" + std::string{kind_words(place.kind)} + ")"});
    ui::page(out, {.title = "Invite somebody", .back = ui::Link{"People with an account", "/admin/users"}, .problems = form.problems, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::paragraph(body, "They choose their password with a link that works once, within 48 hours. Somebody who has an account already gets the role at once.");
        ui::form(body, {.action = "/admin/users/new"}, [&](ui::Buffer& inner) {
            ui::text_field(inner, {.name = "name", .label = "Name", .width = ui::BoxWidth::thirty}, form);
            ui::text_field(inner, {.name = "email", .label = "Work email address", .width = ui::BoxWidth::thirty, .type = "email"}, form);
            ui::select_field(inner, {.name = "organisation", .label = "Where they work", .items = places}, form);
            ui::select_field(inner, {.name = "role", .label = "Role", .items = role_choices()}, form);
            ui::date_field(inner, {.name = "from", .legend = "First day"}, form);
            ui::date_field(inner, {.name = "to", .legend = "Last day, if it is known"}, form);
            ui::submit_row(inner, {.text = "Invite", .cancel = {"Cancel", "/admin/users"}});
        });
    });
}

Response invite_page(int status, Context& context, const Form& form)
{
    const auto places = context.read([](Transaction& tx) { return workplaces(tx); });
    return account_page_of(status, [&](ui::Buffer& out) { invite_view(out, places, form); });
}

Result<Invite> invite_as_typed(const Form& form)
{
    FormReader read{form};
    Invite command{.name = read.text("name", "Enter the person’s name.", 200),
                   .email = read.text("email", "Enter their work email address.", 320),
                   .organisation = read.id<OrganisationId>("organisation", "Choose where the person works."),
                   .role = read.one_of<Role>("role", "Choose a role."),
                   .period = {}};
    command.period = {read.date("from", "the first day"), read.date_if_any("to", "the last day")};
    TRY(read.result());
    return command;
}

void roles_view(ui::Buffer& out, const Form& form)
{
    ui::page(out, {.title = "Which roles must have an authenticator", .back = ui::Link{"People with an account", "/admin/users"}, .problems = form.problems, .heading = false,
                   .about_a_person = false}, [&](ui::Buffer& body) {
        ui::form(body, {.action = "/admin/users/authenticator"}, [&](ui::Buffer& inner) {
            ui::checkboxes_field(inner, {.name = "role", .legend = "Which roles must have an authenticator",
                                         .hint = "Who holds one of them sets it up when they sign in next. Anybody may have one.",
                                         .items = role_choices(), .size = ui::LabelSize::heading, .compact = true}, form);
            ui::submit_row(inner, {.text = "Save", .cancel = {"Cancel", "/admin/users"}});
        });
    });
}

std::string minutes_asked()
{
    return "Enter a number of minutes from " + std::to_string(idle_least.count()) + " to " + std::to_string(idle_most.count()) + ".";
}

void idle_view(ui::Buffer& out, const Form& form)
{
    ui::page(out, {.title = "How long a sign-in holds without use", .back = ui::Link{"People with an account", "/admin/users"}, .problems = form.problems, .about_a_person = false},
             [&](ui::Buffer& body) {
        ui::paragraph(body, std::to_string(idle_default.count()) + " minutes is what the OWASP standard asks (ASVS 4.0.3, requirement 3.3.2). Choose fewer where people share a room, more only where they "
                            "read long records and lock their screens. A page warns five minutes before, and what was typed is not lost.");
        ui::form(body, {.action = "/admin/users/idle"}, [&](ui::Buffer& inner) {
            ui::text_field(inner, {.name = "minutes", .label = "Minutes without use", .hint = "From " + std::to_string(idle_least.count()) + " to " + std::to_string(idle_most.count()),
                                   .width = ui::BoxWidth::two, .inputmode = "numeric", .suffix = "minutes"}, form);
            ui::submit_row(inner, {.text = "Save", .cancel = {"Cancel", "/admin/users"}});
        });
    });
}

}  // namespace

Result<Response> show_users(const Request& request, Context& context)
{
    UsersScreen screen{.words = std::string{request.query("find")}, .accounts = {}};
    screen.accounts = context.read([&](Transaction& tx) { return accounts(tx, screen.words); });
    std::ranges::stable_partition(screen.accounts, [](const Account& account) { return account.asked_at.has_value(); });  // who waits comes first
    return account_page_of(200, [&](ui::Buffer& out) { users_view(out, screen); });
}

Result<Response> show_invite(const Request&, Context& context)
{
    Form form;
    form.set("from", iso(context.today));
    return invite_page(200, context, form);
}

Result<Response> submit_invite(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto command = invite_as_typed(form);
    if (!command) return invite_page(422, context, form.with(command.error()));
    const auto invited = invite(context, *command);
    if (!invited) return invite_page(422, context, form.with(invited.error()));
    if (invited->is_mailed) return see_other_with_success(user_href(invited->user), "An invitation is on its way to their email address");
    if (invited->token.empty()) return see_other_with_success(user_href(invited->user), "This person has an account already, and now has this role too");
    return link_to_hand_over(request, context, invited->user, {invited->token, LinkKind::invitation});
}

Result<Response> show_roles_with_authenticator(const Request&, Context& context)
{
    Form form;
    const auto choice = context.read([&](Transaction& tx) { return authority_setting(tx, "authenticator_roles", tx.today()); });
    for (const Role role : roles_with_authenticator(choice)) form.values.emplace_back("role", enum_text(role));
    return account_page_of(200, [&](ui::Buffer& out) { roles_view(out, form); });
}

Result<Response> submit_roles_with_authenticator(const Request& request, Context& context)
{
    const Form form = request.form();
    FormReader read{form};
    const auto roles = read.several_of<Role>("role");
    if (const auto typed = read.result(); !typed) return account_page_of(422, [&](ui::Buffer& out) { roles_view(out, form.with(typed.error())); });
    TRY(choose_roles_with_authenticator(context, roles));
    return see_other_with_success("/admin/users", "From now on, " + counted(static_cast<long long>(roles.size()), "role") + " must have an authenticator");
}

Result<Response> show_idle_limit(const Request&, Context& context)
{
    Form form;
    form.values.emplace_back("minutes", std::to_string(context.read(sign_in_limits).idle.count()));
    return account_page_of(200, [&](ui::Buffer& out) { idle_view(out, form); });
}

Result<Response> submit_idle_limit(const Request& request, Context& context)
{
    const Form form = request.form();
    FormReader read{form};
    const std::chrono::minutes idle{read.whole_number("minutes", minutes_asked(), static_cast<int>(idle_least.count()), static_cast<int>(idle_most.count()))};
    if (const auto typed = read.result(); !typed) return account_page_of(422, [&](ui::Buffer& out) { idle_view(out, form.with(typed.error())); });
    TRY(choose_idle_limit(context, idle));
    return see_other_with_success("/admin/users", "A sign-in now ends after " + counted(idle.count(), "minute") + " without use");
}

}  // namespace waymark::people
