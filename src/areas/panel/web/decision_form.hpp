// The fields of a decision, the same in a meeting, outside one, and where one takes the place of another.
#pragma once

#include <string>
#include <vector>

#include "panel/store/cases.hpp"
#include "panel/store/decisions.hpp"
#include "people/store/users.hpp"
#include "ui/ui.hpp"

namespace waymark::panel {

/// What the form offers, and which questions this case needs.
struct DecisionQuestions {
    std::string child;                          // "Kai"
    std::string school;                         // empty: on no roll
    bool has_ehc_plan = false;
    bool is_outside_meeting = false;
    bool supersedes = false;                    // a decision stands that this one takes the place of
    std::vector<Category> categories;
    std::vector<people::Colleague> officers;    // who may sign off
    int weeks_without_reason = 12;
};
[[nodiscard]] DecisionQuestions questions_for(Transaction& tx, const Case& the_case, bool is_outside_meeting, const std::optional<Decision>& standing);

/// The fields; the caller writes form, hidden values and button around them.
void decision_fields(ui::Buffer& out, const DecisionQuestions& questions, const Form& form);

/// Text to types: what cannot be read at all is a problem here, the rest is the rules'.
[[nodiscard]] Result<ProposedDecision> read_decision(const Form& form);

/// A form filled with what is known: what the referral asks for.
[[nodiscard]] Form decision_form(const referrals::Referral& referral);
/// A form filled with an earlier decision, to be changed where it no longer holds.
[[nodiscard]] Form decision_form(const ProposedDecision& decision, const DecisionQuestions& questions);

}  // namespace waymark::panel
