// Places by weekday session: free, taken, and how a week is told.
#include "directory/rules/week_places.hpp"

#include <doctest/doctest.h>

namespace waymark::directory {
namespace {

constexpr WeekdaySession monday_am{Weekday::monday, Session::am}, monday_pm{Weekday::monday, Session::pm},
    friday_am{Weekday::friday, Session::am};

}  // namespace

TEST_CASE("free places are what is left of the capacity, session by session")
{
    WeekPlaces capacity, taken;
    capacity.at(monday_am) = 8;
    capacity.at(friday_am) = 8;
    taken.at(monday_am) = 7;
    taken.at(friday_am) = 8;
    const auto left = free_places(capacity, taken);
    CHECK(left.at(monday_am) == 1);
    CHECK(left.at(friday_am) == 0);
    CHECK(left.total() == 1);
}

TEST_CASE("a programme that takes more than its places has none free, never fewer than none")
{
    WeekPlaces capacity, taken;
    capacity.at(monday_am) = 4;
    taken.at(monday_am) = 5;
    CHECK(free_places(capacity, taken).at(monday_am) == 0);
}

TEST_CASE("a child who needs two sessions needs both of them free")
{
    WeekPlaces left;
    left.at(monday_am) = 1;
    CHECK(is_free_on(left, {monday_am}));
    CHECK_FALSE(is_free_on(left, {monday_am, monday_pm}));
    CHECK(is_free_on(left, {}));
}

TEST_CASE("a weekday session has one name in addresses and forms")
{
    CHECK(session_code(monday_am) == "monday_am");
    CHECK(session_from_code("friday_am") == friday_am);
    CHECK_FALSE(session_from_code("saturday_am").has_value());
    CHECK_FALSE(session_from_code("").has_value());
}

TEST_CASE("a week is told in as few words as it needs")
{
    const auto& all = sessions_of_the_week();
    CHECK(sessions_words({all.begin(), all.end()}) == "Monday to Friday, all day");
    CHECK(sessions_words({monday_am}) == "Monday morning");
    CHECK(sessions_words({monday_am, friday_am}) == "Monday and Friday mornings");
    CHECK(sessions_words({monday_am, monday_pm, friday_am}) == "Monday, all day; Friday morning");
    CHECK(sessions_words({}) == "No sessions");
}

}  // namespace waymark::directory
