// One person’s account: roles, how they sign in, and what can be done about either. Nothing here is about a child.
#include <algorithm>

#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/actions/sign_in_elsewhere.hpp"
#include "people/rules/roles.hpp"
#include "people/rules/second_step.hpp"
#include "people/store/second_steps.hpp"
#include "people/store/sign_ins.hpp"
#include "people/web/pages.hpp"
#include "people/web/users_show.hpp"
#include "platform/http/origin.hpp"

namespace waymark::people {
namespace {

struct UserScreen {
    User user;
    std::vector<AnyMembership> memberships;
    std::vector<RecoveryCode> codes;
    std::vector<Identity> identities;
    bool has_authenticator = false, is_locked = false;
    std::size_t sign_ins = 0;
};

Result<UserScreen> load(Transaction& tx, UserId id)
{
    auto found = user(tx, id);
    if (!found || !found->is_active) return not_found("people.no_such_account", "There is no such account.");
    return UserScreen{.user = *found,
                      .memberships = every_membership_of(tx, id),
                      .codes = recovery_codes(tx, id),
                      .identities = identities_of(tx, id),
                      .has_authenticator = authenticator(tx, id).has_value(),
                      .is_locked = is_locked(failed_tries(tx, found->email, "")),
                      .sign_ins = open_sign_ins(tx, id).size()};
}

std::string days_words(const DateRange& period)
{
    return period.to ? short_date(period.from) + " to " + short_date(*period.to) : "Since " + short_date(period.from);
}

void roles_table(ui::Buffer& out, const UserScreen& screen, Date today)
{
    ui::TableOptions table{.caption = "Roles", .caption_classes = "govuk-table__caption--m"};
    table.head = {"Role", "Where", "Days", "End"};
    for (const auto& held : screen.memberships) {
        const bool is_past = held.period.to && *held.period.to < today;
        const auto href = user_href(screen.user.id, "roles/" + held.id.text() + "/end");
        table.rows.push_back({words_of(role_name(held.role)), held.organisation_name, days_words(held.period),
                              is_past ? ui::Content{"Ended"} : ui::Content{ui::link_html(href, "End", " the role of " + std::string{role_name(held.role)})}});
    }
    ui::table(out, table);
}

void one_button(ui::Buffer& out, const std::string& path, const char* text, std::string_view why, bool is_warning = false)
{
    ui::form(out, {.action = path}, [&](ui::Buffer& inner) {
        ui::paragraph(inner, why);
        ui::button(inner, {.text = text, .classes = is_warning ? "govuk-button--warning" : "govuk-button--secondary"});
    });
}

void user_view(ui::Buffer& out, const UserScreen& screen, Date today)
{
    const auto& user = screen.user;
    ui::page(out, {.title = "Account", .back = ui::Link{"People with an account", "/admin/users"}, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::SummaryListOptions list;
        list.rows = {{"Name", user.name},
                     {"Email address", user.email},
                     {"Password", user.password_hash.empty() ? "Not set yet" : "Set"},
                     {"Authenticator", screen.has_authenticator ? "In use. Recovery codes: " + recovery_codes_words(screen.codes) : "None"},
                     {"Signed in", screen.sign_ins == 0 ? "Nowhere now" : "At " + counted(static_cast<long long>(screen.sign_ins), "place")}};
        for (const auto& identity : screen.identities) list.rows.push_back({identity_provider_name(identity), identity_words(identity)});
        ui::summary_list(body, list);
        if (screen.is_locked) {
            ui::alert(body, ui::AlertKind::warning, "Too many wrong codes were typed after the right password. Make sure that it was them. If it was not, somebody else knows the password: "
                                                    "make a link for a new one too.", "Locked");
            one_button(body, user_href(user.id, "unlock"), "Unlock", "They can try again at once.");
        }
        roles_table(body, screen, today);
        ui::heading(body, 2, "If they cannot sign in");
        ui::paragraph(body, "First make sure that it is them: ring the number you know, or see them.");
        if (user.password_hash.empty()) one_button(body, user_href(user.id, "link"), "Make an invitation link", "An invitation link works once, within 48 hours, and takes the place of earlier ones.");
        else one_button(body, user_href(user.id, "link"), "Make a link for a new password", "A link for a new password works once, within an hour. The old password holds until they use it; then they are signed out everywhere.");
        if (screen.has_authenticator)
            one_button(body, user_href(user.id, "authenticator/remove"), "Take off the authenticator",
                       "Take the authenticator off only when they have lost it and their recovery codes. They are signed out everywhere, and sign in with their password alone until they set up a new one.", true);
        for (const auto& identity : screen.identities)
            one_button(body, user_href(user.id, "identities/" + identity.id.text() + "/remove"), "Take off the other account",
                       "Take off their " + identity_provider_name(identity) + " (" + identity.email + ") when it is not theirs any more. They are signed out everywhere. Whoever signs in there "
                       "next with their email address is bound to this account.", true);
    });
}

void ending_view(ui::Buffer& out, const UserScreen& screen, const AnyMembership& held, const Form& form)
{
    ui::page(out, {.title = "End a role", .back = ui::Link{"Account", user_href(screen.user.id)}, .problems = form.problems, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::summary_list(body, {.rows = {{"Name", screen.user.name}, {"Role", words_of(role_name(held.role))}, {"Where", held.organisation_name}, {"Days", days_words(held.period)}}});
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::date_field(inner, {.name = "to", .legend = "Last day", .hint = "To end it at once, give yesterday. What they recorded stays."}, form);
            ui::submit_row(inner, {.text = "End role", .warning = true, .cancel = {"Cancel", user_href(screen.user.id)}});
        });
    });
}

struct Ending {
    UserScreen screen;
    AnyMembership held;
};
Result<Ending> load_ending(const Request& request, Context& context)
{
    const auto user = TRY(request.path_id<UserId>("user"));
    const auto membership = TRY(request.path_id<MembershipId>("membership"));
    return context.read([&](Transaction& tx) -> Result<Ending> {
        auto screen = TRY(load(tx, user));
        const auto held = std::ranges::find(screen.memberships, membership, &AnyMembership::id);
        if (held == screen.memberships.end()) return not_found("people.no_such_role", "There is no such role.");
        const AnyMembership found = *held;
        return Ending{std::move(screen), found};
    });
}

}  // namespace

std::string user_href(UserId user, std::string_view part)
{
    return "/admin/users/" + user.text() + (part.empty() ? "" : "/") + std::string{part};
}

Result<Response> link_to_hand_over(const Request& request, Context& context, UserId id, const LinkMade& link)
{
    const auto whose = context.read([&](Transaction& tx) { return user(tx, id); });
    expects(whose.has_value());
    const LinkLimits limits;
    const bool is_new = link.kind == LinkKind::invitation;
    const Instant until = context.now + (is_new ? limits.invitation : limits.reset);
    return without_trace(account_page_of(200, [&](ui::Buffer& out) {
        ui::page(out, {.title = is_new ? "Hand over this invitation" : "Hand over this link", .back = ui::Link{"Account", user_href(id)}, .about_a_person = false}, [&](ui::Buffer& body) {
            ui::warning_text(body, {.text = "Copy this link now. It is not shown again."});
            ui::inset_text(body, {.text = origin_of(request) + "/sign-in/link/" + link.token, .classes = "wm-break"});
            ui::summary_list(body, {.rows = {{"For", whose->name + ", " + whose->email}, {"Works", "once, until " + uk_date_time(until)}}});
            ui::paragraph(body, "Whoever has it can set this person’s password. Send it to them alone, by a way that you trust. Earlier links no longer work.");
            ui::action_link(body, user_href(id), "I have copied it");
        });
    }));
}

Result<Response> show_user(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<UserId>("user"));
    const auto screen = TRY(context.read([&](Transaction& tx) { return load(tx, id); }));
    return account_page_of(200, [&](ui::Buffer& out) { user_view(out, screen, context.today); });
}

Result<Response> submit_user_link(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<UserId>("user"));
    const auto made = TRY(hand_over_link(context, id));
    if (made.is_mailed) return see_other_with_success(user_href(id), "A link is on its way to their email address");
    return link_to_hand_over(request, context, id, made);
}

Result<Response> submit_user_unlock(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<UserId>("user"));
    TRY(unlock(context, id));
    return see_other_with_success(user_href(id), "The account is unlocked");
}

Result<Response> submit_user_authenticator_off(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<UserId>("user"));
    TRY(take_off_authenticator(context, id));
    return see_other_with_success(user_href(id), "The authenticator is taken off");
}

Result<Response> submit_user_identity_off(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<UserId>("user"));
    const auto identity = TRY(request.path_id<Id>("identity"));
    TRY(take_off_identity(context, id, identity));
    return see_other_with_success(user_href(id), "The other account is taken off");
}

Result<Response> show_end_of_role(const Request& request, Context& context)
{
    const auto ending = TRY(load_ending(request, context));
    Form form;
    form.set("to", iso(context.today));
    return account_page_of(200, [&](ui::Buffer& out) { ending_view(out, ending.screen, ending.held, form); });
}

Result<Response> submit_end_of_role(const Request& request, Context& context)
{
    const auto ending = TRY(load_ending(request, context));
    const Form form = request.form();
    FormReader read{form};
    const auto last_day = read.date("to", "the last day");
    const auto again = [&](const Problems& problems) {
        return account_page_of(422, [&](ui::Buffer& out) { ending_view(out, ending.screen, ending.held, form.with(problems)); });
    };
    if (const auto typed = read.result(); !typed) return again(typed.error());
    const auto ended = end_role(context, {ending.screen.user.id, ending.held.id, last_day});
    if (!ended && ended.error().correctable()) return again(ended.error());
    TRY(ended);
    return see_other_with_success(user_href(ending.screen.user.id), "The role ends on " + long_date(last_day));
}

}  // namespace waymark::people
