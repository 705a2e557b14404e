// A meeting while it sits: who is here, one case at a time with the child's words first, the decision, the next.
#include "panel/web/run_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "foundation/text.hpp"
#include "panel/actions/agenda.hpp"
#include "panel/actions/meetings.hpp"
#include "panel/store/meetings.hpp"
#include "panel/web/decision_form.hpp"
#include "panel/web/pages.hpp"
#include "panel/web/parts.hpp"
#include "people/store/drafts.hpp"
#include "platform/audit/view_log.hpp"

namespace waymark::panel {
namespace {

struct RunScreen {
    Meeting meeting;
    std::vector<AgendaItem> agenda;
    // The case that is heard; none: nobody is recorded as here yet, or all are heard.
    std::optional<AgendaItem> item;
    std::optional<Case> the_case;
    std::string clock;
    Sitting sitting;
    DecisionQuestions questions;
    std::optional<Decision> standing;
    bool asks_who_is_here = false;
    bool has_begun = true;  // the day has come
};

std::optional<AgendaItem> chosen_item(const std::vector<AgendaItem>& agenda, std::optional<AgendaItemId> wanted)
{
    const auto by_id = wanted ? std::ranges::find(agenda, *wanted, &AgendaItem::id) : agenda.end();
    if (by_id != agenda.end()) return *by_id;
    const auto next = std::ranges::find(agenda, ItemState::waiting, &AgendaItem::state);
    return next == agenda.end() ? std::nullopt : std::optional{*next};
}

/// Opening a case is a look at the child's record, so it is logged.
Result<RunScreen> load_run_screen(Context& context, MeetingId id, std::optional<AgendaItemId> wanted)
{
    return context.in_transaction([&](Transaction& tx) -> Result<RunScreen> {
        RunScreen screen{.meeting = TRY(find_meeting(tx, id)), .agenda = agenda_of(tx, id, context.who)};
        screen.asks_who_is_here = !screen.meeting.attendance_is_recorded();
        screen.has_begun = screen.meeting.on_day <= context.today;
        screen.sitting = {.meeting = screen.meeting, .conflicts = {}};
        screen.item = chosen_item(screen.agenda, wanted);
        if (!screen.item || screen.asks_who_is_here) return screen;
        screen.the_case = TRY(case_of(tx, screen.item->referral));
        screen.clock = in_order_of_the_clocks({waiting(tx, screen.the_case->referral)}, context.today).front().reason;
        screen.sitting = sitting_for(tx, screen.meeting, screen.item->id);
        screen.standing = standing_decision(tx, screen.item->referral);
        screen.questions = questions_for(tx, *screen.the_case, false, screen.standing);
        audit::log_view(tx, screen.the_case->pupil.id.value, "panel case");
        return screen;
    });
}

/// What was typed before, else what the referral asks for.
Form first_form(Context& context, const RunScreen& screen)
{
    if (!screen.the_case) {
        Form form;
        for (const Attendee& one : screen.meeting.attendees)
            if (one.present.value_or(false)) form.values.emplace_back("present", one.member.id.text());
        if (screen.meeting.chair) form.set("chair", screen.meeting.chair->text());
        return form;
    }
    const auto draft = context.read([&](Transaction& tx) { return people::load_draft(tx, decision_draft_key(screen.item->referral)); });
    return draft ? draft->form : decision_form(screen.the_case->referral);
}

std::string case_href(const RunScreen& screen, const AgendaItem& item) { return meeting_href(screen.meeting.id, "/run?case=" + item.id.text()); }

std::string item_href(const RunScreen& screen, std::string_view what) { return meeting_href(screen.meeting.id, fmt::format("/agenda/{}/{}", screen.item->id.text(), what)); }

void attendance_form(ui::Buffer& out, const RunScreen& screen, const Form& form, bool is_main)
{
    std::vector<ui::Choice> members, chairs;
    for (const Attendee& one : screen.meeting.attendees) {
        members.push_back({.value = one.member.id.text(), .text = one.member.name, .hint = agency_name(one.member.agency) + ", " + one.member.organisation_name});
        chairs.push_back({.value = one.member.id.text(), .text = one.member.is_chair ? one.member.name + " (may take the chair)" : one.member.name});
    }
    ui::form(out, {.action = meeting_href(screen.meeting.id, "/attendance")}, [&](ui::Buffer& inner) {
        ui::hidden_field(inner, "version", std::to_string(screen.meeting.version));
        if (screen.item) ui::hidden_field(inner, "case", screen.item->id.text());
        ui::checkboxes_field(inner, {.name = "present", .legend = "Who is here?", .items = members, .size = is_main ? ui::LabelSize::medium : ui::LabelSize::small, .compact = !is_main}, form);
        ui::select_field(inner, {.name = "chair", .label = "Who takes the chair?", .items = chairs}, form);
        if (is_main) ui::submit_row(inner, {.text = "Record who is here", .cancel = {"Back to the agenda", meeting_href(screen.meeting.id)}});
        else ui::button(inner, {.text = "Record who is here", .classes = "govuk-button--secondary"});
    });
}

void conflict_form(ui::Buffer& out, const RunScreen& screen, const Form& form)
{
    std::vector<ui::Choice> members;
    for (const PanelMember* member : screen.sitting.deciding()) members.push_back({.value = member->id.text(), .text = member->name});
    ui::form(out, {.action = item_href(screen, "conflict")}, [&](ui::Buffer& inner) {
        ui::select_field(inner, {.name = "member", .label = "Who declares a conflict in this case?", .items = members}, form);
        ui::text_field(inner, {.name = "conflict_reason", .label = "What it is", .hint = "It goes into the minute"}, form);
        ui::button(inner, {.text = "Record conflict", .classes = "govuk-button--secondary"});
    });
}

void deferral_form(ui::Buffer& out, const RunScreen& screen, const Form& form)
{
    ui::form(out, {.action = item_href(screen, "deferral")}, [&](ui::Buffer& inner) {
        ui::text_field(inner, {.name = "defer_reason", .label = "Why the case waits for a later meeting"}, form);
        ui::button(inner, {.text = "Defer this case", .classes = "govuk-button--secondary"});
    });
}

void folded(ui::Buffer& out, std::string summary, bool open, const std::function<void(ui::Buffer&)>& body)
{
    ui::details(out, {.summary = std::move(summary), .text = ui::render(body), .open = open});
}

/// The room: the quorum as it stands for this case, conflicts, the agenda.
void room_view(ui::Buffer& out, const RunScreen& screen, const Form& form)
{
    const Quorum quorum = screen.sitting.quorum();
    ui::heading(out, 2, "In the room");
    ui::alert(out, quorum.is_met() ? ui::AlertKind::success : ui::AlertKind::error, quorum_sentence(quorum), quorum.is_met() ? "Quorum" : "No quorum");
    for (const Conflict& conflict : screen.sitting.conflicts)
        if (const Attendee* one = screen.meeting.attendee(conflict.member))
            ui::paragraph(out, fmt::format("{} stands aside for this case: {}", one->member.name, conflict.reason));
    if (screen.the_case)
        for (const PanelMember* member : likely_conflicts(screen.sitting, screen.the_case->close_organisations))
            ui::alert(out, ui::AlertKind::warning, fmt::format("{} works for {}, which is close to this case. Ask about a conflict.", member->name, member->organisation_name), "A conflict?");
    if (screen.item->state == ItemState::waiting) {
        folded(out, "Declare a conflict", !form.problems.message_for("member").empty() || !form.problems.message_for("conflict_reason").empty(), [&](ui::Buffer& inner) { conflict_form(inner, screen, form); });
        folded(out, "Defer this case", !form.problems.message_for("defer_reason").empty(), [&](ui::Buffer& inner) { deferral_form(inner, screen, form); });
    }
    folded(out, "Change who is here", !form.problems.message_for("present").empty() || !form.problems.message_for("chair").empty(), [&](ui::Buffer& inner) {
        Form here;
        for (const Attendee& one : screen.meeting.attendees)
            if (one.present.value_or(false)) here.values.emplace_back("present", one.member.id.text());
        if (screen.meeting.chair) here.set("chair", screen.meeting.chair->text());
        attendance_form(inner, screen, here, false);
    });
    ui::heading(out, 2, "Agenda");
    std::vector<ui::Content> items;
    for (const AgendaItem& item : screen.agenda)
        items.emplace_back(ui::render([&](ui::Buffer& line) {
            if (item.id == screen.item->id) {
                line.raw("<strong>");
                line.text(item.pupil_name);
                line.raw("</strong>");
            } else {
                ui::link(line, case_href(screen, item), item.pupil_name);
            }
            line.raw(" ");
            line.html(item_state_tag(item.state));
        }));
    ui::numbered_list(out, items);
}

void decision_part(ui::Buffer& out, const RunScreen& screen, const Form& form)
{
    if (screen.item->state != ItemState::waiting) {
        ui::heading(out, 2, "This case");
        if (screen.item->state == ItemState::deferred) ui::paragraph(out, "Deferred: " + screen.item->deferred_reason);
        else if (screen.standing) ui::paragraph(out, ui::link_html("/decisions/" + screen.standing->id.text(), "Decided: " + outcome_name(screen.standing->what.outcome)));
        return;
    }
    ui::form(out, {.action = "/referrals/" + screen.item->referral.text() + "/decision", .autosave = "/drafts/" + decision_draft_key(screen.item->referral)}, [&](ui::Buffer& inner) {
        ui::hidden_field(inner, "version", std::to_string(screen.the_case->referral.version));
        ui::hidden_field(inner, "meeting", screen.meeting.id.text());
        ui::heading(inner, 2, "The decision");
        decision_fields(inner, screen.questions, form);
        ui::submit_row(inner, {.text = "Record decision", .cancel = {"Back to the agenda", meeting_href(screen.meeting.id)}, .sticky = true});
    });
}

void case_page(ui::Buffer& out, const RunScreen& screen, const Form& form)
{
    const auto waiting_now = std::ranges::count(screen.agenda, ItemState::waiting, &AgendaItem::state);
    ui::page(out, {.title = "Panel meeting", .record = screen.item->pupil_reference, .breadcrumbs = {{"Meetings", "/meetings"}, {meeting_title(screen.meeting), meeting_href(screen.meeting.id)}},
                   .problems = form.problems, .wide = true, .caption = fmt::format("{}. {} to hear", meeting_title(screen.meeting), counted(waiting_now, "case"))}, [&](ui::Buffer& body) {
        ui::identity_bar(body, identity_bar(*screen.the_case));
        if (screen.questions.has_ehc_plan)
            ui::alert(body, ui::AlertKind::warning, "This child has an education, health and care plan. The panel does not change the placement without the SEN team.", "Plan");
        ui::two_thirds_and_one(body, [&](ui::Buffer& main) {
            case_view(main, *screen.the_case, screen.clock, 2);
            decision_part(main, screen, form);
        }, [&](ui::Buffer& aside) { room_view(aside, screen, form); });
    });
}

void who_is_here_page(ui::Buffer& out, const RunScreen& screen, const Form& form)
{
    ui::page(out, {.title = "Who is here", .breadcrumbs = {{"Meetings", "/meetings"}, {meeting_title(screen.meeting), meeting_href(screen.meeting.id)}}, .problems = form.problems, .caption = meeting_title(screen.meeting)}, [&](ui::Buffer& body) {
        if (!screen.has_begun) {
            ui::paragraph(body, "This meeting is on " + weekday_date(screen.meeting.on_day) + ". You can run it from here on that day.");
            ui::action_link(body, meeting_href(screen.meeting.id), "Back to the agenda");
            return;
        }
        attendance_form(body, screen, form, true);
    });
}

void all_heard_page(ui::Buffer& out, const RunScreen& screen)
{
    ui::page(out, {.title = "All cases are heard", .breadcrumbs = {{"Meetings", "/meetings"}, {meeting_title(screen.meeting), meeting_href(screen.meeting.id)}}, .caption = meeting_title(screen.meeting)}, [&](ui::Buffer& body) {
        ui::paragraph(body, "The letters are drafted. Read them once more, then send them.");
        ui::button(body, {.text = "Letters to send", .href = "/letters"});
        ui::action_link(body, meeting_href(screen.meeting.id), "Back to the agenda");
    });
}

Result<Response> refused_page(Context& context, MeetingId id, std::optional<AgendaItemId> item, const Form& form, const Problems& problems)
{
    if (!problems.correctable()) return std::unexpected(problems);
    return run_page(context, id, item, 422, form.with(problems));
}

}  // namespace

Result<Response> run_page(Context& context, MeetingId id, std::optional<AgendaItemId> item, int status, const Form& form)
{
    const auto screen = TRY(load_run_screen(context, id, item));
    const Form shown = form.values.empty() && form.problems.empty() ? first_form(context, screen) : form;
    return page_with(status, [&](ui::Buffer& out) {
        if (screen.asks_who_is_here || !screen.has_begun) who_is_here_page(out, screen, shown);
        else if (!screen.the_case) all_heard_page(out, screen);
        else case_page(out, screen, shown);
    });
}

std::string decision_draft_key(referrals::ReferralId referral) { return "decision-" + referral.text(); }

Result<Response> show_run(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<MeetingId>("meeting"));
    const auto wanted = AgendaItemId::parse(request.query("case"));
    return run_page(context, id, wanted ? std::optional{*wanted} : std::nullopt, 200, {});
}

Result<Response> submit_attendance(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<MeetingId>("meeting"));
    const Form form = request.form();
    FormReader read{form};
    RecordAttendance command{.meeting = id, .seen_version = read.seen_version(), .present = {}, .chair = read.id_if_any<PanelMemberId>("chair")};
    TRY(read.result());
    for (const std::string& typed : form.all("present"))
        if (const auto member = PanelMemberId::parse(typed)) command.present.push_back(*member);
    const auto item = read.id_if_any<AgendaItemId>("case");
    const auto recorded = record_attendance(context, command);
    if (!recorded) return refused_page(context, id, item, form, recorded.error());
    return see_other_with_success(meeting_href(id, item ? "/run?case=" + item->text() : "/run"), "Attendance recorded.");
}

Result<Response> submit_conflict(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<MeetingId>("meeting"));
    const auto item = TRY(request.path_id<AgendaItemId>("item"));
    const Form form = request.form();
    FormReader read{form};
    const auto declared = declare_conflict(context, {.item = item, .member = read.id_if_any<PanelMemberId>("member").value_or(PanelMemberId{}), .reason = read.text_if_any("conflict_reason", 500)});
    if (!declared) return refused_page(context, id, item, form, declared.error());
    return see_other_with_success(meeting_href(id, "/run?case=" + item.text()), "Conflict recorded. This member is not counted in this case.");
}

Result<Response> submit_deferral(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<MeetingId>("meeting"));
    const auto item = TRY(request.path_id<AgendaItemId>("item"));
    const Form form = request.form();
    const auto deferred = defer_item(context, item, std::string{form.value("defer_reason")});
    if (!deferred) return refused_page(context, id, item, form, deferred.error());
    return see_other_with_success(meeting_href(id, "/run"), "Case deferred to a later meeting.");
}

}  // namespace waymark::panel
