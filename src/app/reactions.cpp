// One line a reaction: entity, verb, and the area that answers it.
#include "app/reactions.hpp"

#include "reviews/actions/follow_placement.hpp"

namespace waymark::app {

std::span<const Reaction> reactions()
{
    static constexpr Reaction all[] = {
        {"placement", "started", reviews::placement_started},
        {"placement", "extended", reviews::placement_extended},
        {"placement", "ended", reviews::placement_ended},
    };
    return all;
}

}  // namespace waymark::app
