// Inputs and outputs that several rules share: a clock's four outputs (due day, days left, how pressing, whether met), periods.
#pragma once

#include <initializer_list>
#include <vector>

#include "law/rules/rule_function.hpp"
#include "vocabulary/deadline.hpp"

namespace waymark::law {

/// What the outputs of one clock are called: a rule that answers several clocks names each of them.
struct DeadlineNames {
    std::string_view due = "due", days_left = "days_left", severity = "severity", is_met = "is_met";
};

/// The outputs, in words that name the kind of day. `optional`: the clock does not run in every case.
[[nodiscard]] std::vector<Field> deadline_fields(DayKind kind, DeadlineNames names = {}, bool optional = false);

void add_deadline(Value::Record& answer, const Deadline& deadline, DeadlineNames names = {});

/// All fields, in order.
[[nodiscard]] std::vector<Field> fields_of(std::initializer_list<std::vector<Field>> parts);

[[nodiscard]] std::string_view severity_choice(Severity severity);

/// "Due 3 November 2026."
[[nodiscard]] std::string due_sentence(const Deadline& deadline);

/// The input “today”, which every clock takes.
[[nodiscard]] Field clock_today_field();

/// A record's “from” and “to”, its two fields described by `period_fields`. Says what is wrong when it ends before it begins.
[[nodiscard]] DateRange given_period(Case& given);
[[nodiscard]] std::vector<Field> period_fields(std::string_view last = "last day; left out while it goes on");

}  // namespace waymark::law
