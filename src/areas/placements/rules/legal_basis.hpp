// What follows from the power under which a child is placed.
#pragma once

#include "placements/rules/words.hpp"

namespace waymark::placements {

enum class Commissioner { authority, school };

/// Under which heading a placement is counted. Packages for children with an EHC plan, moves of school and learning after 16 are
/// kept and reported, but beside alternative provision.
enum class CountedAs { alternative_provision, eotas_package, managed_move, post16 };

/// How the child's main school marks a session that the child attended at the place. none: no school has that mark to make.
enum class RegisterCode { K, B, D, none };

struct BasisFollows {
    Commissioner commissioner = Commissioner::authority;
    CountedAs counted_as = CountedAs::alternative_provision;
    bool needs_direction_notice = false;    // R18
    bool needs_parents_consent = false;
    bool may_be_for_behaviour = true;
    RegisterCode code = RegisterCode::none;
};

/// What follows from a legal basis and from whose roll the child is on.
///
/// The code goes by who arranged the place and whether there is a roll, not by the kind of place: D where the child is registered
/// there too, else K for the authority and B for the school. On the provider's roll alone, or on none, there is no main school to
/// mark anything; after 16 the codes are not these.
/// Rule     R17; R44 for the codes, R45 for no roll
/// Source   Education Act 1996 s.19; Education Act 2002 s.29A; Children and Families Act 2014 ss.42, 61; SI 2024/208 reg 10
[[nodiscard]] BasisFollows follows_from(LegalBasis basis, RollDuringPlacement roll);

}  // namespace waymark::placements
