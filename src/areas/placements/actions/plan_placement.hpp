// Planning a placement: by accepting an offer, or by a school that arranges the place itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/result.hpp"
#include "placements/store/placements.hpp"
#include "platform/context.hpp"
#include "vocabulary/session.hpp"

namespace waymark::placements {

struct PlanPlacement {
    PupilId pupil;
    ProgrammeId programme;
    std::optional<ReferralId> referral;
    std::optional<DecisionId> decision;
    std::optional<OfferId> offer;
    OrganisationId commissioner;
    std::optional<OrganisationId> funder;          // none: the commissioner pays
    LegalBasis legal_basis = LegalBasis::s19_other;
    std::string purpose;
    Date from, expected_end;
    RollDuringPlacement registration = RollDuringPlacement::stays_on_roll;
    std::vector<WeekdaySession> sessions;
    std::optional<int> minutes;                    // of each session; none: the programme's
    std::optional<Money> price;                    // none: the programme's price today
    std::optional<PriceUnit> price_unit;
    std::string part_time_reason;
    NamedPeople people;                            // empty names are filled with who is known
    std::string override_reason;
};

/// Plans it: the week, free place, assurance and registration threshold are checked; the provider gets a reason to see the
/// child and a task to give its confirmations.
///
/// Fails      the problems of `checks.hpp`; `placement.purpose_missing`, `placement.end_before_start`, `placement.too_long`
/// Rule       R17, R25, R28, R30, R36; invariants 1 to 3
[[nodiscard]] Result<PlacementId> plan_placement(Context& context, const PlanPlacement& command);

}  // namespace waymark::placements
