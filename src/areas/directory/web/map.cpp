// The map: places are put on a plane in miles, then to scale into a box; pins that would cover each other share one.
#include "directory/web/map.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "ui/prose.hpp"

namespace waymark::directory {
namespace {

constexpr double width = 720, height = 480, margin = 44, pin_radius = 15, mile = 1609.344;

struct Spot {
    double x = 0, y = 0;  // miles east and north
};

/// Miles on a plane: on the grid as it is; on the globe flattened around one place, good enough for one authority.
std::optional<Spot> spot_of(const Point& point, const Point& middle)
{
    if (point.on_grid() && middle.on_grid())
        return Spot{(*point.easting - *middle.easting) / mile, (*point.northing - *middle.northing) / mile};
    if (!point.on_globe() || !middle.on_globe()) return std::nullopt;
    constexpr double miles_a_degree = 69.05;
    return Spot{(*point.longitude - *middle.longitude) * miles_a_degree * std::cos(*middle.latitude * std::numbers::pi / 180),
                (*point.latitude - *middle.latitude) * miles_a_degree};
}

/// Pins in one place, told together: "3, 8".
struct Group {
    Spot at;
    std::vector<const Pin*> pins;
};

struct Frame {
    double scale = 1, left = 0, top = 0;  // pixels a mile; the box's corner in miles
    [[nodiscard]] double x(const Spot& spot) const { return margin + (spot.x - left) * scale; }
    [[nodiscard]] double y(const Spot& spot) const { return margin + (top - spot.y) * scale; }
};

Frame frame_of(const std::vector<Spot>& spots)
{
    double west = spots[0].x, east = west, south = spots[0].y, north = south;
    for (const auto& spot : spots) {
        west = std::min(west, spot.x);
        east = std::max(east, spot.x);
        south = std::min(south, spot.y);
        north = std::max(north, spot.y);
    }
    const double wide = std::max(east - west, 0.5), tall = std::max(north - south, 0.5);
    const double scale = std::min((width - 2 * margin) / wide, (height - 2 * margin) / tall);
    // What is left over is shared between both sides.
    return {scale, west - ((width - 2 * margin) / scale - (east - west)) / 2, north + ((height - 2 * margin) / scale - (north - south)) / 2};
}

std::vector<Group> grouped(const std::vector<std::pair<const Pin*, Spot>>& placed, const Frame& frame)
{
    std::vector<Group> groups;
    for (const auto& [pin, spot] : placed) {
        const auto near = std::ranges::find_if(groups, [&](const Group& group) {
            return std::hypot(frame.x(group.at) - frame.x(spot), frame.y(group.at) - frame.y(spot)) < pin_radius * 1.6;
        });
        if (near != groups.end()) near->pins.push_back(pin);
        else groups.push_back({spot, {pin}});
    }
    return groups;
}

template <std::size_t length>
void coordinate(ui::Buffer& out, const char (&name)[length], double value)
{
    out.attribute(name, fmt::format("{:.1f}", value));
}

void write_text(ui::Buffer& out, double x, double y, std::string_view text, std::string_view anchor)
{
    out.raw("<text class=\"wm-map__words\"");
    coordinate(out, "x", x);
    coordinate(out, "y", y);
    out.attribute("text-anchor", anchor);
    out.raw(">");
    out.text(text);
    out.raw("</text>");
}

void write_group(ui::Buffer& out, const Group& group, const Frame& frame)
{
    std::vector<std::string> numbers, names;
    for (const auto* pin : group.pins) {
        numbers.push_back(std::to_string(pin->number));
        names.push_back(std::to_string(pin->number) + " " + pin->name);
    }
    const std::string label = group.pins.size() > 3 ? numbers.front() + " +" + std::to_string(group.pins.size() - 1) : join(numbers, ", ");
    const double half = std::max(pin_radius, 8.0 + 4.6 * static_cast<double>(label.size()));
    out.raw("<a");
    out.attribute("href", group.pins.size() == 1 ? group.pins[0]->href : "#provider-" + numbers.front());
    out.raw("><title>");
    out.text(listed(names));
    out.raw("</title><rect class=\"wm-map__pin\" rx=\"15\" height=\"30\"");
    coordinate(out, "width", half * 2);
    coordinate(out, "x", frame.x(group.at) - half);
    coordinate(out, "y", frame.y(group.at) - pin_radius);
    out.raw("/><text class=\"wm-map__number\" text-anchor=\"middle\"");
    coordinate(out, "x", frame.x(group.at));
    coordinate(out, "y", frame.y(group.at) + 5);
    out.raw(">");
    out.text(label);
    out.raw("</text></a>\n");
}

void write_scale_bar(ui::Buffer& out, const Frame& frame)
{
    double miles = 1;
    for (const double step : {0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0})
        if (step * frame.scale <= 180) miles = step;
    const double length = miles * frame.scale;
    out.raw("<line class=\"wm-map__scale\" x1=\"20\" y1=\"460\" y2=\"460\"");
    coordinate(out, "x2", 20 + length);
    out.raw("/>");
    write_text(out, 28 + length, 465, miles < 1 ? fmt::format("{:g} of a mile", miles) : counted(static_cast<long long>(miles), "mile"), "start");
    write_text(out, width - 20, 465, "North is up", "end");
}

/// Circles around the place that distances are from, for a sense of how far things are.
void write_rings(ui::Buffer& out, const Spot& middle, const Frame& frame)
{
    for (const int miles : {1, 2, 5, 10, 20}) {
        const double radius = miles * frame.scale;
        if (radius < 60 || radius > width * 0.7) continue;
        out.raw("<circle class=\"wm-map__ring\"");
        coordinate(out, "cx", frame.x(middle));
        coordinate(out, "cy", frame.y(middle));
        coordinate(out, "r", radius);
        out.raw("/>");
        if (const double top = frame.y(middle) - radius; top > 16) write_text(out, frame.x(middle), top - 4, counted(miles, "mile"), "middle");
    }
}

void write_start(ui::Buffer& out, const Spot& start, const Frame& frame)
{
    const double x = frame.x(start), y = frame.y(start);
    out.raw("<path class=\"wm-map__from\"");
    out.attribute("d", fmt::format("M{:.1f} {:.1f}h22M{:.1f} {:.1f}v22", x - 11, y, x, y - 11));
    out.raw("><title>Where distances are from</title></path>");
}

}  // namespace

void pin_map(ui::Buffer& out, const std::vector<Pin>& pins, const Point& from, const std::string& title)
{
    const auto first = std::ranges::find_if(pins, [](const Pin& pin) { return pin.point.known(); });
    if (first == pins.end()) {
        ui::paragraph(out, "None of these has a place that we know.");
        return;
    }
    std::vector<std::pair<const Pin*, Spot>> placed;
    std::vector<Spot> spots;
    for (const auto& pin : pins)
        if (const auto spot = spot_of(pin.point, first->point)) {
            placed.emplace_back(&pin, *spot);
            spots.push_back(*spot);
        }
    const auto start = from.known() ? spot_of(from, first->point) : std::nullopt;
    if (start) spots.push_back(*start);

    const Frame frame = frame_of(spots);
    out.raw("<figure class=\"wm-map\"><svg class=\"wm-map__drawing\" viewBox=\"0 0 720 480\" role=\"group\" aria-labelledby=\"map-title\">");
    out.raw("<title id=\"map-title\">");
    out.text(title);
    out.raw("</title><rect class=\"wm-map__ground\" width=\"720\" height=\"480\"/>\n");
    write_scale_bar(out, frame);
    if (start) write_rings(out, *start, frame);
    for (const auto& group : grouped(placed, frame)) write_group(out, group, frame);
    if (start) write_start(out, *start, frame);
    out.raw("</svg></figure>\n");
    if (placed.size() < pins.size())
        ui::small_print(out, counted(static_cast<long long>(pins.size() - placed.size()), "place") + " not on the map: online, or without a known postcode.");
}

}  // namespace waymark::directory
