// The offer says what a provider must know and not who the child is.
#include "placements/rules/needs_summary.hpp"

#include <doctest/doctest.h>

namespace waymark::placements {

TEST_CASE("the summary tells year, need and strengths, and no name")
{
    const auto words = needs_summary({.age = 14, .year_group = 10, .sen = "SEN support", .primary_need = "SEMH",
                                      .needs = "Jordan Ellis needs a small group. With an adult Jordan trusts, Jordan stays.",
                                      .strengths = "Works well outdoors.", .names = {"Jordan", "Ellis", "Jordan Ellis"}});
    CHECK(words == "Year 10, age 14. SEN support. Main need: social, emotional and mental health.\n\n"
                   "Needs: the young person needs a small group. With an adult the young person trusts, the young person stays.\n\n"
                   "Strengths: Works well outdoors.");
}

TEST_CASE("a name inside another word stays")
{
    CHECK(needs_summary({.age = 9, .needs = "Same adult each day. Sam settles.", .names = {"Sam"}}) ==
          "Age 9.\n\nNeeds: Same adult each day. The young person settles.");
}

}  // namespace waymark::placements
