// What a file of term dates would change in a calendar that stands: shown before anything is written, and then written exactly so.
#pragma once

#include <optional>
#include <vector>

#include "people/rules/calendar_file.hpp"
#include "people/rules/school_terms.hpp"

namespace waymark::people {

/// What becomes of that which stands in the calendar in the file's school years and not in the file.
enum class NotInFile { stays, goes };

enum class ChangeOfCalendar { added, changed, removed, same };

struct TermChange {
    ChangeOfCalendar change = ChangeOfCalendar::same;
    std::optional<KeptTerm> was;
    std::optional<TermInFile> becomes;
};
struct DayChange {
    ChangeOfCalendar change = ChangeOfCalendar::same;
    std::optional<KeptDay> was;
    std::optional<DayInFile> becomes;
};

struct CalendarChanges {
    std::vector<TermChange> terms;  // by first day
    std::vector<DayChange> days;    // by day
    std::vector<SchoolYear> years;  // that the file speaks of
    Problems problems;              // none may be written while there are any
    [[nodiscard]] int count(ChangeOfCalendar change) const;
    [[nodiscard]] bool writes_nothing() const;
};

/// A half-term of the file stands for the one of the same name in the same year, else for one that it overlaps. What a file of dates
/// cannot know stays in any case: unplanned closures, and bank holidays on which the school is open.
/// Fails (in `problems`) `calendar.overlap`: a half-term that stays overlaps one of the file
[[nodiscard]] CalendarChanges changes_by(const KeptCalendar& standing, const CalendarFile& file, NotInFile rest);

}  // namespace waymark::people
