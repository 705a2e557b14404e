// A decision as it stands on the record: outcome, reasons, who decided; its letters; what came before and after it.
#include <fmt/format.h>

#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "panel/actions/decide.hpp"
#include "panel/store/letters.hpp"
#include "panel/store/meetings.hpp"
#include "panel/web/decision_form.hpp"
#include "panel/web/pages.hpp"
#include "panel/web/parts.hpp"
#include "people/rules/roles.hpp"

namespace waymark::panel {
namespace {

struct DecisionScreen {
    Decision decision;
    Case the_case;
    std::optional<Decision> earlier, later;
    std::vector<Letter> letters;
    std::string meeting_title;   // empty: outside a meeting
    DecisionQuestions questions; // for the form that supersedes it
    bool may_see_meeting = false, may_supersede = false;
    bool may_send = false;
};

Result<DecisionScreen> load_decision_screen(Context& context, DecisionId id)
{
    return context.read([&](Transaction& tx) -> Result<DecisionScreen> {
        const auto decision = TRY(find_decision(tx, id));
        DecisionScreen screen{.decision = decision, .the_case = TRY(case_of(tx, decision.referral))};
        if (decision.supersedes) screen.earlier = TRY(find_decision(tx, *decision.supersedes));
        if (decision.superseded_by) screen.later = TRY(find_decision(tx, *decision.superseded_by));
        screen.letters = letters_of(tx, id);
        if (decision.meeting) screen.meeting_title = meeting_title(TRY(find_meeting(tx, *decision.meeting)));
        screen.questions = questions_for(tx, screen.the_case, true, decision);
        screen.questions.supersedes = true;
        screen.may_supersede = people::may(context.who.role, Permission::decide_referrals) && !decision.superseded_by;
        screen.may_see_meeting = people::may(context.who.role, Permission::see_panels);
        screen.may_send = people::may(context.who.role, Permission::send_letters);
        return screen;
    });
}

std::string decision_href(DecisionId id, std::string_view rest = {}) { return fmt::format("/decisions/{}{}", id.text(), rest); }

void reason_row(std::vector<ui::SummaryRow>& rows, std::string key, const std::string& text)
{
    if (!trimmed(text).empty()) rows.push_back({std::move(key), ui::render([&](ui::Buffer& cell) { ui::lines(cell, text); })});
}

std::vector<ui::SummaryRow> terms_rows(const DecisionScreen& screen)
{
    const ProposedDecision& what = screen.decision.what;
    std::vector<ui::SummaryRow> rows{{"Outcome", outcome_name(what.outcome)}, {"Decided on", long_date(screen.decision.decided_on)}};
    if (what.outcome == Outcome::place_in_provision) {
        rows.push_back({"Kind of provision", screen.decision.category_name});
        if (what.sessions_per_week) rows.push_back({"Half days a week", std::to_string(*what.sessions_per_week)});
        if (what.weeks) rows.push_back({"Length", counted(*what.weeks, "week")});
        if (what.roll) rows.push_back({"Roll", roll_name(*what.roll)});
    }
    reason_row(rows, "Reason for the roll", what.roll_reason);
    reason_row(rows, "Why it is longer than usual", what.long_reason);
    reason_row(rows, "Why the week is split", what.split_reason);
    reason_row(rows, "Why an unregistered provider", what.unregistered_reason);
    reason_row(rows, "Why out of area", what.out_of_area_reason);
    reason_row(rows, "Signed off by", screen.decision.signed_off_name);
    reason_row(rows, "What the SEN team said", what.sen_team_view);
    reason_row(rows, "Other options considered", what.options_considered);
    reason_row(rows, "What will show that it works", what.outcome_measure);
    reason_row(rows, "What comes after", what.exit_plan);
    reason_row(rows, "Why outside a meeting", what.outside_meeting_reason);
    return rows;
}

void who_decided(ui::Buffer& out, const DecisionScreen& screen)
{
    std::vector<ui::SummaryRow> rows{{"Chair", screen.decision.chair_name}};
    if (screen.decision.meeting)
        rows.insert(rows.begin(), {"Meeting", screen.may_see_meeting ? ui::Content{ui::link_html(meeting_href(*screen.decision.meeting), screen.meeting_title)}
                                                                     : ui::Content{screen.meeting_title}});
    reason_row(rows, "Minute", screen.decision.minute);
    rows.push_back({"Who disagreed", screen.decision.what.dissent.empty() ? "Nobody recorded" : screen.decision.what.dissent});
    rows.push_back({"Recorded", fmt::format("{} by {}", uk_date_time(screen.decision.recorded_at), screen.decision.recorded_by)});
    ui::summary_list(out, {.rows = std::move(rows)});
}

void letters_table(ui::Buffer& out, const DecisionScreen& screen)
{
    ui::TableOptions table{.caption = "Letters of this decision", .caption_classes = "govuk-visually-hidden", .head = {"To", "Name", "State"}, .first_cell_is_header = true};
    for (const Letter& letter : screen.letters) {
        const std::string name = recipient_name(letter.recipient);
        const auto state = letter.state == LetterState::sent ? ui::two_lines(ui::tag_html("Sent", ui::TagColour::green), letter.sent_at ? uk_date_time(*letter.sent_at) : "")
                                                             : ui::tag_html("Draft", ui::TagColour::blue);
        table.rows.push_back({screen.may_send ? ui::Content{ui::link_html(decision_href(screen.decision.id, "/letter/" + std::string{enum_text(letter.recipient)}), name)} : ui::Content{name},
                              letter.addressee, state});
    }
    ui::table(out, table);
}

void decision_view(ui::Buffer& out, const DecisionScreen& screen)
{
    const Decision& decision = screen.decision;
    ui::page(out, {.title = "Decision", .record = screen.the_case.pupil.reference, .breadcrumbs = {{"Referrals", "/referrals"}, {screen.the_case.referral.reference, "/referrals/" + decision.referral.text()}}}, [&](ui::Buffer& body) {
        ui::identity_bar(body, identity_bar(screen.the_case));
        if (screen.later)
            ui::alert(body, ui::AlertKind::warning, ui::render([&](ui::Buffer& text) {
                text.text("This decision no longer stands. It was superseded on " + long_date(screen.later->decided_on) + ": " + screen.later->what.supersede_reason + " ");
                ui::link(text, decision_href(screen.later->id), "Read the decision that stands");
            }), "Superseded");
        if (screen.earlier)
            ui::inset_text(body, {.text = ui::render([&](ui::Buffer& text) {
                text.text("Supersedes the decision of " + long_date(screen.earlier->decided_on) + ": " + decision.what.supersede_reason + " ");
                ui::link(text, decision_href(screen.earlier->id), "Read the earlier decision");
            })});
        ui::summary_list(body, {.rows = terms_rows(screen)});
        ui::section(body, "Reasons", [&](ui::Buffer& part) { ui::lines(part, decision.what.reasons); });
        if (!decision.what.conditions.empty())
            ui::section(body, "Conditions", [&](ui::Buffer& part) { ui::bullet_list(part, {decision.what.conditions.begin(), decision.what.conditions.end()}); });
        ui::section(body, "What the panel heard", [&](ui::Buffer& part) {
            if (!decision.child_view.empty()) ui::quotation(part, decision.child_view, screen.the_case.pupil.known_as);
            if (!decision.family_view.empty()) ui::quotation(part, decision.family_view, "The family");
            if (decision.child_view.empty() && decision.family_view.empty()) ui::paragraph(part, "Not recorded");
        });
        ui::section(body, "Who decided", [&](ui::Buffer& part) { who_decided(part, screen); });
        ui::section(body, "Letters", [&](ui::Buffer& part) { letters_table(part, screen); });
        if (screen.may_supersede) {
            ui::paragraph(body, "A decision is never edited or deleted. If it no longer stands, a new one takes its place and both stay on the record.");
            ui::action_link(body, decision_href(decision.id, "/supersede"), "Supersede this decision");
        }
    });
}

void supersede_view(ui::Buffer& out, const DecisionScreen& screen, const Form& form)
{
    const std::string back = decision_href(screen.decision.id);
    ui::page(out, {.title = "Supersede the decision", .record = screen.the_case.pupil.reference, .back = ui::Link{"Back", back}, .problems = form.problems}, [&](ui::Buffer& body) {
        ui::identity_bar(body, identity_bar(screen.the_case));
        if (screen.later) {
            ui::inset_text(body, {.text = ui::render([&](ui::Buffer& text) {
                text.text("A later decision has taken the place of this one already. ");
                ui::link(text, decision_href(screen.later->id), "Read it");
            })});
            return;
        }
        ui::paragraph(body, fmt::format("The decision of {} stays on the record as it is. Change what no longer holds; new letters are drafted.", long_date(screen.decision.decided_on)));
        ui::form(body, {}, [&](ui::Buffer& inner) {
            decision_fields(inner, screen.questions, form);
            ui::submit_row(inner, {.text = "Supersede decision", .cancel = {"Cancel", back}, .sticky = true});
        });
    });
}

}  // namespace

Result<Response> show_decision(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<DecisionId>("decision"));
    const auto screen = TRY(load_decision_screen(context, id));
    return page_with(200, [&](ui::Buffer& out) { decision_view(out, screen); });
}

Result<Response> show_supersede(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<DecisionId>("decision"));
    const auto screen = TRY(load_decision_screen(context, id));
    return page_with(200, [&](ui::Buffer& out) { supersede_view(out, screen, decision_form(screen.decision.what, screen.questions)); });
}

Result<Response> submit_supersede(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<DecisionId>("decision"));
    const Form form = request.form();
    const auto becomes = read_decision(form);
    const auto superseded = becomes ? supersede(context, {.decision = id, .meeting = {}, .becomes = *becomes}) : Result<DecisionId>{std::unexpected(becomes.error())};
    if (superseded) return see_other_with_success(decision_href(*superseded), "Decision recorded. It takes the place of the earlier one.");
    const Problems& problems = superseded.error();
    if (!problems.correctable()) return std::unexpected(problems);
    const auto screen = TRY(load_decision_screen(context, id));
    return page_with(422, [&](ui::Buffer& out) { supersede_view(out, screen, form.with(problems)); });
}

}  // namespace waymark::panel
