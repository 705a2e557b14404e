// A placement that a school, or the authority without an offer, arranges itself: recorded so that everybody counts it.
#include <map>

#include <fmt/format.h>

#include "directory/store/programmes.hpp"
#include "directory/store/providers.hpp"
#include "foundation/text.hpp"
#include "placements/actions/plan_placement.hpp"
#include "placements/web/pages.hpp"
#include "placements/web/parts.hpp"
#include "pupils/store/access.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::placements {
namespace {

struct NewScreen {
    std::vector<ui::Choice> pupils, programmes;
    std::optional<pupils::PupilSummary> pupil;
    std::vector<WeekdaySession> sessions = {directory::sessions_of_the_week().begin(), directory::sessions_of_the_week().end()};
};

NewScreen load_new_screen(Context& context, std::string_view pupil_reference)
{
    return context.read([&](Transaction& tx) {
        NewScreen screen;
        if (auto pupil = pupils::find_pupil_by_reference(tx, pupil_reference); pupil && pupils::may_see(tx, context.who, pupil->id)) screen.pupil = std::move(pupil);
        if (!screen.pupil)
            for (const auto& one : pupils::list_pupils(tx, context.who, {}))
                screen.pupils.push_back({.value = one.reference, .text = fmt::format("{}, {}", pupils::full_name(one), one.reference)});
        std::map<OrganisationId, std::string> names;
        for (const auto& provider : directory::providers(tx))
            if (!provider.closed_on) names.emplace(provider.id, provider.name);
        for (const auto& programme : directory::programmes(tx, std::nullopt))
            if (const auto name = names.find(programme.provider); name != names.end() && programme.runs_on(tx.today()))
                screen.programmes.push_back({.value = programme.id.text(),
                                             .text = fmt::format("{}, {} ({})", name->second, programme.name, directory::price_text(programme.price, programme.price_unit))});
        return screen;
    });
}

/// What a school may choose: its own powers. The authority chooses among all.
std::vector<ui::Choice> bases_for(const Who& who)
{
    std::vector<ui::Choice> items;
    for (const auto basis : enum_values<LegalBasis>())
        if (who.role == Role::commissioner || !is_of_the_authority(basis))
            items.push_back({.value = std::string{enum_text(basis)}, .text = std::string{legal_basis_name(basis)}});
    return items;
}

void new_view(ui::Buffer& out, const NewScreen& screen, const Form& form, Context& context)
{
    ui::page(out, {.title = "Record a placement you arrange", .record = screen.pupil ? screen.pupil->reference : std::string{},
                   .back = ui::Link{"Back to placements", "/placements"}, .problems = form.problems}, [&](ui::Buffer& body) {
        if (screen.pupil) child_bar(body, *screen.pupil);
        ui::paragraph(body, "The same rules hold as for a place the authority makes: an assured provider, no session twice, all confirmations before day one.");
        ui::form(body, {.action = "/placements/new"}, [&](ui::Buffer& inner) {
            if (screen.pupil) ui::hidden_field(inner, "pupil", screen.pupil->reference);
            else ui::select_field(inner, {.name = "pupil", .label = "Child", .items = screen.pupils, .size = ui::LabelSize::medium}, form);
            ui::select_field(inner, {.name = "programme", .label = "Provider and programme", .items = screen.programmes, .size = ui::LabelSize::medium}, form);
            ui::radios_field(inner, {.name = "legal_basis", .legend = "Under which power is it made?", .items = bases_for(context.who), .size = ui::LabelSize::medium}, form);
            ui::text_area_field(inner, {.name = "purpose", .label = "What is it for?", .hint = "What will be different when it ends", .rows = 3, .characters_max = 1000,
                                        .size = ui::LabelSize::medium}, form);
            ui::date_field(inner, {.name = "from", .legend = "First day", .size = ui::LabelSize::medium}, form);
            ui::date_field(inner, {.name = "expected_end", .legend = "Agreed end", .hint = "There is always an end. It can be extended after a review.", .size = ui::LabelSize::medium}, form);
            sessions_field(inner, "sessions", "Sessions", "The school answers for those that are not ticked", screen.sessions, form);
            ui::radios_field(inner, {.name = "registration", .legend = "On whose roll is the child?", .items = ui::choices<RollDuringPlacement>(roll_name),
                                     .size = ui::LabelSize::medium}, form);
            if (form.problems.has("placement.registration_threshold") && may(context.who, Permission::sign_off_placements))
                ui::text_area_field(inner, {.name = "override_reason", .label = "Why it goes on all the same", .hint = "Kept with your name", .rows = 3, .characters_max = 500}, form);
            ui::submit_row(inner, {.text = "Plan the placement", .cancel = {"Cancel", "/placements"}});
        });
    });
}

}  // namespace

Result<Response> show_new_placement(const Request& request, Context& context)
{
    const auto screen = load_new_screen(context, request.query("pupil"));
    Form form;
    form.set("registration", std::string{enum_text(RollDuringPlacement::stays_on_roll)});
    return page_of(200, [&](ui::Buffer& out) { new_view(out, screen, form, context); });
}

Result<Response> submit_new_placement(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto screen = load_new_screen(context, form.value("pupil"));
    const auto planned = [&]() -> Result<PlacementId> {
        FormReader read{form};
        if (!screen.pupil) read.problem("pupil", "Choose the child.");
        const PlanPlacement command{.pupil = screen.pupil ? screen.pupil->id : PupilId{},
                                    .programme = read.id<ProgrammeId>("programme", "Choose the provider and programme."),
                                    .referral = {},
                                    .decision = {},
                                    .offer = {},
                                    .commissioner = context.who.organisation,
                                    .funder = {},
                                    .legal_basis = read.one_of<LegalBasis>("legal_basis", "Choose the power under which it is made."),
                                    .purpose = read.text("purpose", "Enter the purpose of the placement.", 1000),
                                    .from = read.date("from", "the first day"),
                                    .expected_end = read.date("expected_end", "the agreed end"),
                                    .registration = read.one_of<RollDuringPlacement>("registration", "Choose on whose roll the child is."),
                                    .sessions = read_sessions(read, form, "sessions"),
                                    .minutes = {},
                                    .price = {},
                                    .price_unit = {},
                                    .part_time_reason = {},
                                    .people = {},
                                    .override_reason = read.text_if_any("override_reason", 500)};
        if (context.who.role != Role::commissioner && is_of_the_authority(command.legal_basis)) read.problem("legal_basis", "Choose the power under which it is made.");
        TRY(read.result());
        return plan_placement(context, command);
    }();
    if (planned) return see_other_with_success("/placements/" + planned->text(), "The placement is planned. The provider has a task to give its confirmations.");
    if (!planned.error().correctable()) return std::unexpected(planned.error());
    return page_of(422, [&](ui::Buffer& out) { new_view(out, screen, form.with(planned.error()), context); });
}

}  // namespace waymark::placements
