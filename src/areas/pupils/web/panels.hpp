// What later areas add to the pages of a child. pupils knows none of them: app/ hands their functions in, once, before serving.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/context.hpp"
#include "pupils/rules/records.hpp"
#include "ui/ui.hpp"

namespace waymark::pupils {

/// Rows for the "Now" panel: where the child is today, the next date, the next decision.
using NowRows = std::vector<ui::SummaryRow> (*)(Transaction&, const Who&, const PupilSummary&);

/// A part of the child's page with a title of its own; it writes nothing when it has nothing to say.
struct PupilPanel {
    std::string_view title;
    bool (*has_something)(Transaction&, const Who&, const PupilSummary&);
    void (*write)(ui::Buffer&, Transaction&, const Who&, const PupilSummary&);
};

/// A further page of the record, for the sub-navigation: {"Attendance", "attendance"}.
struct PupilSubpage {
    std::string_view text;
    std::string_view path;
    bool for_providers = true;      // whether people at a provider, who see the need only, have it too
};

/// A filter of /pupils whose answer lies in a later area: which children have that value.
struct PupilListFilter {
    std::string_view name;      // "setting", as in the address
    std::string_view label;     // "Setting"
    std::vector<ui::Choice> (*choices)(Transaction&, const Who&);
    std::set<PupilId> (*matching)(Transaction&, const Who&, std::string_view value);
};

/// A link below each of the people to ring: sending the family theirs. None where this person may not.
using ContactLink = std::optional<ui::Html> (*)(const Who&, const PupilSummary&, const Contact&);

struct PupilExtensions {
    std::span<const NowRows> now;
    std::span<const NowRows> emergency;         // where the child should be today, for somebody who looks in an emergency
    std::span<const PupilPanel> panels;
    std::span<const PupilSubpage> subpages;
    std::span<const PupilListFilter> filters;
    std::span<const ContactLink> contact_links;
};

/// What they point at must outlive the program's serving. Called once, by app/.
void extend_pupil_pages(const PupilExtensions& extensions);
[[nodiscard]] const PupilExtensions& pupil_extensions();

}  // namespace waymark::pupils
