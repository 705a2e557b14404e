// Judging what people enter into a calendar, and saying how far it reaches.
#include "people/rules/school_terms.hpp"

#include <algorithm>

#include "foundation/text.hpp"
#include "vocabulary/bank_holidays.hpp"

namespace waymark::people {
namespace {

// Longer than any half-term or closure is. A half-term reaches eight weeks or nine; a whole term, eleven or more, would count the
// holiday in its middle as school days.
constexpr int longest_half_term = 11 * 7;
constexpr int longest_closure = 70;
constexpr std::size_t longest_name = 80;

/// A year that is entered whole begins before October and does not end before June.
Date begins_by(SchoolYear year) { return date(year.starts_in(), 9, 30); }
Date ends_after(SchoolYear year) { return date(year.starts_in() + 1, 6, 1); }

void judge_name(Problems& found, std::string_view name, std::string_view code, std::string_view otherwise)
{
    if (trimmed(name).empty()) found.add(std::string{code}, std::string{otherwise}, "name");
    if (name.size() > longest_name) found.add("calendar.name_too_long", "Use a shorter name, of 80 characters at most.", "name");
}

/// The unknown stretches between two days, both included.
std::vector<DateRange> unknown_stretches(const SchoolCalendar& calendar, Date from, Date to)
{
    std::vector<DateRange> gaps;
    for (Date day = from; day <= to; day += Days{1}) {
        if (calendar.knows(day)) continue;
        if (!gaps.empty() && *gaps.back().to == day - Days{1}) gaps.back().to = day;
        else gaps.push_back({day, day});
    }
    return gaps;
}

}  // namespace

CountedCalendar counted_calendar(const KeptCalendar& own, const KeptCalendar& of_authority)
{
    const bool by_own_terms = !own.terms.empty();
    std::vector<HalfTerm> terms;
    for (const auto& kept : by_own_terms ? own.terms : of_authority.terms) terms.push_back(kept.term);
    std::vector<Closure> days;
    for (const auto& kept : own.days) days.push_back(kept.day);
    for (const auto& kept : of_authority.days) {
        const bool goes_with_terms = !holds_for_every_school(kept.day.kind);
        const bool own_word = std::ranges::any_of(own.days, [&](const KeptDay& each) { return each.day.day == kept.day.day; });
        if (!own_word && !(by_own_terms && goes_with_terms)) days.push_back(kept.day);
    }
    auto calendar = SchoolCalendar::make(std::move(terms), std::move(days));
    return {.calendar = calendar ? *std::move(calendar) : SchoolCalendar{}, .by_own_terms = by_own_terms};
}

bool holds_for_every_school(ClosureKind kind) { return kind != ClosureKind::inset && kind != ClosureKind::open_on_bank_holiday; }

SchoolYear year_of_term(const HalfTerm& term) { return SchoolYear::of(term.to); }

Problems problems_with_term(const HalfTerm& term, const std::vector<HalfTerm>& others)
{
    Problems found;
    judge_name(found, term.name, "calendar.term_without_name", "Enter a name for the half-term, for example “Autumn 1”.");
    if (term.to < term.from) {
        found.add("calendar.backwards", "The last day is before the first day. Correct one of them.", "to");
        return found;
    }
    if (days_between(term.from, term.to) >= longest_half_term)
        found.add("calendar.too_long",
                  "This is longer than a half-term. Enter the halves of a term one by one, without the holiday between them, or check the year.", "to");
    for (const auto& other : others)
        if (other.from <= term.to && term.from <= other.to)
            found.add("calendar.overlap", "This overlaps “" + other.name + "”, " + date_range(other.from, other.to) + ". Correct one of them.", "from");
    return found;
}

Problems problems_with_days(ClosureKind kind, std::string_view name, Date from, Date to)
{
    Problems found;
    judge_name(found, name, "calendar.day_without_name", "Say what the day is, for example “Staff training”.");
    if (to < from) {
        found.add("calendar.backwards", "The last day is before the first day. Correct one of them.", "to");
        return found;
    }
    if (days_between(from, to) > longest_closure) {
        found.add("calendar.too_long", "This is longer than ten weeks. Check the year of both days; a holiday is the gap between two half-terms.", "to");
        return found;
    }
    const auto days = days_of(kind, name, from, to);
    if (days.empty()) found.add("calendar.no_weekday", "This is a weekend, on which no school meets. Enter a day from Monday to Friday.", "from");
    const bool all_known = std::ranges::all_of(days, [](const Closure& closure) { return is_bank_holiday(closure.day); });
    const auto stranger = std::ranges::find_if(days, [](const Closure& closure) { return !is_bank_holiday(closure.day); });
    if (kind == ClosureKind::open_on_bank_holiday && stranger != days.end())
        found.add("calendar.no_bank_holiday", long_date(stranger->day) + " is no bank holiday. Choose the day of one.", "from");
    if (kind == ClosureKind::bank_holiday && !days.empty() && all_known)
        found.add("calendar.bank_holiday_known", "This bank holiday is known already and need not be entered.", "from");
    return found;
}

std::vector<Closure> days_of(ClosureKind kind, std::string_view name, Date from, Date to)
{
    std::vector<Closure> days;
    for (Date day = from; day <= to; day += Days{1})
        if (!is_weekend(day)) days.push_back({.day = day, .kind = kind, .name = std::string{trimmed(name)}});
    return days;
}

YearKnown how_far_known(const SchoolCalendar& calendar, SchoolYear year)
{
    YearKnown known;
    std::vector<HalfTerm> of_year;
    for (const auto& term : calendar.half_terms())
        if (year_of_term(term) == year) of_year.push_back(term);
    if (of_year.empty()) return known;

    known.planned_sessions = calendar.planned_sessions(year);
    // Days before the first and after the last half-term are holiday where the neighbouring year is known; where it is not, they are
    // no gap as long as the year itself looks whole.
    const Date from = of_year.front().from <= begins_by(year) ? of_year.front().from : year.first_day();
    const Date to = of_year.back().to >= ends_after(year) ? of_year.back().to : year.last_day();
    known.gaps = unknown_stretches(calendar, from, to);
    known.state = known.gaps.empty() ? YearState::known : YearState::known_in_part;
    return known;
}

std::string known_words(const YearKnown& known)
{
    if (known.state == YearState::known) return "Known";
    if (known.state == YearState::not_known) return "Not known";
    std::vector<std::string> stretches;
    for (const auto& gap : known.gaps)
        stretches.push_back(*gap.to == SchoolYear::of(gap.from).last_day() ? "from " + long_date(gap.from) : "from " + date_range(gap.from, *gap.to));
    return "Not known " + listed(stretches);
}

std::string closure_kind_words(ClosureKind kind)
{
    switch (kind) {
    case ClosureKind::inset: return "INSET day";
    case ClosureKind::closure: return "Closure";
    case ClosureKind::unplanned_closure: return "Unplanned closure";
    case ClosureKind::bank_holiday: return "Bank holiday";
    case ClosureKind::open_on_bank_holiday: return "Open on a bank holiday";
    }
    expects(false);
    return {};
}

std::string usual_term_name(Date first_day)
{
    const unsigned month = month_of(first_day), day = day_of_month(first_day);
    if (month == 8 || month == 9) return "Autumn 1";
    if (month == 10 || month == 11) return "Autumn 2";
    if (month == 12 || month == 1) return "Spring 1";
    if (month == 2 || (month == 3 && day < 15)) return "Spring 2";
    if (month == 3 || month == 4 || (month == 5 && day < 15)) return "Summer 1";
    return "Summer 2";
}

std::string bank_holiday_name(Date day)
{
    const int year = year_of(day);
    const Date easter = easter_sunday(year);
    const unsigned month = month_of(day), of_month = day_of_month(day);
    if (day == easter - Days{2}) return "Good Friday";
    if (day == easter + Days{1}) return "Easter Monday";
    const bool is_monday = weekday(day) == Weekday::monday;
    if (month == 1 && of_month <= 3) return "New Year’s Day";
    if (month == 5 && of_month <= 7 && is_monday) return "Early May bank holiday";
    if (month == 5 && of_month >= 25 && is_monday) return "Spring bank holiday";
    if (month == 8 && of_month >= 25 && is_monday) return "Summer bank holiday";
    if (month == 12 && of_month == 25) return "Christmas Day";
    if (month == 12 && of_month == 26) return "Boxing Day";
    if (month == 12 && of_month > 26) return "Christmas bank holiday";  // moved from a weekend
    return "Bank holiday";
}

}  // namespace waymark::people
