// R35: one working day to the designated officer, three school days to each child's review.
#include "quality/rules/concern_clocks.hpp"

#include <doctest/doctest.h>

namespace waymark::quality {
namespace {

const Law& concern_law() { return law_on(date(2026, 11, 23)); }

}  // namespace

TEST_CASE("an allegation on a Friday must reach the designated officer on Monday, on Tuesday it is late")
{
    const Date friday = date(2026, 11, 20), monday = date(2026, 11, 23);
    CHECK(lado_told(friday, {.today = friday}, concern_law()).due == monday);
    CHECK(lado_told(friday, {.today = monday}, concern_law()).severity == Severity::warn);
    CHECK(lado_told(friday, {.today = monday + Days{1}}, concern_law()).severity == Severity::breach);
    CHECK(lado_told(friday, {.today = monday + Days{1}, .done_on = monday}, concern_law()).is_met);
}

TEST_CASE("an allegation on Christmas Eve must reach the designated officer on the first working day after the holidays")
{
    CHECK(lado_told(date(2026, 12, 24), {.today = date(2026, 12, 24)}, concern_law()).due == date(2026, 12, 29));
}

TEST_CASE("children at a provider suspended on a Wednesday are reviewed by Monday when the school meets each weekday")
{
    const auto school = *SchoolCalendar::make({{"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}});
    const Date wednesday = date(2026, 11, 18);
    CHECK(suspended_child_reviewed(wednesday, {.today = wednesday}, school, concern_law())->due == date(2026, 11, 23));
    CHECK(suspended_child_reviewed(wednesday, {.today = date(2026, 11, 24)}, school, concern_law())->severity == Severity::breach);
    CHECK(code_of(suspended_child_reviewed(date(2026, 12, 17), {.today = date(2026, 12, 17)}, school, concern_law())) == "calendar.missing");
}

}  // namespace waymark::quality
