// A head, whole months, a tail: each day in exactly one of them.
#include "attendance/rules/kept_months.hpp"

#include <algorithm>

namespace waymark::attendance {
namespace {

Date first_of_next_month(Date day)
{
    return first_of_month(first_of_month(day) + Days{31});
}

}  // namespace

Date first_of_month(Date day) { return day - Days{day_of_month(day) - 1}; }

KeptMonths by_kept_months(Date from, Date to, Date today)
{
    const Date first_month = from == first_of_month(from) ? from : first_of_next_month(from);
    const bool whole_to_the_end = to >= today || to == first_of_next_month(to) - Days{1};
    const Date after_months = std::max(first_month, whole_to_the_end ? first_of_next_month(to) : first_of_month(to));
    return {
        .first_month = first_month,
        .last_month = first_of_month(after_months - Days{1}),
        .head_from = from,
        .head_to = std::min(to, first_month - Days{1}),
        .tail_from = after_months,
        .tail_to = to,
    };
}

}  // namespace waymark::attendance
