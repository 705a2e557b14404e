// One review: the pack made from the records, then the child's view first, then what happens next.
#include <fmt/format.h>

#include "attendance/store/counts.hpp"
#include "foundation/text.hpp"
#include "people/store/drafts.hpp"
#include "reviews/actions/hold_review.hpp"
#include "reviews/store/goals.hpp"
#include "reviews/web/pages.hpp"
#include "ui/ui.hpp"
#include "voice/store/voices.hpp"

namespace waymark::reviews {
namespace {

struct ReviewScreen {
    Review review;
    PlacementUnderReview placement;
    std::vector<Goal> goals;
    std::vector<GoalReading> readings;
    std::vector<Review> earlier;
    attendance::Counts counts;
    std::optional<voice::Voice> said;
    Date today;
    bool may_hold = false;
};

Result<ReviewScreen> load_review_screen(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<ReviewId>("review"));
    return context.read([&](Transaction& tx) -> Result<ReviewScreen> {
        const auto review = find_review(tx, id);
        if (!review) return not_found("review.not_found", "There is no such review.");
        const auto placement = placement_under_review(tx, review->placement);
        expects(placement.has_value());
        const Date until = review->held_on ? *review->held_on : tx.today();
        return ReviewScreen{.review = *review,
                            .placement = *placement,
                            .goals = goals_of_placement(tx, review->placement),
                            .readings = readings_of_placement(tx, review->placement),
                            .earlier = reviews_of_placement(tx, review->placement),
                            .counts = attendance::counts_of_placement(tx, review->placement, placement->from, until),
                            .said = voice::latest_of_child(tx, review->pupil),
                            .today = tx.today(),
                            .may_hold = context.who.role != Role::inspector && context.who.role != Role::director};
    });
}

std::string draft_key(const Review& review) { return "review-" + review.id.text(); }

std::string_view or_nobody(const std::string& name) { return name.empty() ? std::string_view{"not recorded"} : name; }

std::string number_text(double value) { return fmt::format("{:g}", value); }

std::string goal_facts(const Goal& goal)
{
    std::vector<std::string> facts;
    const std::string unit = goal.unit.empty() ? "" : " " + goal.unit;
    if (goal.baseline) facts.push_back("started at " + number_text(*goal.baseline) + unit);
    if (goal.target) facts.push_back("aims for " + number_text(*goal.target) + unit);
    if (goal.last_value) facts.push_back(fmt::format("{}{} on {}", number_text(*goal.last_value), unit, short_date(*goal.last_read_on)));
    if (!goal.last_words.empty()) facts.push_back(goal.last_words);
    return facts.empty() ? "Nothing measured yet" : join(facts, "; ");
}

void child_first(ui::Buffer& out, const ReviewScreen& screen)
{
    if (screen.said) ui::quotation(out, screen.said->words, fmt::format("{}, {}", screen.placement.known_as, long_date(screen.said->said_on)));
    else ui::inset_text(out, {.text = fmt::format("{} has not been asked yet, or nobody wrote it down. Ask before anything else.", screen.placement.known_as)});
}

void pack(ui::Buffer& out, const ReviewScreen& screen)
{
    const auto& placement = screen.placement;
    const std::string attended = attendance::rate_words(screen.counts.present, screen.counts.possible());
    ui::summary_list(out, {.rows = {
        {"Purpose", placement.purpose},
        {"Setting", fmt::format("{}, {}", placement.setting_name, placement.programme_name)},
        {"School", placement.school_name.empty() ? ui::Content{"Not on a school's roll"} : ui::Content{placement.school_name}},
        {"Dates", date_range(placement.from, placement.expected_end)},
        {"Attendance here", ui::link_html("/pupils/" + placement.reference + "/attendance", attended)},
        {"Answers for the child", fmt::format("{} (setting), {} (school), {} (authority)", or_nobody(placement.provider_lead), or_nobody(placement.school_lead), or_nobody(placement.authority_officer))},
    }});
    ui::heading(out, 2, "Goals");
    if (screen.goals.empty())
        ui::empty_state(out, "No goals are recorded for this placement.", {"Add a goal", "/placements/" + placement.id.text() + "/goals"});
    ui::TableOptions table{.caption = "Goals and where they stand", .head = {"Goal", "Where it stands"}, .first_cell_is_header = true};
    for (const Goal& goal : screen.goals) table.rows.push_back({goal.words, goal_facts(goal)});
    if (!screen.goals.empty()) ui::table(out, table);
    std::vector<ui::TimelineItem> items;
    for (const Review& review : screen.earlier)
        if (review.held_on && review.id != screen.review.id)
            items.push_back({.title = review.next_step ? std::string{next_step_name(*review.next_step)} : "Review held",
                             .when = long_date(*review.held_on), .when_iso = iso(*review.held_on), .body = review.summary,
                             .links = {{"Read this review", "/reviews/" + review.id.text()}}});
    if (!items.empty()) {
        ui::heading(out, 2, "Earlier reviews");
        ui::timeline(out, items);
    }
}

void goal_fields(ui::Buffer& out, const ReviewScreen& screen, const Form& form)
{
    for (const Goal& goal : screen.goals)
        ui::field_group(out, goal.words, ui::LabelSize::small, [&](ui::Buffer& group) {
            if (goal.target)
                ui::text_field(group, {.name = "value-" + goal.id.text(), .label = "Now, in " + (goal.unit.empty() ? goal.measure : goal.unit),
                                       .width = ui::BoxWidth::five, .inputmode = "decimal"}, form);
            ui::text_area_field(group, {.name = "goal-" + goal.id.text(), .label = "What has been seen", .rows = 2, .characters_max = 500}, form);
        });
}

void record_form(ui::Buffer& out, const ReviewScreen& screen, const Form& form)
{
    const std::string& name = screen.placement.known_as;
    ui::form(out, {.autosave = "/drafts/" + draft_key(screen.review)}, [&](ui::Buffer& inner) {
        ui::hidden_field(inner, "version", form.sent("version") ? form.value("version") : std::to_string(screen.review.version));
        ui::heading(inner, 2, fmt::format("What {} says", name));
        ui::radios_field(inner, {.name = "child_view_method", .legend = "How did they tell you?",
                                 .items = ui::choices<ViewMethod>([](ViewMethod method) { return view_method_name(method); }), .compact = true}, form);
        ui::text_area_field(inner, {.name = "child_view", .label = "Their own words", .hint = "Exactly as said. Do not correct them.", .characters_max = 2000}, form);
        ui::text_area_field(inner, {.name = "family_view", .label = "What the family says", .rows = 3, .characters_max = 2000}, form);
        ui::heading(inner, 2, "The review");
        ui::date_field(inner, {.name = "held_on", .legend = "When was it held?"}, form);
        ui::text_field(inner, {.name = "attendees", .label = "Who took part?"}, form);
        ui::radios_field(inner, {.name = "is_safe", .legend = fmt::format("Is {} safe there?", name), .items = ui::yes_or_no(), .inline_items = true}, form);
        ui::radios_field(inner, {.name = "meets_need", .legend = "Does the place still meet the need?", .items = ui::yes_or_no(), .inline_items = true}, form);
        goal_fields(inner, screen, form);
        ui::text_area_field(inner, {.name = "summary", .label = "What was agreed (optional)", .rows = 4, .characters_max = 2000}, form);
        ui::radios_field(inner, {.name = "next_step", .legend = "What happens next?",
                                 .items = ui::choices<NextStep>([](NextStep step) { return next_step_name(step); })}, form);
        ui::text_area_field(inner, {.name = "next_step_reason", .label = "Why? (not needed for carrying on)", .rows = 3, .characters_max = 1000}, form);
        ui::submit_row(inner, {.text = "Record review", .cancel = {"Back to reviews", "/reviews"}});
    });
}

void held_facts(ui::Buffer& out, const Review& review)
{
    ui::summary_list(out, {.rows = {
        {"Held on", long_date(*review.held_on)},
        {"Who took part", review.attendees},
        {"Child's view", review.child_view.empty() ? ui::Content{"They preferred not to say"} : ui::Content{review.child_view}},
        {"Family's view", ui::or_not_recorded(review.family_view)},
        {"Safe there", review.is_safe == true ? "Yes" : "No"},
        {"Still meets the need", review.meets_need == true ? "Yes" : "No"},
        {"Attendance on the day", attendance::rate_words(review.attended.value_or(0), review.possible.value_or(0))},
        {"Agreed", ui::or_not_recorded(review.summary)},
        {"Next step", review.next_step ? ui::Content{next_step_name(*review.next_step)} : ui::or_not_recorded("")},
        {"Why", ui::or_not_recorded(review.next_step_reason)},
    }});
}

/// Ending and extending have pages of their own: the review leads there.
void next_act(ui::Buffer& out, const Review& review)
{
    if (review.next_step == NextStep::end) ui::action_link(out, "/placements/" + review.placement.text() + "/end", "End this placement");
    if (review.next_step == NextStep::extend) ui::action_link(out, "/placements/" + review.placement.text() + "/extend", "Extend this placement");
    if (review.next_step == NextStep::change) ui::action_link(out, "/placements/" + review.placement.text() + "/change", "Change this placement");
}

void review_view(ui::Buffer& out, const ReviewScreen& screen, const Form& form)
{
    const Review& review = screen.review;
    const std::string when = review.held_on ? "Held " + long_date(*review.held_on) : "Due " + long_date(review.due_on);
    ui::page(out, {.title = "Review", .record = screen.placement.reference, .breadcrumbs = {{"Reviews", "/reviews"}}, .problems = form.problems, .caption = when},
             [&](ui::Buffer& body) {
        if (review.state == ReviewState::due && review.due_on < screen.today)
            ui::alert(body, ui::AlertKind::error, counted(days_between(review.due_on, screen.today), "day") + " past the day by which it had to be held.", "Overdue");
        child_first(body, screen);
        if (review.state == ReviewState::held) held_facts(body, review);
        pack(body, screen);
        if (review.state == ReviewState::held) next_act(body, review);
        else if (screen.may_hold) record_form(body, screen, form);
    });
}

ProposedReview review_as_typed(FormReader& read, const Form& form, const std::vector<Goal>& goals)
{
    ProposedReview held;
    held.child_view_method = read.one_of<ViewMethod>("child_view_method", "Choose how they told you.");
    held.child_view = read.text_if_any("child_view", 2000);
    held.family_view = read.text_if_any("family_view", 2000);
    held.held_on = read.date("held_on", "the date of the review");
    held.attendees = read.text_if_any("attendees", 500);
    const auto yes_no = [&](std::string_view field) -> std::optional<bool> {
        if (form.value(field) == "yes") return true;
        if (form.value(field) == "no") return false;
        return std::nullopt;
    };
    held.is_safe = yes_no("is_safe");
    held.meets_need = yes_no("meets_need");
    held.summary = read.text_if_any("summary", 2000);
    for (const Goal& goal : goals)
        held.goals.push_back({goal.id, read.decimal_if_any("value-" + goal.id.text(), "Enter a number, such as 12 or 12.5."), read.text_if_any("goal-" + goal.id.text(), 500)});
    held.next_step = read.one_of_if_any<NextStep>("next_step");
    held.next_step_reason = read.text_if_any("next_step_reason", 1000);
    return held;
}

}  // namespace

Result<Response> show_review(const Request& request, Context& context)
{
    const auto screen = TRY(load_review_screen(request, context));
    Form form = context.read([&](Transaction& tx) {
        const auto draft = people::load_draft(tx, draft_key(screen.review));
        return draft ? draft->form : Form{};
    });
    if (!form.sent("held_on-day")) form.set("held_on", iso(context.today));
    return html(200, ui::render([&](ui::Buffer& out) { review_view(out, screen, form); }).markup());
}

Result<Response> submit_review(const Request& request, Context& context)
{
    const auto screen = TRY(load_review_screen(request, context));
    const Form form = request.form();
    FormReader read{form};
    HoldReview command{.review = screen.review.id, .seen_version = read.seen_version(), .held = review_as_typed(read, form, screen.goals)};
    const auto held = [&]() -> Result<void> {
        Problems problems = read.problems();
        if (!problems.empty()) {
            // The rule's own problems join those of reading, so that a person corrects the form once.
            const Problems more = problems_with(command.held, screen.placement.from, context.today);
            for (const Problem& problem : more)
                if (problems.message_for(problem.field).empty()) problems.add(problem);
            return problems.as_result();
        }
        return hold_review(context, command);
    }();
    if (!held) {
        if (!held.error().correctable()) return std::unexpected(held.error());
        return html(422, ui::render([&](ui::Buffer& out) { review_view(out, screen, form.with(held.error())); }).markup());
    }
    TRY(context.in_transaction([&](Transaction& tx) -> Result<void> {
        people::discard_draft(tx, draft_key(screen.review));
        return {};
    }));
    return see_other_with_success("/reviews/" + screen.review.id.text(), "Review recorded.");
}

}  // namespace waymark::reviews
