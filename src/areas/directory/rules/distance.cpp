// Straight-line distance: Pythagoras on the National Grid, the haversine formula on the globe.
#include "directory/rules/distance.hpp"

#include <cmath>
#include <numbers>

#include <fmt/format.h>

namespace waymark::directory {
namespace {

constexpr double metres_in_a_mile = 1609.344;
constexpr double earth_radius_metres = 6371008.8;  // mean radius, IUGG

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

}  // namespace

std::optional<double> miles_between(const Point& here, const Point& there)
{
    if (here.on_grid() && there.on_grid())
        return std::hypot(*here.easting - *there.easting, *here.northing - *there.northing) / metres_in_a_mile;
    if (!here.on_globe() || !there.on_globe()) return std::nullopt;
    const double across = std::sin(radians(*there.longitude - *here.longitude) / 2);
    const double up = std::sin(radians(*there.latitude - *here.latitude) / 2);
    const double chord = up * up + std::cos(radians(*here.latitude)) * std::cos(radians(*there.latitude)) * across * across;
    return 2 * earth_radius_metres * std::asin(std::sqrt(std::fmin(1.0, chord))) / metres_in_a_mile;
}

std::string miles_text(double miles)
{
    if (miles < 0.5) return "less than half a mile";
    const double tenths = std::round(miles * 10) / 10;
    if (tenths == 1) return "1 mile";
    if (tenths >= 10) return fmt::format("{:.0f} miles", miles);
    return tenths == std::round(tenths) ? fmt::format("{:.0f} miles", tenths) : fmt::format("{:.1f} miles", tenths);
}

}  // namespace waymark::directory
