// The statements of decisions.sql about letters, by name.
#include "panel/store/letters.hpp"

#include "panel/store/decisions.sql.hpp"

namespace waymark::panel {

std::vector<Letter> letters_of(Transaction& tx, DecisionId decision)
{
    return tx.all(sql::letters_of, {{"decision", decision}}, [](const Row& row) {
        return Letter{.id = row.id<LetterId>("id"),
                      .decision = row.id<DecisionId>("decision_id"),
                      .recipient = row.one_of<Recipient>("recipient"),
                      .addressee = row.text("addressee"),
                      .body = row.text("body"),
                      .state = row.one_of<LetterState>("state"),
                      .sent_at = row.maybe_instant("sent_at"),
                      .version = row.number("version")};
    });
}

Result<Letter> find_letter(Transaction& tx, DecisionId decision, Recipient recipient)
{
    for (Letter& letter : letters_of(tx, decision))
        if (letter.recipient == recipient) return std::move(letter);
    return not_found("panel.letter_not_found", "There is no such letter.");
}

void insert_letter(Transaction& tx, DecisionId decision, Recipient recipient, std::string_view addressee, std::string_view body)
{
    tx.run(sql::insert_letter, {{"id", tx.new_id<LetterId>()},
                                {"decision", decision},
                                {"recipient", recipient},
                                {"addressee", addressee},
                                {"body", body}});
}

bool edit_letter(Transaction& tx, const Letter& letter)
{
    return tx.run(sql::edit_letter, {{"letter", letter.id},
                                     {"addressee", letter.addressee},
                                     {"body", letter.body},
                                     {"seen_version", letter.version}}) == 1;
}

bool send_letter(Transaction& tx, const Letter& letter)
{
    return tx.run(sql::send_letter, {{"letter", letter.id}, {"seen_version", letter.version}}) == 1;
}

std::vector<UnsentLetter> letters_to_send(Transaction& tx)
{
    return tx.all(sql::letters_to_send, {}, [](const Row& row) {
        return UnsentLetter{.decision = row.id<DecisionId>("decision_id"),
                            .recipient = row.one_of<Recipient>("recipient"),
                            .outcome = row.one_of<Outcome>("outcome"),
                            .decided_on = row.date("decided_on"),
                            .referral_reference = row.text("reference"),
                            .pupil_reference = row.text("pupil_reference"),
                            .pupil_name = row.text("known_as") + " " + row.text("last_name")};
    });
}

}  // namespace waymark::panel
