// A child in a place, written straight into the database: for tests of what comes after placing.
#pragma once

#include <string>

#include "placements/rules/words.hpp"
#include "pupils/rules/pupil.hpp"
#include "support/engines.hpp"

namespace waymark::testing {

struct PlacedChild {
    pupils::PupilId pupil;
    std::string reference;
    placements::PlacementId placement;
    OrganisationId setting, school;
};

/// Kai of Millbrook, at Greenways Farm for the authority: expected in both sessions of that day and of the day a week later;
/// the placement runs from four weeks before that day to four weeks after it.
[[nodiscard]] PlacedChild place_a_child(World& world, Date day);

}  // namespace waymark::testing
