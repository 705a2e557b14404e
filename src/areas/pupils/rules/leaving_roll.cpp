// The grounds of regulation 9, one case each.
#include "pupils/rules/leaving_roll.hpp"

#include <algorithm>

#include "vocabulary/school_year.hpp"

namespace waymark::pupils {
namespace {

/// The same day so many months later; 31 October and four months are the last day of February.
Date months_after(Date day, int months)
{
    const std::chrono::year_month_day ymd{day};
    const auto later = std::chrono::year_month{ymd.year(), ymd.month()} + std::chrono::months{months};
    const auto same_day = later / ymd.day();
    return same_day.ok() ? Date{same_day} : Date{later / std::chrono::last};
}

/// Four months from 1 January end on 30 April: 1 May is the first day over them.
bool is_over_months(const std::optional<DateRange>& custody, int months)
{
    return custody && custody->to && *custody->to >= months_after(custody->from, months);
}

}  // namespace

std::vector<LeavingLack> lacking_to_leave(const LeavingCase& leaving, const Law& law)
{
    using enum LeavingLack;
    std::vector<LeavingLack> lacking;
    switch (leaving.ground) {
    case LeavingGround::registered_elsewhere:
    case LeavingGround::moved_away: break;
    case LeavingGround::permanent_exclusion:
        if (!leaving.review_is_over) lacking.push_back(review_not_over);
        break;
    case LeavingGround::home_education:
        if (!leaving.in_writing) lacking.push_back(not_in_writing);
        break;
    case LeavingGround::unauthorised_absence:
        if (leaving.school_days < law.roll_absence_school_days) lacking.push_back(too_few_school_days);
        if (!leaving.enquiries_made) lacking.push_back(enquiries_missing);
        break;
    case LeavingGround::not_back_from_leave:
        if (leaving.school_days < law.roll_leave_school_days) lacking.push_back(too_few_school_days);
        break;
    case LeavingGround::custody:
        if (!is_over_months(leaving.custody, law.roll_custody_months)) lacking.push_back(custody_too_short);
        break;
    case LeavingGround::alternative_provision:
    case LeavingGround::none: lacking.push_back(never_a_ground); break;
    }
    return lacking;
}

Date roll_news_due(RollChange change, Date changed_on, const Law& law)
{
    switch (change) {
    case RollChange::addition: return changed_on + Days{law.roll_addition_days};
    case RollChange::deletion: return changed_on;
    }
    return changed_on;
}

OffRollingWatch off_rolling_watch(const RollEnd& end, const Law& law)
{
    if (end.has_ground) return {};
    const auto stage = key_stage_of_year(end.year_group);
    return {.by_year_group = end.year_group >= law.off_rolling_year_group && stage && *stage <= KeyStage::ks4,
            .after_placement = std::ranges::any_of(end.placed_on, [&](Date first_day) {
                return end.last_day >= first_day && days_between(first_day, end.last_day) <= law.off_rolling_days;
            })};
}

}  // namespace waymark::pupils
