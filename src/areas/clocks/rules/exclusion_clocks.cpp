// The clocks of suspensions and permanent exclusions.
#include <algorithm>

#include "clocks/rules/gathering.hpp"
#include "foundation/text.hpp"
#include "pupils/rules/day_six.hpp"
#include "pupils/rules/exclusion_review.hpp"

namespace waymark::clocks {
namespace {

using pupils::Exclusion;
using pupils::ExclusionStatus;

constexpr int hours_a_day = 24;

bool has_care(const PupilFacts& facts, Date today)
{
    const auto holds = [&](const DateRange& days) { return days.contains(today); };
    return std::ranges::any_of(facts.looked_after, holds) || std::ranges::any_of(facts.social_worker, holds);
}

/// The first day of the place that follows the exclusion, planned or begun.
std::optional<Date> place_after(const PupilFacts& facts, Date first_day)
{
    std::optional<Date> first;
    for (const auto& placement : facts.placements)
        if (placement.from >= first_day && (!first || placement.from < *first)) first = placement.from;
    return first;
}

/// Counted to the day: what time of that day it must be, the rule itself answers when it is asked by name.
void gather_parents_notice(Gathering& gathering, const Exclusion& exclusion, const Law& law, Date education_due)
{
    const auto place = place_after(gathering.facts, exclusion.first_day);
    const Date starts = place.value_or(education_due);
    const Date due = std::max(exclusion.first_day, starts - Days{law.exclusion_notice_hours / hours_a_day});
    gathering.add_due(ClockKind::exclusion_notice,
                      {.deadline = deadline_in_calendar_days(due, gathering.standing(gathering.first_fact(FactKind::parent_told, exclusion.first_day, exclusion.id.value))),
                       .working = counted(law.exclusion_notice_hours, "hour") + " before " +
                                  (place ? "the place starts on " : "it is due, on ") + long_date(starts) + ".",
                       .about = exclusion.id.value});
}

void gather_exclusion_review(Gathering& gathering, const Exclusion& exclusion, pupils::CountedBy school, const Law& law)
{
    const Id about = exclusion.id.value;
    const auto fact = [&](FactKind kind) { return gathering.first_fact(kind, exclusion.first_day, about); };
    const auto met = fact(FactKind::governors_met);
    const auto timeline = pupils::review_timeline({.notice_on = exclusion.first_day, .decided_on = met, .waived_on = fact(FactKind::review_waived),
                                                   .requested_on = fact(FactKind::review_requested), .panel_finished_on = fact(FactKind::review_finished)},
                                                  school.calendar, law, gathering.today);
    const auto failed = [&](ClockKind kind) { gathering.add_due(kind, {.deadline = std::unexpected(timeline.error()), .counted_in = DayKind::school, .about = about}); };
    // The status of the exclusion says more than that they met: it needs no second record.
    const bool is_decided = met || (exclusion.status != ExclusionStatus::in_force && exclusion.status != ExclusionStatus::governors_pending);
    if (!timeline) {
        if (!is_decided) failed(ClockKind::governors_meeting);
        return;
    }
    const auto due = [&](Date day, std::optional<Date> done_on) {
        return Gathering::Due{.deadline = gathering.in_school_days(day, done_on, school.calendar), .counted_in = DayKind::school, .working = timeline->working, .about = about};
    };
    if (met || !is_decided) gathering.add_due(ClockKind::governors_meeting, due(timeline->governors_meet_by, met));
    if (timeline->request_by && *timeline->request_by >= gathering.today && timeline->stage == pupils::ReviewStage::request_open)
        gathering.add_due(ClockKind::review_panel_request, due(*timeline->request_by, {}));
    if (timeline->panel_meets_by) gathering.add_due(ClockKind::review_panel, due(*timeline->panel_meets_by, fact(FactKind::review_finished)));
}

void gather_permanent(Gathering& gathering, const Exclusion& exclusion)
{
    const auto school = gathering.calendars.of(exclusion.school);
    const Law& law = gathering.law(exclusion.first_day);
    const auto full_time = gathering.full_time_since(exclusion.first_day);
    const Id about = exclusion.id.value;
    auto day_six = pupils::day_six_clock(exclusion, school, law, gathering.today, full_time);
    const auto due = day_six.due;
    gathering.add(ClockKind::full_time_after_exclusion, about, std::move(day_six));
    if (has_care(gathering.facts, gathering.today))
        gathering.add(ClockKind::education_from_day_one, about, pupils::day_one_clock(exclusion, school, gathering.today, full_time));
    if (due) gather_parents_notice(gathering, exclusion, law, *due);
    gather_exclusion_review(gathering, exclusion, school, law);
}

}  // namespace

void gather_exclusion_clocks(Gathering& gathering)
{
    const auto& exclusions = gathering.facts.exclusions;
    if (exclusions.empty()) return;
    if (const auto* standing = pupils::standing_exclusion(exclusions)) gather_permanent(gathering, *standing);

    const auto full_time_since = [&](Date since) { return gathering.full_time_since(since); };
    if (auto clock = pupils::suspension_clock(exclusions, gathering.roll_calendar(), gathering.law(exclusions.front().first_day), gathering.today, full_time_since))
        gathering.add(ClockKind::full_time_during_suspension, std::nullopt, *std::move(clock));
    const auto total = pupils::suspension_total(exclusions, SchoolYear::of(gathering.today), gathering.law(gathering.today));
    if (total.severity != Severity::info)
        gathering.add(ClockKind::suspended_days, std::nullopt, {.severity = total.severity, .working = total.words});
}

}  // namespace waymark::clocks
