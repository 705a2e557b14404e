// The routes of this area.
#pragma once

#include <span>

#include "platform/http/route.hpp"

namespace waymark::placements {

[[nodiscard]] std::span<const Route> routes();

}  // namespace waymark::placements
