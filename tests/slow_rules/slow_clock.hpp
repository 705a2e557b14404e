// Clocks and ages the slow way: day by day, sharing nothing with the program's own but Date.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "slow_rules/chance.hpp"
#include "slow_rules/slow_calendar.hpp"

namespace waymark::slow {

/// Whether a day is counted; nothing where that is not known.
using Counts = std::function<std::optional<bool>(Date)>;

[[nodiscard]] Counts every_day();
[[nodiscard]] Counts working_days();
[[nodiscard]] Counts school_days(const SlowCalendar& school);

/// Steps from one day to a later one and counts those after the first up to the last; backwards, the number is negative.
[[nodiscard]] std::optional<int> stepped(Date from, Date to, const Counts& counts);

/// The four outputs of a clock under a prefix ("decision_due"), or plain ("due"). Nothing: not known.
[[nodiscard]] std::optional<Value::Record> slow_clock(const std::string& prefix, Date due, Date today, std::optional<Date> done_on, const Counts& counts,
                                                      int warns_from);

/// Adds all of a record to another.
void add(Value::Record& answer, const Value::Record& more);

/// The day so many months later, found by stepping through months; the last day of a shorter month.
[[nodiscard]] Date slow_months_after(Date day, int months);

/// First and last day of compulsory school age.
[[nodiscard]] std::pair<Date, Date> slow_school_age(Date born);
[[nodiscard]] bool is_of_slow_school_age(Date born, Date day);

/// Now and then adds an input: a day some way from another.
void sometimes(Chance& chance, Value::Record& given, std::string_view name, int in_hundred, Date from, int least, int most);
/// A flag that is left out, no or yes.
void toss(Chance& chance, Value::Record& given, std::string_view name, int yes_in_hundred = 50);

/// The same calendar with one more closure, on a day of its terms.
[[nodiscard]] Value with_closure(Chance& chance, const Value& calendar);

}  // namespace waymark::slow
