// What follows from each legal basis.
#include "placements/rules/legal_basis.hpp"

#include <doctest/doctest.h>

#include "foundation/enum_text.hpp"

namespace waymark::placements {
namespace {

constexpr auto stays_on_roll = RollDuringPlacement::stays_on_roll, dual_registered = RollDuringPlacement::dual_registered,
               single_at_provider = RollDuringPlacement::single_at_provider, no_roll = RollDuringPlacement::no_roll;

TEST_CASE("a place that the authority arranged is marked K, one that the school arranged B, and D where the child is registered too")
{
    CHECK(follows_from(LegalBasis::s19_medical, stays_on_roll).code == RegisterCode::K);
    CHECK(follows_from(LegalBasis::eotas_s61, stays_on_roll).code == RegisterCode::K);
    CHECK(follows_from(LegalBasis::s29A_offsite_direction, stays_on_roll).code == RegisterCode::B);
    CHECK(follows_from(LegalBasis::school_suspension_day6, stays_on_roll).code == RegisterCode::B);
    CHECK(follows_from(LegalBasis::s19_medical, dual_registered).code == RegisterCode::D);
    CHECK(follows_from(LegalBasis::s29A_offsite_direction, dual_registered).code == RegisterCode::D);
}

TEST_CASE("nobody marks K, B or D for a child on no roll, or on the provider's alone")
{
    for (const auto basis : enum_values<LegalBasis>()) {
        CHECK(follows_from(basis, no_roll).code == RegisterCode::none);
        CHECK(follows_from(basis, single_at_provider).code == RegisterCode::none);
    }
}

TEST_CASE("only an off-site direction needs the notice, and only what is agreed needs the parent's consent")
{
    for (const auto basis : enum_values<LegalBasis>()) {
        const auto follows = follows_from(basis, stays_on_roll);
        CHECK(follows.needs_direction_notice == (basis == LegalBasis::s29A_offsite_direction));
        CHECK(follows.needs_parents_consent == (basis == LegalBasis::school_agreed_offsite || basis == LegalBasis::managed_move));
        CHECK(follows.may_be_for_behaviour == (basis != LegalBasis::school_agreed_offsite));
    }
}

TEST_CASE("packages outside school, managed moves and learning after 16 are counted beside alternative provision")
{
    int beside = 0;
    for (const auto basis : enum_values<LegalBasis>()) beside += follows_from(basis, stays_on_roll).counted_as != CountedAs::alternative_provision ? 1 : 0;
    CHECK(beside == 3);
    CHECK(follows_from(LegalBasis::eotas_s61, no_roll).counted_as == CountedAs::eotas_package);
    CHECK(follows_from(LegalBasis::eotas_s61, no_roll).commissioner == Commissioner::authority);
    CHECK(follows_from(LegalBasis::managed_move, stays_on_roll).commissioner == Commissioner::school);
}

}  // namespace
}  // namespace waymark::placements
