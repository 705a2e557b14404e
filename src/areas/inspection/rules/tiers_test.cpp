#include "inspection/rules/tiers.hpp"

#include <doctest/doctest.h>

using namespace waymark;
using inspection::Support;
using inspection::Tier;
using placements::Destination;

TEST_CASE("R24: support given in the mainstream school is tier 1")
{
    CHECK(inspection::tier_of({.is_outreach = true}) == Tier::targeted_support);
    CHECK(inspection::tier_of({.is_outreach = true, .keeps_school_place = true, .ends_with_school_age = true}) == Tier::targeted_support);
}

TEST_CASE("R24: a place for a time is tier 2 while the school keeps the child’s place, and tier 3 once nobody expects the child back")
{
    CHECK(inspection::tier_of({.keeps_school_place = true}) == Tier::time_limited);
    CHECK(inspection::tier_of({.keeps_school_place = false}) == Tier::transitional);
    CHECK(inspection::tier_of({.keeps_school_place = true, .ends_with_school_age = true}) == Tier::transitional);
}

TEST_CASE("R24: where the child went decides, once it is known")
{
    CHECK(inspection::tier_of({.keeps_school_place = false, .destination = Destination::same_mainstream_school}) == Tier::time_limited);
    for (const auto onward : {Destination::other_mainstream_school, Destination::special_school, Destination::further_education, Destination::apprenticeship_or_work})
        CHECK(inspection::tier_of({.keeps_school_place = true, .destination = onward}) == Tier::transitional);
    for (const auto says_nothing : {Destination::moved_away, Destination::other_ap, Destination::no_destination_yet, Destination::none}) {
        CHECK(inspection::tier_of({.keeps_school_place = true, .destination = says_nothing}) == Tier::time_limited);
        CHECK(inspection::tier_of({.keeps_school_place = false, .destination = says_nothing}) == Tier::transitional);
    }
}
