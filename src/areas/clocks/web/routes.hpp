// The route table of the clocks area.
#pragma once

#include <span>

#include "platform/http/route.hpp"

namespace waymark::clocks {

[[nodiscard]] std::span<const Route> routes();

}  // namespace waymark::clocks
