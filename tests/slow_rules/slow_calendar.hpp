// A second, slow and obvious reckoning of days: it looks at each day by itself and shares nothing with the program's own but Date.
#pragma once

#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/date.hpp"
#include "law/rules/value.hpp"

namespace waymark::slow {

using law::Value;

[[nodiscard]] Date day_in(const Value& given, std::string_view name);
[[nodiscard]] std::optional<Date> day_if_in(const Value& given, std::string_view name);
[[nodiscard]] std::vector<Date> days_in(const Value& given, std::string_view name);
[[nodiscard]] int whole_in(const Value& given, std::string_view name, int otherwise = 0);
/// The authority’s own choice in the case, else the number given.
[[nodiscard]] int setting_in(const Value& given, std::string_view name, int otherwise);
[[nodiscard]] bool flag_in(const Value& given, std::string_view name);
[[nodiscard]] std::string text_in(const Value& given, std::string_view name);
[[nodiscard]] const Value::List& list_in(const Value& given, std::string_view name);
/// What a rule answers when the calendar does not reach that far.
[[nodiscard]] Value calendar_missing();

/// Bank holidays by the table of full moons, day by day; with what was proclaimed since 2002.
[[nodiscard]] bool is_holiday(Date day);
[[nodiscard]] bool is_working(Date day);

class SlowCalendar {
public:
    /// Reads the calendar of a case.
    explicit SlowCalendar(const Value& given, std::string_view name = "calendar");

    [[nodiscard]] bool knows(Date day) const;
    [[nodiscard]] bool meets(Date day) const;
    /// Steps from a day to the nth day on which the school meets, the first counted if it meets. Nothing: not known.
    [[nodiscard]] std::optional<Date> nth(Date from, int n) const;
    /// As many meeting days after a day, or before it. Nothing: not known.
    [[nodiscard]] std::optional<Date> after(Date day, int n) const;
    /// Meeting days from one to the other, both included. Nothing: not known.
    [[nodiscard]] std::optional<int> between(Date from, Date to) const;
    [[nodiscard]] const std::vector<std::pair<Date, Date>>& terms() const { return terms_; }

private:
    std::vector<std::pair<Date, Date>> terms_;
    std::set<Date> closed_;
};

}  // namespace waymark::slow
