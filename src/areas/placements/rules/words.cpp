// How the words of this area read on a page.
#include "placements/rules/words.hpp"

#include "foundation/result.hpp"

namespace waymark::placements {

std::string_view legal_basis_name(LegalBasis basis)
{
    switch (basis) {
    case LegalBasis::s19_exclusion: return "Section 19: permanently excluded";
    case LegalBasis::s19_medical: return "Section 19: health needs";
    case LegalBasis::s19_other: return "Section 19: other reason without suitable education";
    case LegalBasis::school_suspension_day6: return "Suspension over 5 days, arranged by the school";
    case LegalBasis::s29A_offsite_direction: return "Off-site direction by the school (section 29A)";
    case LegalBasis::school_agreed_offsite: return "Agreed off-site education, with the parent’s consent";
    case LegalBasis::ehcp_section_i: return "Named in section I of the EHC plan";
    case LegalBasis::eotas_s61: return "Education otherwise than at school (section 61)";
    case LegalBasis::managed_move: return "Managed move";
    case LegalBasis::post16: return "Education after 16";
    }
    expects(false);
    return {};
}

std::string_view placement_state_name(PlacementState state)
{
    switch (state) {
    case PlacementState::planned: return "Planned";
    case PlacementState::active: return "Active";
    case PlacementState::ended: return "Ended";
    }
    expects(false);
    return {};
}

std::string_view roll_name(RollDuringPlacement roll)
{
    switch (roll) {
    case RollDuringPlacement::stays_on_roll: return "Stays on the school’s roll";
    case RollDuringPlacement::dual_registered: return "Dual registered: main at the school, subsidiary at the provider";
    case RollDuringPlacement::single_at_provider: return "On the provider’s roll only";
    case RollDuringPlacement::no_roll: return "On no school’s roll";
    }
    expects(false);
    return {};
}

std::string_view offer_state_name(OfferState state)
{
    switch (state) {
    case OfferState::sent: return "Waiting for an answer";
    case OfferState::question_asked: return "Question asked";
    case OfferState::accepted: return "Accepted";
    case OfferState::declined: return "Declined";
    case OfferState::expired: return "Expired";
    case OfferState::withdrawn: return "Withdrawn";
    }
    expects(false);
    return {};
}

std::string_view end_reason_name(EndReason reason)
{
    switch (reason) {
    case EndReason::completed_returned_mainstream: return "Purpose met: went back to a mainstream school";
    case EndReason::moved_special: return "Moved to a special school";
    case EndReason::moved_ap: return "Moved to other alternative provision";
    case EndReason::post16: return "Moved on to education, training or work after 16";
    case EndReason::extended_elsewhere: return "Continues with another provider";
    case EndReason::needs_changed: return "It no longer met the young person’s needs";
    case EndReason::provider_could_not_continue: return "The provider could not continue";
    case EndReason::safeguarding: return "Safety of the young person";
    case EndReason::parent_withdrew: return "The parent withdrew the young person";
    case EndReason::excluded: return "Permanently excluded";
    case EndReason::moved_area: return "Moved out of the area";
    case EndReason::custody: return "In custody";
    case EndReason::died: return "The young person died";
    case EndReason::other: return "Another reason";
    }
    expects(false);
    return {};
}

std::string_view destination_name(Destination destination)
{
    switch (destination) {
    case Destination::same_mainstream_school: return "The mainstream school they came from";
    case Destination::other_mainstream_school: return "Another mainstream school";
    case Destination::special_school: return "Special school";
    case Destination::registered_ap: return "Registered alternative provision";
    case Destination::other_ap: return "Other alternative provision";
    case Destination::further_education: return "Further education or sixth form";
    case Destination::apprenticeship_or_work: return "Apprenticeship, training or work";
    case Destination::elective_home_education: return "Educated at home by the parent’s choice";
    case Destination::custody: return "Custody";
    case Destination::moved_away: return "Moved away, new school not known";
    case Destination::no_destination_yet: return "Nothing arranged yet";
    case Destination::none: return "Does not apply";
    }
    expects(false);
    return {};
}

bool is_of_the_authority(LegalBasis basis)
{
    switch (basis) {
    case LegalBasis::s19_exclusion:
    case LegalBasis::s19_medical:
    case LegalBasis::s19_other:
    case LegalBasis::ehcp_section_i:
    case LegalBasis::eotas_s61:
    case LegalBasis::post16: return true;
    case LegalBasis::school_suspension_day6:
    case LegalBasis::s29A_offsite_direction:
    case LegalBasis::school_agreed_offsite:
    case LegalBasis::managed_move: return false;
    }
    expects(false);
    return false;
}

bool attends_a_school(RollDuringPlacement roll, LegalBasis basis)
{
    const bool on_school_roll = roll == RollDuringPlacement::stays_on_roll || roll == RollDuringPlacement::dual_registered;
    return on_school_roll && basis != LegalBasis::s19_exclusion && basis != LegalBasis::s19_medical && basis != LegalBasis::eotas_s61;
}

}  // namespace waymark::placements
