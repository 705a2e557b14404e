// The authority chooses a number that the law leaves to it, from a day on.
#pragma once

#include <optional>
#include <string>

#include "people/store/law_choices.hpp"
#include "platform/context.hpp"

namespace waymark::law {

struct ChooseNumber {
    std::string name;           // as in the law: "reporting_minute"
    std::optional<int> value;   // none: the default again
    Date from;                  // today or later: what was done before is judged by what held then
    std::string reason;
    std::optional<int> seen;    // what was in force from that day when the person looked; none: not asked
};

/// What is in force on the day the choice is to hold from, and what would be with it.
struct ChoiceLookedAt {
    const LawNumber* number = nullptr;
    std::optional<int> own_before;  // the authority's own choice in force that day before this one; none: the default
    int before = 0, after = 0;
    std::optional<people::LawChoice> next;  // a later choice that is already made: until then this one holds
};

/// Looks at a choice without making it.
/// Fails   `law.unknown_setting` (not found); at their fields: `law.choice_in_past`, `law.choice_same`, `law.reason_missing`, and what
///         problems_with_choice says
[[nodiscard]] Result<ChoiceLookedAt> look_at_choice(Transaction& tx, const ChooseNumber& choice);

/// Makes it: appended, so that every day keeps the number it had.
/// Fails   as look_at_choice; `law.choice_changed` (stale) when somebody chose meanwhile
[[nodiscard]] Result<void> choose_number(Context& context, const ChooseNumber& choice);

}  // namespace waymark::law
