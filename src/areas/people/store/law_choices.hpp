// The law as it holds for this authority: the numbers in force on a day with its own choices among the local ones.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "vocabulary/law.hpp"

namespace waymark::people {

/// One choice the authority made, in force from a day until its next one about the same number.
struct LawChoice {
    std::string name;           // as in the law: "reporting_minute"
    std::optional<int> value;   // none: the default again
    Date from;
};

/// The numbers in force that day, with what the authority had chosen by then: what was done on a day is judged by the choices
/// of that day. A number that statute or guidance has taken over by then is theirs again. One query: ask once, not for each child.
[[nodiscard]] Law law_for(Transaction& tx, Date day);
[[nodiscard]] Law law_for(Context& context, Date day);

/// The law's own row of that number on that day; before the first row, that one. Null when the law has no such number: an
/// authority has other settings too.
[[nodiscard]] const LawNumber* number_in_force(std::string_view name, Date day);

/// Every choice it ever made among the numbers of the law, by name and day, those of days to come included.
[[nodiscard]] std::vector<LawChoice> law_choices(Transaction& tx);

/// The one in force that day about that number; null when there is none, or when it went back to the default.
[[nodiscard]] const LawChoice* choice_in_force(std::span<const LawChoice> choices, std::string_view name, Date day);

/// The law of every day as this authority has it, read once: for counting over many children.
class LawBook {
public:
    explicit LawBook(Transaction& tx);
    /// As `law_for`.
    [[nodiscard]] const Law& on(Date day) const;

private:
    std::map<Date, Law> from_;  // the law from each day on which some number changes
};

/// Appends a choice. One from the same day about the same number gives way; every earlier one stays.
void keep_law_choice(Transaction& tx, const LawChoice& choice);

}  // namespace waymark::people
