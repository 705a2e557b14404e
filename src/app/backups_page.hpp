// What an administrator sees of the backups: when the last good one was, and what became of the last tries.
#pragma once

#include <span>

#include "platform/http/route.hpp"

namespace waymark::app {

[[nodiscard]] std::span<const Route> backup_routes();

}  // namespace waymark::app
