// The first rows of an area's own: its authority, a team, and somebody who looks after accounts.
#pragma once

#include <string>

#include "platform/context.hpp"
#include "vocabulary/ids.hpp"

namespace waymark::people {

struct BeginAuthority {
    std::string name;             // "Harrowdale"
    std::string gss;              // its code at the Office for National Statistics, "E06000990"; may be empty
    std::string team;             // the team that the administrator works in: "Alternative provision team"
    std::string administrator;    // their name
    std::string email;            // their work address
};
struct BegunAuthority {
    UserId administrator;
    std::string link;             // the path of the invitation, the only time that it is known; works once, for as long as invitations do
};
/// Makes the authority of the context, which acts as the program. Everybody else is invited by the administrator, on pages.
/// Fails   `people.authority_code` (three digits), `people.authority_there`, `people.authority_name_missing`, `people.team_missing`,
///         `people.gss_wrong`, and what `invite` finds wrong with the administrator
[[nodiscard]] Result<BegunAuthority> begin_authority(Context& context, const BeginAuthority& command);

}  // namespace waymark::people
