// One meeting before it begins: its agenda in the order of the clocks, built in one step, moved by hand, published.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "foundation/text.hpp"
#include "panel/actions/agenda.hpp"
#include "panel/actions/meetings.hpp"
#include "panel/store/cases.hpp"
#include "panel/web/pages.hpp"
#include "panel/web/parts.hpp"
#include "people/rules/roles.hpp"

namespace waymark::panel {
namespace {

struct AgendaLine {
    AgendaItem item;
    std::string reason;       // why it stands here, by the clocks
    int place_by_clock = 0;   // among those that wait; 0: it does not wait
    std::vector<std::string> conflicts;
};

struct MeetingScreen {
    Meeting meeting;
    std::vector<AgendaLine> agenda;
    std::vector<referrals::QueuedReferral> ready;  // on no agenda
    bool may_run = false;
    bool is_over = false;
    Date today;
};

/// Papers are the members' once they are out; until then the agenda is the clerk's desk.
bool may_see_agenda(const MeetingScreen& screen, const Who& who)
{
    return screen.may_run || screen.meeting.state != MeetingState::planned || who.role != Role::panel_member;
}

Result<MeetingScreen> load_meeting_screen(Context& context, MeetingId id)
{
    return context.read([&](Transaction& tx) -> Result<MeetingScreen> {
        MeetingScreen screen{.meeting = TRY(find_meeting(tx, id)), .may_run = people::may(context.who.role, Permission::run_panels), .today = context.today};
        screen.is_over = screen.meeting.on_day < context.today;
        if (!may_see_agenda(screen, context.who)) return screen;
        std::vector<WaitingReferral> still_waiting;
        for (AgendaItem& item : agenda_of(tx, id, context.who)) {
            AgendaLine line{.item = std::move(item)};
            if (line.item.state == ItemState::waiting) still_waiting.push_back(waiting(tx, *referrals::find_referral(tx, line.item.referral)));
            for (const Conflict& conflict : sitting_for(tx, screen.meeting, line.item.id).conflicts)
                if (const Attendee* member = screen.meeting.attendee(conflict.member)) line.conflicts.push_back(member->member.name);
            screen.agenda.push_back(std::move(line));
        }
        int place = 0;
        for (const AgendaPlace& by_clock : in_order_of_the_clocks(std::move(still_waiting), context.today)) {
            const auto line = std::ranges::find(screen.agenda, by_clock.referral, [](const AgendaLine& one) { return one.item.referral; });
            line->reason = by_clock.reason;
            line->place_by_clock = ++place;
        }
        if (!screen.may_run || screen.is_over) return screen;
        const auto placed = waiting_on_agendas(tx);
        for (auto& queued : referrals::queue_ready_for_panel(tx))
            if (std::ranges::find(placed, queued.id, &WaitingOn::referral) == placed.end()) screen.ready.push_back(std::move(queued));
        return screen;
    });
}

ui::Html move_buttons(const MeetingScreen& screen, std::size_t index)
{
    const AgendaItem& item = screen.agenda[index].item;
    const std::string action = meeting_href(screen.meeting.id, "/agenda/" + item.id.text() + "/move");
    return ui::render([&](ui::Buffer& out) {
        out.raw("<div class=\"wm-acts\">");
        if (index > 0) act_button(out, action, "Move up", item.pupil_name, {{"direction", "up"}});
        if (index + 1 < screen.agenda.size()) act_button(out, action, "Move down", item.pupil_name, {{"direction", "down"}});
        out.raw("</div>");
    });
}

ui::Html why_here(const AgendaLine& line, int place)
{
    const std::string reason = line.item.state == ItemState::deferred ? "Deferred: " + line.item.deferred_reason : line.reason;
    std::vector<std::string> besides;
    if (line.place_by_clock != 0 && line.place_by_clock != place) besides.push_back(fmt::format("Moved by hand: number {} by the clocks.", line.place_by_clock));
    if (!line.conflicts.empty()) besides.push_back("Conflict declared: " + listed(line.conflicts) + ".");
    return ui::two_lines(reason, join(besides, " "));
}

void agenda_table(ui::Buffer& out, const MeetingScreen& screen)
{
    const bool may_move = screen.may_run && !screen.is_over;
    ui::TableOptions table{.caption = "Agenda: " + counted(static_cast<long long>(screen.agenda.size()), "case"), .caption_classes = "govuk-table__caption--m",
                           .head = {ui::numeric("Place"), "Young person", "Asked for", "Why in this place", "State"}};
    if (may_move) table.head.push_back("Order");
    int waiting_place = 0;
    for (std::size_t index = 0; index < screen.agenda.size(); ++index) {
        const AgendaLine& line = screen.agenda[index];
        if (line.item.state == ItemState::waiting) ++waiting_place;
        table.rows.push_back({std::to_string(index + 1),
                              ui::two_lines(ui::link_html("/referrals/" + line.item.referral.text(), line.item.pupil_name), line.item.pupil_reference + ", " + line.item.organisation_name),
                              line.item.category_name.empty() ? "Not recorded" : line.item.category_name, why_here(line, waiting_place), item_state_tag(line.item.state)});
        if (may_move) table.rows.back().push_back(move_buttons(screen, index));
    }
    ui::table(out, table);
}

void ready_table(ui::Buffer& out, const MeetingScreen& screen)
{
    if (screen.ready.empty()) return;
    ui::section(out, "Ready for panel, on no agenda", [&](ui::Buffer& part) {
        ui::TableOptions table{.caption = counted(static_cast<long long>(screen.ready.size()), "referral"), .head = {"Young person", "Clock", "Urgency", "Add"}, .first_cell_is_header = true};
        for (const auto& queued : screen.ready)
            table.rows.push_back({ui::two_lines(ui::link_html("/referrals/" + queued.id.text(), queued.pupil_name), queued.pupil_reference + ", " + queued.organisation_name),
                                  queued.clock ? queued.clock->clock.name + ". " + queued.clock->when : std::string{"No clock runs"},
                                  referrals::urgency_name(queued.urgency), ui::render([&](ui::Buffer& cell) {
                                      act_button(cell, meeting_href(screen.meeting.id, "/agenda"), "Add", queued.pupil_name, {{"referral", queued.id.text()}});
                                  })});
        ui::table(part, table);
    });
}

/// A button that posts and leads on: the page's main act is green, the others grey.
void big_button(ui::Buffer& out, std::string action, std::string text, bool is_main, const MeetingScreen& screen)
{
    ui::form(out, {.action = std::move(action)}, [&](ui::Buffer& form) {
        ui::hidden_field(form, "version", std::to_string(screen.meeting.version));
        ui::button(form, {.text = std::move(text), .classes = is_main ? "" : "govuk-button--secondary"});
    });
}

/// What there is to do next is green; one step at a time.
void next_steps(ui::Buffer& out, const MeetingScreen& screen)
{
    const auto href = [&](std::string_view rest) { return meeting_href(screen.meeting.id, rest); };
    const bool is_planned = screen.meeting.state == MeetingState::planned;
    const bool waits = std::ranges::any_of(screen.agenda, [](const AgendaLine& line) { return line.item.state == ItemState::waiting; });
    const bool may_begin = screen.may_run && screen.meeting.on_day <= screen.today && waits;
    out.raw("<div class=\"wm-acts wm-acts--page\">");
    if (may_begin && !is_planned)
        ui::button(out, {.text = screen.meeting.state == MeetingState::held ? "Go on with the meeting" : "Start the meeting", .href = href("/run")});
    if (screen.may_run && !screen.is_over && !screen.ready.empty())
        big_button(out, href("/agenda/all-ready"), fmt::format("Add all ready ({})", screen.ready.size()), screen.agenda.empty() || is_planned, screen);
    if (screen.may_run && !screen.is_over && screen.ready.empty() && waits && !may_begin)
        big_button(out, href("/agenda/all-ready"), "Put in order of the clocks", false, screen);
    if (screen.may_run && is_planned && !screen.agenda.empty()) big_button(out, href("/publication"), "Publish the papers", screen.ready.empty(), screen);
    if (!screen.agenda.empty()) ui::button(out, {.text = "Read the papers", .href = href("/papers"), .classes = "govuk-button--secondary"});
    out.raw("</div>");
}

std::string chair_name(const Meeting& meeting)
{
    const Attendee* chair = meeting.chair ? meeting.attendee(*meeting.chair) : nullptr;
    return chair ? chair->member.name : "Not chosen";
}

std::string attendance_words(const Meeting& meeting)
{
    if (!meeting.attendance_is_recorded()) {
        std::vector<std::string> names;
        for (const Attendee& one : meeting.attendees) names.push_back(one.member.name);
        return names.empty() ? "Nobody sits on this panel yet" : listed(names);
    }
    return minute_of({.meeting = meeting, .conflicts = {}});
}

void meeting_view(ui::Buffer& out, const MeetingScreen& screen, bool shows_agenda, const Problems& problems)
{
    const Meeting& meeting = screen.meeting;
    ui::page(out, {.title = meeting_title(meeting), .breadcrumbs = {{"Meetings", "/meetings"}}, .problems = problems, .wide = true, .about_a_person = true}, [&](ui::Buffer& body) {
        ui::summary_list(body, {.rows = {{"State", meeting_state_tag(meeting.state)},
                                         {"When", weekday_date(meeting.on_day) + ", " + start_time_name(meeting.starts)},
                                         {"Where", meeting.place},
                                         {"Panel", ui::link_html("/panels/" + meeting.panel.text(), meeting.panel_name)},
                                         {"Chair", chair_name(meeting)},
                                         {meeting.attendance_is_recorded() ? "Attendance" : "Members", ui::render([&](ui::Buffer& cell) { ui::lines(cell, attendance_words(meeting)); })},
                                         {"Quorum", meeting.attendance_is_recorded() ? quorum_sentence(Sitting{.meeting = meeting, .conflicts = {}}.quorum())
                                                                                     : fmt::format("{} from {}, not counting a member with a conflict", counted(meeting.members_min, "member"), counted(meeting.agencies_min, "agency", "agencies"))}}});
        if (!shows_agenda) {
            ui::inset_text(body, {.text = "The agenda is still being made. You will see it here when the papers are out."});
            return;
        }
        next_steps(body, screen);
        if (screen.agenda.empty())
            ui::paragraph(body, screen.ready.empty() ? "Nothing is on the agenda, and no referral is ready that is not on another."
                                                     : "Nothing is on the agenda yet. “Add all ready” puts every referral that waits on it, in the order of the law’s clocks.");
        else
            agenda_table(body, screen);
        ready_table(body, screen);
    });
}

Result<Response> meeting_again(Context& context, MeetingId id, int status, const Problems& problems)
{
    const auto screen = TRY(load_meeting_screen(context, id));
    return page_with(status, [&](ui::Buffer& out) { meeting_view(out, screen, may_see_agenda(screen, context.who), problems); });
}

Result<Response> meeting_again(Context& context, MeetingId id, const Problems& problems)
{
    if (!problems.correctable()) return std::unexpected(problems);
    return meeting_again(context, id, 422, problems);
}

}  // namespace

Result<Response> show_meeting(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<MeetingId>("meeting"));
    return meeting_again(context, id, 200, {});
}

Result<Response> submit_add_all_ready(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<MeetingId>("meeting"));
    const auto added = add_all_ready(context, id);
    if (!added) return meeting_again(context, id, added.error());
    return see_other_with_success(meeting_href(id), *added == 0 ? "The agenda is in the order of the clocks." : counted(*added, "case") + " added, in the order of the clocks.");
}

Result<Response> submit_agenda_item(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<MeetingId>("meeting"));
    const Form form = request.form();
    FormReader read{form};
    const auto referral = read.id<referrals::ReferralId>("referral", "Choose a referral");
    TRY(read.result());
    const auto added = add_to_agenda(context, id, referral);
    if (!added) return meeting_again(context, id, added.error());
    return see_other_with_success(meeting_href(id), "Case added at the end of the agenda.");
}

Result<Response> submit_move(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<MeetingId>("meeting"));
    const auto item = TRY(request.path_id<AgendaItemId>("item"));
    const Form form = request.form();
    FormReader read{form};
    const auto direction = read.one_of<Direction>("direction", "Choose up or down");
    TRY(read.result());
    TRY(move_item(context, item, direction));
    return see_other(meeting_href(id));
}

Result<Response> submit_publication(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<MeetingId>("meeting"));
    const Form form = request.form();
    FormReader read{form};
    const int version = read.seen_version();
    TRY(read.result());
    const auto published = publish_meeting(context, id, version);
    if (!published) return meeting_again(context, id, published.error());
    return see_other_with_success(meeting_href(id), "Papers published. The members can read them now.");
}

}  // namespace waymark::panel
