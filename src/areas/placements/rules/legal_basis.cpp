// One row for each power.
#include "placements/rules/legal_basis.hpp"

namespace waymark::placements {
namespace {

CountedAs counted_as(LegalBasis basis)
{
    switch (basis) {
    case LegalBasis::s19_exclusion:
    case LegalBasis::s19_medical:
    case LegalBasis::s19_other:
    case LegalBasis::school_suspension_day6:
    case LegalBasis::s29A_offsite_direction:
    case LegalBasis::school_agreed_offsite:
    case LegalBasis::ehcp_section_i: return CountedAs::alternative_provision;
    case LegalBasis::eotas_s61: return CountedAs::eotas_package;
    case LegalBasis::managed_move: return CountedAs::managed_move;
    case LegalBasis::post16: return CountedAs::post16;
    }
    return CountedAs::alternative_provision;
}

RegisterCode register_code(LegalBasis basis, RollDuringPlacement roll)
{
    if (basis == LegalBasis::post16) return RegisterCode::none;
    switch (roll) {
    case RollDuringPlacement::dual_registered: return RegisterCode::D;
    case RollDuringPlacement::single_at_provider:
    case RollDuringPlacement::no_roll: return RegisterCode::none;
    case RollDuringPlacement::stays_on_roll: break;
    }
    if (basis == LegalBasis::managed_move) return RegisterCode::none;  // the child is a pupil of the new school from day one
    return is_of_the_authority(basis) ? RegisterCode::K : RegisterCode::B;
}

}  // namespace

BasisFollows follows_from(LegalBasis basis, RollDuringPlacement roll)
{
    return {
        .commissioner = is_of_the_authority(basis) ? Commissioner::authority : Commissioner::school,
        .counted_as = counted_as(basis),
        .needs_direction_notice = basis == LegalBasis::s29A_offsite_direction,
        .needs_parents_consent = basis == LegalBasis::school_agreed_offsite || basis == LegalBasis::managed_move,
        .may_be_for_behaviour = basis != LegalBasis::school_agreed_offsite,
        .code = register_code(basis, roll),
    };
}

}  // namespace waymark::placements
