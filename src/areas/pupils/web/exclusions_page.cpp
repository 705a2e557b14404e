// Suspensions and permanent exclusions, the clocks they start, and recording one.
#include "foundation/text.hpp"
#include "people/rules/roles.hpp"
#include "people/store/law_choices.hpp"
#include "pupils/actions/keep_record.hpp"
#include "pupils/rules/day_six.hpp"
#include "pupils/store/counted_clocks.hpp"
#include "pupils/web/pages.hpp"
#include "pupils/web/parts.hpp"

namespace waymark::pupils {
namespace {

constexpr std::string_view reason_codes[] = {"PP", "PA", "VP", "VA", "OW", "BU", "RA", "LG", "DS", "SM", "DA", "DM", "TH", "DB", "MT", "PH"};

struct ExclusionsScreen {
    PupilSummary pupil;
    std::vector<Exclusion> exclusions;
    std::vector<ClockShown> clocks;
    SuspensionTotal total;
    bool may_record = false, may_change = false;
};

Result<ExclusionsScreen> load_exclusions_screen(Context& context, std::string_view reference)
{
    return context.read([&](Transaction& tx) -> Result<ExclusionsScreen> {
        ExclusionsScreen screen{.pupil = TRY(pupil_of_page(tx, reference))};
        screen.exclusions = exclusions_of(tx, screen.pupil.id);
        screen.clocks = clocks_of_child(tx, screen.pupil.id);
        std::erase_if(screen.clocks, [](const ClockShown& shown) { return !shown.of_exclusion || shown.is_lawfully_open; });
        screen.total = suspension_total(screen.exclusions, SchoolYear::of(context.today), people::law_for(tx, context.today));
        screen.may_change = people::may(context.who.role, Permission::edit_pupils);
        screen.may_record = screen.may_change && screen.pupil.school;
        return screen;
    });
}

void exclusion_form(ui::Buffer& out, const ExclusionsScreen& screen, const Form& form)
{
    std::vector<ui::Choice> reasons;
    for (const auto code : reason_codes) reasons.push_back({std::string{code}, words_of(exclusion_reason_name(code))});
    ui::form(out, {}, [&](ui::Buffer& inside) {
        ui::radios_field(inside, {.name = "kind", .legend = "What did " + screen.pupil.school_name + " decide?", .items = {
            {.value = "suspension", .text = "Suspension", .conditional = ui::render([&](ui::Buffer& more) {
                ui::text_field(more, {.name = "sessions", .label = "How many half days?", .hint = "A whole day counts two", .width = ui::BoxWidth::two, .inputmode = "numeric"}, form);
            })},
            {.value = "permanent", .text = "Permanent exclusion"}}}, form);
        ui::date_field(inside, {.name = "first_day", .legend = "First school day of it", .hint = "Day 1 of the clock. For example, 23 11 2026"}, form);
        ui::radios_field(inside, {.name = "starts_session", .legend = "From which half of that day?", .items = {{"am", "Morning"}, {"pm", "Afternoon"}}, .inline_items = true}, form);
        ui::checkboxes_field(inside, {.name = "reasons", .legend = "Reasons", .hint = "One to three", .items = reasons, .compact = true}, form);
        ui::submit_row(inside, {.text = "Record"});
    });
}

Response exclusions_page(int status, const ExclusionsScreen& screen, const HeadOptions& head, const Form& form)
{
    std::vector<std::vector<ui::TableCell>> rows;
    for (const Exclusion& exclusion : screen.exclusions) {
        std::vector<std::string> reasons;
        for (const auto& code : exclusion.reasons) reasons.push_back(exclusion_reason_name(code));
        const std::string kind = exclusion.kind == ExclusionKind::permanent ? "Permanent exclusion"
                                 : exclusion.sessions                        ? "Suspension, " + counted(*exclusion.sessions, "half day")
                                                                             : "Suspension, length not recorded";
        rows.push_back({short_date(exclusion.first_day), kind, exclusion.school_name, words_of(listed(reasons)), exclusion_status_name(exclusion.status)});
        if (!screen.may_change) continue;
        const std::string change = "/pupils/" + screen.pupil.reference + "/exclusions/" + exclusion.id.text();
        rows.back().push_back(ui::link_html(change, "Change", "what became of it, " + long_date(exclusion.first_day)));
    }
    std::vector<ui::TableCell> head_row = {"First day", "What", "School", "Reasons", "Status"};
    if (screen.may_change) head_row.emplace_back("What became of it");
    ui::Buffer out;
    ui::page(out, page_options(screen.pupil, "Exclusions", form.problems), [&](ui::Buffer& body) {
        pupil_head(body, screen.pupil, head);
        ui::clock_list(body, screen.clocks);
        if (screen.total.half_days > 0) ui::paragraph(body, "Suspended " + screen.total.words + ", all schools together.");
        if (rows.empty()) ui::paragraph(body, "No suspensions or exclusions are recorded.");
        else ui::table(body, {.caption = "Suspensions and exclusions", .caption_classes = "govuk-visually-hidden", .head = std::move(head_row), .rows = std::move(rows), .first_cell_is_header = true});
        if (screen.may_record) ui::section(body, "Record a suspension or exclusion", [&](ui::Buffer& inside) { exclusion_form(inside, screen, form); });
    });
    return html(status, out.take());
}

}  // namespace

Result<Response> show_exclusions(const Request& request, Context& context)
{
    if (sees_need_only(context.who)) return not_found("pupil.not_found", "There is no such page.");
    Form form;
    form.set("starts_session", "am");
    return exclusions_page(200, TRY(load_exclusions_screen(context, request.path("pupil"))), head_options(context.who, "Exclusions", "exclusions"), form);
}

Result<Response> submit_exclusion(const Request& request, Context& context)
{
    const Form form = request.form();
    FormReader read{form};
    const auto screen = TRY(load_exclusions_screen(context, request.path("pupil")));
    if (!screen.pupil.school) return refused("exclusion.no_school", "Only a school on whose roll the child stands can exclude them.");
    Exclusion exclusion{.school = *screen.pupil.school, .kind = read.one_of<ExclusionKind>("kind", "Choose what the school decided")};
    exclusion.first_day = read.date("first_day", "the first school day of it");
    exclusion.starts_session = read.one_of<Session>("starts_session", "Choose morning or afternoon");
    if (form.value("kind") == "suspension") exclusion.sessions = read.whole_number("sessions", "Enter how many half days, from 1 to 90", 1, 90);
    for (const auto& chosen : form.all("reasons"))
        for (const auto code : reason_codes)
            if (chosen == code) exclusion.reasons.push_back(chosen);
    if (exclusion.kind == ExclusionKind::permanent) exclusion.status = ExclusionStatus::governors_pending;
    auto recorded = read.result() ? record_exclusion(context, screen.pupil.id, exclusion) : Result<ExclusionId>{std::unexpected(read.problems())};
    if (recorded) return see_other_with_success("/pupils/" + screen.pupil.reference + "/exclusions", exclusion.kind == ExclusionKind::permanent ? "Permanent exclusion recorded. The clock of day six runs." : "Suspension recorded");
    if (!recorded.error().correctable()) return std::unexpected(recorded.error());
    return exclusions_page(422, screen, head_options(context.who, "Exclusions", "exclusions"), form.with(recorded.error()));
}

}  // namespace waymark::pupils
