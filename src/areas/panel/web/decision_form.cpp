// The fields in the order in which a panel talks: what, why, on what terms, who answers for it.
#include "panel/web/decision_form.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "foundation/text.hpp"
#include "people/store/law_choices.hpp"

namespace waymark::panel {
namespace {

constexpr std::string_view options[] = {"More support in school", "Outreach in school", "A part-time place beside school", "A full-time place",
                                        "A move to another school", "An assessment for an education, health and care plan"};
constexpr std::string_view measures[] = {"Comes regularly", "Feels safe and ready to learn", "Makes progress in English and maths",
                                         "Has no more suspensions", "Is ready to go back to lessons", "Works towards a qualification"};
constexpr std::string_view other = "Something else";

std::vector<std::string> exits(const std::string& school)
{
    std::vector<std::string> all;
    if (!school.empty()) all.push_back("Back to lessons at " + school);
    for (const auto* one : {"A place at another school", "A special school named in a plan", "Education or training after 16"}) all.emplace_back(one);
    return all;
}

template <class Range>
std::vector<ui::Choice> as_choices(const Range& words)
{
    std::vector<ui::Choice> items;
    for (const auto& one : words) items.push_back({.value = std::string{one}, .text = std::string{one}});
    return items;
}

/// A yes that needs a reason: the reason shows under it.
void yes_with_reason(ui::Buffer& out, std::string name, std::string legend, std::string statement, std::string reason_label, const Form& form)
{
    ui::checkboxes_field(out, {.name = name, .legend = std::move(legend), .items = {{.value = "yes", .text = std::move(statement), .conditional = ui::render([&](ui::Buffer& inner) {
        ui::text_area_field(inner, {.name = name + "_reason", .label = std::move(reason_label), .rows = 3}, form);
    })}}}, form);
}

void place_terms(ui::Buffer& out, const DecisionQuestions& questions, const Form& form)
{
    std::vector<ui::Choice> kinds;
    for (const Category& category : questions.categories)
        kinds.push_back({.value = category.id, .text = category.rules.weeks_max ? fmt::format("{} (up to {})", category.rules.name, counted(*category.rules.weeks_max, "week")) : category.rules.name});
    ui::select_field(out, {.name = "category", .label = "Kind of provision", .items = std::move(kinds)}, form);
    ui::text_field(out, {.name = "sessions_per_week", .label = "Half days a week", .hint = "10 is the whole week", .width = ui::BoxWidth::two, .inputmode = "numeric"}, form);
    ui::text_field(out, {.name = "weeks", .label = "How many weeks", .width = ui::BoxWidth::two, .inputmode = "numeric"}, form);
    ui::text_area_field(out, {.name = "long_reason", .label = fmt::format("If it is for more than {}, why", counted(questions.weeks_without_reason, "week")), .rows = 2}, form);
    ui::radios_field(out, {.name = "roll", .legend = fmt::format("Which roll is {} on during the place?", questions.child),
                           .hint = questions.school.empty() ? "On no school’s roll now" : fmt::format("On the roll of {} now. A placement is no ground to come off it.", questions.school),
                           .items = ui::choices<Roll>([](Roll roll) { return roll_name(roll); })}, form);
    ui::text_area_field(out, {.name = "roll_reason", .label = "If the roll changes, or differs from what this kind of provision expects, why", .rows = 2}, form);
}

void factors(ui::Buffer& out, const DecisionQuestions& questions, const Form& form)
{
    yes_with_reason(out, "split", "Split week", "The week is split between settings", "Why the week is split", form);
    yes_with_reason(out, "unregistered", "Unregistered provider", "A provider that is not a registered school may be used", "Why an unregistered provider is right for this child", form);
    yes_with_reason(out, "out_of_area", "Out of area", "A place outside the authority’s area may be used", "Why a place out of area is right for this child", form);
    std::vector<ui::Choice> officers;
    for (const auto& officer : questions.officers) officers.push_back({.value = officer.user.text(), .text = officer.name + ", " + officer.organisation_name});
    ui::select_field(out, {.name = "signed_off_by", .label = "Signed off by", .hint = "Only for an unregistered provider or a place out of area", .items = std::move(officers), .empty_text = "Not needed"}, form);
}

void purpose(ui::Buffer& out, const DecisionQuestions& questions, const Form& form)
{
    if (questions.has_ehc_plan)
        ui::text_area_field(out, {.name = "sen_team_view", .label = "What the SEN team said", .hint = "Whom you asked, when, and what they said: this child has an education, health and care plan", .rows = 3}, form);
    ui::checkboxes_field(out, {.name = "options_considered", .legend = "Other options that the panel considered", .items = as_choices(options)}, form);
    ui::checkboxes_field(out, {.name = "outcome_measure", .legend = "What will show that the place is working?", .items = as_choices(measures)}, form);
    auto ways_out = as_choices(exits(questions.school));
    ways_out.push_back({.value = std::string{other}, .text = std::string{other}, .conditional = ui::render([&](ui::Buffer& inner) {
        ui::text_field(inner, {.name = "exit_plan_other", .label = "What comes after"}, form);
    })});
    ui::radios_field(out, {.name = "exit_plan", .legend = "What comes after the place?", .items = std::move(ways_out)}, form);
}

/// Several ticked words, and back: they are kept as one text.
constexpr std::string_view between = "; ";

std::vector<std::string> ticked_in(std::string_view text)
{
    std::vector<std::string> found;
    while (!text.empty()) {
        const auto end = text.find(between);
        found.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + between.size());
    }
    return found;
}

std::vector<std::string> lines_typed(std::string_view text)
{
    std::vector<std::string> found;
    for (const std::string_view line : split(text, '\n'))
        if (!trimmed(line).empty()) found.emplace_back(trimmed(line));
    return found;
}

}  // namespace

DecisionQuestions questions_for(Transaction& tx, const Case& the_case, bool is_outside_meeting, const std::optional<Decision>& standing)
{
    DecisionQuestions questions{.child = the_case.pupil.known_as,
                                .school = the_case.pupil.school_name,
                                .has_ehc_plan = the_case.pupil.sen == pupils::SenProvision::ehcp,
                                .is_outside_meeting = is_outside_meeting,
                                .supersedes = standing && standing->what.outcome != Outcome::more_information,
                                .categories = categories_on(tx, tx.today()),
                                .officers = people::colleagues(tx, Role::director),
                                .weeks_without_reason = people::law_for(tx, tx.today()).non_school_weeks};
    std::ranges::move(people::colleagues(tx, Role::commissioner), std::back_inserter(questions.officers));
    return questions;
}

void decision_fields(ui::Buffer& out, const DecisionQuestions& questions, const Form& form)
{
    if (questions.supersedes)
        ui::text_area_field(out, {.name = "supersede_reason", .label = "Why the earlier decision no longer stands", .hint = "Both decisions stay on the record, each with its reasons", .rows = 3}, form);
    if (questions.is_outside_meeting && !questions.supersedes)
        ui::text_area_field(out, {.name = "outside_meeting_reason", .label = "Why this cannot wait for a meeting", .rows = 3}, form);
    auto outcomes = ui::choices<Outcome>([](Outcome outcome) { return outcome_name(outcome); });
    outcomes.front().conditional = ui::render([&](ui::Buffer& place) {
        place_terms(place, questions, form);
        factors(place, questions, form);
        purpose(place, questions, form);
    });
    ui::radios_field(out, {.name = "outcome", .legend = "What did the panel decide?", .items = std::move(outcomes), .size = ui::LabelSize::medium}, form);
    ui::text_area_field(out, {.name = "reasons", .label = "Reasons", .hint = "The family and the school will read this. Write to them, in plain words.", .rows = 6, .characters_max = 4000, .size = ui::LabelSize::small}, form);
    ui::text_area_field(out, {.name = "conditions", .label = "Conditions", .hint = "One on each line. If more information is needed: what, and from whom.", .rows = 4, .size = ui::LabelSize::small}, form);
    ui::text_area_field(out, {.name = "dissent", .label = "Who disagreed, and why (if anybody did)", .rows = 2}, form);
}

Result<ProposedDecision> read_decision(const Form& form)
{
    FormReader read{form};
    ProposedDecision decision{.outcome = read.one_of<Outcome>("outcome", "Choose what the panel decided"),
                              .reasons = read.text_if_any("reasons"),
                              .conditions = lines_typed(form.value("conditions")),
                              .options_considered = join(form.all("options_considered"), between),
                              .category = form.value("category").empty() ? std::nullopt : std::optional{std::string{form.value("category")}},
                              .sessions_per_week = read.whole_number_if_any("sessions_per_week", "Enter how many half days a week, from 1 to 10", 1, 10),
                              .weeks = read.whole_number_if_any("weeks", "Enter how many weeks, from 1 to 200", 1, 200),
                              .roll = read.one_of_if_any<Roll>("roll"),
                              .roll_reason = read.text_if_any("roll_reason"),
                              .split = read.checked("split"),
                              .split_reason = read.text_if_any("split_reason"),
                              .unregistered = read.checked("unregistered"),
                              .unregistered_reason = read.text_if_any("unregistered_reason"),
                              .out_of_area = read.checked("out_of_area"),
                              .out_of_area_reason = read.text_if_any("out_of_area_reason"),
                              .long_reason = read.text_if_any("long_reason"),
                              .signed_off_by = read.id_if_any<UserId>("signed_off_by"),
                              .outcome_measure = join(form.all("outcome_measure"), between),
                              .exit_plan = form.value("exit_plan") == other ? read.text_if_any("exit_plan_other") : std::string{form.value("exit_plan")},
                              .sen_team_view = read.text_if_any("sen_team_view"),
                              .dissent = read.text_if_any("dissent"),
                              .outside_meeting_reason = read.text_if_any("outside_meeting_reason"),
                              .supersede_reason = read.text_if_any("supersede_reason")};
    TRY(read.result());
    return decision;
}

Form decision_form(const referrals::Referral& referral)
{
    Form form;
    if (referral.requested_category) form.set("category", *referral.requested_category);
    return form;
}

Form decision_form(const ProposedDecision& decision, const DecisionQuestions& questions)
{
    Form form;
    form.set("outcome", std::string{enum_text(decision.outcome)}).set("reasons", decision.reasons).set("conditions", join(decision.conditions, "\n"));
    form.set("category", decision.category.value_or("")).set("roll_reason", decision.roll_reason).set("long_reason", decision.long_reason);
    if (decision.sessions_per_week) form.set("sessions_per_week", std::to_string(*decision.sessions_per_week));
    if (decision.weeks) form.set("weeks", std::to_string(*decision.weeks));
    if (decision.roll) form.set("roll", std::string{enum_text(*decision.roll)});
    for (const auto& [name, applies, reason] : {std::tuple{"split", decision.split, &decision.split_reason}, {"unregistered", decision.unregistered, &decision.unregistered_reason},
                                                {"out_of_area", decision.out_of_area, &decision.out_of_area_reason}})
        if (applies) form.set(name, "yes").set(std::string{name} + "_reason", *reason);
    if (decision.signed_off_by) form.set("signed_off_by", decision.signed_off_by->text());
    form.set("sen_team_view", decision.sen_team_view);
    for (std::string& one : ticked_in(decision.options_considered)) form.values.emplace_back("options_considered", std::move(one));
    for (std::string& one : ticked_in(decision.outcome_measure)) form.values.emplace_back("outcome_measure", std::move(one));
    const auto listed_exits = exits(questions.school);
    const bool is_listed = std::ranges::find(listed_exits, decision.exit_plan) != listed_exits.end();
    if (!decision.exit_plan.empty()) form.set("exit_plan", is_listed ? decision.exit_plan : std::string{other});
    if (!is_listed) form.set("exit_plan_other", decision.exit_plan);
    return form;
}

}  // namespace waymark::panel
