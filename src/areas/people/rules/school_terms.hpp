// The calendar of one school, provider or authority as people keep it: its half-terms and single days by school year, what is
// wrong with one that is typed, and how far a year is known.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/id.hpp"
#include "vocabulary/school_calendar.hpp"

namespace waymark::people {

struct CalendarTermTag;
using CalendarTermId = IdOf<CalendarTermTag>;
struct CalendarDayTag;
using CalendarDayId = IdOf<CalendarDayTag>;

struct KeptTerm {
    CalendarTermId id;
    HalfTerm term;
    int version = 1;
};
struct KeptDay {
    CalendarDayId id;
    Closure day;
    int version = 1;
};

/// What one organisation, or the authority itself, has entered. Both in order of their days.
struct KeptCalendar {
    std::vector<KeptTerm> terms;
    std::vector<KeptDay> days;
};

/// What counts for an organisation: its own half-terms, or the authority's where it has none. The authority's closures hold for every
/// school; its INSET days and the bank holidays on which it is open go with its own half-terms. What an organisation says of a day
/// itself counts more. Half-terms that overlap make no calendar: what cannot be counted with certainty is not counted.
/// Rule   R1
struct CountedCalendar {
    SchoolCalendar calendar;
    bool by_own_terms = false;
};
[[nodiscard]] CountedCalendar counted_calendar(const KeptCalendar& own, const KeptCalendar& of_authority);
/// Whether such a day of the authority's holds for schools with half-terms of their own too.
[[nodiscard]] bool holds_for_every_school(ClosureKind kind);

/// The school year a half-term belongs to: that of its last day, since some schools begin in the last days of August.
[[nodiscard]] SchoolYear year_of_term(const HalfTerm& term);

/// What is wrong with a half-term, beside the others of its calendar (without itself).
/// Fails  `calendar.term_without_name`, `calendar.backwards`, `calendar.too_long`, `calendar.overlap`
[[nodiscard]] Problems problems_with_term(const HalfTerm& term, const std::vector<HalfTerm>& others);

/// What is wrong with a stretch of days of one kind: from one day to the other, both included.
/// Fails  `calendar.day_without_name`, `calendar.backwards`, `calendar.too_long`, `calendar.no_weekday`,
///        `calendar.no_bank_holiday` (the school can be open on a bank holiday only where there is one),
///        `calendar.bank_holiday_known` (one that need not be entered)
[[nodiscard]] Problems problems_with_days(ClosureKind kind, std::string_view name, Date from, Date to);

/// One entry for each weekday of the stretch.
[[nodiscard]] std::vector<Closure> days_of(ClosureKind kind, std::string_view name, Date from, Date to);

/// How far a school year is known.
enum class YearState { known, known_in_part, not_known };
struct YearKnown {
    YearState state = YearState::not_known;
    std::vector<DateRange> gaps;  // known_in_part: the stretches of it that are not known
    int planned_sessions = 0;     // of what is known
};
/// A year is known when its half-terms reach from September into June or later with no gap too long for a holiday.
/// Rule   R1, R2
[[nodiscard]] YearKnown how_far_known(const SchoolCalendar& calendar, SchoolYear year);

/// "Known", "Not known", "Not known from 13 February 2027", "Not known from 13 February to 11 April 2027".
[[nodiscard]] std::string known_words(const YearKnown& known);

/// "INSET day", "Closure", "Unplanned closure", "Bank holiday", "Open on a bank holiday".
[[nodiscard]] std::string closure_kind_words(ClosureKind kind);

/// The name of the half-term that usually begins on such a day: "Autumn 1" … "Summer 2".
[[nodiscard]] std::string usual_term_name(Date first_day);

/// "Christmas Day", "Early May bank holiday"; "Bank holiday" for one of a single year.
[[nodiscard]] std::string bank_holiday_name(Date day);

}  // namespace waymark::people
