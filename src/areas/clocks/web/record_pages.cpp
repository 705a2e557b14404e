// Recording a dated fact or a lawful reason for a child's clocks, and taking one back.
#include <algorithm>

#include "clocks/actions/record.hpp"
#include "clocks/web/pages.hpp"
#include "clocks/web/parts.hpp"
#include "foundation/text.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::clocks {
namespace {

Result<ChildsClocks> load_child(const Request& request, Context& context)
{
    return context.read([&](Transaction& tx) { return childs_clocks(tx, request.path("pupil")); });
}

ui::PageOptions form_page(const ChildsClocks& child, std::string title, const Form& form)
{
    return {.title = std::move(title), .record = child.pupil.reference, .back = ui::Link{"Back to their clocks", clocks_href(child.pupil)},
            .problems = form.problems, .caption = pupils::full_name(child.pupil)};
}

/// The child's exclusions and placements that a fact can be about.
std::vector<ui::Choice> records_to_choose(const PupilFacts& facts)
{
    std::vector<ui::Choice> choices;
    for (const auto& exclusion : facts.exclusions)
        if (exclusion.kind == pupils::ExclusionKind::permanent)
            choices.push_back({exclusion.id.text(), "The permanent exclusion of " + long_date(exclusion.first_day)});
    for (const auto& placement : facts.placements)
        choices.push_back({placement.id.text(), "The place from " + long_date(placement.from)});
    return choices;
}

std::vector<ui::Choice> facts_to_choose(const PupilFacts& facts)
{
    std::vector<ui::Choice> choices;
    const bool is_excluded = std::ranges::any_of(facts.exclusions, [](const auto& one) { return one.kind == pupils::ExclusionKind::permanent; });
    for (const FactWords& words : all_facts_words()) {
        if (words.subject == FactSubject::exclusion && !is_excluded) continue;
        if (words.subject == FactSubject::placement && facts.placements.empty()) continue;
        choices.push_back({std::string{enum_text(words.kind)}, std::string{words.name}});
    }
    return choices;
}

void fact_view(ui::Buffer& out, const ChildsClocks& child, const Form& form)
{
    ui::page(out, form_page(child, "Record what was done", form), [&](ui::Buffer& body) {
        ui::form(body, {.action = clocks_href(child.pupil) + "/record"}, [&](ui::Buffer& inside) {
            ui::select_field(inside, {.name = "kind", .label = "What happened", .items = facts_to_choose(child.facts)}, form);
            ui::date_field(inside, {.name = "on", .legend = "On which day?", .hint = "For example, 23 11 2026"}, form);
            if (const auto records = records_to_choose(child.facts); !records.empty())
                ui::select_field(inside, {.name = "about", .label = "About which exclusion or place? (where it is about one)", .items = records, .empty_text = "None of these"}, form);
            ui::text_area_field(inside, {.name = "note", .label = "Note (optional)", .hint = "Who said so, or where the paper is", .rows = 2, .characters_max = 500}, form);
            ui::submit_row(inside, {.text = "Record", .cancel = {"Cancel", clocks_href(child.pupil)}});
        });
    });
}

Result<ClockKind> clock_asked_for(std::string_view text)
{
    if (const auto kind = enum_from_text<ClockKind>(text)) return *kind;
    return not_found("reason.no_clock", "There is no such clock. Open the child’s clocks again.");
}

void reason_view(ui::Buffer& out, const ChildsClocks& child, ClockKind clock, const Form& form)
{
    const ClockWords& words = words_of(clock);
    std::vector<ui::Choice> grounds;
    for (const Ground ground : words.grounds) grounds.push_back({std::string{enum_text(ground)}, std::string{ground_words(ground)}});
    ui::page(out, form_page(child, "Record a lawful reason", form), [&](ui::Buffer& body) {
        ui::paragraph(body, std::string{words.name} + ". " + std::string{words.source} + ".");
        ui::paragraph(body, "A lawful reason closes the duty for as long as it stands. It stays on the child’s record with your name.");
        ui::form(body, {.action = clocks_href(child.pupil) + "/reason"}, [&](ui::Buffer& inside) {
            ui::hidden_field(inside, "clock", enum_text(clock));
            ui::hidden_field(inside, "about", form.value("about"));
            ui::radios_field(inside, {.name = "ground", .legend = "On what ground is it lawfully not met?", .items = grounds}, form);
            ui::text_area_field(inside, {.name = "words", .label = "What was decided, by whom, and on what evidence", .characters_max = 2000}, form);
            ui::submit_row(inside, {.text = "Record the reason", .cancel = {"Cancel", clocks_href(child.pupil)}});
        });
    });
}

void take_back_view(ui::Buffer& out, const ChildsClocks& child, std::string_view what, const Form& form)
{
    ui::page(out, form_page(child, "Take back what was recorded", form), [&](ui::Buffer& body) {
        ui::paragraph(body, std::string{what});
        ui::paragraph(body, "It stays in the trail with your reason. The clock then runs as if it had not been recorded.");
        ui::form(body, {}, [&](ui::Buffer& inside) {
            ui::text_field(inside, {.name = "why", .label = "Why is it taken back?"}, form);
            ui::submit_row(inside, {.text = "Take back", .warning = true, .cancel = {"Cancel", clocks_href(child.pupil)}});
        });
    });
}

template <class View>
Response rendered(int status, View&& view)
{
    ui::Buffer out;
    view(out);
    return html(status, out.take());
}

Result<std::string> standing_fact(const ChildsClocks& child, const Request& request)
{
    const auto id = TRY(request.path_id<FactId>("fact"));
    const auto found = std::ranges::find(child.facts.facts, id, &DatedFact::id);
    if (found == child.facts.facts.end()) return not_found("fact.not_standing", "This was taken back already, or is not there.");
    return std::string{words_of(found->kind).name} + ", " + long_date(found->on) + ".";
}

Result<std::string> standing_reason(const ChildsClocks& child, const Request& request)
{
    const auto id = TRY(request.path_id<ReasonId>("reason"));
    const auto found = std::ranges::find(child.facts.reasons, id, &LawfulReason::id);
    if (found == child.facts.reasons.end()) return not_found("fact.not_standing", "This was taken back already, or is not there.");
    return std::string{words_of(found->clock).name} + ": " + std::string{ground_words(found->ground)} + ". " + found->words;
}

template <class IdType>
Result<Response> submit_take_back(const Request& request, Context& context, std::string_view parameter, Result<std::string> (*standing)(const ChildsClocks&, const Request&))
{
    const auto child = TRY(load_child(request, context));
    const auto what = TRY(standing(child, request));
    const auto id = TRY(request.path_id<IdType>(parameter));
    const Form form = request.form();
    const auto taken = take_back(context, child.pupil.id, id, trimmed(form.value("why")));
    if (taken) return see_other_with_success(clocks_href(child.pupil), "Taken back. The clock runs again.");
    if (!taken.error().correctable()) return std::unexpected(taken.error());
    return rendered(422, [&](ui::Buffer& out) { take_back_view(out, child, what, form.with(taken.error())); });
}

}  // namespace

Result<Response> show_record_fact(const Request& request, Context& context)
{
    const auto child = TRY(load_child(request, context));
    Form form;
    form.set("kind", std::string{request.query("kind")}).set("about", std::string{request.query("about")}).set("on", iso(context.today));
    return rendered(200, [&](ui::Buffer& out) { fact_view(out, child, form); });
}

Result<Response> submit_record_fact(const Request& request, Context& context)
{
    const auto child = TRY(load_child(request, context));
    const Form form = request.form();
    FormReader read{form};
    const DatedFact fact{.kind = read.one_of<FactKind>("kind", "Choose what happened"), .on = read.date("on", "the day it happened"),
                         .about = read.id_if_any<Id>("about"), .note = read.text_if_any("note", 500)};
    const auto recorded = read.result() ? record_fact(context, child.pupil.id, fact) : Result<FactId>{std::unexpected(read.problems())};
    if (recorded) return see_other_with_success(clocks_href(child.pupil), "Recorded: " + std::string{words_of(fact.kind).name});
    if (!recorded.error().correctable()) return std::unexpected(recorded.error());
    return rendered(422, [&](ui::Buffer& out) { fact_view(out, child, form.with(recorded.error())); });
}

Result<Response> show_record_reason(const Request& request, Context& context)
{
    const auto clock = TRY(clock_asked_for(request.query("clock")));
    const auto child = TRY(load_child(request, context));
    Form form;
    form.set("about", std::string{request.query("about")});
    return rendered(200, [&](ui::Buffer& out) { reason_view(out, child, clock, form); });
}

Result<Response> submit_record_reason(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto clock = TRY(clock_asked_for(form.value("clock")));
    const auto child = TRY(load_child(request, context));
    FormReader read{form};
    const LawfulReason reason{.clock = clock, .about = read.id_if_any<Id>("about"), .ground = read.one_of<Ground>("ground", "Choose a ground"),
                              .words = read.text("words", "Write what was decided, by whom, and on what evidence", 2000)};
    const auto recorded = read.result() ? record_lawful_reason(context, child.pupil.id, reason) : Result<ReasonId>{std::unexpected(read.problems())};
    if (recorded) return see_other_with_success(clocks_href(child.pupil), "Lawful reason recorded");
    if (!recorded.error().correctable()) return std::unexpected(recorded.error());
    return rendered(422, [&](ui::Buffer& out) { reason_view(out, child, clock, form.with(recorded.error())); });
}

Result<Response> show_take_back_fact(const Request& request, Context& context)
{
    const auto child = TRY(load_child(request, context));
    const auto what = TRY(standing_fact(child, request));
    return rendered(200, [&](ui::Buffer& out) { take_back_view(out, child, what, {}); });
}

Result<Response> submit_take_back_fact(const Request& request, Context& context) { return submit_take_back<FactId>(request, context, "fact", standing_fact); }

Result<Response> show_take_back_reason(const Request& request, Context& context)
{
    const auto child = TRY(load_child(request, context));
    const auto what = TRY(standing_reason(child, request));
    return rendered(200, [&](ui::Buffer& out) { take_back_view(out, child, what, {}); });
}

Result<Response> submit_take_back_reason(const Request& request, Context& context)
{
    return submit_take_back<ReasonId>(request, context, "reason", standing_reason);
}

}  // namespace waymark::clocks
