// Letters: edited until sent, sent once.
#include "panel/actions/letters.hpp"

#include <algorithm>

#include "foundation/text.hpp"
#include "panel/actions/follow_up.hpp"
#include "panel/store/decisions.hpp"
#include "pupils/actions/restrict_contact.hpp"
#include "referrals/store/referrals.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::panel {
namespace {

std::unexpected<Problems> changed_meanwhile()
{
    return stale("panel.letter_changed_meanwhile", "Somebody changed this letter while you had it open.");
}

Result<void> record(Transaction& tx, const Letter& letter, std::string verb)
{
    const auto decision = TRY(find_decision(tx, letter.decision));
    const auto referral = referrals::find_referral(tx, decision.referral);
    return tx.record({.verb = std::move(verb),
                      .entity = "decision_letter",
                      .about = letter.id.value,
                      .pupil = referral ? std::optional{referral->pupil.value} : std::nullopt,
                      .after = R"({"to":")" + std::string{enum_text(letter.recipient)} + R"("})"});
}

/// A letter to somebody who must not be contacted, or that gives an address away, stays a draft.
Result<void> check_may_leave(Transaction& tx, const Letter& letter)
{
    const auto decision = TRY(find_decision(tx, letter.decision));
    const auto referral = referrals::find_referral(tx, decision.referral);
    expects(referral.has_value());
    return pupils::problems_with(tx, referral->pupil, {.addressee = letter.addressee, .body = letter.body, .is_to_family = letter.recipient == Recipient::family}).as_result();
}

}  // namespace

Result<void> edit_letter(Context& context, const EditLetter& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        auto letter = TRY(find_letter(tx, command.decision, command.recipient));
        if (letter.state == LetterState::sent) return refused("panel.letter_sent", "This letter was sent. Write a new one if something was wrong.", "body");
        Problems found;
        if (trimmed(command.addressee).empty()) found.add("panel.addressee_missing", "Enter whom the letter is to", "addressee");
        if (trimmed(command.body).empty()) found.add("panel.letter_empty", "Enter the text of the letter", "body");
        TRY(found.as_result());
        letter.version = command.seen_version;
        letter.addressee = trimmed(command.addressee);
        letter.body = trimmed(command.body);
        if (!edit_letter(tx, letter)) return changed_meanwhile();
        return record(tx, letter, "edited");
    });
}

Result<void> send_letter(Context& context, const SendLetter& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        auto letter = TRY(find_letter(tx, command.decision, command.recipient));
        if (letter.state == LetterState::sent) return {};
        if (TRY(find_decision(tx, command.decision)).superseded_by)
            return refused("panel.letter_superseded", "A later decision has taken the place of this one. Send the letter of that decision.");
        TRY(check_may_leave(tx, letter));
        letter.version = command.seen_version;
        if (!send_letter(tx, letter)) return changed_meanwhile();
        const auto letters = letters_of(tx, command.decision);
        if (std::ranges::all_of(letters, [](const Letter& one) { return one.state == LetterState::sent; }))
            tasks::close_tasks_about(tx, command.decision.value, send_letters_task);
        return record(tx, letter, "sent");
    });
}

}  // namespace waymark::panel
