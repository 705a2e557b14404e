#pragma once

#include <span>

#include "platform/http/route.hpp"

namespace waymark::sharing {

[[nodiscard]] std::span<const Route> routes();

}  // namespace waymark::sharing
