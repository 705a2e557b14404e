// /pupils/{pupil}/exclusions/{exclusion}: what became of a suspension or an exclusion, and why.
#include "foundation/form.hpp"
#include "pupils/actions/keep_record.hpp"
#include "pupils/rules/day_six.hpp"
#include "pupils/web/pages.hpp"
#include "pupils/web/parts.hpp"

namespace waymark::pupils {
namespace {

struct ExclusionScreen {
    PupilSummary pupil;
    Exclusion exclusion;

    [[nodiscard]] std::string back() const { return "/pupils/" + pupil.reference + "/exclusions"; }
};

Result<ExclusionScreen> load_exclusion_screen(const Request& request, Context& context)
{
    return context.read([&](Transaction& tx) -> Result<ExclusionScreen> {
        ExclusionScreen screen{.pupil = TRY(pupil_of_page(tx, request.path("pupil"))), .exclusion = {}};
        const auto id = TRY(request.path_id<ExclusionId>("exclusion"));
        for (auto& one : exclusions_of(tx, screen.pupil.id))
            if (one.id == id) {
                screen.exclusion = std::move(one);
                return screen;
            }
        return not_found("exclusion.not_found", "There is no such exclusion.");
    });
}

std::vector<ui::Choice> what_became_of_it(const Exclusion& exclusion)
{
    std::vector<ui::Choice> choices;
    for (const auto status : statuses_after(exclusion)) choices.push_back({std::string{enum_text(status)}, exclusion_status_name(status)});
    return choices;
}

Response exclusion_page(int status, const ExclusionScreen& screen, const Form& form)
{
    const Exclusion& exclusion = screen.exclusion;
    const std::string what = exclusion.kind == ExclusionKind::permanent ? "permanent exclusion" : "suspension";
    ui::Buffer out;
    ui::page(out, {.title = "What became of the " + what, .record = screen.pupil.reference, .back = ui::Link{"Back to exclusions", screen.back()},
                   .problems = form.problems, .caption = full_name(screen.pupil)}, [&](ui::Buffer& body) {
        ui::summary_list(body, {.rows = {{"First day", long_date(exclusion.first_day)}, {"School", exclusion.school_name}, {"Now", exclusion_status_name(exclusion.status)}}});
        ui::form(body, {}, [&](ui::Buffer& inside) {
            ui::hidden_field(inside, "version", std::to_string(exclusion.version));
            ui::radios_field(inside, {.name = "status", .legend = "What was decided?", .items = what_became_of_it(exclusion)}, form);
            ui::text_area_field(inside, {.name = "reason", .label = "Why, and who decided it", .hint = "It stands on the child’s timeline.", .rows = 3, .characters_max = 1000}, form);
            ui::submit_row(inside, {.text = "Record", .cancel = {"Cancel", screen.back()}});
        });
    });
    return html(status, out.take());
}

}  // namespace

Result<Response> show_exclusion(const Request& request, Context& context)
{
    return exclusion_page(200, TRY(load_exclusion_screen(request, context)), {});
}

Result<Response> submit_exclusion_change(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto screen = TRY(load_exclusion_screen(request, context));
    FormReader read{form};
    const int seen = read.seen_version();
    const auto status = read.one_of<ExclusionStatus>("status", "Choose what was decided");
    const std::string reason = read.text("reason", "Enter why, and who decided it");
    auto changed = read.result();
    if (changed) changed = change_exclusion(context, screen.pupil.id, {.exclusion = screen.exclusion.id, .seen_version = seen, .status = status, .reason = reason});
    if (changed) return see_other_with_success(screen.back(), "Recorded: " + exclusion_status_name(status));
    if (!changed.error().correctable()) return std::unexpected(changed.error());
    return exclusion_page(422, screen, form.with(changed.error()));
}

}  // namespace waymark::pupils
