// The reading pack: every case of a meeting on one page with its contents, made to be read on paper or kept on a tablet.
#include <fmt/format.h>

#include "foundation/text.hpp"
#include "panel/store/cases.hpp"
#include "panel/store/decisions.hpp"
#include "panel/store/meetings.hpp"
#include "panel/web/pages.hpp"
#include "panel/web/parts.hpp"
#include "platform/audit/view_log.hpp"

namespace waymark::panel {
namespace {

struct Paper {
    Case the_case;
    std::string clock;
    std::vector<Decision> decided_before;
    ItemState state = ItemState::waiting;
};

struct Pack {
    Meeting meeting;
    std::vector<Paper> papers;
};

/// Every child in the pack is looked at, so every look is logged.
Result<Pack> load_pack(Context& context, MeetingId id)
{
    return context.in_transaction([&](Transaction& tx) -> Result<Pack> {
        Pack pack{.meeting = TRY(find_meeting(tx, id)), .papers = {}};
        if (pack.meeting.state == MeetingState::planned && context.who.role == Role::panel_member)
            return not_found("panel.papers_not_out", "The papers of this meeting are not out yet.");
        for (const AgendaItem& item : agenda_of(tx, id, context.who)) {
            if (item.state == ItemState::deferred) continue;
            auto the_case = TRY(case_of(tx, item.referral));
            audit::log_view(tx, the_case.pupil.id.value, "panel papers");
            const auto places = in_order_of_the_clocks({waiting(tx, the_case.referral)}, context.today);
            pack.papers.push_back({.the_case = std::move(the_case), .clock = places.front().reason, .decided_before = decisions_of(tx, item.referral), .state = item.state});
        }
        return pack;
    });
}

std::string anchor(std::size_t index) { return fmt::format("case-{}", index + 1); }

void paper_view(ui::Buffer& out, const Paper& paper, std::size_t index)
{
    out.raw("<article class=\"wm-paper\">");
    ui::heading(out, 2, fmt::format("{}. {}", index + 1, pupils::full_name(paper.the_case.pupil)), anchor(index));
    ui::identity_bar(out, identity_bar(paper.the_case));
    case_view(out, paper.the_case, paper.clock, 3);
    if (!paper.decided_before.empty()) {
        ui::heading(out, 3, "Decided before");
        for (const Decision& decision : paper.decided_before)
            ui::paragraph(out, fmt::format("{}: {}. {}", long_date(decision.decided_on), outcome_name(decision.what.outcome), decision.what.reasons));
    }
    out.raw("</article>");
}

void pack_view(ui::Buffer& out, const Pack& pack)
{
    ui::page(out, {.title = "Papers", .record = weekday_date(pack.meeting.on_day), .breadcrumbs = {{"Meetings", "/meetings"}, {meeting_title(pack.meeting), meeting_href(pack.meeting.id)}}, .caption = meeting_title(pack.meeting)}, [&](ui::Buffer& body) {
        ui::paragraph(body, "To keep the pack or read it offline, print this page or save it as a PDF. Page numbers are on the printed sheets.");
        if (pack.papers.empty()) {
            ui::paragraph(body, "No case is on the agenda that you can read.");
            return;
        }
        ui::heading(body, 2, "Contents");
        std::vector<ui::Content> contents;
        for (std::size_t index = 0; index < pack.papers.size(); ++index) {
            const Case& one = pack.papers[index].the_case;
            contents.emplace_back(ui::two_lines(ui::link_html("#" + anchor(index), pupils::full_name(one.pupil)), one.referral.organisation_name + ". " + pack.papers[index].clock));
        }
        ui::numbered_list(body, contents);
        for (std::size_t index = 0; index < pack.papers.size(); ++index) paper_view(body, pack.papers[index], index);
    });
}

}  // namespace

Result<Response> show_papers(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<MeetingId>("meeting"));
    const auto pack = TRY(load_pack(context, id));
    return page_with(200, [&](ui::Buffer& out) { pack_view(out, pack); });
}

}  // namespace waymark::panel
