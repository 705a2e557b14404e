// /pupils/{pupil}/clocks: every clock of one child, what can be done about it, and what was recorded.
#include <algorithm>

#include "clocks/web/pages.hpp"
#include "clocks/web/parts.hpp"
#include "people/rules/roles.hpp"

namespace waymark::clocks {
namespace {

struct PupilClocksScreen {
    ChildsClocks child;
    bool may_record = false, may_excuse = false, may_find_places = false;
};

/// The page on which the duty itself is met, where there is one.
ui::Link where_it_is_done(const PupilClocksScreen& screen, const RunningClock& running)
{
    switch (running.kind) {
    case ClockKind::full_time_after_exclusion:
    case ClockKind::full_time_during_suspension:
    case ClockKind::education_from_day_one:
    case ClockKind::section_19_start:
    case ClockKind::out_of_education:
        if (screen.may_find_places) return {"See which providers fit", "/pupils/" + screen.child.pupil.reference + "/shortlist"};
        return {};
    case ClockKind::direction_notice:
    case ClockKind::step_out_end:
    case ClockKind::half_termly_review:
        if (running.about) return {"Open the placement", "/placements/" + running.about->text()};
        return {};
    default: return {};
    }
}

std::string about_query(const RunningClock& running) { return running.about ? "&about=" + running.about->text() : std::string{}; }

ui::SummaryListOptions card(const PupilClocksScreen& screen, const RunningClock& running)
{
    const ClockWords& words = words_of(running.kind);
    const std::string base = clocks_href(screen.child.pupil);
    ui::SummaryListOptions list{.card = ui::SummaryCard{.title = ui::SummaryCardTitle{std::string{words.name}}}};
    list.rows.push_back({"State", state_mark(running)});
    list.rows.push_back({is_counted(running.kind) ? "Counted" : "When", due_sentence(running)});
    if (running.reason) list.rows.push_back({"Lawful reason", ui::two_lines(std::string{ground_words(running.reason->ground)}, running.reason->words)});
    if (!is_counted(running.kind) && !running.clock.working.empty()) list.rows.push_back({"How it was counted", running.clock.working});
    list.rows.push_back({"Set by", ui::two_lines(std::string{words.source}, ui::link_html("/rules/" + std::string{words.rule}, "Rule " + std::string{words.rule}))});
    const bool is_open = !running.clock.is_met && !running.reason;
    const auto actions = ui::render([&](ui::Buffer& out) {
        if (const auto there = where_it_is_done(screen, running); is_open && !there.href.empty()) ui::paragraph(out, ui::link_html(there.href, there.text));
        if (is_open && screen.may_record)
            for (const FactKind kind : words.ended_by)
                ui::paragraph(out, ui::link_html(base + "/record?kind=" + std::string{enum_text(kind)} + about_query(running), "Record: " + std::string{words_of(kind).name}));
        if (is_open && screen.may_excuse && !words.grounds.empty())
            ui::paragraph(out, ui::link_html(base + "/reason?clock=" + std::string{enum_text(running.kind)} + about_query(running), "Record a lawful reason"));
    });
    if (!actions.empty()) list.rows.push_back({"What you can do", actions});
    return list;
}

/// Several such links stand on the page: to those who only hear them, each says what it takes back.
ui::Content take_back_link(bool may, const std::string& href, const std::string& what)
{
    if (!may) return "";
    return ui::link_html(href + "/take-back", "Take back", what);
}

void recorded_view(ui::Buffer& out, const PupilClocksScreen& screen)
{
    const auto& facts = screen.child.facts;
    const std::string base = clocks_href(screen.child.pupil);
    std::vector<std::vector<ui::TableCell>> rows;
    for (const DatedFact& fact : facts.facts) {
        const std::string name{words_of(fact.kind).name};
        rows.push_back({short_date(fact.on), ui::two_lines(name, fact.note), take_back_link(screen.may_record, base + "/facts/" + fact.id.text(), name)});
    }
    for (const LawfulReason& reason : facts.reasons) {
        const std::string name{words_of(reason.clock).name};
        rows.push_back({"Lawful reason", ui::two_lines(name, std::string{ground_words(reason.ground)} + ". " + reason.words),
                        take_back_link(screen.may_excuse, base + "/reasons/" + reason.id.text(), "the lawful reason: " + name)});
    }
    ui::heading(out, 2, "What has been recorded");
    if (rows.empty()) ui::paragraph(out, "Nothing yet. Referrals, places and reviews are counted from their own records.");
    else ui::table(out, {.caption = "Recorded for the clocks", .caption_classes = "govuk-visually-hidden", .head = {"Day", "What", "Change"}, .rows = std::move(rows)});
    if (screen.may_record) ui::paragraph(out, ui::link_html(base + "/record", "Record what was done"));
}

void clocks_page(ui::Buffer& out, const PupilClocksScreen& screen)
{
    const auto who = pupils::identity_of(screen.child.pupil);
    ui::page(out, {.title = "Clocks", .record = who.reference, .breadcrumbs = {{"Pupils", "/pupils"}, {who.reference, who.href}}, .wide = true}, [&](ui::Buffer& body) {
        ui::identity_bar(body, {.name = who.name, .reference = who.reference, .facts = {{"Year group", who.year}, {"School", who.school}},
                                .actions = {{"Back to the record", who.href}}});
        const auto part = [&](std::string_view title, auto belongs) {
            bool first = true;
            for (const auto& running : screen.child.running) {
                if (!belongs(running)) continue;
                if (first) ui::heading(body, 2, std::string{title});
                first = false;
                ui::summary_list(body, card(screen, running));
            }
        };
        const auto is_over = [](const RunningClock& one) { return one.clock.is_met || one.reason.has_value(); };
        if (std::ranges::all_of(screen.child.running, is_over)) ui::empty_state(body, "No clock runs for this child.");
        part("Duties not met", [](const RunningClock& one) { return one.is_breach(); });
        part("Soon", [](const RunningClock& one) { return one.needs_attention() && !one.is_breach(); });
        part("On time", [&](const RunningClock& one) { return !is_over(one) && !one.needs_attention(); });
        part("Met, or lawfully open", is_over);
        recorded_view(body, screen);
    });
}

}  // namespace

Result<Response> show_pupil_clocks(const Request& request, Context& context)
{
    const auto screen = TRY(context.read([&](Transaction& tx) -> Result<PupilClocksScreen> {
        auto child = childs_clocks(tx, request.path("pupil"));
        if (!child) return std::unexpected(child.error());
        return PupilClocksScreen{*std::move(child), people::may(context.who.role, Permission::record_clock_facts),
                      people::may(context.who.role, Permission::record_lawful_reasons), people::may(context.who.role, Permission::see_shortlist)};
    }));
    ui::Buffer out;
    clocks_page(out, screen);
    return html(200, out.take());
}

}  // namespace waymark::clocks
