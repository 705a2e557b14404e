// Importing term dates from a file: it is read and kept for whoever chose it, shown as what it would change, and written once they
// confirm. Until then the calendar stays as it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "people/actions/keep_calendar.hpp"
#include "people/rules/calendar_changes.hpp"

namespace waymark::people {

/// Reads the file and keeps it until it is confirmed or replaced by another.
/// Fails  as read_calendar_file and check_may_change_calendar do; `calendar_file.too_large`
Result<void> keep_calendar_file(Context& context, CalendarOwner whose, const std::string& file_name, std::string_view bytes, NotInFile rest);

struct CalendarImport {
    std::string file_name;
    NotInFile rest = NotInFile::stays;
    CalendarFile file;
    CalendarChanges changes;
    SchoolCalendar afterwards;  // what would count then
    std::string mark;           // of the calendar as it stands: what is confirmed is what was shown
};
/// What the kept file would change now; none when there is no such file.
[[nodiscard]] Result<std::optional<CalendarImport>> waiting_import(Context& context, CalendarOwner whose);

/// Writes what was shown. Fails  `calendar.no_file` (nothing waits), `calendar.changed_since` (somebody changed the calendar since it was
/// shown: look again), `calendar.nothing_to_write`, `calendar.overlap`
Result<CalendarChanges> confirm_calendar_import(Context& context, CalendarOwner whose, std::string_view seen_mark);

}  // namespace waymark::people
