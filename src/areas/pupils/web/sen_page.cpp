// Special educational needs and circumstances, now and before.
#include "people/rules/roles.hpp"
#include "pupils/actions/keep_record.hpp"
#include "pupils/web/pages.hpp"
#include "pupils/web/parts.hpp"

namespace waymark::pupils {
namespace {

constexpr std::string_view need_codes[] = {"SEMH", "ASD", "SLCN", "SPLD", "MLD", "SLD", "PMLD", "DS", "HI", "VI", "MSI", "PD", "OTH", "NSA"};

struct SenScreen {
    PupilSummary pupil;
    std::vector<SenRecord> sen;
    std::vector<Circumstance> circumstances;
    bool may_edit = false;
};

Result<SenScreen> load_sen_screen(Context& context, std::string_view reference)
{
    return context.read([&](Transaction& tx) -> Result<SenScreen> {
        SenScreen screen{.pupil = TRY(pupil_of_page(tx, reference))};
        screen.sen = sen_records_of(tx, screen.pupil.id);
        screen.circumstances = circumstances_of(tx, screen.pupil.id);
        if (sees_need_only(context.who))
            std::erase_if(screen.circumstances, [](const Circumstance& circumstance) { return !is_for_need_only(circumstance.kind); });
        screen.may_edit = people::may(context.who.role, Permission::edit_pupils);
        return screen;
    });
}

std::vector<ui::Choice> needs()
{
    std::vector<ui::Choice> all;
    for (const auto code : need_codes) all.push_back({std::string{code}, need_name(code)});
    return all;
}

void sen_form(ui::Buffer& out, const Form& form)
{
    ui::form(out, {}, [&](ui::Buffer& inside) {
        ui::radios_field(inside, {.name = "provision", .legend = "Provision", .items = ui::choices<SenProvision>(sen_name)}, form);
        ui::select_field(inside, {.name = "primary_need", .label = "Main need", .items = needs(), .empty_text = "None recorded"}, form);
        ui::select_field(inside, {.name = "secondary_need", .label = "Second need", .items = needs(), .empty_text = "None recorded"}, form);
        ui::date_field(inside, {.name = "from", .legend = "Since when?", .hint = "For example, 2 9 2026. What was recorded before ends the day before."}, form);
        ui::submit_row(inside, {.text = "Record"});
    });
}

Response sen_page(int status, const SenScreen& screen, const HeadOptions& head, const Form& form)
{
    std::vector<std::vector<ui::TableCell>> sen, circumstances;
    for (const SenRecord& record : screen.sen)
        sen.push_back({sen_name(record.provision), record.primary_need.empty() ? "None recorded" : need_name(record.primary_need),
                       record.secondary_need.empty() ? "None recorded" : need_name(record.secondary_need), days_text(record.days)});
    for (const Circumstance& circumstance : screen.circumstances)
        circumstances.push_back({circumstance_name(circumstance.kind), circumstance.note, days_text(circumstance.days)});
    ui::Buffer out;
    ui::page(out, page_options(screen.pupil, "Needs and care", form.problems), [&](ui::Buffer& body) {
        pupil_head(body, screen.pupil, head);
        ui::section(body, "Special educational needs", [&](ui::Buffer& inside) {
            if (sen.empty()) return ui::paragraph(inside, "No special educational needs are recorded.");
            ui::table(inside, {.caption = "Special educational needs", .caption_classes = "govuk-visually-hidden", .head = {"Provision", "Main need", "Second need", "When"}, .rows = sen, .first_cell_is_header = true});
        });
        ui::section(body, "Circumstances", [&](ui::Buffer& inside) {
            if (circumstances.empty()) return ui::paragraph(inside, "None are recorded.");
            ui::table(inside, {.caption = "Circumstances", .caption_classes = "govuk-visually-hidden", .head = {"Circumstance", "Note", "When"}, .rows = circumstances, .first_cell_is_header = true});
        });
        if (screen.may_edit) ui::section(body, "Record a change of provision", [&](ui::Buffer& inside) { sen_form(inside, form); });
    });
    return html(status, out.take());
}

}  // namespace

Result<Response> show_sen(const Request& request, Context& context)
{
    return sen_page(200, TRY(load_sen_screen(context, request.path("pupil"))), head_options(context.who, "Needs and care", "sen"), {});
}

Result<Response> submit_sen(const Request& request, Context& context)
{
    const Form form = request.form();
    FormReader read{form};
    const auto screen = TRY(load_sen_screen(context, request.path("pupil")));
    SenRecord record{.provision = read.one_of<SenProvision>("provision", "Choose the provision")};
    record.days.from = read.date("from", "the day it began");
    for (const auto code : need_codes) {
        if (form.value("primary_need") == code) record.primary_need = code;
        if (form.value("secondary_need") == code) record.secondary_need = code;
    }
    const auto saved = read.result() ? record_sen(context, screen.pupil.id, record) : read.result();
    if (saved) return see_other_with_success("/pupils/" + screen.pupil.reference + "/sen", "Provision recorded");
    if (!saved.error().correctable()) return std::unexpected(saved.error());
    return sen_page(422, screen, head_options(context.who, "Needs and care", "sen"), form.with(saved.error()));
}

}  // namespace waymark::pupils
