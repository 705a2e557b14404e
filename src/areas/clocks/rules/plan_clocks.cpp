// The clocks of EHC plans, looked-after children and fair access.
#include <algorithm>

#include "clocks/rules/gathering.hpp"
#include "foundation/text.hpp"
#include "pupils/rules/day_six.hpp"
#include "pupils/rules/looked_after.hpp"
#include "pupils/rules/plans.hpp"
#include "referrals/rules/fair_access.hpp"

namespace waymark::clocks {
namespace {

std::optional<Date> earlier(std::optional<Date> one, std::optional<Date> other)
{
    if (!one || (other && *other < *one)) return other;
    return one;
}

/// The day from which the child has had a plan that is in force, as its record has it.
std::optional<Date> plan_in_force(const Gathering& gathering)
{
    for (const DateRange& days : gathering.facts.plan)
        if (days.contains(gathering.today)) return days.from;
    return std::nullopt;
}

void gather_assessment(Gathering& gathering)
{
    const auto requested = gathering.last_fact(FactKind::ehc_requested);
    if (!requested) return;
    const auto refused = gathering.first_fact(FactKind::ehc_refused, *requested);
    const auto decided = earlier(gathering.first_fact(FactKind::ehc_to_assess, *requested), refused);
    auto plan = gathering.first_fact(FactKind::ehc_plan_issued, *requested);
    if (const auto in_force = plan_in_force(gathering); in_force && *in_force >= *requested) plan = earlier(plan, in_force);
    const auto clocks = pupils::assessment_clocks({.requested_on = *requested, .decided_on = decided, .refused = refused.has_value(), .plan_on = plan}, gathering.today,
                                                  gathering.law(*requested));
    const std::string working = "Asked for on " + long_date(*requested) + (clocks.is_in_progress ? "; this is week " + std::to_string(clocks.week) + "." : ".");
    gathering.add_due(ClockKind::ehc_decision, {.deadline = clocks.decision, .working = working});
    if (clocks.plan) gathering.add_due(ClockKind::ehc_plan, {.deadline = *clocks.plan, .working = working});
}

void gather_annual_review(Gathering& gathering, Date plan_from)
{
    const auto issued = gathering.last_fact(FactKind::ehc_plan_issued);
    const auto met = gathering.last_fact(FactKind::ehc_review_met);
    pupils::ReviewedPlan plan{.made_on = issued ? std::max(*issued, plan_from) : plan_from, .last_review_on = met};
    for (const auto& exclusion : gathering.facts.exclusions)
        if (exclusion.kind == pupils::ExclusionKind::permanent && pupils::still_excludes(exclusion)) plan.excluded_on = exclusion.first_day;
    const Date last = met ? std::max(*met, plan.made_on) : plan.made_on;
    const Law& law = gathering.law(last);
    const auto review = pupils::annual_review(plan, gathering.standing({}), law);
    gathering.add_due(ClockKind::ehc_annual_review,
                      {.deadline = review.deadline, .working = counted(law.ehc_review_months, "month") + " from " + long_date(last) + "." +
                                                               (review.is_early ? " It is early: the child was permanently excluded since." : "")});
    if (!met) return;
    const auto decided = gathering.first_fact(FactKind::ehc_review_decided, *met);
    const auto notice = gathering.first_fact(FactKind::ehc_amendment_notice, *met);
    const auto after = pupils::review_meeting_clocks({.held_on = *met, .decided_on = decided, .amends = notice.has_value(), .notice_on = notice,
                                                      .amended_plan_on = notice ? gathering.first_fact(FactKind::ehc_plan_issued, *notice) : std::nullopt},
                                                     gathering.today, law);
    const std::string working = "The meeting was on " + long_date(*met) + ".";
    gathering.add_due(ClockKind::ehc_review_decision, {.deadline = after.decision, .working = working});
    if (after.amended_plan) gathering.add_due(ClockKind::ehc_amended_plan, {.deadline = *after.amended_plan, .working = working});
}

void gather_personal_education(Gathering& gathering)
{
    const auto current = std::ranges::find_if(gathering.facts.looked_after, [&](const DateRange& days) { return days.contains(gathering.today); });
    if (current == gathering.facts.looked_after.end()) return;
    const auto clocks = pupils::personal_education_clocks({.looked_after_from = current->from, .begun_on = gathering.first_fact(FactKind::pep_begun, current->from),
                                                           .ready_on = gathering.first_fact(FactKind::pep_ready, current->from)},
                                                          gathering.today, gathering.law(current->from));
    const std::string working = "Looked after since " + long_date(current->from) + ".";
    gathering.add_due(ClockKind::pep_begun, {.deadline = clocks.begun, .counted_in = DayKind::working, .working = working});
    gathering.add_due(ClockKind::pep_ready, {.deadline = clocks.ready, .counted_in = DayKind::working, .working = working});
}

void gather_fair_access(Gathering& gathering)
{
    const auto referred = gathering.last_fact(FactKind::fair_access_referred);
    if (!referred) return;
    const auto authority = gathering.calendars.of(std::nullopt);
    gathering.add_due(ClockKind::fair_access,
                      {.deadline = referrals::fair_access_place(*referred, gathering.standing(gathering.first_fact(FactKind::fair_access_placed, *referred)), authority.calendar,
                                                                gathering.law(*referred)),
                       .counted_in = DayKind::school, .working = "Referred on " + long_date(*referred) + ", by the calendar of " + std::string{authority.whose} + "."});
}

}  // namespace

void gather_plan_clocks(Gathering& gathering)
{
    gather_assessment(gathering);
    if (const auto plan = plan_in_force(gathering)) gather_annual_review(gathering, *plan);
    gather_personal_education(gathering);
    gather_fair_access(gathering);
}

}  // namespace waymark::clocks
