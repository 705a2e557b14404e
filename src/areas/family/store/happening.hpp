// What is happening for a child, gathered from the areas that know, and whom their family may ring.
#pragma once

#include <string>

#include "family/rules/happening.hpp"
#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "pupils/rules/pupil.hpp"

namespace waymark::family {

[[nodiscard]] Happening happening_of(Transaction& tx, pupils::PupilId pupil);

struct WhoToRing {
    std::string name;                       // "Harrowdale Council"
    std::string telephone;                  // empty: not known
};
/// The team of the authority that places children.
[[nodiscard]] WhoToRing who_to_ring(Transaction& tx);

}  // namespace waymark::family
