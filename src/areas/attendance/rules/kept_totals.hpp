// Which kept sums a mark belongs to, so that a page of totals reads its own cells and never the marks.
#pragma once

#include <array>
#include <compare>

#include "foundation/date.hpp"
#include "vocabulary/ids.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::attendance {

/// How long a stretch of days one sum is about.
enum class TotalSpan { year, week, month };

/// In the place of a setting: the sum is over all of them.
inline constexpr OrganisationId all_settings{};
/// In the place of a year group: the sum is over all of them. No age comes near it.
inline constexpr int all_year_groups = 1000;

/// One sum: of which days, where, and of which year group; by code within it.
struct TotalCell {
    TotalSpan span = TotalSpan::year;
    OrganisationId setting;
    Date from;
    int year_group = 0;
    auto operator<=>(const TotalCell&) const = default;
};

/// The first day of the week under which a day is counted: its Monday; 1 September from that day on in the week in which it lies, so
/// that each week is of one school year and a child's marks of a week are of one year group.
[[nodiscard]] Date first_of_week(Date day);
/// The last day of that week: its Sunday, or 31 August.
[[nodiscard]] Date last_of_week(Date first);

/// The sums that a mark at that setting on that day is part of. Its year group is the one of the child's age in the day's school year,
/// whatever class the child is taught in: a date of birth changes only when it was wrong, and is known of every child.
/// Rule    R4, R46
/// Source  Education Act 1996 s.579
[[nodiscard]] std::array<TotalCell, 4> cells_of(OrganisationId setting, Date born, Date day);

}  // namespace waymark::attendance
