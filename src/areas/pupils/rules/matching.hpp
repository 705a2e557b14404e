// Whether a child somebody is about to add is one whom the authority knows already.
#pragma once

#include <string>

#include "foundation/date.hpp"

namespace waymark::pupils {

struct WhoIsLookedFor {
    std::string upn;                    // normal form, or empty
    std::string first_name, last_name;
    Date born;
};

struct KnownChild {
    std::string upn, former_upn;
    std::string first_name, known_as, last_name;
    Date born;
};

/// none: somebody else · possible: show side by side · likely: warn before adding · same: the number is the same
enum class Match { none, possible, likely, same };

/// same      the UPN is the child's present or former number
/// likely    same birth date, and the last name or the first name is the same; or all names the same and the birth date
///           with day and month exchanged
/// possible  all names the same with another birth date; or same birth date and a last name that starts alike
/// Rule      R48: find before create
[[nodiscard]] Match match_of(const WhoIsLookedFor& wanted, const KnownChild& known);

}  // namespace waymark::pupils
