// Comparing folded names, birth dates and numbers.
#include "pupils/rules/matching.hpp"

#include "foundation/text.hpp"

namespace waymark::pupils {
namespace {

bool day_and_month_exchanged(Date left, Date right)
{
    return year_of(left) == year_of(right) && day_of_month(left) == month_of(right) && month_of(left) == day_of_month(right);
}

}  // namespace

Match match_of(const WhoIsLookedFor& wanted, const KnownChild& known)
{
    if (!wanted.upn.empty() && (wanted.upn == known.upn || wanted.upn == known.former_upn)) return Match::same;
    const std::string first = folded_for_search(wanted.first_name), last = folded_for_search(wanted.last_name);
    const std::string known_last = folded_for_search(known.last_name);
    const bool same_first = first == folded_for_search(known.first_name) || first == folded_for_search(known.known_as);
    const bool same_last = last == known_last;
    if (wanted.born == known.born) {
        if (same_first || same_last) return Match::likely;
        const bool starts_alike = last.size() >= 3 && known_last.starts_with(last.substr(0, 3));
        return starts_alike ? Match::possible : Match::none;
    }
    if (!same_first || !same_last) return Match::none;
    return day_and_month_exchanged(wanted.born, known.born) ? Match::likely : Match::possible;
}

}  // namespace waymark::pupils
