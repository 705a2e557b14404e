// A file of term dates, CSV or iCalendar, as it was understood: half-terms and single days with the lines they stand on, and
// every line that was not understood, with why. Nothing is taken from a line in doubt.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.hpp"
#include "vocabulary/school_calendar.hpp"

namespace waymark::people {

struct TermInFile {
    long line = 0;
    HalfTerm term;
    std::string working;  // how it was worked out, where the file does not say it outright
};
struct DayInFile {
    long line = 0;
    Closure day;
};
struct LineOfFile {
    long line = 0;
    std::string message;
};

struct CalendarFile {
    std::vector<TermInFile> terms;         // in order, none overlapping
    std::vector<DayInFile> days;           // in order, each day once
    std::vector<LineOfFile> left_out;      // not understood or wrong: left out, and said
    std::vector<LineOfFile> already_known; // bank holidays that need not be entered, lines that stand there twice
};

/// Reads either kind, told apart by what is in it, not by its name.
/// Fails  as the two below; `calendar_file.not_text` (a PDF, a spreadsheet, a picture)
[[nodiscard]] Result<CalendarFile> read_calendar_file(std::string_view bytes);

/// CSV with the columns kind, name, from, to. `kind` is one of: half-term, INSET, closure, unplanned closure, bank holiday, open.
/// `to` empty: one day. Days as 2026-09-02 or 02/09/2026.
/// Fails  `calendar_file.columns_missing`, `calendar_file.empty`, and what read_csv fails with
[[nodiscard]] Result<CalendarFile> read_calendar_csv(std::string_view bytes);

/// iCalendar (RFC 5545): the events' days and the words of their summaries.
/// Fails  `calendar_file.cut_off`, `calendar_file.empty`, `calendar_file.not_icalendar`
[[nodiscard]] Result<CalendarFile> read_icalendar(std::string_view bytes);

/// Takes out what overlaps and what stands there twice, saying so, and puts the rest in order.
void put_in_order(CalendarFile& file);

}  // namespace waymark::people
