// Two people had one record open: who was first, and when.
#pragma once

#include <string>
#include <string_view>

#include "platform/context.hpp"

namespace waymark::people {

/// The refusal of a stale form, with who changed the record last as the trail has it: "Sam Okoro changed this profile at 2:14pm,
/// while you had it open." `what` is the record's name; without a trail of it, somebody did.
[[nodiscard]] std::unexpected<Problems> changed_meanwhile(Transaction& tx, Id about, std::string code, std::string_view what);

}  // namespace waymark::people
