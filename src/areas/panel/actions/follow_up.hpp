// The work that a decision leaves behind: a place to find, letters to send.
#pragma once

#include "panel/store/cases.hpp"
#include "panel/store/decisions.hpp"

namespace waymark::panel {

/// The kinds of the tasks that decisions open. `find_place` is about the referral, and whoever finds the place closes it;
/// `send_letters` is about the decision, and closes when both letters are sent.
inline constexpr std::string_view find_place_task = "find_place";
inline constexpr std::string_view send_letters_task = "send_letters";

/// Opens the work of this decision and closes that of the one it takes the place of. Called after the referral has moved on,
/// since that closes whatever was open about it.
void open_follow_up(Transaction& tx, const Case& the_case, const Decision& decision);

}  // namespace waymark::panel
