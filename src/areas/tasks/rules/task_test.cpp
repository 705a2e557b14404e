// The order of a day.
#include "tasks/rules/task.hpp"

#include <doctest/doctest.h>

namespace waymark::tasks {
namespace {

const Date monday = date(2026, 11, 23);

Task task(std::string kind, Date due, Severity severity = Severity::info)
{
    return {.kind = std::move(kind), .severity = severity, .due_on = due};
}

TEST_CASE("a clock of the law comes before what is overdue by custom")
{
    CHECK(comes_before(task("day_six", monday + Days{4}), task("review_due", monday - Days{20}), monday));
    CHECK_FALSE(comes_before(task("review_due", monday - Days{20}), task("day_six", monday + Days{4}), monday));
}

TEST_CASE("among the law's clocks a duty that is broken comes before one that is due sooner")
{
    CHECK(comes_before(task("day_six", monday, Severity::breach), task("section_19_decision", monday - Days{1}, Severity::warn), monday));
}

TEST_CASE("this week ends on Sunday")
{
    CHECK(group_of(task("review_due", date(2026, 11, 29)), monday) == Group::this_week);
    CHECK(group_of(task("review_due", date(2026, 11, 30)), monday) == Group::later);
    CHECK(group_of(task("review_due", monday), monday) == Group::today);
    CHECK(group_of(task("review_due", monday - Days{1}), monday) == Group::overdue);
}

}  // namespace
}  // namespace waymark::tasks
