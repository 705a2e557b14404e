// Counting working days and terms of a personal education plan.
#include "pupils/rules/looked_after.hpp"

#include <algorithm>

#include "vocabulary/bank_holidays.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::pupils {
namespace {

constexpr std::size_t terms_a_year = 3;

/// The terms of a school year; nothing unless the calendar holds all of them.
std::vector<DateRange> terms_in(SchoolYear year, const SchoolCalendar& school)
{
    std::vector<DateRange> parts;
    for (const auto& half_term : school.half_terms())
        if (year.days().contains(half_term.from)) parts.push_back({half_term.from, half_term.to});
    if (parts.size() == terms_a_year) return parts;
    if (parts.size() != 2 * terms_a_year) return {};
    std::vector<DateRange> terms;
    for (std::size_t at = 0; at < parts.size(); at += 2) terms.push_back({parts[at].from, parts[at + 1].to});
    return terms;
}

Result<Date> end_of_term_after(Date day, const SchoolCalendar& school)
{
    for (SchoolYear year = SchoolYear::of(day);; year = year.next()) {
        const auto terms = terms_in(year, school);
        if (terms.empty())
            return refused("calendar.missing", "The school calendar does not hold all terms of " + year.text() + ". Add its term dates.");
        const auto next = std::ranges::find_if(terms, [&](const DateRange& term) { return term.from > day; });
        if (next != terms.end()) return *next->to;
    }
}

}  // namespace

PersonalEducationClocks personal_education_clocks(const PersonalEducationPlan& plan, Date today, const Law& law)
{
    return {.begun = deadline_in_working_days(add_working_days(plan.looked_after_from, law.pep_begun_working_days), {today, plan.begun_on}),
            .ready = deadline_in_working_days(add_working_days(plan.looked_after_from, law.pep_ready_working_days), {today, plan.ready_on})};
}

Result<Deadline> personal_education_review(const PersonalEducationPlan& plan, const Standing& held, const SchoolCalendar& school, const Law& law)
{
    const Date ready = plan.ready_on.value_or(add_working_days(plan.looked_after_from, law.pep_ready_working_days));
    const Date due = TRY(end_of_term_after(plan.last_reviewed_on.value_or(ready), school));
    return deadline_in_calendar_days(due, held);
}

std::vector<LookedAfterGap> gaps_of_looked_after(const LookedAfterPlacement& placement)
{
    std::vector<LookedAfterGap> found;
    if (!placement.is_looked_after) return found;
    if (!placement.has_personal_education_plan) found.push_back(LookedAfterGap::personal_education_plan);
    if (!placement.virtual_head_consulted) found.push_back(LookedAfterGap::virtual_head);
    if (!placement.caring_authority_known) found.push_back(LookedAfterGap::caring_authority);
    const bool in_key_stage_4 = placement.year_group && key_stage_of_year(*placement.year_group) == KeyStage::ks4;
    if (placement.changes_school && in_key_stage_4 && !placement.senior_officer_agreed) found.push_back(LookedAfterGap::senior_officer);
    return found;
}

}  // namespace waymark::pupils
