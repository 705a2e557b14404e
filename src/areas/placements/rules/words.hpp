// The words of this area: each enumerator's name is its stored text; each has a wording that people read.
#pragma once

#include <string>
#include <string_view>

#include "directory/rules/programme.hpp"
#include "foundation/id.hpp"

namespace waymark::placements {

struct OfferTag;
using OfferId = IdOf<OfferTag>;
struct PlacementTag;
using PlacementId = IdOf<PlacementTag>;

/// R17: the power under which a child is placed. It decides who must be told, who pays and which code a register takes.
enum class LegalBasis {
    s19_exclusion, s19_medical, s19_other, school_suspension_day6, s29A_offsite_direction, school_agreed_offsite,
    ehcp_section_i, eotas_s61, managed_move, post16,
};

enum class PlacementState { planned, active, ended };

/// R21: whose admission register the child is on while placed.
enum class RollDuringPlacement { stays_on_roll, dual_registered, single_at_provider, no_roll };

using directory::PriceUnit;
using directory::ProgrammeId;
using directory::SiteId;

enum class OfferState { sent, question_asked, accepted, declined, expired, withdrawn };

/// R31: what a provider confirms in writing before day one.
enum class ConfirmationKind {
    staff_checks, tells_of_changes, addresses, subcontractors, emergency_contacts, risk_assessment, absence_arrangement,
    insurance,
};

enum class EndReason {
    completed_returned_mainstream, moved_special, moved_ap, post16, extended_elsewhere, needs_changed, provider_could_not_continue,
    safeguarding, parent_withdrew, excluded, moved_area, custody, died, other,
};

enum class Destination {
    same_mainstream_school, other_mainstream_school, special_school, registered_ap, other_ap, further_education,
    apprenticeship_or_work, elective_home_education, custody, moved_away, no_destination_yet, none,
};

[[nodiscard]] std::string_view legal_basis_name(LegalBasis basis);
[[nodiscard]] std::string_view placement_state_name(PlacementState state);
[[nodiscard]] std::string_view roll_name(RollDuringPlacement roll);
[[nodiscard]] std::string_view offer_state_name(OfferState state);
[[nodiscard]] std::string_view end_reason_name(EndReason reason);
[[nodiscard]] std::string_view destination_name(Destination destination);

/// Whether the authority, not a school, commissions under this power.
[[nodiscard]] bool is_of_the_authority(LegalBasis basis);

/// Whether the child's own school teaches the rest of the week. A child who is permanently excluded or too ill stands on a
/// roll and is taught nowhere else.
[[nodiscard]] bool attends_a_school(RollDuringPlacement roll, LegalBasis basis);

}  // namespace waymark::placements
