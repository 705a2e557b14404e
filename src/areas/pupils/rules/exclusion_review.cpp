// Days of the review, counted one from the other.
#include "pupils/rules/exclusion_review.hpp"

#include <algorithm>

namespace waymark::pupils {
namespace {

bool has_request_in_time(const ReviewFacts& facts, const ReviewTimeline& timeline)
{
    return facts.requested_on && timeline.request_by && *facts.requested_on <= *timeline.request_by;
}

/// Expects that the governors have decided and nobody was reinstated.
std::optional<Date> end_of_road(const ReviewFacts& facts, const ReviewTimeline& timeline)
{
    std::optional<Date> ends;
    if (!has_request_in_time(facts, timeline)) ends = *timeline.request_by + Days{1};
    else ends = facts.panel_finished_on;
    if (facts.waived_on && (!ends || *facts.waived_on < *ends)) ends = facts.waived_on;
    if (ends) ends = std::max(*ends, *facts.decided_on);
    return ends;
}

ReviewStage stage_of(const ReviewFacts& facts, const ReviewTimeline& timeline, Date today)
{
    if (facts.reinstated_on) return ReviewStage::reinstated;
    if (!facts.decided_on) return ReviewStage::governors_to_decide;
    if (timeline.earliest_roll_removal && today >= *timeline.earliest_roll_removal) return ReviewStage::may_leave_roll;
    return has_request_in_time(facts, timeline) ? ReviewStage::panel_to_finish : ReviewStage::request_open;
}

bool review_is_late(const ReviewFacts& facts, const ReviewTimeline& timeline, Date today)
{
    if (timeline.stage == ReviewStage::governors_to_decide) return today > timeline.governors_meet_by;
    const bool has_met = facts.panel_met_on || facts.panel_finished_on;
    return timeline.stage == ReviewStage::panel_to_finish && !has_met && today > *timeline.panel_meets_by;
}

std::string timeline_words(const ReviewTimeline& timeline)
{
    std::string words = "The governors meet by " + long_date(timeline.governors_meet_by) + ".";
    if (timeline.request_by) words += " A review may be asked for until " + long_date(*timeline.request_by) + ".";
    if (timeline.panel_meets_by) words += " The panel meets by " + long_date(*timeline.panel_meets_by) + ".";
    if (timeline.stage == ReviewStage::reinstated) return words + " The pupil is reinstated: the name stays on the roll.";
    if (!timeline.earliest_roll_removal) return words + " The name stays on the roll.";
    return words + " The name may leave the roll from " + long_date(*timeline.earliest_roll_removal) + ".";
}

}  // namespace

Result<ReviewTimeline> review_timeline(const ReviewFacts& facts, const SchoolCalendar& school, const Law& law, Date today)
{
    ReviewTimeline timeline{.governors_meet_by = TRY(school.add_school_days(facts.notice_on, law.governors_meet_school_days))};
    if (facts.decided_on) timeline.request_by = TRY(school.add_school_days(*facts.decided_on, law.review_request_school_days));
    if (has_request_in_time(facts, timeline)) timeline.panel_meets_by = TRY(school.add_school_days(*facts.requested_on, law.review_panel_school_days));
    if (facts.reinstated_on) timeline.revisit_placement_on = facts.reinstated_on;
    else if (facts.decided_on) timeline.earliest_roll_removal = end_of_road(facts, timeline);
    timeline.stage = stage_of(facts, timeline, today);
    timeline.is_late = review_is_late(facts, timeline, today);
    timeline.working = timeline_words(timeline);
    return timeline;
}

}  // namespace waymark::pupils
