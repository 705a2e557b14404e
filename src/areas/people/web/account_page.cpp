// Who I am here, and which of my roles I act in.
#include <algorithm>

#include "foundation/text.hpp"
#include "people/rules/roles.hpp"
#include "people/store/sign_ins.hpp"
#include "people/web/account_show.hpp"
#include "people/web/pages.hpp"
#include "platform/access/cookies.hpp"

namespace waymark::people {
namespace {

struct ChoiceScreen {
    std::string next;
    std::vector<Membership> memberships;
    OrganisationId current;
};

void choose_view(ui::Buffer& out, const ChoiceScreen& screen, const Form& form)
{
    std::vector<ui::Choice> items;
    for (const auto& membership : screen.memberships)
        items.push_back({.value = membership.id.text(),
                         .text = words_of(role_name(membership.role)) + ", " + membership.organisation_name,
                         .hint = "Since " + long_date(membership.from)});
    ui::page(out, {.title = "Choose your role", .problems = form.problems, .heading = false, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::form(body, {.action = "/choose-organisation"}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "next", screen.next);
            ui::radios_field(inner, {.name = "membership",
                                     .legend = "Which role are you acting in?",
                                     .hint = "You see what this role may see. You can switch at any time under your name.",
                                     .items = items,
                                     .size = ui::LabelSize::heading}, form);
            ui::submit_row(inner, {.text = "Continue"});
        });
    });
}

ChoiceScreen load_choice(Context& context, std::string next)
{
    return {.next = std::move(next),
            .memberships = context.read([&](Transaction& tx) { return memberships_of(tx, context.who.user); }),
            .current = context.who.organisation};
}

/// Whether that role must have an authenticator that this person has not set up: one given to them since they signed in.
bool lacks_authenticator(Context& context, Role role)
{
    return context.read([&](Transaction& tx) { return must_have_authenticator(tx, role) && !authenticator(tx, context.who.user); });
}

Response choose_page(int status, const ChoiceScreen& screen, const Form& form)
{
    ui::Buffer out;
    choose_view(out, screen, form);
    return html(status, out.take());
}

}  // namespace

Result<Response> show_choose_organisation(const Request& request, Context& context)
{
    const auto screen = load_choice(context, access::local_path_or(request.query("next"), ""));
    Form form;
    for (const auto& membership : screen.memberships)
        if (membership.organisation == context.who.organisation && membership.role == context.who.role)
            form.set("membership", membership.id.text());
    return choose_page(200, screen, form);
}

Result<Response> submit_choose_organisation(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto screen = load_choice(context, access::local_path_or(form.value("next"), ""));
    const auto chosen = std::ranges::find(screen.memberships, form.value("membership"), [](const Membership& m) { return m.id.text(); });
    const auto token = access::session_cookie(request);
    if (chosen == screen.memberships.end() || !token) {
        FormReader read{form};
        read.problem("membership", "Choose the role you are acting in.");
        return choose_page(422, screen, form.with(read.problems()));
    }
    if (!context.demonstration && lacks_authenticator(context, chosen->role)) {
        Problems lacking;
        lacking.add("people.authenticator_needed", "This role must have an authenticator. Set one up in your account, then choose it.", "membership");
        return choose_page(422, screen, form.with(lacking));
    }
    TRY(context.in_transaction([&](Transaction& tx) -> Result<void> {
        act_as(tx, *token, context.who.user, chosen->id);
        return tx.record({.verb = "switched_role", .entity = "user", .about = context.who.user.value, .pupil = {}});
    }));
    return see_other(screen.next.empty() ? "/" : screen.next);
}

Result<Response> show_account(const Request&, Context& context)
{
    struct Screen {
        std::optional<User> user;
        std::size_t roles = 0, sign_ins = 0;
        bool has_authenticator = false;
        std::vector<RecoveryCode> codes;
        std::vector<Identity> identities;
    };
    const auto screen = context.read([&](Transaction& tx) {
        const auto id = context.who.user;
        return Screen{user(tx, id), memberships_of(tx, id).size(), open_sign_ins(tx, id).size(), authenticator(tx, id).has_value(), recovery_codes(tx, id),
                      identities_of(tx, id)};
    });
    expects(screen.user.has_value());
    const bool has_password = !screen.user->password_hash.empty();
    return account_page_of(200, [&](ui::Buffer& out) {
        ui::page(out, {.title = "Your account", .about_a_person = false}, [&](ui::Buffer& body) {
            ui::SummaryListOptions list;
            list.rows = {{"Name", context.who.name},
                         {"Email address", screen.user->email},
                         {"Role", words_of(role_name(*context.who.role))},
                         {"Organisation", context.who.organisation_name},
                         {"Password", has_password ? "Set" : "None", has_password ? std::optional{ui::change("/account/password", "your password")} : std::nullopt},
                         {"Authenticator", screen.has_authenticator ? "In use. Recovery codes: " + recovery_codes_words(screen.codes) : "None",
                          ui::action("/account/authenticator", screen.has_authenticator ? "Change" : "Set up", "your authenticator")},
                         {"Signed in", "At " + counted(static_cast<long long>(screen.sign_ins), "place"), ui::action("/account/sessions", "See", "where you are signed in")}};
            for (const auto& identity : screen.identities) list.rows.push_back({identity_provider_name(identity), identity_words(identity)});
            ui::summary_list(body, list);
            if (!screen.identities.empty())
                ui::paragraph(body, "Signing out here leaves you signed in to your other account. On a computer that others use, sign out there too.");
            if (screen.roles > 1) ui::paragraph(body, ui::link_html("/choose-organisation", "Switch to another of your roles"));
            ui::paragraph(body, ui::link_html("/admin/settings/terms", "School calendars: term dates, INSET days and closures"));
            ui::form(body, {.action = "/sign-out"}, [](ui::Buffer& inner) { ui::button(inner, {.text = "Sign out", .classes = "govuk-button--secondary"}); });
        });
    });
}

}  // namespace waymark::people
