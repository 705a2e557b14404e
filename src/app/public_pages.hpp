// Pages that belong to no area: the front door, help, notices, built files and probes.
#pragma once

#include <span>
#include <string_view>

#include "platform/http/route.hpp"

namespace waymark::app {

[[nodiscard]] std::span<const Route> public_routes();

/// Paths that are answered alike to everybody, without a look at cookies: files and probes.
[[nodiscard]] bool is_bare_path(std::string_view pattern);

}  // namespace waymark::app
