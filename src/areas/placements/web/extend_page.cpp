// Extending a placement: a new end, the reason, and the day of a new review.
#include <fmt/format.h>

#include "foundation/text.hpp"
#include "placements/actions/extend_placement.hpp"
#include "placements/web/pages.hpp"
#include "placements/web/parts.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::placements {
namespace {

struct ExtendScreen {
    Placement placement;
    pupils::PupilSummary pupil;
    std::size_t extended = 0;
};

Result<ExtendScreen> load_extend_screen(Context& context, const Request& request)
{
    return context.read([&](Transaction& tx) -> Result<ExtendScreen> {
        ExtendScreen screen{.placement = TRY(placement_of_page(tx, request))};
        screen.pupil = TRY(pupils::pupil_of_page(tx, screen.placement.pupil_reference));
        screen.extended = extensions_of(tx, screen.placement.id).size();
        return screen;
    });
}

void extend_view(ui::Buffer& out, const ExtendScreen& screen, const Form& form)
{
    const auto& placement = screen.placement;
    const auto href = "/placements/" + placement.id.text();
    ui::page(out, {.title = "Extend the placement", .record = placement.pupil_reference, .back = ui::Link{"Back to the placement", href}, .problems = form.problems},
             [&](ui::Buffer& body) {
        child_bar(body, screen.pupil);
        ui::paragraph(body, fmt::format("The agreed end is {}. {}", long_date(placement.expected_end),
                                        screen.extended == 0 ? std::string{"It has not been extended before."}
                                                             : fmt::format("It has been extended {} already.", counted(static_cast<long long>(screen.extended), "time"))));
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "version", std::to_string(placement.version));
            ui::date_field(inner, {.name = "new_end", .legend = "New end", .size = ui::LabelSize::medium}, form);
            ui::text_area_field(inner, {.name = "reason", .label = "Why does it go on?", .hint = "What has been reached, what has not, and what is different now.",
                                        .rows = 4, .characters_max = 1000, .size = ui::LabelSize::medium}, form);
            ui::date_field(inner, {.name = "review_on", .legend = "When will it be reviewed?", .hint = "On or before the new end", .size = ui::LabelSize::medium}, form);
            ui::submit_row(inner, {.text = "Extend the placement", .cancel = {"Cancel", href}});
        });
    });
}

}  // namespace

Result<Response> show_extension(const Request& request, Context& context)
{
    const auto screen = TRY(load_extend_screen(context, request));
    return page_of(200, [&](ui::Buffer& out) { extend_view(out, screen, {}); });
}

Result<Response> submit_extension(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto id = TRY(request.path_id<PlacementId>("placement"));
    const auto done = [&]() -> Result<void> {
        FormReader read{form};
        const ExtendPlacement command{.placement = id,
                                      .seen_version = read.seen_version(),
                                      .new_end = read.date("new_end", "the new end"),
                                      .reason = read.text("reason", "Enter why the placement goes on.", 1000),
                                      .review_on = read.date("review_on", "when it will be reviewed"),
                                      .review = {}};
        TRY(read.result());
        return extend_placement(context, command);
    }();
    if (done) return see_other_with_success("/placements/" + id.text(), "The placement is extended and its review is on the calendar.");
    if (!done.error().correctable()) return std::unexpected(done.error());
    const auto screen = TRY(load_extend_screen(context, request));
    return page_of(422, [&](ui::Buffer& out) { extend_view(out, screen, form.with(done.error())); });
}

}  // namespace waymark::placements
