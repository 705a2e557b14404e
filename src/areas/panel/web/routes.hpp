// The panel's routes.
#pragma once

#include <span>

#include "platform/http/route.hpp"

namespace waymark::panel {

[[nodiscard]] std::span<const Route> routes();

}  // namespace waymark::panel
