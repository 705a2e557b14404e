// Nothing here reads a child's record. Names of people and addresses stay out of the trail: the id leads to them while they are kept.
#include "people/actions/keep_accounts.hpp"

#include <algorithm>

#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "people/actions/mail_link.hpp"
#include "people/rules/second_step.hpp"
#include "people/store/second_steps.hpp"
#include "people/store/sign_ins.hpp"

namespace waymark::people {
namespace {

Result<User> account_of(Transaction& tx, UserId id)
{
    auto found = user(tx, id);
    if (!found || !found->is_active) return not_found("people.no_such_account", "There is no such account.");
    return std::move(*found);
}

Result<void> record(Transaction& tx, UserId user, std::string verb, std::string after = {}, std::string before = {})
{
    return tx.record({.verb = std::move(verb), .entity = "user", .about = user.value, .pupil = {}, .before = std::move(before), .after = std::move(after)});
}

LinkMade make_and_mail(Transaction& tx, const User& user, LinkKind kind)
{
    LinkMade made{.token = make_link(tx, user.id, kind), .kind = kind};
    made.is_mailed = mail_link(tx, user, kind, made.token);
    if (made.is_mailed) made.token.clear();
    return made;
}

std::string role_json(Role role, OrganisationId organisation, const DateRange& period)
{
    Json json{{"role", enum_text(role)}, {"organisation", organisation.text()}, {"from", iso(period.from)}};
    if (period.to) json["to"] = iso(*period.to);
    return json_text(json);
}

Result<void> check_not_held(Transaction& tx, UserId user, const Invite& command)
{
    const auto held = every_membership_of(tx, user);
    const bool holds = std::ranges::any_of(held, [&](const AnyMembership& each) {
        return each.role == command.role && each.organisation == command.organisation && each.period.overlaps(command.period);
    });
    if (holds) return refused("people.role_held", "This person holds that role there on some of these days already.", "role");
    return {};
}

}  // namespace

Result<Invited> invite(Context& context, const Invite& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<Invited> {
        const auto where = organisation(tx, command.organisation);
        if (!where) return invalid("people.organisation_missing", "Choose where the person works.", "organisation");
        const Invitation invitation{command.name, command.email, command.role, std::string{enum_text(where->kind)}, command.period};
        TRY(problems_with_invitation(invitation, tx.today()).as_result());
        const auto known = user_by_email(tx, command.email);
        Invited invited{.user = known ? known->id : UserId{Id::make(tx.now())}, .token = {}};
        if (known && !known->is_active) return refused("people.account_closed", "The account with this address is closed.", "email");
        if (known) TRY(check_not_held(tx, known->id, command));
        else insert_user(tx, {.id = invited.user, .name = std::string{trimmed(command.name)}, .email = command.email, .demonstration = {}});
        insert_membership(tx, {.id = {Id::make(tx.now())}, .user = invited.user, .organisation = command.organisation, .role = command.role, .period = command.period});
        if (!known || known->password_hash.empty()) {
            const auto link = make_and_mail(tx, user(tx, invited.user).value(), LinkKind::invitation);
            invited.token = link.token;
            invited.is_mailed = link.is_mailed;
        }
        TRY(record(tx, invited.user, known ? "gave_role" : "invited", role_json(command.role, command.organisation, command.period)));
        return invited;
    });
}

Result<void> end_role(Context& context, const EndRole& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        (void)TRY(account_of(tx, command.user));
        const auto all = every_membership_of(tx, command.user);
        const auto held = std::ranges::find(all, command.membership, &AnyMembership::id);
        if (held == all.end()) return not_found("people.no_such_role", "There is no such role.");
        const bool is_last = held->role == Role::administrator && !held->period.to && lasting_administrators(tx) <= 1;
        TRY(problems_with_ending({held->role, held->period, is_last}, command.last_day, tx.today()).as_result());
        if (!end_membership(tx, command.user, command.membership, command.last_day)) return stale("people.role_changed", "Somebody changed this role meanwhile.");
        const DateRange ended{held->period.from, command.last_day};
        return record(tx, command.user, "ended_role", role_json(held->role, held->organisation, ended), role_json(held->role, held->organisation, held->period));
    });
}

Result<LinkMade> hand_over_link(Context& context, UserId user)
{
    return context.in_transaction([&](Transaction& tx) -> Result<LinkMade> {
        const auto whose = TRY(account_of(tx, user));
        const auto kind = whose.password_hash.empty() ? LinkKind::invitation : LinkKind::reset;
        auto made = make_and_mail(tx, whose, kind);
        end_reset_request(tx, user);
        TRY(record(tx, user, kind == LinkKind::invitation ? "made_invitation_link" : "made_reset_link"));
        return made;
    });
}

Result<void> unlock(Context& context, UserId user)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto whose = TRY(account_of(tx, user));
        note_attempt(tx, whose.email, tx.context().who.user_agent_address, true, AttemptKind::code);
        return record(tx, user, "unlocked_account");
    });
}

Result<void> take_off_authenticator(Context& context, UserId user)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        (void)TRY(account_of(tx, user));
        remove_authenticator(tx, user);
        end_set_up(tx, user);
        replace_recovery_codes(tx, user, {});
        end_other_sign_ins(tx, user);
        return record(tx, user, "took_off_authenticator");
    });
}

Result<void> choose_roles_with_authenticator(Context& context, const std::vector<Role>& roles)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto before = as_choice(roles_with_authenticator(authority_setting(tx, "authenticator_roles", tx.today())));
        set_authority_setting(tx, "authenticator_roles", as_choice(roles), tx.today());
        return record(tx, tx.context().who.user, "chose_roles_with_authenticator", json_text(Json{{"roles", as_choice(roles)}}), json_text(Json{{"roles", before}}));
    });
}

Result<void> choose_idle_limit(Context& context, std::chrono::minutes idle)
{
    if (idle < idle_least || idle > idle_most) return refused("people.idle_limit", "Choose from 15 to 60 minutes.", "minutes");
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto before = sign_in_limits(tx).idle;
        set_authority_setting(tx, "idle_minutes", std::to_string(idle.count()), tx.today());
        return record(tx, tx.context().who.user, "chose_idle_limit", json_text(Json{{"minutes", idle.count()}}), json_text(Json{{"minutes", before.count()}}));
    });
}

}  // namespace waymark::people
