// Lines are unfolded first, as bytes, since a fold may fall within a letter; then components are followed by their BEGIN and END.
#include "people/rules/icalendar.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"

namespace waymark::people {
namespace {

struct ContentLine {
    long line = 0;
    std::string text;
};

std::vector<ContentLine> unfolded(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    std::vector<ContentLine> lines;
    long number = 0;
    for (std::size_t start = 0; start < bytes.size();) {
        const auto end = std::min(bytes.find('\n', start), bytes.size());
        auto text = bytes.substr(start, end - start);
        if (text.ends_with('\r')) text.remove_suffix(1);
        start = end + 1;
        ++number;
        const bool goes_on = !lines.empty() && (text.starts_with(' ') || text.starts_with('\t'));
        if (goes_on) lines.back().text += text.substr(1);
        else if (!trimmed(text).empty()) lines.push_back({number, std::string{text}});
    }
    const bool utf8 = std::ranges::all_of(lines, [](const ContentLine& line) { return is_valid_utf8(line.text); });
    if (!utf8)
        for (auto& line : lines) line.text = utf8_from_windows_1252(line.text);
    return lines;
}

/// NAME;PARAMETER=…:VALUE; a colon within quotes belongs to a parameter.
struct Property {
    std::string name, value;
};

Property property_of(std::string_view line)
{
    bool quoted = false;
    std::size_t name_end = line.size();
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '"') quoted = !quoted;
        if (quoted) continue;
        if (line[at] == ';' && name_end == line.size()) name_end = at;
        if (line[at] == ':') return {lower_ascii(line.substr(0, std::min(name_end, at))), std::string{line.substr(at + 1)}};
    }
    return {lower_ascii(line.substr(0, name_end)), {}};
}

std::string unescaped(std::string_view value)
{
    std::string text;
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value[at] != '\\' || at + 1 == value.size()) {
            text += value[at];
            continue;
        }
        const char escaped = value[++at];
        text += escaped == 'n' || escaped == 'N' ? ' ' : escaped;
    }
    return std::string{trimmed(text)};
}

std::optional<int> number_in(std::string_view digits)
{
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = error == std::errc{} && end == digits.data() + digits.size() && !digits.empty() && digits.front() != '-';
    return whole ? std::optional{number} : std::nullopt;
}

struct DayAndTime {
    Date day;
    bool midnight = true;  // a day without a time, or the very start of one
};

/// "20260902", "20260902T084500" or, in UTC, "20260901T230000Z".
std::optional<DayAndTime> day_and_time(std::string_view value)
{
    if (value.size() < 8) return std::nullopt;
    const std::string_view digits = value.substr(0, 8);
    const auto day = parse_iso_date(std::string{digits.substr(0, 4)} + "-" + std::string{digits.substr(4, 2)} + "-" + std::string{digits.substr(6, 2)});
    if (!day) return std::nullopt;
    if (value.size() == 8) return DayAndTime{*day};
    const bool utc = value.ends_with('Z');
    if (value[8] != 'T' || value.size() != (utc ? 16U : 15U)) return std::nullopt;
    const auto hour = number_in(value.substr(9, 2)), minute = number_in(value.substr(11, 2));
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    if (!utc) return DayAndTime{*day, *hour == 0 && *minute == 0};
    const Instant at = Instant{*day} + std::chrono::hours{*hour} + std::chrono::minutes{*minute};
    return DayAndTime{uk_date(at), uk_minute_of_day(at) == 0};
}

/// "P5D", "P2W".
std::optional<int> days_of_duration(std::string_view value)
{
    if (value.size() < 3 || value.front() != 'P') return std::nullopt;
    const auto count = number_in(value.substr(1, value.size() - 2));
    if (!count || *count > 400) return std::nullopt;
    if (value.back() == 'D') return *count;
    return value.back() == 'W' ? std::optional{*count * 7} : std::nullopt;
}

struct OpenEvent {
    long line = 0;
    std::string summary, start, end, duration, status;
    bool repeats = false;

    void take(const Property& property)
    {
        if (property.name == "summary") summary = unescaped(property.value);
        if (property.name == "dtstart") start = trimmed(property.value);
        if (property.name == "dtend") end = trimmed(property.value);
        if (property.name == "duration") duration = trimmed(property.value);
        if (property.name == "status") status = lower_ascii(trimmed(property.value));
        if (property.name == "rrule" || property.name == "rdate") repeats = true;
    }
};

/// Its last day, included.
std::optional<Date> last_day(const OpenEvent& event, const DayAndTime& start)
{
    if (!event.end.empty()) {
        const auto end = day_and_time(event.end);
        if (!end) return std::nullopt;
        // Some programs give one day an end on the same day.
        return end->midnight && end->day != start.day ? end->day - Days{1} : end->day;
    }
    if (event.duration.empty()) return start.day;
    const auto days = days_of_duration(event.duration);
    return days ? std::optional{start.day + Days{std::max(*days, 1) - 1}} : std::nullopt;
}

void close_event(CalendarEvents& found, const OpenEvent& event)
{
    if (event.status == "cancelled") return;
    const std::string named = event.summary.empty() ? "An event without a summary" : "“" + event.summary + "”";
    const auto leave_out = [&](std::string_view why) { found.left_out.push_back({event.line, named + " " + std::string{why}}); };
    const auto start = day_and_time(event.start);
    if (!start) return leave_out(event.start.empty() ? "has no day (DTSTART)." : "has a day that cannot be read (DTSTART).");
    if (event.repeats) return leave_out("repeats. Only events that happen once are read: enter its days one by one.");
    const auto end = last_day(event, *start);
    if (!end) return leave_out("has an end that cannot be read.");
    if (*end < start->day) return leave_out("ends before it starts.");
    found.events.push_back({.line = event.line, .summary = event.summary, .from = start->day, .to = *end});
}

}  // namespace

Result<CalendarEvents> read_events(std::string_view bytes)
{
    CalendarEvents found;
    std::vector<std::string> open;  // components begun and not ended, outermost first
    OpenEvent event;
    bool any_calendar = false;
    const auto lines = unfolded(bytes);
    for (const auto& [line, text] : lines) {
        const Property property = property_of(text);
        const std::string component = lower_ascii(trimmed(property.value));
        if (property.name == "begin") {
            open.push_back(component);
            any_calendar = any_calendar || component == "vcalendar";
            if (component == "vevent") event = {.line = line};
        } else if (property.name == "end") {
            const bool broken_off = line == lines.back().line && !open.empty() && open.back().starts_with(component);
            if (broken_off && open.back() != component) break;  // "END:VEV", and the file ends
            if (open.empty() || open.back() != component)
                return refused("calendar_file.not_icalendar", "Line " + std::to_string(line) + " ends something that was not begun. Export the file again.", "file");
            open.pop_back();
            if (component == "vevent") close_event(found, event);
        } else if (!open.empty() && open.back() == "vevent") {
            event.take(property);
        }
    }
    if (!any_calendar) return refused("calendar_file.not_icalendar", "This is no iCalendar file: it does not begin with BEGIN:VCALENDAR.", "file");
    if (!open.empty())
        return refused("calendar_file.cut_off", "The file ends in the middle: its last part is missing. Download or export it again.", "file");
    if (found.events.empty() && found.left_out.empty()) return refused("calendar_file.empty", "There is no event in this file.", "file");
    return found;
}

}  // namespace waymark::people
