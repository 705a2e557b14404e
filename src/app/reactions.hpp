// What must go up: events of a lower area that a higher one answers, in the same transaction.
#pragma once

#include <span>

#include "platform/context.hpp"

namespace waymark::app {

[[nodiscard]] std::span<const Reaction> reactions();

}  // namespace waymark::app
