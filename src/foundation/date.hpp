// Dates and instants. A Date is a calendar day without time zone; an Instant is UTC. Local time: foundation/uk_time.hpp.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/result.hpp"

namespace waymark {

using Date = std::chrono::sys_days;
using Days = std::chrono::days;
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Monday to Friday are the days a timetable knows; Saturday and Sunday exist so that every Date has a weekday.
enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

/// The given day. Expects a real calendar date; text from outside goes through `parse_date`.
[[nodiscard]] Date date(int year, unsigned month, unsigned day);

/// Reads "2026-11-23". Fails `date.invalid` when it is not a real day.
[[nodiscard]] Result<Date> parse_iso_date(std::string_view text);

/// Reads what people type: "23/11/2026", "23 11 2026", "23-11-2026", "23 November 2026", "23 Nov 2026", "2026-11-23".
/// Fails `date.invalid` when it is not a real day; two-digit years are refused.
[[nodiscard]] Result<Date> parse_date(std::string_view text);

[[nodiscard]] std::string iso(Date day);               // "2026-11-23"
[[nodiscard]] std::string long_date(Date day);         // "23 November 2026"
[[nodiscard]] std::string short_date(Date day);        // "23 Nov 2026", for tables
[[nodiscard]] std::string weekday_date(Date day);      // "Monday 23 November 2026", where a person must turn up
[[nodiscard]] std::string date_range(Date from, Date to);  // "23 to 27 November 2026"

[[nodiscard]] Weekday weekday(Date day);
[[nodiscard]] bool is_weekend(Date day);
[[nodiscard]] std::string weekday_name(Weekday day);   // "Monday"
[[nodiscard]] int year_of(Date day);
[[nodiscard]] unsigned month_of(Date day);
[[nodiscard]] unsigned day_of_month(Date day);

/// Whole years between two days: an age. Born 29 February counts its birthday on 1 March in other years.
[[nodiscard]] int whole_years_between(Date from, Date to);

/// Days from one to the other; negative when `to` is before `from`.
[[nodiscard]] inline int days_between(Date from, Date to) { return static_cast<int>((to - from).count()); }

/// A stretch of days, both ends included; no `to` means it is still open.
struct DateRange {
    Date from;
    std::optional<Date> to;

    [[nodiscard]] bool contains(Date day) const { return day >= from && (!to || day <= *to); }
    [[nodiscard]] bool overlaps(const DateRange& other) const
    {
        return (!to || other.from <= *to) && (!other.to || from <= *other.to);
    }
    bool operator==(const DateRange&) const = default;
};

}  // namespace waymark
