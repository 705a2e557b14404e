// From events to half-terms and days: what the words of each summary mean, then what follows from them together. Councils publish
// terms, the first and last days of terms, holidays, or a mixture; a half-term is taken only where one reading is possible.
#include <algorithm>
#include <array>
#include <optional>

#include "foundation/text.hpp"
#include "people/rules/calendar_file.hpp"
#include "people/rules/icalendar.hpp"
#include "people/rules/school_terms.hpp"
#include "vocabulary/bank_holidays.hpp"

namespace waymark::people {
namespace {

enum class Meaning { term, term_begins, term_ends, holiday, inset, closure, bank_holiday, unclear };

// "Half term" is said of the half-term and of the holiday in its middle. No half-term is this short, no such holiday this long.
constexpr int shortest_half_term = 19;
constexpr int longest_half_term_holiday = 16;
// A holiday of a few days within a term is a closure; from here on it parts the term in two.
constexpr std::size_t parting_holiday_weekdays = 4;

template <std::size_t count>
bool says_any(const std::string& words, const std::array<std::string_view, count>& of)
{
    return std::ranges::any_of(of, [&](std::string_view each) { return words.find(" " + std::string{each} + " ") != std::string::npos; });
}

std::size_t weekdays_in(Date from, Date to) { return days_of(ClosureKind::closure, "x", from, to).size(); }

Meaning meaning_of(const CalendarEvent& event)
{
    static constexpr std::array<std::string_view, 14> inset{
        "inset", "inset day", "inset days", "training day", "training days", "staff training", "teacher training", "staff development",
        "staff day", "non pupil day", "non pupil days", "pupil free day", "professional development", "development day"};
    static constexpr std::array<std::string_view, 9> bank_holiday{
        "bank holiday", "bank holidays", "good friday", "easter monday", "easter sunday", "christmas day", "boxing day", "new year s day", "new years day"};
    static constexpr std::array<std::string_view, 3> before_a_holiday{"last day before", "last school day before", "last day of term before"};
    static constexpr std::array<std::string_view, 4> after_a_holiday{"first day after", "first day back after", "first school day after", "first day back"};
    static constexpr std::array<std::string_view, 9> begins{"begins", "begin", "starts", "start", "beginning", "first day", "reopens", "reopen", "return"};
    static constexpr std::array<std::string_view, 6> ends{"ends", "end", "last day", "breaks up", "break up", "finishes"};
    static constexpr std::array<std::string_view, 5> of_school{"term", "school", "schools", "pupils", "academic year"};
    static constexpr std::array<std::string_view, 5> holiday{"holiday", "holidays", "break", "vacation", "recess"};
    static constexpr std::array<std::string_view, 5> closure{"closed", "closure", "polling day", "occasional day", "occasional days"};

    const std::string words = " " + folded_for_search(event.summary) + " ";
    const bool one_day = event.from == event.to;
    const int length = days_between(event.from, event.to) + 1;
    const bool half_term = says_any(words, std::array<std::string_view, 2>{"half term", "half terms"});
    const bool is_inset = says_any(words, inset);
    if (says_any(words, bank_holiday) && weekdays_in(event.from, event.to) <= 2 && !is_inset) return Meaning::bank_holiday;
    if (one_day && !is_inset && says_any(words, before_a_holiday)) return Meaning::term_ends;
    if (one_day && !is_inset && says_any(words, after_a_holiday)) return Meaning::term_begins;
    const bool is_start = says_any(words, begins) && says_any(words, of_school);
    const bool is_end = says_any(words, ends) && says_any(words, of_school);
    // "Schools close for half term", "Holidays start": the last day of school, or the first one off?
    if (says_any(words, std::array<std::string_view, 3>{"close", "closes", "closing"})) return Meaning::unclear;
    const bool is_off = says_any(words, holiday) || (half_term && length <= longest_half_term_holiday);
    if (one_day && is_off && !is_inset) return is_bank_holiday(event.from) ? Meaning::bank_holiday : Meaning::unclear;
    if (is_start || is_end) {
        const bool certain = one_day && is_start != is_end && !is_inset && !half_term && !says_any(words, holiday) && !says_any(words, closure);
        return !certain ? Meaning::unclear : is_start ? Meaning::term_begins : Meaning::term_ends;
    }
    if (is_inset) return length <= 7 ? Meaning::inset : Meaning::unclear;
    if (is_off) return Meaning::holiday;
    if (says_any(words, std::array<std::string_view, 1>{"term"})) return length >= shortest_half_term ? Meaning::term : Meaning::unclear;
    return says_any(words, closure) ? Meaning::closure : Meaning::unclear;
}

struct Span {
    long line = 0;
    std::string name, working;
    Date from, to;
    std::string left = {}, right = {};  // what it lies between, in words
    [[nodiscard]] bool overlaps(const Span& other) const { return from <= other.to && other.from <= to; }
    [[nodiscard]] bool holds(const Span& other) const { return from < other.from && other.to < to; }
};

/// The events of one file, sorted by what they mean.
class Reading {
public:
    explicit Reading(CalendarFile& file) : file_{file} {}

    void take(const CalendarEvent& event)
    {
        const Span span{.line = event.line, .name = event.summary, .working = {}, .from = event.from, .to = event.to};
        switch (meaning_of(event)) {
        case Meaning::term:
            terms_.push_back(span);
            terms_.back().left = "the start of “" + span.name + "”";
            terms_.back().right = "the end of “" + span.name + "”";
            break;
        case Meaning::term_begins: begins_.push_back(span); break;
        case Meaning::term_ends: ends_.push_back(span); break;
        case Meaning::holiday: (weekdays_in(event.from, event.to) < parting_holiday_weekdays ? short_holidays_ : holidays_).push_back(span); break;
        case Meaning::inset: take_days(ClosureKind::inset, span); break;
        case Meaning::closure: take_days(ClosureKind::closure, span); break;
        case Meaning::bank_holiday: take_days(ClosureKind::bank_holiday, span); break;
        case Meaning::unclear: leave_out(span, "its words do not say for certain what it is."); break;
        }
    }

    void conclude()
    {
        std::ranges::sort(holidays_, {}, &Span::from);
        pair_bounds();
        for (const auto& holiday : short_holidays_) take_days(ClosureKind::closure, holiday);
        const auto whole = terms_;
        for (const auto& term : whole) part_by_holidays(term);
        between_holidays(whole);
    }

private:
    void leave_out(const Span& span, std::string_view why)
    {
        file_.left_out.push_back({span.line, "“" + span.name + "”, " + date_range(span.from, span.to) + ": " + std::string{why}});
    }

    void take_days(ClosureKind kind, const Span& span)
    {
        if (days_of(kind, span.name, span.from, span.to).empty()) {
            file_.already_known.push_back({span.line, "“" + span.name + "”, " + date_range(span.from, span.to) + ": a weekend, on which no school meets."});
            return;
        }
        for (auto& day : days_of(kind, span.name, span.from, span.to)) {
            if (is_bank_holiday(day.day) && kind != ClosureKind::inset)
                file_.already_known.push_back({span.line, "“" + span.name + "”, " + long_date(day.day) + ": this bank holiday is known already."});
            else file_.days.push_back({span.line, std::move(day)});
        }
    }

    void take_term(const Span& span, std::string name)
    {
        const HalfTerm term{.name = std::move(name), .from = span.from, .to = span.to};
        const auto problems = problems_with_term(term, {});
        if (problems.empty()) file_.terms.push_back({span.line, term, span.working});
        else leave_out(span, problems.has("calendar.too_long") ? "longer than a half-term, and the file names no holiday within it." : problems.front().message);
    }

    /// Each first day of term with the last day that follows it.
    void pair_bounds()
    {
        struct Bound {
            Span day;
            bool begins;
        };
        std::vector<Bound> bounds;
        for (const auto& day : begins_) bounds.push_back({day, true});
        for (const auto& day : ends_) bounds.push_back({day, false});
        std::ranges::stable_sort(bounds, {}, [](const Bound& bound) { return bound.day.from; });
        for (std::size_t at = 0; at < bounds.size(); ++at) {
            const auto& [day, begins] = bounds[at];
            const bool paired = begins && at + 1 < bounds.size() && !bounds[at + 1].begins;
            if (!paired) {
                leave_out(day, begins ? "the file does not say when this ends." : "the file does not say when this begins.");
                continue;
            }
            const Span& last = bounds[++at].day;
            terms_.push_back({.line = day.line, .name = usual_term_name(day.from), .working = "from “" + day.name + "” to “" + last.name + "”",
                              .from = day.from, .to = last.from, .left = "“" + day.name + "”", .right = "“" + last.name + "”"});
        }
    }

    void part_by_holidays(const Span& term)
    {
        for (const auto& holiday : holidays_)
            if (holiday.overlaps(term) && !term.holds(holiday)) return leave_out(term, "“" + holiday.name + "” begins or ends within it. Correct one of them.");
        std::vector<Span> pieces{term};
        for (const auto& holiday : holidays_) {
            if (!term.holds(holiday) || !pieces.back().holds(holiday)) continue;
            Span rest = pieces.back();
            pieces.back().to = last_weekday_before(holiday.from);
            rest.from = first_weekday_after(holiday.to);
            pieces.back().right = rest.left = "“" + holiday.name + "”";
            pieces.push_back(rest);
        }
        if (pieces.size() > 1)
            for (auto& piece : pieces) piece.working = "between " + piece.left + " and " + piece.right;
        for (const auto& piece : pieces) take_term(piece, pieces.size() == 1 ? piece.name : usual_term_name(piece.from));
    }

    /// Where holidays alone are given: what lies between two that follow each other closely is a half-term.
    void between_holidays(const std::vector<Span>& whole_terms)
    {
        std::size_t ends_last = 0;  // holidays may lie within each other
        for (std::size_t at = 1; at < holidays_.size(); ++at) {
            const Span &before = holidays_[ends_last], &after = holidays_[at];
            if (after.to > before.to) ends_last = at;
            const Span between{.line = after.line, .name = usual_term_name(first_weekday_after(before.to)),
                               .working = "between “" + before.name + "” and “" + after.name + "”",
                               .from = first_weekday_after(before.to), .to = last_weekday_before(after.from)};
            if (between.to < between.from || std::ranges::any_of(whole_terms, [&](const Span& term) { return term.overlaps(between); })) continue;
            if (days_between(between.from, between.to) + 1 < shortest_half_term) leave_out(between, between.working + " there is too little time for a half-term.");
            else take_term(between, between.name);
        }
    }

    static Date first_weekday_after(Date day)
    {
        do day += Days{1};
        while (is_weekend(day));
        return day;
    }
    static Date last_weekday_before(Date day)
    {
        do day -= Days{1};
        while (is_weekend(day));
        return day;
    }

    CalendarFile& file_;
    std::vector<Span> terms_, begins_, ends_, holidays_, short_holidays_;
};

}  // namespace

Result<CalendarFile> read_icalendar(std::string_view bytes)
{
    const auto found = TRY(read_events(bytes));
    CalendarFile file;
    for (const auto& one : found.left_out) file.left_out.push_back({one.line, one.message});
    Reading reading{file};
    for (const auto& event : found.events) reading.take(event);
    reading.conclude();
    put_in_order(file);
    return file;
}

}  // namespace waymark::people
