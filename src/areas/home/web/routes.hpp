// The route table of this area.
#pragma once

#include <span>

#include "platform/http/route.hpp"

namespace waymark::home {

[[nodiscard]] std::span<const Route> routes();

}  // namespace waymark::home
