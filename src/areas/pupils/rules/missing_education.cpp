// Counting school days without education.
#include "pupils/rules/missing_education.hpp"

#include <algorithm>
#include <set>

#include "vocabulary/school_year.hpp"

namespace waymark::pupils {
namespace {

/// The days without a place, as far as education was compulsory on them.
std::optional<DateRange> days_without_place(const BetweenPlaces& child, Date today)
{
    const DateRange ages = compulsory_school_age(child.born);
    Date last = std::min(today, *ages.to);
    if (child.next_starts_on) last = std::min(last, *child.next_starts_on - Days{1});
    const Date first = std::max(child.ended_on + Days{1}, ages.from);
    return first <= last ? std::optional{DateRange{first, last}} : std::nullopt;
}

UnplacedStage stage_after(int school_days, const Law& law)
{
    if (school_days > law.unplaced_school_days) return UnplacedStage::referral;
    if (school_days > law.unplaced_school_days_warning) return UnplacedStage::warn;
    return school_days > 0 ? UnplacedStage::list : UnplacedStage::none;
}

Severity severity_of_stage(UnplacedStage stage)
{
    switch (stage) {
    case UnplacedStage::none:
    case UnplacedStage::list: return Severity::info;
    case UnplacedStage::warn: return Severity::warn;
    case UnplacedStage::referral: return Severity::breach;
    }
    return Severity::info;
}

/// The last school day on which no referral is due yet. None where the calendar ends, or the child leaves school age, before it.
std::optional<Date> last_day_before_referral(const BetweenPlaces& child, const SchoolCalendar& school, const Law& law)
{
    const DateRange ages = compulsory_school_age(child.born);
    if (law.unplaced_school_days < 1) return std::nullopt;
    const auto day = school.nth_school_day(std::max(child.ended_on + Days{1}, ages.from), law.unplaced_school_days);
    return day && *day <= *ages.to ? std::optional{*day} : std::nullopt;
}

}  // namespace

bool is_missing_education(Date born, Date day, const EducationOnDay& education)
{
    return is_compulsory_school_age(born, day) && !education.on_roll && !education.suitably_educated;
}

Result<Unplaced> unplaced(const BetweenPlaces& child, Date today, const SchoolCalendar& school, const Law& law)
{
    if (child.meanwhile.on_roll || child.meanwhile.suitably_educated) return Unplaced{.days_left = law.unplaced_school_days, .is_met = true};
    Unplaced found;
    if (const auto days = days_without_place(child, today)) found.school_days = TRY(school.school_days_between(days->from, *days->to));
    found.days_left = law.unplaced_school_days - found.school_days;
    found.is_met = child.next_starts_on && *child.next_starts_on <= today;
    if (found.is_met) return found;
    found.due = last_day_before_referral(child, school, law);
    if (is_compulsory_school_age(child.born, today)) found.stage = stage_after(found.school_days, law);
    found.severity = severity_of_stage(found.stage);
    return found;
}

Result<UnauthorisedRun> unauthorised_run(std::span<const Date> absent, const Standing& told, const SchoolCalendar& school, const Law& law)
{
    UnauthorisedRun found;
    std::optional<Date> before, first, first_of_due;
    for (const Date day : std::set<Date>{absent.begin(), absent.end()}) {
        if (day > told.today) break;
        if (!TRY(school.is_school_day(day))) continue;
        const bool goes_on = before && TRY(school.school_days_between(*before + Days{1}, day - Days{1})) == 0;
        found.current = goes_on ? found.current + 1 : 1;
        if (!goes_on) first = day;
        before = day;
        found.longest = std::max(found.longest, found.current);
        if (found.current != law.unauthorised_school_days) continue;
        found.due = day;
        first_of_due = first;
    }
    if (before && TRY(school.school_days_between(*before + Days{1}, told.today)) > 0) found.current = 0;
    found.is_met = found.due && told.is_done() && *told.done_on >= *first_of_due;
    const bool is_open = found.due && !found.is_met;
    if (is_open && told.today > *found.due) found.severity = Severity::breach;
    else if (is_open || (!found.due && found.current * 2 >= law.unauthorised_school_days)) found.severity = Severity::warn;
    return found;
}

RegisterGround not_in_school_ground(Date born, Date day, bool on_roll, bool educated_elsewhere)
{
    if (!is_compulsory_school_age(born, day)) return RegisterGround::none;
    if (!on_roll) return RegisterGround::no_roll;
    return educated_elsewhere ? RegisterGround::educated_elsewhere : RegisterGround::none;
}

}  // namespace waymark::pupils
