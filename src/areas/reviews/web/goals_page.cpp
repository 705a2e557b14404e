// The goals of a placement, how each has moved, and adding one.
#include <fmt/format.h>

#include "foundation/text.hpp"
#include "reviews/actions/add_goal.hpp"
#include "reviews/web/pages.hpp"
#include "ui/ui.hpp"

namespace waymark::reviews {
namespace {

struct GoalsScreen {
    PlacementUnderReview placement;
    std::vector<Goal> goals;
    std::vector<GoalReading> readings;
    bool may_add = false;
};

Result<GoalsScreen> load_goals_screen(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<PlacementId>("placement"));
    return context.read([&](Transaction& tx) -> Result<GoalsScreen> {
        const auto placement = placement_under_review(tx, id);
        if (!placement) return not_found("goal.no_placement", "There is no such placement.");
        return GoalsScreen{*placement, goals_of_placement(tx, id), readings_of_placement(tx, id),
                           placement->state != placements::PlacementState::ended && context.who.role != Role::inspector && context.who.role != Role::director};
    });
}

std::string measured(const std::optional<double>& value, const std::string& unit)
{
    if (!value) return "Not recorded";
    return fmt::format("{:g}{}{}", *value, unit.empty() ? "" : " ", unit);
}

void one_goal(ui::Buffer& out, const Goal& goal, const std::vector<GoalReading>& readings)
{
    ui::SummaryListOptions list{.rows = {{"Measured by", goal.measure}, {"Started at", measured(goal.baseline, goal.unit)}, {"Aims for", measured(goal.target, goal.unit)}},
                                .card = ui::SummaryCard{.title = ui::SummaryCardTitle{goal.words}}};
    for (const GoalReading& reading : readings)
        if (reading.goal == goal.id)
            list.rows.push_back({short_date(reading.read_on), reading.value ? measured(reading.value, goal.unit) + (reading.words.empty() ? "" : ". " + reading.words) : reading.words});
    ui::summary_list(out, list);
}

void goals_view(ui::Buffer& out, const GoalsScreen& screen, const Form& form)
{
    const std::string placement_page = "/placements/" + screen.placement.id.text();
    ui::page(out, {.title = "Goals", .record = screen.placement.reference, .back = ui::Link{"Back to the placement", placement_page}, .problems = form.problems,
                   .caption = screen.placement.known_as + ", " + screen.placement.setting_name},
             [&](ui::Buffer& body) {
        if (screen.goals.empty()) ui::empty_state(body, "No goals are recorded yet.");
        for (const Goal& goal : screen.goals) one_goal(body, goal, screen.readings);
        if (!screen.may_add) return;
        ui::heading(body, 2, "Add a goal");
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::text_field(inner, {.name = "words", .label = "The goal, as " + screen.placement.known_as + " would say it", .hint = "For example: I can stay in a lesson for 40 minutes"}, form);
            ui::text_field(inner, {.name = "measure", .label = "How will you see it?", .hint = "For example: minutes in a maths lesson"}, form);
            ui::text_field(inner, {.name = "unit", .label = "Counted in (optional)", .width = ui::BoxWidth::ten}, form);
            ui::text_field(inner, {.name = "baseline", .label = "Where it starts (optional)", .width = ui::BoxWidth::five, .inputmode = "decimal"}, form);
            ui::text_field(inner, {.name = "target", .label = "What to aim for (optional)", .width = ui::BoxWidth::five, .inputmode = "decimal"}, form);
            ui::submit_row(inner, {.text = "Add goal", .cancel = {"Cancel", placement_page}});
        });
    });
}

}  // namespace

Result<Response> show_goals(const Request& request, Context& context)
{
    const auto screen = TRY(load_goals_screen(request, context));
    return html(200, ui::render([&](ui::Buffer& out) { goals_view(out, screen, {}); }).markup());
}

Result<Response> submit_goal(const Request& request, Context& context)
{
    const auto screen = TRY(load_goals_screen(request, context));
    const Form form = request.form();
    FormReader read{form};
    const Goal goal{.words = read.text("words", "Write the goal, as the child would say it.", 300),
                    .measure = read.text("measure", "Say how it will be seen.", 300),
                    .baseline = read.decimal_if_any("baseline", "Enter a number, such as 12 or 12.5."),
                    .target = read.decimal_if_any("target", "Enter a number, such as 12 or 12.5."),
                    .unit = read.text_if_any("unit", 60)};
    const auto added = [&]() -> Result<GoalId> {
        TRY(read.result());
        return add_goal(context, screen.placement.id, goal);
    }();
    if (added) return see_other_with_success("/placements/" + screen.placement.id.text() + "/goals", "Goal added.");
    if (!added.error().correctable()) return std::unexpected(added.error());
    return html(422, ui::render([&](ui::Buffer& out) { goals_view(out, screen, form.with(added.error())); }).markup());
}

}  // namespace waymark::reviews
