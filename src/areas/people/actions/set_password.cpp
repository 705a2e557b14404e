// A password is hashed outside of transactions: it takes a while, and nobody should wait for it.
#include "people/actions/set_password.hpp"

#include "people/actions/mail_link.hpp"
#include "people/actions/proof.hpp"
#include "people/store/organisations.hpp"
#include "people/store/sign_ins.hpp"
#include "platform/access/password.hpp"
#include "platform/outbox/outbox.hpp"

namespace waymark::people {
namespace {

constexpr std::chrono::minutes one_link_within{5};

/// False when one was made just now: nobody’s mailbox is filled by somebody else’s asking.
bool mail_reset(Transaction& tx, const User& user)
{
    if (has_link_since(tx, user.id, tx.now() - one_link_within)) return false;
    const auto kind = user.password_hash.empty() ? LinkKind::invitation : LinkKind::reset;
    return mail_link(tx, user, kind, make_link(tx, user.id, kind));
}

/// What a guesser would try first of somebody here.
std::string known_of(Context& context, const User& user)
{
    return user.name + " " + context.read([](Transaction& tx) { return authority_name(tx); });
}

}  // namespace

Result<void> change_password(Context& context, const User& user, const ChangePassword& command)
{
    Problems wrong = problems_with_new_password(command.new_password, user.email, known_of(context, user));
    if (command.old_password.empty()) wrong.add("people.password_missing", "Enter the password you have now.", "password");
    TRY(wrong.as_result());
    TRY(prove_by_password(context, user, command.old_password, command.from));
    const std::string hash = access::password_hash(command.new_password);
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        set_password(tx, user.id, hash);
        end_links(tx, user.id);
        end_reset_request(tx, user.id);
        end_other_sign_ins(tx, user.id, command.token);
        return tx.record({.verb = "changed_password", .entity = "user", .about = user.id.value, .pupil = {}});
    });
}

Result<LinkShown> look_at_link(Context& context, std::string_view token, std::string_view from_address)
{
    const auto look = [&](Transaction& tx) -> Result<std::optional<LinkShown>> {
        TRY(may_try(tx, "", from_address, ""));
        const auto link = open_link(tx, token);
        if (!link) return std::nullopt;
        const auto whose = user(tx, link->user);
        expects(whose.has_value());
        return LinkShown{*whose, link->kind};
    };
    const auto found = TRY(context.read(look));
    if (found) return *found;
    TRY(context.in_transaction([&](Transaction& tx) -> Result<void> {
        note_attempt(tx, "", from_address, false, AttemptKind::link);
        return {};
    }));
    return not_found("people.link_gone", "This link does not work any more.");
}

Result<void> set_password_by_link(Context& context, const SetPasswordByLink& command)
{
    const auto link = TRY(look_at_link(context, command.token, command.from_address));
    TRY(problems_with_new_password(command.new_password, link.user.email, known_of(context, link.user)).as_result());
    const std::string hash = access::password_hash(command.new_password);
    act_for(context, link.user);
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        if (!use_link(tx, command.token)) return not_found("people.link_gone", "This link does not work any more.");
        set_password(tx, link.user.id, hash);
        end_reset_request(tx, link.user.id);
        end_other_sign_ins(tx, link.user.id);
        return tx.record({.verb = link.kind == LinkKind::invitation ? "took_up_invitation" : "reset_password", .entity = "user", .about = link.user.id.value, .pupil = {}});
    });
}

Result<void> ask_for_new_password(Context& context, std::string_view email, std::string_view from_address)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(may_try(tx, "", from_address, "email"));
        note_attempt(tx, "", from_address, false, AttemptKind::link);
        const auto known = user_by_email(tx, email);
        if (!known || !known->is_active) return {};
        if (!outbox::origin_of_links()) ask_for_reset(tx, known->id);
        else if (!mail_reset(tx, *known)) return {};
        return tx.record({.verb = "asked_for_new_password", .entity = "user", .about = known->id.value, .pupil = {}});
    });
}

}  // namespace waymark::people
