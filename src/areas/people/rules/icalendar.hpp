// Reads the events of an iCalendar file: their whole days and their summaries. The few properties that term dates need, with the
// line each event starts on, so that a person finds what is wrong (docs/decisions/0011-a-reader-of-icalendar.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/result.hpp"

namespace waymark::people {

struct CalendarEvent {
    long line = 0;        // where BEGIN:VEVENT stands
    std::string summary;
    Date from, to;        // both included; in the file DTEND is the day after
};
struct EventLeftOut {
    long line = 0;
    std::string message;
};
struct CalendarEvents {
    std::vector<CalendarEvent> events;     // as they stand in the file
    std::vector<EventLeftOut> left_out;    // without a day, repeating, ending before they start
};

/// Lines may be folded and end in CR LF or LF; text is UTF-8 or Windows-1252. A time of day is dropped, midnight ends the day before;
/// a time in UTC is the day it is in London then. Cancelled events are passed over.
/// Fails  `calendar_file.cut_off` (the file ends within the calendar), `calendar_file.not_icalendar`, `calendar_file.empty`
/// Source RFC 5545, sections 3.1 (lines), 3.3.4, 3.3.5 (days and times), 3.6.1 (events)
[[nodiscard]] Result<CalendarEvents> read_events(std::string_view bytes);

}  // namespace waymark::people
