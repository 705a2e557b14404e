// How far apart two places are, in a straight line, and the words for it.
#pragma once

#include <optional>
#include <string>

namespace waymark::directory {

/// Where a place is: on the National Grid (metres), on the globe (WGS84 degrees), in both, or not known.
struct Point {
    std::optional<int> easting, northing;
    std::optional<double> latitude, longitude;

    [[nodiscard]] bool on_grid() const { return easting && northing; }
    [[nodiscard]] bool on_globe() const { return latitude && longitude; }
    [[nodiscard]] bool known() const { return on_grid() || on_globe(); }
    bool operator==(const Point&) const = default;
};

/// Miles in a straight line; nothing when the two share no way of saying where they are.
[[nodiscard]] std::optional<double> miles_between(const Point& here, const Point& there);

[[nodiscard]] std::string miles_text(double miles);  // "2.3 miles", "1 mile", "less than half a mile", "41 miles"

}  // namespace waymark::directory
