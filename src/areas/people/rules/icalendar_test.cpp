// iCalendar as councils and schools export it: the lines, and what the words of the events mean together.
#include "people/rules/icalendar.hpp"

#include <doctest/doctest.h>

#include "people/rules/calendar_file.hpp"

namespace waymark::people {
namespace {

std::string event(std::string_view summary, std::string_view start, std::string_view end = {})
{
    std::string text = "BEGIN:VEVENT\r\nUID:1@harrowdale.example\r\nDTSTART;VALUE=DATE:" + std::string{start} + "\r\n";
    if (!end.empty()) text += "DTEND;VALUE=DATE:" + std::string{end} + "\r\n";
    return text + "SUMMARY:" + std::string{summary} + "\r\nEND:VEVENT\r\n";
}

std::string calendar(const std::string& events) { return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n"; }

CalendarFile understood(const std::string& events)
{
    auto file = read_calendar_file(calendar(events));
    REQUIRE(code_of(file) == "");
    return *std::move(file);
}

HalfTerm term(std::string name, Date from, Date to) { return {std::move(name), from, to}; }

}  // namespace

TEST_CASE("the end of an event is the day after its last, and an event without an end is one day")
{
    const auto found = read_events(calendar(event("Autumn half term", "20261026", "20261031") + event("INSET day", "20260902") + event("Odd export", "20260903", "20260903")));
    REQUIRE(found);
    REQUIRE(found->events.size() == 3);
    CHECK(found->events[0].to == date(2026, 10, 30));
    CHECK(found->events[0].line == 3);
    CHECK(found->events[1].to == date(2026, 9, 2));
    CHECK(found->events[2].to == date(2026, 9, 3));
}

TEST_CASE("folded lines, escaped signs, bare line ends, a byte order mark and Windows-1252 are read")
{
    const auto folded = read_events("\xEF\xBB\xBF" "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260902\nSUMMARY:Staff\\, gover\n nors \xC3\n \xA9t\xC3\xA9\nEND:VEVENT\nEND:VCALENDAR");
    REQUIRE(folded);
    CHECK(folded->events[0].summary == "Staff, governors été");
    const auto old = read_events("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260902\nSUMMARY:Caf\xE9\nEND:VEVENT\nEND:VCALENDAR\n");
    REQUIRE(old);
    CHECK(old->events[0].summary == "Café");
}

TEST_CASE("times of day are dropped: midnight ends the day before, and midnight in UTC in summer is one in the morning")
{
    const auto timed = [](std::string_view start, std::string_view end) {
        const auto found = read_events(calendar("BEGIN:VEVENT\nSUMMARY:x\nDTSTART" + std::string{start} + "\nDTEND" + std::string{end} + "\nEND:VEVENT\n"));
        REQUIRE(found);
        REQUIRE(found->events.size() == 1);
        return std::pair{found->events[0].from, found->events[0].to};
    };
    CHECK(timed(":20260831T230000Z", ":20260902T230000Z") == std::pair{date(2026, 9, 1), date(2026, 9, 2)});
    CHECK(timed(";TZID=Europe/London:20260902T000000", ";TZID=Europe/London:20260903T000000") == std::pair{date(2026, 9, 2), date(2026, 9, 2)});
    CHECK(timed(";TZID=\"Odd: zone\":20260902T084500", ";TZID=\"Odd: zone\":20260902T153000") == std::pair{date(2026, 9, 2), date(2026, 9, 2)});
}

TEST_CASE("an alarm or a time zone in the file does not change an event, and a cancelled event is passed over")
{
    const auto found = read_events(calendar("BEGIN:VTIMEZONE\nTZID:Europe/London\nBEGIN:STANDARD\nDTSTART:19961027T020000\nEND:STANDARD\nEND:VTIMEZONE\n"
                                            "BEGIN:VEVENT\nSUMMARY:INSET\nDTSTART:20260902\nDURATION:P2D\nBEGIN:VALARM\nSUMMARY:Ring\nEND:VALARM\nEND:VEVENT\n"
                                            "BEGIN:VEVENT\nSUMMARY:INSET\nDTSTART:20260910\nSTATUS:CANCELLED\nEND:VEVENT\n"));
    REQUIRE(found);
    REQUIRE(found->events.size() == 1);
    CHECK(found->events[0].summary == "INSET");
    CHECK(found->events[0].to == date(2026, 9, 3));
}

TEST_CASE("an event without a day, repeating, or ending before it starts is left out with its line")
{
    const auto found = read_events(calendar("BEGIN:VEVENT\nSUMMARY:No day\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Weekly\nDTSTART:20260902\nRRULE:FREQ=WEEKLY\nEND:VEVENT\n" +
                                            event("Backwards", "20261018", "20261002") + event("Never", "20260230")));
    REQUIRE(found);
    CHECK(found->events.empty());
    REQUIRE(found->left_out.size() == 4);
    CHECK(found->left_out[0].message == "“No day” has no day (DTSTART).");
    CHECK(found->left_out[1].line == 6);
    CHECK(found->left_out[2].message == "“Backwards” ends before it starts.");
    CHECK(found->left_out[3].message == "“Never” has a day that cannot be read (DTSTART).");
}

TEST_CASE("half a file is refused as a whole, since what is missing may be a holiday")
{
    const auto whole = calendar(event("Autumn term", "20260902", "20261024") + event("Christmas holiday", "20261219", "20270104"));
    CHECK(code_of(read_events(whole)) == "");
    CHECK(code_of(read_events(whole.substr(0, whole.size() / 2))) == "calendar_file.cut_off");
    CHECK(code_of(read_events(whole.substr(0, whole.size() - 16))) == "calendar_file.cut_off");
    CHECK(code_of(read_events("BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\n")) == "calendar_file.not_icalendar");
    CHECK(code_of(read_events("hello")) == "calendar_file.not_icalendar");
    CHECK(code_of(read_events(calendar(""))) == "calendar_file.empty");
}

TEST_CASE("half-terms that are named as such are taken as they stand")
{
    const auto file = understood(event("Term 1", "20260902", "20261024") + event("Autumn half-term 2", "20261102", "20261219") + event("October half term", "20261026", "20261031"));
    REQUIRE(file.terms.size() == 2);
    CHECK(file.terms[0].term == term("Term 1", date(2026, 9, 2), date(2026, 10, 23)));
    CHECK(file.terms[1].term.name == "Autumn half-term 2");
    CHECK(file.left_out.empty());
}

TEST_CASE("a whole term is parted by the half-term holiday within it; without one it is left out")
{
    const auto file = understood(event("Autumn Term", "20260902", "20261219") + event("Half Term", "20261024", "20261102"));
    REQUIRE(file.terms.size() == 2);
    CHECK(file.terms[0].term == term("Autumn 1", date(2026, 9, 2), date(2026, 10, 23)));
    CHECK(file.terms[1].term == term("Autumn 2", date(2026, 11, 2), date(2026, 12, 18)));
    CHECK(file.terms[1].working == "between “Half Term” and the end of “Autumn Term”");
    const auto without = understood(event("Autumn Term", "20260902", "20261219"));
    CHECK(without.terms.empty());
    REQUIRE(without.left_out.size() == 1);
    CHECK(without.left_out[0].message.find("names no holiday within it") != std::string::npos);
}

TEST_CASE("first and last days of term are paired, and a year between two of them is parted by its holidays")
{
    const auto file = understood(event("Autumn term begins", "20260902") + event("October half term holiday", "20261026", "20261031") + event("End of autumn term", "20261218") +
                                 event("Start of spring term", "20270104") + event("February half term", "20270215", "20270220") + event("Last day of term", "20270325"));
    REQUIRE(file.terms.size() == 4);
    CHECK(file.terms[2].term == term("Spring 1", date(2027, 1, 4), date(2027, 2, 12)));
    CHECK(file.terms[3].term == term("Spring 2", date(2027, 2, 22), date(2027, 3, 25)));
    CHECK(file.left_out.empty());
    const auto unpaired = understood(event("Autumn term begins", "20260902") + event("Spring term begins", "20270104"));
    CHECK(unpaired.terms.empty());
    CHECK(unpaired.left_out.size() == 2);
}

TEST_CASE("where a council gives holidays only, a half-term is what lies between two close ones")
{
    const auto holidays = event("Summer holidays", "20260722", "20260902") + event("Half term", "20261026", "20261031") + event("Christmas holidays", "20261221", "20270102") +
                          event("Half term", "20270215", "20270220") + event("Easter holidays", "20270326", "20270410");
    const auto file = understood(holidays);
    REQUIRE(file.terms.size() == 4);
    CHECK(file.terms[0].term == term("Autumn 1", date(2026, 9, 2), date(2026, 10, 23)));
    CHECK(file.terms[1].term == term("Autumn 2", date(2026, 11, 2), date(2026, 12, 18)));
    CHECK(file.terms[2].term == term("Spring 1", date(2027, 1, 4), date(2027, 2, 12)));
    CHECK(file.terms[3].term == term("Spring 2", date(2027, 2, 22), date(2027, 3, 25)));
    CHECK(file.terms[0].working == "between “Summer holidays” and “Half term”");
}

TEST_CASE("a holiday that the file forgot makes no half-term of fifteen weeks")
{
    const auto file = understood(event("Summer holidays", "20260722", "20260902") + event("Christmas holidays", "20261221", "20270104"));
    CHECK(file.terms.empty());
    REQUIRE(file.left_out.size() == 1);
    CHECK(file.left_out[0].message.find("longer than a half-term") != std::string::npos);
}

TEST_CASE("INSET days, closures and bank holidays are told apart by their words")
{
    const auto file = understood(event("INSET day - all schools", "20260902", "20260904") + event("Non-pupil day", "20270104") + event("Schools closed: polling day", "20270506") +
                                 event("Early May Bank Holiday", "20270503") + event("Good Friday", "20270326") + event("Bank holiday for the Coronation", "20270514"));
    REQUIRE(file.days.size() == 5);
    CHECK(file.days[0].day.kind == ClosureKind::inset);
    CHECK(file.days[1].day.day == date(2026, 9, 3));
    CHECK(file.days[3].day.kind == ClosureKind::closure);
    CHECK(file.days[4].day.kind == ClosureKind::bank_holiday);
    CHECK(file.already_known.size() == 2);
    CHECK(file.left_out.empty());
}

TEST_CASE("a holiday of two or three weekdays is a closure and parts no term; one on a bank holiday is known")
{
    const auto file = understood(event("Term 1", "20260902", "20261024") + event("Festival holiday", "20261008", "20261010") + event("May Day holiday", "20270503"));
    REQUIRE(file.terms.size() == 1);
    CHECK(file.terms[0].working.empty());
    REQUIRE(file.days.size() == 2);
    CHECK(file.days[0].day.kind == ClosureKind::closure);
    CHECK(file.already_known.size() == 1);
}

TEST_CASE("words with two meanings, or none for a calendar, are left out and listed with their line")
{
    const auto file = understood(event("Schools close for half term", "20261023") + event("Sports day", "20270701") + event("Half term begins", "20261026") +
                                 event("Summer holidays start", "20270721") + event("Autumn term begins (INSET day)", "20260902") + event("Christmas", "20261221", "20270102") +
                                 event("Half term", "20261026"));
    CHECK(file.terms.empty());
    CHECK(file.days.empty());
    CHECK(file.left_out.size() == 7);
}

TEST_CASE("events that stand there twice are taken once, and terms that overlap not at all")
{
    const auto twice = understood(event("Term 1", "20260902", "20261024") + event("Term 1", "20260902", "20261024") + event("INSET", "20260902") + event("INSET", "20260902"));
    CHECK(twice.terms.size() == 1);
    CHECK(twice.days.size() == 1);
    CHECK(twice.already_known.size() == 2);
    const auto overlapping = understood(event("Term 1", "20260902", "20261024") + event("Term 2", "20261023", "20261219"));
    CHECK(overlapping.terms.empty());
    CHECK(overlapping.left_out.size() == 2);
}

}  // namespace waymark::people
