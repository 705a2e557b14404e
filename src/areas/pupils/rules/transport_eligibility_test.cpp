// R52: who travels free, metre by metre at the edges.
#include "pupils/rules/transport_eligibility.hpp"

#include <doctest/doctest.h>

namespace waymark::pupils {
namespace {

const Law& law = law_on(date(2026, 11, 23));
// Two miles are 3,218.688 metres, three 4,828.032, six 9,656.064, fifteen 24,140.16.
constexpr int in_two = 3218, over_two = 3219, in_three = 4828, over_three = 4829, in_six = 9656, over_six = 9657, in_fifteen = 24140,
              over_fifteen = 24141;

TransportGround ground(const TransportCase& child) { return transport_ground(child, law); }

}  // namespace

TEST_CASE("a child under 8 travels free from beyond two miles, a child of 8 from beyond three")
{
    CHECK(ground({.age = 7, .walking_metres = in_two}) == TransportGround::none);
    CHECK(ground({.age = 7, .walking_metres = over_two}) == TransportGround::walking_distance);
    CHECK(ground({.age = 8, .walking_metres = over_two}) == TransportGround::none);
    CHECK(ground({.age = 8, .walking_metres = in_three}) == TransportGround::none);
    CHECK(ground({.age = 8, .walking_metres = over_three}) == TransportGround::walking_distance);
}

TEST_CASE("on a low income two miles are enough from 8 to 10")
{
    CHECK(ground({.age = 8, .walking_metres = in_two, .has_low_income = true}) == TransportGround::none);
    CHECK(ground({.age = 8, .walking_metres = over_two, .has_low_income = true}) == TransportGround::low_income_to_10);
    CHECK(ground({.age = 10, .walking_metres = over_two, .has_low_income = true}) == TransportGround::low_income_to_10);
    CHECK(ground({.age = 10, .walking_metres = over_two, .is_nearest_suitable = false, .has_low_income = true}) == TransportGround::none);
}

TEST_CASE("on a low income a child of 11 may choose among the three nearest schools between two miles and six")
{
    const auto third_nearest = [](int age, int metres) {
        return ground({.age = age, .walking_metres = metres, .is_nearest_suitable = false, .is_one_of_three_nearest = true, .has_low_income = true});
    };
    CHECK(third_nearest(10, over_two) == TransportGround::none);
    CHECK(third_nearest(11, in_two) == TransportGround::none);
    CHECK(third_nearest(11, over_two) == TransportGround::low_income_three_nearest);
    CHECK(third_nearest(16, in_six) == TransportGround::low_income_three_nearest);
    CHECK(third_nearest(11, over_six) == TransportGround::none);
}

TEST_CASE("on a low income a school chosen for belief may lie up to fifteen miles away")
{
    const auto chosen = [](int metres) {
        return ground({.age = 12, .walking_metres = metres, .is_nearest_suitable = false, .is_chosen_for_belief = true, .has_low_income = true});
    };
    CHECK(chosen(in_two) == TransportGround::none);
    CHECK(chosen(over_two) == TransportGround::low_income_belief);
    CHECK(chosen(in_fifteen) == TransportGround::low_income_belief);
    CHECK(chosen(over_fifteen) == TransportGround::none);
    CHECK(ground({.age = 12, .walking_metres = 5000, .is_nearest_suitable = false, .is_chosen_for_belief = true}) == TransportGround::none);
}

TEST_CASE("a child who cannot walk or has no safe route travels free however near the school is")
{
    CHECK(ground({.age = 9, .walking_metres = 100, .cannot_walk = true}) == TransportGround::cannot_walk);
    CHECK(ground({.age = 9, .walking_metres = 100, .is_route_unsafe = true}) == TransportGround::unsafe_route);
}

TEST_CASE("these duties are for children of compulsory school age; post-16 has its yearly policy")
{
    CHECK(ground({.age = 16, .is_compulsory_age = false, .walking_metres = over_three}) == TransportGround::none);
    CHECK(ground({.age = 16, .is_compulsory_age = true, .walking_metres = over_three}) == TransportGround::walking_distance);
}

TEST_CASE("a school further away than a suitable nearer one gives no right to transport by distance alone")
{
    CHECK(ground({.age = 9, .walking_metres = over_three, .is_nearest_suitable = false}) == TransportGround::none);
}

}  // namespace waymark::pupils
