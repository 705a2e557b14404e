// The route table of the people area.
#pragma once

#include <span>

#include "platform/http/route.hpp"

namespace waymark::people {

[[nodiscard]] std::span<const Route> routes();

}  // namespace waymark::people
