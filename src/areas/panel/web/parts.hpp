// What several pages of the panel show alike: a case, a quorum, the state of things.
#pragma once

#include <functional>
#include <string>

#include "panel/rules/agenda.hpp"
#include "panel/rules/meeting.hpp"
#include "panel/store/agenda.hpp"
#include "panel/store/cases.hpp"
#include "platform/http/response.hpp"
#include "ui/ui.hpp"

namespace waymark::panel {

/// A page in one line: what `view` writes, under that status.
[[nodiscard]] Response page_with(int status, const std::function<void(ui::Buffer&)>& view);

[[nodiscard]] ui::IdentityBar identity_bar(const Case& the_case);
/// The case as the panel hears it: the child's own words first, then the family's, what is asked for and why.
/// heading_level   of its parts
void case_view(ui::Buffer& out, const Case& the_case, std::string_view clock, int heading_level);

[[nodiscard]] ui::Html item_state_tag(ItemState state);
[[nodiscard]] ui::Html meeting_state_tag(MeetingState state);
[[nodiscard]] std::string meeting_title(const Meeting& meeting);    // "Panel, Thursday 26 November 2026"
[[nodiscard]] std::string meeting_href(MeetingId meeting, std::string_view rest = {});

/// A button that posts at once to an address of its own: `Move up`, with what it moves for those who hear it out of place.
void act_button(ui::Buffer& out, std::string action, std::string_view text, std::string_view visually_hidden,
                const std::vector<std::pair<std::string, std::string>>& values);

}  // namespace waymark::panel
