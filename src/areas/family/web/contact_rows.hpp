// What this area adds to each of the people to ring on a child's page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/context.hpp"
#include "pupils/rules/records.hpp"
#include "ui/ui.hpp"

namespace waymark::family {

/// "/pupils/7F3K-2M/people/0193…/link"
[[nodiscard]] std::string contact_link_href(std::string_view reference, Id contact);

/// Where somebody who may sends this person a link; none for everybody else.
[[nodiscard]] std::optional<ui::Html> contact_link(const Who& who, const pupils::PupilSummary& pupil, const pupils::Contact& contact);

}  // namespace waymark::family
