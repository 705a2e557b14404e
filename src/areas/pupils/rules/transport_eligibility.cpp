#include "pupils/rules/transport_eligibility.hpp"

#include <cstdint>

namespace waymark::pupils {
namespace {

// The ages that the law's numbers are named after: up to the eighth birthday, from it to the eleventh, from that on.
constexpr int age_of_longer_walk = 8, age_of_secondary = 11;

/// A mile is 1609.344 metres, so that both sides are whole thousandths of a metre.
bool is_beyond(int metres, int miles)
{
    return std::int64_t{metres} * 1000 > std::int64_t{miles} * 1'609'344;
}

bool is_beyond_walking_distance(const TransportCase& child, const Law& law)
{
    return is_beyond(child.walking_metres, child.age < age_of_longer_walk ? law.walking_miles_under_8 : law.walking_miles_from_8);
}

TransportGround low_income_ground(const TransportCase& child, const Law& law)
{
    const int metres = child.walking_metres;
    if (child.age < age_of_longer_walk) return TransportGround::none;  // two miles for every child
    if (child.age < age_of_secondary) {
        const bool is_far = child.is_nearest_suitable && is_beyond(metres, law.low_income_miles_8_to_10);
        return is_far ? TransportGround::low_income_to_10 : TransportGround::none;
    }
    if (!is_beyond(metres, law.low_income_miles_min)) return TransportGround::none;
    if ((child.is_one_of_three_nearest || child.is_nearest_suitable) && !is_beyond(metres, law.low_income_miles_max))
        return TransportGround::low_income_three_nearest;
    if (child.is_chosen_for_belief && !is_beyond(metres, law.faith_miles_max)) return TransportGround::low_income_belief;
    return TransportGround::none;
}

}  // namespace

TransportGround transport_ground(const TransportCase& child, const Law& law)
{
    if (!child.is_compulsory_age) return TransportGround::none;
    if (child.is_nearest_suitable) {
        if (child.cannot_walk) return TransportGround::cannot_walk;
        if (child.is_route_unsafe) return TransportGround::unsafe_route;
        if (is_beyond_walking_distance(child, law)) return TransportGround::walking_distance;
    }
    return child.has_low_income ? low_income_ground(child, law) : TransportGround::none;
}

std::string_view transport_ground_words(TransportGround ground)
{
    switch (ground) {
        case TransportGround::none: return "On no ground of the law; the authority may still help";
        case TransportGround::cannot_walk: return "Cannot walk there because of special needs, a disability or mobility";
        case TransportGround::unsafe_route: return "Has no safe route to walk, even accompanied";
        case TransportGround::walking_distance: return "Beyond walking distance to the nearest suitable school";
        case TransportGround::low_income_to_10: return "Low income: from 8 to 10, over the shorter walking distance";
        case TransportGround::low_income_three_nearest: return "Low income: from 11, one of the three nearest suitable schools";
        case TransportGround::low_income_belief: return "Low income: from 11, the nearest school chosen for religion or belief";
    }
    return "";
}

}  // namespace waymark::pupils
