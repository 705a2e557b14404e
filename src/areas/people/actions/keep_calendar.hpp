// Keeping a school calendar by hand: half-terms and single days are added, corrected and removed. Every change is in the trail.
#pragma once

#include <string>
#include <string_view>

#include "people/store/calendars.hpp"

namespace waymark::people {

/// Fails `calendar.no_such_calendar` (no school or provider of that id), `calendar.not_yours`.
[[nodiscard]] Result<void> check_may_change_calendar(Context& context, Transaction& tx, CalendarOwner whose);

/// All fail as check_may_change_calendar does, and as the rules in rules/school_terms.hpp.
Result<CalendarTermId> add_half_term(Context& context, CalendarOwner whose, const HalfTerm& term);
/// `becomes.version` is the one that was seen. Fails `calendar.no_such_term`, `calendar.stale`.
Result<void> correct_half_term(Context& context, CalendarOwner whose, const KeptTerm& becomes);
Result<void> remove_half_term(Context& context, CalendarOwner whose, CalendarTermId term, int seen_version);

struct AddDays {
    ClosureKind kind = ClosureKind::inset;
    std::string name;
    Date from, to;  // both included; each weekday becomes an entry of its own
};
/// Answers how many days. Fails `calendar.day_entered_already`.
Result<int> add_days(Context& context, CalendarOwner whose, const AddDays& command);
/// Fails `calendar.no_such_day`, `calendar.day_entered_already`, `calendar.stale`.
Result<void> correct_day(Context& context, CalendarOwner whose, const KeptDay& becomes);
Result<void> remove_day(Context& context, CalendarOwner whose, CalendarDayId day, int seen_version);

/// Gives an organisation the authority's half-terms and INSET days of a year as its own, to be corrected from there. Answers how
/// many half-terms. Fails `calendar.year_entered_already`, `calendar.nothing_to_copy`.
Result<int> copy_authority_terms(Context& context, CalendarOwner whose, SchoolYear year);

/// An event about that calendar. `before` and `after` are JSON objects or empty.
[[nodiscard]] Result<void> record_calendar_change(Transaction& tx, CalendarOwner whose, std::string_view verb, std::string before, std::string after);
[[nodiscard]] std::string json_of_term(const HalfTerm& term);
[[nodiscard]] std::string json_of_day(const Closure& day);

}  // namespace waymark::people
