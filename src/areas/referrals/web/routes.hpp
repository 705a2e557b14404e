// The route table of the referrals area.
#pragma once

#include <span>

#include "platform/http/route.hpp"

namespace waymark::referrals {

[[nodiscard]] std::span<const Route> routes();

}  // namespace waymark::referrals
