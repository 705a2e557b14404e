// The route table of the pupils area.
#pragma once

#include <span>

#include "platform/http/route.hpp"

namespace waymark::pupils {

[[nodiscard]] std::span<const Route> routes();

}  // namespace waymark::pupils
