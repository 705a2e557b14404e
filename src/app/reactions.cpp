// One line a reaction: entity, verb, and the area that answers it.
#include "app/reactions.hpp"

#include "app/token_warnings.hpp"
#include "app/virus_tasks.hpp"
#include "people/actions/tell_of_change.hpp"
#include "reviews/actions/follow_placement.hpp"

namespace waymark::app {

std::span<const Reaction> reactions()
{
    static constexpr Reaction all[] = {
        {"placement", "started", reviews::placement_started},
        {"placement", "extended", reviews::placement_extended},
        {"placement", "ended", reviews::placement_ended},
        {"calendar", "half_term_added", reviews::calendar_changed},
        {"calendar", "half_term_changed", reviews::calendar_changed},
        {"calendar", "half_term_removed", reviews::calendar_changed},
        {"calendar", "day_added", reviews::calendar_changed},
        {"calendar", "day_changed", reviews::calendar_changed},
        {"calendar", "day_removed", reviews::calendar_changed},
        {"calendar", "terms_copied", reviews::calendar_changed},
        {"api_token", "revoked", close_warning_of_token},
        {"document", "virus_found", tell_of_virus},
        {"user", "changed_password", people::tell_of_changed_way_in},
        {"user", "reset_password", people::tell_of_changed_way_in},
        {"user", "set_up_authenticator", people::tell_of_changed_way_in},
        {"user", "turned_off_authenticator", people::tell_of_changed_way_in},
        {"user", "took_off_authenticator", people::tell_of_changed_way_in},
        {"user", "made_recovery_codes", people::tell_of_changed_way_in},
        {"user", "used_recovery_code", people::tell_of_changed_way_in},
        {"user", "bound_identity", people::tell_of_changed_way_in},
        {"user", "took_off_identity", people::tell_of_changed_way_in},
        {"authority_setting", "number_chosen", reviews::number_chosen},
    };
    return all;
}

}  // namespace waymark::app
