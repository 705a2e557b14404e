// Giving the written confirmations that must exist before day one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/result.hpp"
#include "placements/store/placements.hpp"
#include "platform/context.hpp"

namespace waymark::placements {

struct GiveConfirmation {
    ConfirmationKind kind = ConfirmationKind::staff_checks;
    std::string words;                 // empty: the statement as it stands
    std::optional<SiteId> site;        // none: every site of the timetable, where the kind is given for each
    std::optional<Date> given_on;      // none: today; earlier for what came on paper
    std::optional<Id> document;
};

/// Records what was confirmed, all of it or none.
///
/// given_by   who confirms, by name: the person signed in, or who signed the paper
/// Fails      `placement.confirmed_nothing`, `placement.given_by_missing`, `placement.given_in_future`, `placement.already_ended`
/// Rule       R31
[[nodiscard]] Result<void> give_confirmations(Context& context, PlacementId placement, const std::vector<GiveConfirmation>& given,
                                              const std::string& given_by);

/// All eight at once, as they stand: for papers that arrived together.
[[nodiscard]] Result<void> give_all_confirmations(Context& context, PlacementId placement, const std::string& given_by,
                                                  std::optional<Date> given_on = {});

}  // namespace waymark::placements
