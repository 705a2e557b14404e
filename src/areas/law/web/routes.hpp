// The addresses of this area.
#pragma once

#include <span>

#include "platform/http/route.hpp"

namespace waymark::law {

[[nodiscard]] std::span<const Route> routes();

}  // namespace waymark::law
