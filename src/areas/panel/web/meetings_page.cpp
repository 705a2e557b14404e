// The meetings of the authority's panels, and planning a new one.
#include <algorithm>

#include "foundation/text.hpp"
#include "panel/actions/meetings.hpp"
#include "panel/store/panels.hpp"
#include "panel/web/pages.hpp"
#include "panel/web/parts.hpp"
#include "people/rules/roles.hpp"
#include "referrals/store/lists.hpp"

namespace waymark::panel {
namespace {

struct MeetingsScreen {
    std::vector<MeetingLine> to_come, past;
    std::size_t ready = 0;  // referrals on no agenda
    bool has_panel = false;
    bool may_run = false;
    Date today;
};

std::string agenda_words(const MeetingLine& meeting)
{
    if (meeting.items == 0) return "Nothing on the agenda yet";
    std::string text = counted(meeting.items, "case");
    if (meeting.state == MeetingState::held) text += meeting.waiting == 0 ? ", all heard" : ", " + counted(meeting.waiting, "case") + " to hear";
    return text;
}

void meetings_table(ui::Buffer& out, std::string caption, const std::vector<MeetingLine>& meetings, Date today)
{
    ui::TableOptions table{.caption = std::move(caption), .caption_classes = "govuk-table__caption--m", .head = {"When", "Panel", "Agenda", "State"}, .first_cell_is_header = true};
    for (const MeetingLine& meeting : meetings) {
        const std::string when = weekday_date(meeting.on_day) + (meeting.on_day == today ? " (today)" : "");
        table.rows.push_back({ui::two_lines(ui::link_html(meeting_href(meeting.id), when), start_time_name(meeting.starts) + ", " + meeting.place),
                              meeting.panel_name, agenda_words(meeting), meeting_state_tag(meeting.state)});
    }
    ui::table(out, table);
}

void meetings_view(ui::Buffer& out, const MeetingsScreen& screen)
{
    ui::page(out, {.title = "Meetings", .wide = true, .about_a_person = false}, [&](ui::Buffer& body) {
        if (screen.may_run)
            ui::paragraph(body, screen.ready == 0 ? "Every referral that is ready for panel is on an agenda."
                                                  : counted(static_cast<long long>(screen.ready), "referral") +
                                                        (screen.ready == 1 ? " is ready for panel and on no agenda." : " are ready for panel and on no agenda."));
        if (screen.may_run && screen.has_panel) ui::button(body, {.text = "Plan a meeting", .href = "/meetings/new"});
        if (!screen.has_panel)
            ui::empty_state(body, "No panel yet. Set up a panel first, then plan its meetings.", screen.may_run ? ui::Link{"Set up a panel", "/panels/new"} : ui::Link{});
        else if (screen.to_come.empty())
            ui::paragraph(body, "No meeting is planned.");
        if (!screen.to_come.empty()) meetings_table(body, "To come", screen.to_come, screen.today);
        if (!screen.past.empty()) meetings_table(body, "Held", screen.past, screen.today);
        if (screen.has_panel) ui::action_link(body, "/panels", "Panels and their members");
    });
}

void new_meeting_view(ui::Buffer& out, const std::vector<Panel>& all, const Form& form)
{
    std::vector<ui::Choice> items;
    for (const Panel& panel : all) items.push_back({.value = panel.id.text(), .text = panel.name});
    ui::page(out, {.title = "Plan a meeting", .back = ui::Link{"Back", "/meetings"}, .problems = form.problems, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::form(body, {}, [&](ui::Buffer& inner) {
            if (all.size() == 1) ui::hidden_field(inner, "panel", all.front().id.text());
            else ui::select_field(inner, {.name = "panel", .label = "Panel", .items = items}, form);
            ui::date_field(inner, {.name = "on_day", .legend = "Day", .hint = "For example, 26 11 2026"}, form);
            ui::text_field(inner, {.name = "starts", .label = "Time it starts", .hint = "For example, 9:30am", .width = ui::BoxWidth::five}, form);
            ui::text_field(inner, {.name = "place", .label = "Where", .hint = "A room, or the link for a call"}, form);
            ui::submit_row(inner, {.text = "Plan meeting", .cancel = {"Cancel", "/meetings"}});
        });
    });
}

Result<MeetingId> create_as_typed(Context& context, const Form& form)
{
    FormReader read{form};
    NewMeeting meeting{.panel = read.id<PanelId>("panel", "Choose a panel"),
                       .on_day = read.date("on_day", "the day of the meeting"),
                       .starts = read.text("starts", "Enter the time it starts, like 9:30am or 2pm", 20),
                       .place = read.text("place", "Enter where the panel meets", 200),
                       .chair = {}};
    TRY(read.result());
    return create_meeting(context, std::move(meeting));
}

}  // namespace

Result<Response> show_meetings(const Request&, Context& context)
{
    const auto screen = context.read([&](Transaction& tx) {
        MeetingsScreen loaded{.to_come = meetings_from(tx, context.today),
                              .past = meetings_before(tx, context.today),
                              .has_panel = !panels(tx).empty(),
                              .may_run = people::may(context.who.role, Permission::run_panels),
                              .today = context.today};
        const auto placed = waiting_on_agendas(tx);
        for (const auto& queued : referrals::queue_ready_for_panel(tx))
            if (std::ranges::find(placed, queued.id, &WaitingOn::referral) == placed.end()) ++loaded.ready;
        return loaded;
    });
    return page_with(200, [&](ui::Buffer& out) { meetings_view(out, screen); });
}

Result<Response> show_new_meeting(const Request&, Context& context)
{
    const auto all = context.read([](Transaction& tx) { return panels(tx); });
    return page_with(200, [&](ui::Buffer& out) { new_meeting_view(out, all, {}); });
}

Result<Response> submit_new_meeting(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto made = create_as_typed(context, form);
    if (made) return see_other_with_success(meeting_href(*made), "Meeting planned. Build its agenda.");
    if (!made.error().correctable()) return std::unexpected(made.error());
    const auto all = context.read([](Transaction& tx) { return panels(tx); });
    return page_with(422, [&](ui::Buffer& out) { new_meeting_view(out, all, form.with(made.error())); });
}

}  // namespace waymark::panel
