// R46: attendance at a place and over the whole week.
#include "attendance/rules/combined_rates.hpp"

#include <vector>

#include <doctest/doctest.h>

#include "harrowdale/dice.hpp"

namespace waymark::attendance {
namespace {

const Date monday = date(2026, 11, 23);

SettingMark at_school(int day, Session session, const char* code) { return {monday + Days{day}, session, code, "Northgate Academy"}; }
SettingMark at_farm(int day, Session session, const char* code) { return {monday + Days{day}, session, code, "Northfield Farm"}; }

}  // namespace

TEST_CASE("a child at every session of a two-day place and off school on a reduced timetable is at 100% there and at 40% of the week")
{
    std::vector<SettingMark> marks;
    for (const Session session : {Session::am, Session::pm}) {
        for (const int day : {0, 1}) marks.push_back(at_farm(day, session, "K"));
        for (const int day : {2, 3, 4}) marks.push_back(at_school(day, session, "C2"));
    }
    const auto counts = combined_counts(marks, "Northfield Farm");
    CHECK(rate_words(counts->placement.present, counts->placement.possible()) == "100% (4 of 4)");
    CHECK(rate_words(counts->whole_week.present, counts->whole_week.possible()) == "40% (4 of 10)");
}

TEST_CASE("a session marked by two registers counts once")
{
    const std::vector marks{at_school(0, Session::am, "D"), at_farm(0, Session::am, "/"), at_school(0, Session::am, "D")};
    const auto counts = combined_counts(marks, "Northgate Academy");
    CHECK(counts->whole_week == Counts{.present = 1});
    CHECK(counts->placement == Counts{.not_possible = 1});
}

TEST_CASE("of two marks for one session the one counts that says where the child was")
{
    const auto whole_week = [](const char* school, const char* farm) {
        return combined_counts(std::vector{at_school(0, Session::pm, school), at_farm(0, Session::pm, farm)}, "")->whole_week;
    };
    CHECK(whole_week("C2", "K") == Counts{.present = 1});
    CHECK(whole_week("I", "N") == Counts{.authorised = 1});
    CHECK(whole_week("D", "N") == Counts{.unauthorised = 1});
    CHECK(whole_week("#", "Y4") == Counts{.not_possible = 1});
}

TEST_CASE("a code that was not in force on its day stops the count, for a rate without it would be wrong")
{
    CHECK(code_of(combined_counts(std::vector{at_school(0, Session::am, "J")}, "")) == "attendance.code_not_in_force");
    CHECK(code_of(combined_counts(std::vector{at_school(0, Session::am, "?")}, "")) == "attendance.unknown_code");
    const SettingMark old{date(2024, 7, 1), Session::am, "J", "Northgate Academy"};
    CHECK(combined_counts(std::vector{old}, "")->whole_week == Counts{.present = 1});
}

TEST_CASE("rates are sums: the week of two settings with no session in common is the two counts added, and never above the better rate")
{
    harrowdale::Dice dice{46};
    constexpr const char* codes[] = {"/", "L", "B", "K", "I", "C2", "N", "O", "X", "Y4", "#"};
    const auto rate_at_most = [](const Counts& left, const Counts& right) {
        return left.present * right.possible() <= right.present * left.possible();
    };
    for (int round = 0; round < 2000; ++round) {
        std::vector<SettingMark> marks;
        for (int day = 0; day < 5; ++day)
            for (const Session session : {Session::am, Session::pm}) {
                const char* code = codes[dice.between(0, 10)];
                marks.push_back(dice.in_hundred(40) ? at_farm(day, session, code) : at_school(day, session, code));
            }
        const auto farm = combined_counts(marks, "Northfield Farm"), school = combined_counts(marks, "Northgate Academy");
        Counts sum = farm->placement;
        sum += school->placement;
        REQUIRE(sum == farm->whole_week);
        REQUIRE(sum == school->whole_week);
        if (farm->placement.possible() == 0 || school->placement.possible() == 0) continue;
        const bool farm_is_better = rate_at_most(school->placement, farm->placement);
        REQUIRE(rate_at_most(sum, farm_is_better ? farm->placement : school->placement));
        REQUIRE(rate_at_most(farm_is_better ? school->placement : farm->placement, sum));
    }
}

}  // namespace waymark::attendance
