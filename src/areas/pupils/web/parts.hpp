// What every page of a child's record starts with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pupils/rules/contact_restriction.hpp"
#include "pupils/store/pupils.hpp"
#include "pupils/web/panels.hpp"
#include "ui/ui.hpp"

namespace waymark::pupils {

struct HeadOptions {
    std::string_view title;         // the h1
    std::string_view current;       // path of the part: "", "timeline", "people" …
    bool may_see_access = false;
    bool may_refer = false;
    bool need_only = false;
};
/// A provider sees the children it teaches, whom to ring and what they need; not where they live, their exclusions, all of
/// their circumstances or what others wrote about them.
/// Rule    R53
[[nodiscard]] bool sees_need_only(const Who& who);
/// Circumstances that they need to know.
[[nodiscard]] bool is_for_need_only(CircumstanceKind kind);
/// Whom to ring, as a card, with what is forbidden about them today above the rest.
void contact_view(ui::Buffer& out, const Contact& contact, const std::vector<ContactRestriction>& restrictions);
/// Identity bar, sub-navigation, h1.
void pupil_head(ui::Buffer& out, const PupilSummary& pupil, const HeadOptions& options);
[[nodiscard]] ui::PageOptions page_options(const PupilSummary& pupil, std::string title, Problems problems = {});
[[nodiscard]] HeadOptions head_options(const Who& who, std::string_view title, std::string_view current);

[[nodiscard]] std::string days_text(const DateRange& days);         // "Since 2 September 2025", "2 September 2025 to 1 November 2026"

}  // namespace waymark::pupils
