// The letters of decisions: drafted with them, edited until they are sent.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panel/rules/letter.hpp"
#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::panel {

struct LetterTag;
using LetterId = IdOf<LetterTag>;

enum class LetterState { drafted, sent };

struct Letter {
    LetterId id;
    DecisionId decision;
    Recipient recipient = Recipient::family;
    std::string addressee;
    std::string body;
    LetterState state = LetterState::drafted;
    std::optional<Instant> sent_at;
    int version = 1;
};

[[nodiscard]] std::vector<Letter> letters_of(Transaction& tx, DecisionId decision);
/// Fails `panel.letter_not_found`.
[[nodiscard]] Result<Letter> find_letter(Transaction& tx, DecisionId decision, Recipient recipient);
void insert_letter(Transaction& tx, DecisionId decision, Recipient recipient, std::string_view addressee, std::string_view body);
/// Both answer whether a row changed: false when it was sent, or changed by somebody since `letter.version`.
[[nodiscard]] bool edit_letter(Transaction& tx, const Letter& letter);
[[nodiscard]] bool send_letter(Transaction& tx, const Letter& letter);

/// A letter that nobody has sent yet.
struct UnsentLetter {
    DecisionId decision;
    Recipient recipient = Recipient::family;
    Outcome outcome = Outcome::place_in_provision;
    Date decided_on;
    std::string referral_reference;
    std::string pupil_reference;
    std::string pupil_name;  // on screen only
};
/// Drafts of decisions that stand, the oldest first.
[[nodiscard]] std::vector<UnsentLetter> letters_to_send(Transaction& tx);

}  // namespace waymark::panel
