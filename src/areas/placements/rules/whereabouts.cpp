#include "placements/rules/whereabouts.hpp"

#include <algorithm>

namespace waymark::placements {

Whereabouts whereabouts_at(std::span<const Slot> slots, Date day, Session session, bool school_meets, bool school_answers)
{
    if (!school_meets) return {Where::no_school, {}};
    const auto found = std::ranges::find_if(slots, [&](const Slot& slot) {
        return slot.when == WeekdaySession{weekday(day), session} && slot.in_force.contains(day);
    });
    if (found != slots.end()) return {Where::at_setting, found->setting};
    return {school_answers ? Where::at_school : Where::not_known, {}};
}

}  // namespace waymark::placements
