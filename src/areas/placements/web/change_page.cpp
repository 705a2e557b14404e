// Another timetable from a day on.
#include "directory/store/programmes.hpp"
#include "placements/actions/change_timetable.hpp"
#include "placements/web/pages.hpp"
#include "placements/web/parts.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::placements {
namespace {

struct ChangeScreen {
    Placement placement;
    pupils::PupilSummary pupil;
    std::vector<TimetableSlot> timetable;
    std::vector<WeekdaySession> runs;       // when the programme runs at all
};

Result<ChangeScreen> load_change_screen(Context& context, const Request& request)
{
    return context.read([&](Transaction& tx) -> Result<ChangeScreen> {
        ChangeScreen screen{.placement = TRY(placement_of_page(tx, request))};
        screen.pupil = TRY(pupils::pupil_of_page(tx, screen.placement.pupil_reference));
        screen.timetable = timetable_on(tx, screen.placement.id, tx.today());
        if (const auto programme = directory::find_programme(tx, screen.placement.programme)) screen.runs = programme->places.sessions();
        return screen;
    });
}

void change_view(ui::Buffer& out, const ChangeScreen& screen, const Form& form)
{
    const auto& placement = screen.placement;
    const auto href = "/placements/" + placement.id.text();
    ui::page(out, {.title = "Change the timetable", .record = placement.pupil_reference, .back = ui::Link{"Back to the placement", href}, .problems = form.problems},
             [&](ui::Buffer& body) {
        child_bar(body, screen.pupil);
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "version", std::to_string(placement.version));
            sessions_field(inner, "sessions", "Sessions at " + placement.provider_name, "Ticked: as it is now", screen.runs, form);
            ui::date_field(inner, {.name = "from", .legend = "From which day?", .hint = "Tomorrow or later. What was marked stays as it is.", .size = ui::LabelSize::medium}, form);
            ui::text_area_field(inner, {.name = "reason", .label = "Why does it change?", .rows = 3, .characters_max = 500, .size = ui::LabelSize::medium}, form);
            if (form.problems.has("placement.registration_threshold"))
                ui::text_area_field(inner, {.name = "override_reason", .label = "Why it goes on all the same", .hint = "Kept with your name", .rows = 3, .characters_max = 500}, form);
            ui::submit_row(inner, {.text = "Change the timetable", .cancel = {"Cancel", href}});
        });
    });
}

}  // namespace

Result<Response> show_change(const Request& request, Context& context)
{
    const auto screen = TRY(load_change_screen(context, request));
    Form form;
    for (const auto& slot : screen.timetable) form.values.emplace_back("sessions", directory::session_code(slot.when));
    return page_of(200, [&](ui::Buffer& out) { change_view(out, screen, form); });
}

Result<Response> submit_change(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto id = TRY(request.path_id<PlacementId>("placement"));
    const auto done = [&]() -> Result<void> {
        FormReader read{form};
        const ChangeTimetable command{.placement = id,
                                      .seen_version = read.seen_version(),
                                      .from = read.date("from", "the day from which it changes"),
                                      .sessions = read_sessions(read, form, "sessions"),
                                      .minutes = {},
                                      .site = {},
                                      .reason = read.text("reason", "Enter why the timetable changes.", 500),
                                      .override_reason = read.text_if_any("override_reason", 500)};
        TRY(read.result());
        return change_timetable(context, command);
    }();
    if (done) return see_other_with_success("/placements/" + id.text(), "The timetable is changed.");
    if (!done.error().correctable()) return std::unexpected(done.error());
    const auto screen = TRY(load_change_screen(context, request));
    return page_of(422, [&](ui::Buffer& out) { change_view(out, screen, form.with(done.error())); });
}

}  // namespace waymark::placements
