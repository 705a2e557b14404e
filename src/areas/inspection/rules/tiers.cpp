// What a destination tells, and what was meant before it is known.
#include "inspection/rules/tiers.hpp"

#include "foundation/result.hpp"

namespace waymark::inspection {
namespace {

/// What a destination says about the tier; nothing where it says nothing, as for a child who moved away.
std::optional<Tier> told_by(placements::Destination destination)
{
    switch (destination) {
    case placements::Destination::same_mainstream_school: return Tier::time_limited;
    case placements::Destination::other_mainstream_school:
    case placements::Destination::special_school:
    case placements::Destination::further_education:
    case placements::Destination::apprenticeship_or_work: return Tier::transitional;
    case placements::Destination::registered_ap:
    case placements::Destination::other_ap:
    case placements::Destination::elective_home_education:
    case placements::Destination::custody:
    case placements::Destination::moved_away:
    case placements::Destination::no_destination_yet:
    case placements::Destination::none: return std::nullopt;
    }
    expects(false);
    return std::nullopt;
}

}  // namespace

Tier tier_of(const Support& support)
{
    if (support.is_outreach) return Tier::targeted_support;
    if (support.destination)
        if (const auto told = told_by(*support.destination)) return *told;
    return support.keeps_school_place && !support.ends_with_school_age ? Tier::time_limited : Tier::transitional;
}

std::string_view tier_name(Tier tier)
{
    switch (tier) {
    case Tier::targeted_support: return "Tier 1: support in the mainstream school";
    case Tier::time_limited: return "Tier 2: a place for a time";
    case Tier::transitional: return "Tier 3: a place that leads to a new school or to post-16";
    }
    expects(false);
    return {};
}

}  // namespace waymark::inspection
