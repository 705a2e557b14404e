// Starting a placement: the first day, who answers for the child, and the notice that the law asks for.
#include <fmt/format.h>

#include "foundation/text.hpp"

#include "people/store/calendars.hpp"
#include "people/store/law_choices.hpp"
#include "placements/actions/start_placement.hpp"
#include "placements/rules/school_days.hpp"
#include "placements/store/shortlist.hpp"
#include "placements/web/pages.hpp"
#include "placements/web/parts.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::placements {
namespace {

struct StartScreen {
    Placement placement;
    pupils::PupilSummary pupil;
    std::vector<MissingConfirmation> missing;
    bool has_social_worker = false;
    std::optional<Date> latest_notice;       // off-site direction only
};

Result<StartScreen> load_start_screen(Context& context, const Request& request)
{
    return context.read([&](Transaction& tx) -> Result<StartScreen> {
        StartScreen screen{.placement = TRY(placement_of_page(tx, request))};
        screen.pupil = TRY(pupils::pupil_of_page(tx, screen.placement.pupil_reference));
        screen.missing = missing_confirmations_of(tx, screen.placement.id, screen.placement.from);
        screen.has_social_worker = TRY(child_facts(tx, screen.placement.pupil)).has_social_worker;
        if (screen.placement.legal_basis == LegalBasis::s29A_offsite_direction) {
            const auto school = people::calendar_of(tx, screen.placement.roll_school).calendar;
            if (const auto latest = latest_notice(screen.placement.from, people::law_for(tx, screen.placement.from).direction_notice_school_days, school))
                screen.latest_notice = *latest;
        }
        return screen;
    });
}

void start_view(ui::Buffer& out, const StartScreen& screen, const Form& form)
{
    const auto& placement = screen.placement;
    const auto href = "/placements/" + placement.id.text();
    ui::page(out, {.title = "Start the placement", .record = placement.pupil_reference, .back = ui::Link{"Back to the placement", href}, .problems = form.problems},
             [&](ui::Buffer& body) {
        child_bar(body, screen.pupil);
        if (!screen.missing.empty()) {
            ui::warning_text(body, {.text = fmt::format("It cannot start yet: {} missing.", counted(static_cast<long long>(screen.missing.size()),
                                                                                                  "written confirmation is", "written confirmations are"))});
            ui::action_link(body, href + "/before-day-one", "See which and who gives them");
            return;
        }
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "version", std::to_string(placement.version));
            ui::date_field(inner, {.name = "first_day", .legend = "First day", .hint = "As planned, unless you change it", .size = ui::LabelSize::medium}, form);
            ui::field_group(inner, "Who keeps the child safe", ui::LabelSize::medium, [&](ui::Buffer& group) {
                ui::text_field(group, {.name = "authority_officer", .label = "Officer at the authority", .width = ui::BoxWidth::twenty}, form);
                ui::text_field(group, {.name = "provider_lead", .label = "Safeguarding lead at " + placement.provider_name, .width = ui::BoxWidth::twenty}, form);
                if (placement.roll_school)
                    ui::text_field(group, {.name = "school_lead", .label = "Safeguarding lead at " + placement.roll_school_name, .width = ui::BoxWidth::twenty}, form);
                ui::text_field(group, {.name = "social_worker", .label = screen.has_social_worker ? "Social worker" : "Social worker, if there is one",
                                       .width = ui::BoxWidth::twenty}, form);
            });
            if (placement.legal_basis == LegalBasis::s29A_offsite_direction)
                ui::field_group(inner, "Notice to the parent", ui::LabelSize::medium, [&](ui::Buffer& group) {
                    ui::paragraph(group, screen.latest_notice
                                             ? fmt::format("An off-site direction needs written notice by {}.", weekday_date(*screen.latest_notice))
                                             : std::string{"An off-site direction needs written notice at least two school days before it starts."});
                    ui::date_field(group, {.name = "notice_given_on", .legend = "When was the parent told in writing?"}, form);
                    ui::text_field(group, {.name = "override_reason", .label = "If later: why it starts all the same", .hint = "Kept with your name"}, form);
                });
            ui::text_area_field(inner, {.name = "part_time_reason", .label = "Why the week is part time, if it is",
                                        .hint = "For a child whom no school teaches for the rest of the week", .rows = 2, .characters_max = 500}, form);
            ui::submit_row(inner, {.text = "Start the placement", .cancel = {"Cancel", href}});
        });
    });
}

Form prefilled(const Placement& placement)
{
    Form form;
    form.set("first_day", iso(placement.from));
    form.set("authority_officer", placement.people.authority_officer);
    form.set("provider_lead", placement.people.provider_lead);
    form.set("school_lead", placement.people.school_lead);
    form.set("social_worker", placement.people.social_worker);
    form.set("part_time_reason", placement.part_time_reason);
    return form;
}

}  // namespace

Result<Response> show_start(const Request& request, Context& context)
{
    const auto screen = TRY(load_start_screen(context, request));
    return page_of(200, [&](ui::Buffer& out) { start_view(out, screen, prefilled(screen.placement)); });
}

Result<Response> submit_start(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto id = TRY(request.path_id<PlacementId>("placement"));
    const auto done = [&]() -> Result<void> {
        FormReader read{form};
        const StartPlacement command{.placement = id,
                                     .seen_version = read.seen_version(),
                                     .first_day = read.date("first_day", "the first day"),
                                     .notice_given_on = read.date_if_any("notice_given_on", "the date the parent was told"),
                                     .notice_override_reason = read.text_if_any("override_reason", 500),
                                     .people = NamedPeople{.authority_officer = read.text_if_any("authority_officer", 120),
                                                           .school_lead = read.text_if_any("school_lead", 120),
                                                           .provider_lead = read.text_if_any("provider_lead", 120),
                                                           .social_worker = read.text_if_any("social_worker", 120)},
                                     .part_time_reason = read.text_if_any("part_time_reason", 500)};
        TRY(read.result());
        return start_placement(context, command);
    }();
    if (done) return see_other_with_success("/placements/" + id.text(), "The placement has started. Its sessions are on the provider’s registers.");
    if (!done.error().correctable()) return std::unexpected(done.error());
    const auto screen = TRY(load_start_screen(context, request));
    return page_of(422, [&](ui::Buffer& out) { start_view(out, screen, form.with(done.error())); });
}

}  // namespace waymark::placements
