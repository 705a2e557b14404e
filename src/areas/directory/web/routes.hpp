// All routes of the directory, with the permission beside the path.
#pragma once

#include <span>

#include "platform/http/route.hpp"

namespace waymark::directory {

[[nodiscard]] std::span<const Route> routes();

}  // namespace waymark::directory
