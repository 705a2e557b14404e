// Ending a placement: the last day, why, where to, the child's own words and the provider's report.
#include <algorithm>

#include "placements/actions/end_placement.hpp"
#include "placements/web/pages.hpp"
#include "placements/web/parts.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::placements {
namespace {

struct EndScreen {
    Placement placement;
    pupils::PupilSummary pupil;
};

Result<EndScreen> load_end_screen(Context& context, const Request& request)
{
    return context.read([&](Transaction& tx) -> Result<EndScreen> {
        EndScreen screen{.placement = TRY(placement_of_page(tx, request))};
        screen.pupil = TRY(pupils::pupil_of_page(tx, screen.placement.pupil_reference));
        return screen;
    });
}

void end_view(ui::Buffer& out, const EndScreen& screen, const Form& form)
{
    const auto& placement = screen.placement;
    const auto href = "/placements/" + placement.id.text();
    ui::page(out, {.title = "End the placement", .record = placement.pupil_reference, .back = ui::Link{"Back to the placement", href}, .problems = form.problems},
             [&](ui::Buffer& body) {
        child_bar(body, screen.pupil);
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "version", std::to_string(placement.version));
            ui::date_field(inner, {.name = "ended_on", .legend = "Last day", .hint = "The last day the young person is expected there. Later sessions are taken off the registers.",
                                   .size = ui::LabelSize::medium}, form);
            ui::radios_field(inner, {.name = "end_reason", .legend = "Why does it end?", .items = ui::choices<EndReason>(end_reason_name), .size = ui::LabelSize::medium}, form);
            ui::radios_field(inner, {.name = "destination", .legend = "Where does the young person go next?", .items = ui::choices<Destination>(destination_name),
                                     .size = ui::LabelSize::medium}, form);
            ui::text_area_field(inner, {.name = "end_note", .label = "What happens next", .hint = "Who does what by when. Needed when nothing is arranged yet.",
                                        .rows = 3, .characters_max = 1000, .size = ui::LabelSize::medium}, form);
            ui::text_area_field(inner, {.name = "child_view", .label = "What does " + screen.pupil.known_as + " say?", .hint = "Their own words, exactly as said",
                                        .rows = 3, .characters_max = 1000, .size = ui::LabelSize::medium}, form);
            ui::text_area_field(inner, {.name = "provider_report", .label = "The provider’s report, in short", .rows = 4, .characters_max = 4000, .size = ui::LabelSize::medium}, form);
            ui::submit_row(inner, {.text = "End the placement", .warning = true, .cancel = {"Cancel", href}});
        });
    });
}

}  // namespace

Result<Response> show_end(const Request& request, Context& context)
{
    const auto screen = TRY(load_end_screen(context, request));
    Form form;
    form.set("ended_on", iso(std::max(context.today, screen.placement.from)));
    return page_of(200, [&](ui::Buffer& out) { end_view(out, screen, form); });
}

Result<Response> submit_end(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto id = TRY(request.path_id<PlacementId>("placement"));
    const auto done = [&]() -> Result<void> {
        FormReader read{form};
        const EndPlacement command{.placement = id,
                                   .seen_version = read.seen_version(),
                                   .ending = {.ended_on = read.date("ended_on", "the last day"),
                                              .reason = read.one_of_if_any<EndReason>("end_reason"),
                                              .destination = read.one_of_if_any<Destination>("destination"),
                                              .note = read.text_if_any("end_note", 1000)},
                                   .child_view = read.text_if_any("child_view", 1000),
                                   .provider_report = read.text_if_any("provider_report", 4000)};
        TRY(read.result());
        return end_placement(context, command);
    }();
    if (done) return see_other_with_success("/placements/" + id.text(), "The placement is ended.");
    if (!done.error().correctable()) return std::unexpected(done.error());
    const auto screen = TRY(load_end_screen(context, request));
    return page_of(422, [&](ui::Buffer& out) { end_view(out, screen, form.with(done.error())); });
}

}  // namespace waymark::placements
