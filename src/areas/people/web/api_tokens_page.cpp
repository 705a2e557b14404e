// Tokens of other programs, for whoever looks after accounts: the list, making one, what one may do and when it was used, revoking it.
#include <algorithm>

#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/actions/keep_api_tokens.hpp"
#include "people/rules/roles.hpp"
#include "people/store/accounts.hpp"
#include "people/web/account_show.hpp"
#include "people/web/pages.hpp"

namespace waymark::people {
namespace {

constexpr const char* list_href = "/admin/tokens";

std::string token_href(ApiTokenId token, std::string_view part = {}) { return std::string{list_href} + "/" + token.text() + std::string{part}; }

ui::Content state_of(const KeptToken& token, Date today)
{
    if (token.revoked_at) return ui::tag_html("Revoked", ui::TagColour::grey);
    if (token.last_day < today) return ui::tag_html("Ended", ui::TagColour::grey);
    if (token.last_day <= today + warned_before) return ui::tag_html("Ends soon", ui::TagColour::yellow);
    return ui::tag_html("Holds", ui::TagColour::green);
}

std::string used_words(const KeptToken& token)
{
    return token.last_used_at ? uk_date_time(*token.last_used_at) + " from " + token.last_used_from : "Never";
}

void days_form(ui::Buffer& out, const Form& form)
{
    ui::form(out, {.action = "/admin/tokens/longest"}, [&](ui::Buffer& inner) {
        ui::text_field(inner, {.name = "days", .label = "How many days a token lasts at most", .hint = "Holds for tokens made from now on.", .width = ui::BoxWidth::four, .inputmode = "numeric"}, form);
        ui::button(inner, {.text = "Save", .classes = "govuk-button--secondary"});
    });
}

void list_view(ui::Buffer& out, const std::vector<KeptToken>& tokens, Date today, const Form& form)
{
    ui::page(out, {.title = "API tokens", .problems = form.problems, .wide = true, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::paragraph(body, "A token lets another program read or write for an organisation, as one of its roles does, and no more than you tick.");
        ui::action_link(body, "/admin/tokens/new", "Make a token");
        ui::TableOptions table{.caption = counted(static_cast<long long>(tokens.size()), "token")};
        table.head = {"Program", "For", "Last day", "Last used", "State"};
        for (const auto& token : tokens)
            table.rows.push_back({ui::link_html(token_href(token.id), token.name), ui::two_lines(words_of(role_name(token.role)), token.organisation_name), short_date(token.last_day),
                                  used_words(token), state_of(token, today)});
        if (tokens.empty()) ui::empty_state(body, "No program has a token yet.");
        else ui::table(body, table);
        days_form(body, form);
    });
}

Response list_page(int status, Context& context, const Form& typed)
{
    return context.read([&](Transaction& tx) {
        Form form = typed;
        if (!form.sent("days")) form.set("days", std::to_string(api_token_days(tx)));
        return account_page_of(status, [&](ui::Buffer& out) { list_view(out, api_tokens(tx), tx.today(), form); });
    });
}

struct NewScreen {
    std::vector<ui::Choice> places, roles, scopes;
    int days = 0;
};

NewScreen load_new(Context& context)
{
    NewScreen screen;
    for (const Role role : enum_values<Role>())
        if (role != Role::administrator) screen.roles.push_back({.value = std::string{enum_text(role)}, .text = words_of(role_name(role))});
    for (const auto& scope : api_scopes()) screen.scopes.push_back({.value = std::string{scope.name}, .text = std::string{scope.name}, .hint = std::string{scope.words}});
    context.read([&](Transaction& tx) {
        for (const auto& place : workplaces(tx)) screen.places.push_back({.value = place.id.text(), .text = place.name});
        screen.days = api_token_days(tx);
    });
    return screen;
}

void new_view(ui::Buffer& out, const NewScreen& screen, const Form& form)
{
    ui::page(out, {.title = "Make a token", .back = ui::Link{"API tokens", list_href}, .problems = form.problems, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::form(body, {.action = "/admin/tokens/new"}, [&](ui::Buffer& inner) {
            ui::text_field(inner, {.name = "name", .label = "Name of the program", .hint = "It stands in the trail with whatever the program does, such as “Register system of Greenways Farm”.",
                                   .width = ui::BoxWidth::thirty}, form);
            ui::select_field(inner, {.name = "organisation", .label = "For which organisation", .items = screen.places}, form);
            ui::select_field(inner, {.name = "role", .label = "As which role", .hint = "The program sees the children whom this role of that organisation sees today.", .items = screen.roles}, form);
            ui::checkboxes_field(inner, {.name = "scope", .legend = "What it may do", .items = screen.scopes}, form);
            ui::date_field(inner, {.name = "last_day", .legend = "Last day", .hint = counted(screen.days, "day") + " from today at most"}, form);
            ui::submit_row(inner, {.text = "Make the token", .cancel = {"Cancel", list_href}});
        });
    });
}

Response new_page(int status, Context& context, const Form& form)
{
    return account_page_of(status, [&](ui::Buffer& out) { new_view(out, load_new(context), form); });
}

Result<MakeApiToken> token_as_typed(const Form& form)
{
    FormReader read{form};
    MakeApiToken command{.name = read.text("name", "Enter a name that says which program it is.", 100),
                         .organisation = read.id<OrganisationId>("organisation", "Choose an organisation."),
                         .role = read.one_of<Role>("role", "Choose a role."),
                         .scopes = form.all("scope"),
                         .last_day = read.date("last_day", "the last day")};
    TRY(read.result());
    return command;
}

/// The one page that shows a token.
Response made_page(const MadeApiToken& made, const MakeApiToken& command)
{
    return without_trace(account_page_of(200, [&](ui::Buffer& out) {
        ui::page(out, {.title = "Copy this token", .back = ui::Link{"API tokens", list_href}, .about_a_person = false}, [&](ui::Buffer& body) {
            ui::warning_text(body, {.text = "Copy this token now. It is not shown again."});
            ui::inset_text(body, {.text = made.text, .classes = "wm-break"});
            ui::summary_list(body, {.rows = {{"Program", command.name}, {"Works", "until " + long_date(command.last_day)}}});
            ui::paragraph(body, "Whoever has it does what the program may do. Give it to the people who run the program, by a way that you trust. It belongs in no mail, no address and no shared file.");
            ui::action_link(body, token_href(made.id), "I have copied it");
        });
    }));
}

void token_view(ui::Buffer& out, const KeptToken& token, Date today)
{
    ui::page(out, {.title = "API token", .back = ui::Link{"API tokens", list_href}, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::SummaryListOptions list;
        list.rows = {{"Program", token.name},
                     {"State", state_of(token, today)},
                     {"For", token.organisation_name},
                     {"As", words_of(role_name(token.role))},
                     {"May", join(token.scopes, ", ")},
                     {"Last day", long_date(token.last_day)},
                     {"Last used", used_words(token)},
                     {"Made", uk_date_time(token.made_at) + (token.made_by.empty() ? "" : " by " + token.made_by)}};
        ui::summary_list(body, list);
        if (!token.holds(today)) return;
        ui::paragraph(body, "A token cannot be made longer. Make a new one, give it to the program, then revoke this.");
        ui::form(body, {.action = token_href(token.id, "/revoke")}, [](ui::Buffer& inner) {
            ui::paragraph(inner, "Revoking takes effect at once.");
            ui::button(inner, {.text = "Revoke", .classes = "govuk-button--warning"});
        });
    });
}

}  // namespace

Result<Response> show_api_tokens(const Request&, Context& context) { return list_page(200, context, Form{}); }

Result<Response> submit_longest_token(const Request& request, Context& context)
{
    const Form form = request.form();
    FormReader read{form};
    const int days = read.whole_number("days", "Enter a number of days from 1 to " + std::to_string(api_token_days_at_most) + ".", 1, api_token_days_at_most);
    if (const auto typed = read.result(); !typed) return list_page(422, context, form.with(typed.error()));
    TRY(choose_api_token_days(context, days));
    return see_other_with_success(list_href, "From now on, a token lasts " + counted(days, "day") + " at most");
}

Result<Response> show_new_api_token(const Request&, Context& context) { return new_page(200, context, Form{}); }

Result<Response> submit_new_api_token(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto command = token_as_typed(form);
    if (!command) return new_page(422, context, form.with(command.error()));
    const auto made = make_api_token(context, *command);
    if (!made && made.error().correctable()) return new_page(422, context, form.with(made.error()));
    if (!made) return std::unexpected(made.error());
    return made_page(*made, *command);
}

Result<Response> show_api_token(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<ApiTokenId>("token"));
    const auto found = context.read([&](Transaction& tx) { return find_api_token(tx, id); });
    if (!found) return not_found("people.no_such_token", "There is no such token.");
    return account_page_of(200, [&](ui::Buffer& out) { token_view(out, *found, context.today); });
}

Result<Response> submit_end_of_api_token(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<ApiTokenId>("token"));
    TRY(end_api_token(context, id));
    return see_other_with_success(token_href(id), "The token is revoked");
}

}  // namespace waymark::people
