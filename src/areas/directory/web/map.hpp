// A map drawn as SVG, without tiles: the places of a list as numbered pins. The list is the interface, the map an aid.
#pragma once

#include <string>
#include <vector>

#include "directory/rules/distance.hpp"
#include "ui/buffer.hpp"

namespace waymark::directory {

struct Pin {
    int number = 0;          // as in the list beside it
    std::string name;
    std::string href;
    Point point;
};

/// Draws the pins that have a place, north up, all to one scale, with a scale bar in miles. `from`: where distances are
/// reckoned from, marked with a cross. Writes a sentence instead when no pin has a place.
void pin_map(ui::Buffer& out, const std::vector<Pin>& pins, const Point& from, const std::string& title);

}  // namespace waymark::directory
