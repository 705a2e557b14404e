// /referrals/{referral}: the task list while it is a draft; after sending, where it stands, its clocks and its timeline.
#include <algorithm>
#include <map>

#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/rules/roles.hpp"
#include "platform/audit/trail.hpp"
#include "pupils/store/pupils.hpp"
#include "referrals/rules/states.hpp"
#include "referrals/store/questions.hpp"
#include "referrals/web/pages.hpp"
#include "referrals/web/panels.hpp"
#include "referrals/web/parts.hpp"

namespace waymark::referrals {
namespace {

struct RecordScreen {
    ReferralScreen of;
    std::vector<Question> questions;
    std::vector<Triage> triages;
    std::vector<audit::PastEvent> events;
    std::map<UserId, std::string> names;
    std::vector<ui::SummaryRow> followed;   // what later areas made of it: decision, place
    bool may_triage = false;
    bool may_write = false;
    bool was_just_sent = false;
};

std::span<const ReferralRows>& rows_in_force()
{
    static std::span<const ReferralRows> rows;
    return rows;
}

ui::TaskStatus status_of(const SectionStates& states, Section section)
{
    const auto found = states.find(section);
    if (found == states.end()) return ui::task_not_started();
    switch (found->second) {
    case SectionState::not_started: return ui::task_not_started();
    case SectionState::in_progress: return ui::task_in_progress();
    case SectionState::completed: return ui::task_completed();
    }
    return ui::task_not_started();
}

std::string hint_of(Section section)
{
    switch (section) {
    case Section::reasons: return "Why, how soon, and how much the child is taught now";
    case Section::what_was_tried: return "What was done before, and what came of it";
    case Section::strengths: return "What the child is good at and enjoys";
    case Section::needs: return "What the child needs in order to learn";
    case Section::risks: return "What the risks are, and what keeps everyone safe";
    case Section::child_view: return "In the child’s own words";
    case Section::family_view: return "In the family’s own words, and when they were told";
    case Section::documents: return "Reports, plans, evidence: what you have";
    }
    return {};
}

void draft_view(ui::Buffer& out, const RecordScreen& screen)
{
    const ReferralScreen& of = screen.of;
    const auto all = enum_values<Section>();
    const auto done = std::ranges::count_if(all, [&](Section section) {
        const auto found = of.states.find(section);
        return found != of.states.end() && found->second == SectionState::completed;
    });
    ui::page(out, {.title = "Referral", .record = of.referral.reference, .breadcrumbs = {{"Referrals", "/referrals"}, {of.referral.reference, of.href()}}, .heading = false},
             [&](ui::Buffer& body) {
        referral_head(body, of, "Refer a child for alternative provision", "Draft referral " + of.referral.reference);
        ui::paragraph(body, "You have completed " + std::to_string(done) + " of 8 sections. What you write is saved as you go; you can leave and come back.");
        if (!of.clocks.empty()) {
            ui::heading(body, 2, "The clock is running already");
            ui::clock_list(body, of.clocks);
        }
        std::vector<ui::TaskListItem> items;
        for (const Section section : all)
            items.push_back({.title = {section_title(section)}, .hint = ui::TaskHint{hint_of(section)}, .status = status_of(of.states, section),
                             .href = of.href(section_slug(section))});
        const bool may_send = problems_with_sending(of.referral, of.states, of.today).empty();
        ui::heading(body, 2, "Write the referral");
        ui::task_list(body, {.items = std::move(items)});
        ui::heading(body, 2, "Check and send");
        ui::task_list(body, {.items = {{.title = {"Check your answers and send"},
                                        .hint = may_send ? std::nullopt : std::optional{ui::TaskHint{"When all eight sections are complete"}},
                                        .status = may_send ? ui::task_not_started() : ui::task_cannot_start(),
                                        .href = may_send ? of.href("check") : ""}},
                             .id_prefix = "send"});
        ui::paragraph(body, ui::link_html(of.href("withdraw"), "Withdraw this referral"));
    });
}

std::string event_title(const audit::PastEvent& event)
{
    static const std::map<std::string, std::string, std::less<>> titles = {
        {"started", "Referral started"}, {"sent", "Referral sent"}, {"asked", "More information asked for"}, {"answered", "Question answered"},
        {"triaged", "Triaged"}, {"withdrew", "Referral withdrawn"}, {"decided", "Decided"}, {"uploaded", "Document added"}, {"sent_virus", "A file with a virus was sent, and not kept"},
        {"deferred", "Deferred by the panel"}, {"added_to_agenda", "Put on an agenda"}, {"offered", "Place offered"}, {"placed", "Placed"}};
    const auto found = titles.find(event.verb);
    return found == titles.end() ? words_of(event.verb) : found->second;
}

void timeline_view(ui::Buffer& out, const RecordScreen& screen)
{
    std::vector<ui::TimelineItem> items;
    for (const auto& event : screen.events) {
        if (event.verb == "wrote") continue;  // each saving of a section is in the audit trail, not in the story
        const auto name = event.actor ? screen.names.find(*event.actor) : screen.names.end();
        items.push_back({.title = event_title(event), .when = uk_date_time(event.at), .when_iso = iso_instant(event.at),
                         .by = name == screen.names.end() ? "" : name->second, .body = event.reason});
    }
    ui::section(out, "What happened", [&](ui::Buffer& inside) { ui::timeline(inside, items); });
}

/// What the school sees once, right after it sent the referral: what happens next, by when, and whom to ring if it does not.
void just_sent_view(ui::Buffer& out, const ReferralScreen& of)
{
    ui::panel(out, {.title = "Referral sent", .text = "Its reference is " + of.referral.reference, .heading_level = 2});
    std::vector<ui::Content> next = {"A panel clerk reads it by the next school day, and tells you where it goes. If they need to know more, you get a task."};
    for (const auto& shown : of.clocks)
        if (shown.is_open()) next.emplace_back(shown.clock.name + ": " + lower_ascii(shown.when.substr(0, 1)) + shown.when.substr(1) + ".");
    next.emplace_back("Until education elsewhere begins, the child’s school goes on teaching them.");
    ui::section(out, "What happens next", [&](ui::Buffer& inside) {
        ui::bullet_list(inside, next);
        ui::paragraph(inside, "If you hear nothing by these days, ring the authority’s panel clerk and give the reference.");
    });
}

void next_step_view(ui::Buffer& out, const RecordScreen& screen)
{
    const ReferralScreen& of = screen.of;
    if (of.referral.state == State::submitted && screen.may_triage) ui::button(out, {.text = "Triage this referral", .href = of.href("triage")});
    if (of.referral.state == State::information_requested && of.is_own && screen.may_write)
        ui::button(out, {.text = "Answer the questions", .href = of.href("questions")});
}

void sent_view(ui::Buffer& out, const RecordScreen& screen)
{
    const ReferralScreen& of = screen.of;
    const Referral& referral = of.referral;
    ui::page(out, {.title = "Referral", .record = referral.reference, .breadcrumbs = {{"Referrals", "/referrals"}, {referral.reference, of.href()}}, .wide = true, .heading = false},
             [&](ui::Buffer& body) {
        referral_head(body, of, "Referral " + referral.reference, "Referred by " + referral.organisation_name);
        if (screen.was_just_sent) just_sent_view(body, of);
        ui::two_thirds_and_one(body, [&](ui::Buffer& main) {
            ui::section(main, "Now", [&](ui::Buffer& now) {
                std::vector<ui::SummaryRow> rows = {{"State", state_tag(referral.state)}, {"Who has it", who_has_it(referral)},
                                                    {"Sent", referral.sent_at ? ui::Content{uk_date_time(*referral.sent_at)} : ui::or_not_recorded("")},
                                                    {"How soon", urgency_name(referral.urgency)}};
                if (!screen.triages.empty()) {
                    const Triage& triage = screen.triages.front();
                    rows.push_back({"Triage", ui::two_lines(route_name(triage.route), triage.reasons.empty() ? triage.by_name : triage.reasons + " (" + triage.by_name + ")")});
                }
                std::ranges::copy(screen.followed, std::back_inserter(rows));
                if (!referral.withdrawn_reason.empty()) rows.push_back({"Why withdrawn", referral.withdrawn_reason});
                ui::summary_list(now, {.rows = std::move(rows)});
                next_step_view(now, screen);
            });
            if (!referral.child_view.empty())
                ui::section(main, "In " + of.pupil.known_as + "’s own words", [&](ui::Buffer& words) {
                    ui::quotation(words, referral.child_view, of.pupil.known_as);
                });
            ui::section(main, "The referral", [&](ui::Buffer& inside) { sections_view(inside, of, false); });
        }, [&](ui::Buffer& aside) {
            ui::section(aside, "Clocks", [&](ui::Buffer& inside) {
                if (of.clocks.empty()) ui::paragraph(inside, "No clock runs for this referral.");
                ui::clock_list(inside, of.clocks);
            });
            if (!screen.questions.empty())
                ui::section(aside, "Questions", [&](ui::Buffer& inside) {
                    const auto open = std::ranges::count_if(screen.questions, [](const Question& question) { return !question.answered_at; });
                    ui::paragraph(inside, ui::link_html(of.href("questions"), counted(static_cast<long long>(screen.questions.size()), "question") + ", " +
                                                                                 (open ? std::to_string(open) + " open" : std::string{"all answered"})));
                });
            timeline_view(aside, screen);
            if (of.is_own && screen.may_write && is_open(referral.state))
                ui::paragraph(aside, ui::link_html(of.href("withdraw"), "Withdraw this referral"));
        });
    });
}

}  // namespace

void extend_referral_page(std::span<const ReferralRows> rows) { rows_in_force() = rows; }
std::span<const ReferralRows> rows_of_later_areas() { return rows_in_force(); }

Result<Response> show_referral(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<ReferralId>("referral"));
    RecordScreen screen{.of = TRY(context.read([&](Transaction& tx) { return load_screen(tx, context.who, id); }))};
    context.read([&](Transaction& tx) {
        screen.questions = questions_of(tx, id);
        screen.triages = triages_of(tx, id);
        for (const ReferralRows rows : rows_of_later_areas()) std::ranges::move(rows(tx, context.who, screen.of.referral), std::back_inserter(screen.followed));
        screen.events = audit::history(tx, id.value);
        screen.names = pupils::names_of_people(tx, screen.of.pupil.id);
    });
    screen.may_triage = people::may(context.who.role, Permission::triage_referrals);
    screen.may_write = people::may(context.who.role, Permission::write_referrals);
    screen.was_just_sent = request.query("sent") == "now";
    ui::Buffer out;
    if (screen.of.referral.state == State::draft) draft_view(out, screen);
    else sent_view(out, screen);
    return html(200, out.take());
}

}  // namespace waymark::referrals
