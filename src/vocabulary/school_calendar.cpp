// Counting school days, and saying so when they cannot be counted.
#include "vocabulary/school_calendar.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "vocabulary/bank_holidays.hpp"

namespace waymark {
namespace {

// Christmas and Easter holidays last two weeks, some three; the summer six or seven.
constexpr int longest_holiday_in_year = 28;
constexpr int longest_summer_holiday = 63;

bool is_holiday_between(const HalfTerm& before, const HalfTerm& after)
{
    const bool same_year = SchoolYear::of(before.to) == SchoolYear::of(after.from);
    return days_between(before.to, after.from) <= (same_year ? longest_holiday_in_year : longest_summer_holiday);
}

/// The bank holidays of the calendar's years that close the school: all but those on which it says that it is open.
std::vector<Date> bank_holidays_kept(int first_year, int last_year, const std::vector<Closure>& closures)
{
    std::vector<Date> kept;
    for (int year = first_year; year <= last_year; ++year) std::ranges::copy(bank_holidays(year), std::back_inserter(kept));
    for (const auto& closure : closures)
        if (closure.kind == ClosureKind::bank_holiday) kept.push_back(closure.day);
    for (const auto& closure : closures)
        if (closure.kind == ClosureKind::open_on_bank_holiday) std::erase(kept, closure.day);
    return kept;
}

std::unexpected<Problems> calendar_missing(Date day)
{
    return refused("calendar.missing", "The school calendar has no dates for " + long_date(day) + ". Add its term dates.");
}

}  // namespace

Result<SchoolCalendar> SchoolCalendar::make(std::vector<HalfTerm> half_terms, std::vector<Closure> closures)
{
    for (const auto& half_term : half_terms)
        if (half_term.to < half_term.from)
            return refused("calendar.backwards", half_term.name + " ends before it starts. Correct its dates.");
    std::ranges::sort(half_terms, {}, &HalfTerm::from);
    const auto overlap = std::ranges::adjacent_find(half_terms, [](const auto& one, const auto& next) { return next.from <= one.to; });
    if (overlap != half_terms.end())
        return refused("calendar.overlap", overlap->name + " and " + (overlap + 1)->name + " overlap. Correct their dates.");

    SchoolCalendar calendar;
    calendar.half_terms_ = std::move(half_terms);
    if (!calendar.empty()) calendar.closed_ = bank_holidays_kept(year_of(calendar.first_day()), year_of(calendar.last_day()), closures);
    for (const auto& closure : closures) {
        if (closure.kind == ClosureKind::inset || closure.kind == ClosureKind::closure) calendar.closed_.push_back(closure.day);
        if (closure.kind == ClosureKind::unplanned_closure) calendar.unplanned_closures_.push_back(closure.day);
    }
    std::ranges::sort(calendar.closed_);
    std::ranges::sort(calendar.unplanned_closures_);
    return calendar;
}

bool SchoolCalendar::knows(Date day) const
{
    if (empty() || day < first_day() || day > last_day()) return false;
    const auto after = std::ranges::upper_bound(half_terms_, day, {}, &HalfTerm::from);
    const auto before = after - 1;  // exists: the day is not before the first half-term
    return before->contains(day) || is_holiday_between(*before, *after);
}

Result<bool> SchoolCalendar::is_school_day(Date day) const
{
    if (!knows(day)) return calendar_missing(day);
    return meets(day);
}

Result<Date> SchoolCalendar::nth_school_day(Date from, int n) const
{
    if (n < 1) return refused("calendar.no_such_count", "School days are counted from 1 on: there is no school day before the first.");
    for (Date day = from;; day += Days{1}) {
        if (TRY(is_school_day(day))) --n;
        if (n == 0) return day;
    }
}

Result<Date> SchoolCalendar::add_school_days(Date day, int school_days) const
{
    const Days step{school_days < 0 ? -1 : 1};
    for (int left = std::abs(school_days); left > 0;) {
        day += step;
        if (TRY(is_school_day(day))) --left;
    }
    return day;
}

Result<int> SchoolCalendar::school_days_between(Date from, Date to) const
{
    int count = 0;
    for (Date day = from; day <= to; day += Days{1})
        if (TRY(is_school_day(day))) ++count;
    return count;
}

Result<std::optional<HalfTerm>> SchoolCalendar::half_term(Date day) const
{
    if (!knows(day)) return calendar_missing(day);
    const auto found = std::ranges::find_if(half_terms_, [&](const auto& half_term) { return half_term.contains(day); });
    return found == half_terms_.end() ? std::nullopt : std::optional{*found};
}

int SchoolCalendar::planned_sessions(SchoolYear year) const
{
    int sessions = 0;
    for (const auto& half_term : half_terms_)
        for (Date day = std::max(half_term.from, year.first_day()); day <= std::min(half_term.to, year.last_day()); day += Days{1})
            if (plans_to_meet(day)) sessions += 2;
    return sessions;
}

Date SchoolCalendar::first_day() const
{
    expects(!empty());
    return half_terms_.front().from;
}

Date SchoolCalendar::last_day() const
{
    expects(!empty());
    return half_terms_.back().to;
}

bool SchoolCalendar::meets(Date day) const
{
    return plans_to_meet(day) && !std::ranges::binary_search(unplanned_closures_, day);
}

bool SchoolCalendar::plans_to_meet(Date day) const
{
    if (is_weekend(day) || std::ranges::binary_search(closed_, day)) return false;
    return std::ranges::any_of(half_terms_, [&](const auto& half_term) { return half_term.contains(day); });
}

}  // namespace waymark
