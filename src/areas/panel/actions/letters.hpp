// Letters after they were drafted: put right by hand, sent.
#pragma once

#include <string>

#include "panel/store/letters.hpp"

namespace waymark::panel {

struct EditLetter {
    DecisionId decision;
    Recipient recipient = Recipient::family;
    int seen_version = 0;
    std::string addressee;
    std::string body;
};
/// Fails `panel.letter_empty`, `panel.addressee_missing`, `panel.letter_sent`, stale.
Result<void> edit_letter(Context& context, const EditLetter& command);

struct SendLetter {
    DecisionId decision;
    Recipient recipient = Recipient::family;
    int seen_version = 0;
};
/// Records that the letter went out; after that it cannot be changed. Printing, posting and e-mailing are done by hand.
/// Sending it twice answers as the first time. Fails `panel.letter_superseded`, stale.
Result<void> send_letter(Context& context, const SendLetter& command);

}  // namespace waymark::panel
