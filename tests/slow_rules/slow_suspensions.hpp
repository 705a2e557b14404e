// Suspensions the slow way: each half day laid down on the school's days, one after the other.
#pragma once

#include "slow_rules/chance.hpp"
#include "slow_rules/slow_calendar.hpp"

namespace waymark::slow {

/// A first day of an exclusion, now and then outside what a calendar knows.
[[nodiscard]] Date exclusion_day(Chance& chance);
[[nodiscard]] std::string_view any_status(Chance& chance);
void maybe_day(Value::Record& given, Chance& chance, int in_hundred, std::string_view name, Date on);
[[nodiscard]] Value::List random_suspensions(Chance& chance, Date from, int at_most, int spread, int longest);

/// None, or a status other than reinstated, rescinded and ended.
[[nodiscard]] bool excludes_still(const std::string& status);
/// From a day to another in school days: the other side of nought when it is over. Nothing: not known.
[[nodiscard]] std::optional<int> school_days_to(const SlowCalendar& school, Date today, Date due);
/// What a day-six clock says of an exclusion or run in a case that begins on `first` and is owed from `due`.
[[nodiscard]] Value slow_clock(const Value& given, Date first, Date due, std::optional<Date> enough_from);
/// Now and then the authority's own day of warning.
void maybe_warning_day(Value::Record& given, Chance& chance);

[[nodiscard]] Value::Record case_suspension_runs(Chance& chance);
[[nodiscard]] Value slow_suspension_runs(const Value& given);
[[nodiscard]] Value::Record case_suspension_clock(Chance& chance);
[[nodiscard]] Value slow_suspension_clock(const Value& given);
[[nodiscard]] Value::Record case_suspension_total(Chance& chance);
[[nodiscard]] Value slow_suspension_total(const Value& given);
[[nodiscard]] Value::Record case_school_term(Chance& chance);
[[nodiscard]] Value slow_school_term(const Value& given);
[[nodiscard]] Value::Record case_governors_task(Chance& chance);
[[nodiscard]] Value slow_governors_task(const Value& given);

}  // namespace waymark::slow
