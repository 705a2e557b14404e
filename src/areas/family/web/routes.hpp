// The route table of the family area.
#pragma once

#include <span>

#include "platform/http/route.hpp"

namespace waymark::family {

[[nodiscard]] std::span<const Route> routes();

}  // namespace waymark::family
