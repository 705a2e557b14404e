// R24: which of the three tiers of alternative provision a piece of support belongs to.
#pragma once

#include <optional>
#include <string_view>

#include "placements/rules/words.hpp"

namespace waymark::inspection {

/// targeted_support: in the mainstream school; time_limited: a place for a time, and back; transitional: a place that leads to a new
/// school or to post-16.
enum class Tier { targeted_support, time_limited, transitional };

/// Support for a child, as far as its tier follows from the record. Nobody tags it by hand.
struct Support {
    bool is_outreach = false;                               // given in the mainstream school; the rest is then not asked
    bool keeps_school_place = false;                        // a mainstream school keeps the child on its roll meanwhile
    bool ends_with_school_age = false;                      // it runs to the school leaving day or past it
    std::optional<placements::Destination> destination;     // where the child went, once it has ended and that is known
};

/// The tier. Where the child went decides, once that is known and tells; before, what was meant: a child whose school keeps the
/// place, and who is not leaving school with it, is expected back.
/// Rule       R24
/// Source     DfE, Arranging alternative provision (2025); SEND and Alternative Provision Improvement Plan (2023)
[[nodiscard]] Tier tier_of(const Support& support);

[[nodiscard]] std::string_view tier_name(Tier tier);        // "Tier 2: a place for a time"

}  // namespace waymark::inspection
