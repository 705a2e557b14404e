// All route tables of the house, joined.
#pragma once

#include <vector>

#include "platform/http/route.hpp"

namespace waymark::app {

[[nodiscard]] std::vector<Route> all_routes();

}  // namespace waymark::app
