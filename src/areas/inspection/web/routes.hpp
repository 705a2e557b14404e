// The route table of the inspection area.
#pragma once

#include <span>

#include "platform/http/route.hpp"

namespace waymark::inspection {

[[nodiscard]] std::span<const Route> routes();

}  // namespace waymark::inspection
