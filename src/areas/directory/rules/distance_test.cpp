// Distances in a straight line and how they are said.
#include "directory/rules/distance.hpp"

#include <doctest/doctest.h>

namespace waymark::directory {

TEST_CASE("on the National Grid a distance is plain geometry")
{
    const Point town{.easting = 400000, .northing = 300000}, farm{.easting = 403000, .northing = 304000};
    CHECK(miles_between(town, farm).value() == doctest::Approx(5000 / 1609.344));
    CHECK(miles_between(town, town).value() == 0);
}

TEST_CASE("on the globe one degree of latitude is about 69 miles")
{
    const Point south{.latitude = 53.0, .longitude = -1.5}, north{.latitude = 54.0, .longitude = -1.5};
    CHECK(miles_between(south, north).value() == doctest::Approx(69.09).epsilon(0.001));
}

TEST_CASE("places that share no way of saying where they are have no distance")
{
    const Point on_grid{.easting = 400000, .northing = 300000}, on_globe{.latitude = 53.0, .longitude = -1.5};
    CHECK_FALSE(miles_between(on_grid, on_globe).has_value());
    CHECK_FALSE(miles_between(on_grid, {}).has_value());
}

TEST_CASE("distances are said in words a person would use")
{
    CHECK(miles_text(0) == "less than half a mile");
    CHECK(miles_text(0.49) == "less than half a mile");
    CHECK(miles_text(0.5) == "0.5 miles");
    CHECK(miles_text(0.98) == "1 mile");
    CHECK(miles_text(2.34) == "2.3 miles");
    CHECK(miles_text(2.98) == "3 miles");
    CHECK(miles_text(9.96) == "10 miles");
    CHECK(miles_text(41.4) == "41 miles");
}

}  // namespace waymark::directory
