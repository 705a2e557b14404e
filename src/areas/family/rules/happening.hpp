// What is happening for a child, in words that their family reads: where they are, what comes next, and when.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/date.hpp"
#include "referrals/rules/referral.hpp"
#include "vocabulary/session.hpp"

namespace waymark::family {

struct Place {
    std::string provider;                   // "Greenways Farm"
    std::vector<std::string> addresses;     // where the child is taught; none: online or not known
    std::string telephone;                  // empty: not known
    std::string officer;                    // who answers for the place at the authority; empty: nobody by name
    bool has_begun = false;
    Date from, expected_end;
    std::vector<WeekdaySession> week;       // none: not agreed yet
    std::optional<Date> review_on;          // the next time that everybody talks about it; none: no day yet
};

struct Happening {
    std::string name;                       // how the child is called: never the last name
    std::vector<Place> places;              // planned or begun, not ended
    std::optional<referrals::State> referral;  // the latest that was sent; none: nobody has asked for anything
    std::optional<Date> panel_on;           // when it is decided; none: no day yet
};

struct HappeningWords {
    std::string now;                        // "Kai goes to Greenways Farm."
    std::vector<std::string> next;          // each with its day, or with the words that there is none yet
};
/// Short sentences and short words, for a reading age of nine; no word of law, no code, no last name.
/// Check   A-FAM1, A-YP4: the end date and the next place, or “not decided yet”
[[nodiscard]] HappeningWords words_of(const Happening& happening, Date today);

/// "Monday: morning and afternoon", a line for each day.
[[nodiscard]] std::vector<std::string> week_words(std::vector<WeekdaySession> week);

}  // namespace waymark::family
