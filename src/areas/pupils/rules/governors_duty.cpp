// Terms, the half days in each, and the duty they make.
#include "pupils/rules/governors_duty.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "foundation/text.hpp"
#include "vocabulary/bank_holidays.hpp"

namespace waymark::pupils {
namespace {

using HalfDaysByTerm = std::map<Date, int>;     // by the term's first day

/// The Monday holiday that Easter brings: it falls between 23 March and 26 April.
Date easter_monday(int year)
{
    const auto holidays = bank_holidays(year);
    const auto found = std::ranges::find_if(holidays, [&](Date day) {
        return weekday(day) == Weekday::monday && day >= date(year, 3, 23) && day <= date(year, 4, 26);
    });
    expects(found != holidays.end());
    return *found;
}

DateRange term_by_reference_dates(Date day)
{
    const int year = year_of(day);
    Date before = date(year - 1, 12, 31);
    for (const Date reference : {easter_monday(year), date(year, 7, 31), date(year, 12, 31)}) {
        if (day <= reference) return {before + Days{1}, reference};
        before = reference;
    }
    expects(false);
    return {};
}

bool counts_for_governors(const Exclusion& one)
{
    return one.kind == ExclusionKind::suspension && one.sessions && *one.sessions > 0 && one.status != ExclusionStatus::rescinded;
}

/// Lays the half days of a suspension on the school's days, one after the other.
Result<HalfDaysByTerm> half_days_by_term(const Exclusion& suspension, const SchoolCalendar& school)
{
    HalfDaysByTerm half_days;
    int left = *suspension.sessions;
    int in_day = suspension.starts_session == Session::pm ? 1 : 2;
    for (Date day = TRY(school.nth_school_day(suspension.first_day, 1));; day = TRY(school.add_school_days(day, 1))) {
        const auto term = TRY(term_of(day, school));
        half_days[term.value().from] += std::min(left, in_day);
        left -= std::min(left, in_day);
        in_day = 2;
        if (left == 0) return half_days;
    }
}

std::string governors_duty_words(GovernorsDuty duty, const SuspensionNotice& notice, const Law& law)
{
    switch (duty) {
    case GovernorsDuty::must_meet:
        if (notice.public_exam_missed) return "A public exam is missed: the governors must meet.";
        return "That is over " + counted(law.governors_must_meet_over_days, "day") + ": the governors must meet.";
    case GovernorsDuty::meet_if_asked:
        return "That is over " + std::to_string(law.governors_asked_over_days) + " and up to " + counted(law.governors_must_meet_over_days, "day") +
               ": the governors meet if the parent asks" + (notice.parent_asks ? ", and the parent has." : ".");
    case GovernorsDuty::consider_representations:
        return "That is up to " + counted(law.governors_asked_over_days, "day") + ": the governors consider what the parent writes.";
    }
    return {};
}

}  // namespace

Result<std::optional<DateRange>> term_of(Date day, const SchoolCalendar& school)
{
    const auto half_term = TRY(school.half_term(day));
    if (!half_term) return std::nullopt;
    // A school may begin its year in the last days of August, so the year of a half-term is that of its last day.
    const auto year = SchoolYear::of(half_term->to);
    std::vector<HalfTerm> parts;
    std::ranges::copy_if(school.half_terms(), std::back_inserter(parts), [&](const HalfTerm& part) { return SchoolYear::of(part.to) == year; });
    const auto place = static_cast<std::size_t>(std::ranges::find(parts, *half_term) - parts.begin());
    if (parts.size() == 3) return DateRange{half_term->from, half_term->to};
    if (parts.size() == 6) return DateRange{parts[place - place % 2].from, parts[place - place % 2 + 1].to};
    return term_by_reference_dates(day);
}

Result<GovernorsTask> governors_task(const SuspensionNotice& notice, const SchoolCalendar& school, const Law& law)
{
    expects(counts_for_governors(notice.suspension));
    HalfDaysByTerm totals = TRY(half_days_by_term(notice.suspension, school));
    for (const Exclusion& one : notice.earlier) {
        if (!counts_for_governors(one)) continue;
        for (const auto& [term, half_days] : TRY(half_days_by_term(one, school)))
            if (const auto found = totals.find(term); found != totals.end()) found->second += half_days;
    }
    GovernorsTask task;
    for (const auto& [term, half_days] : totals) task.half_days_in_term = std::max(task.half_days_in_term, half_days);

    if (notice.public_exam_missed || task.half_days_in_term > 2 * law.governors_must_meet_over_days) {
        task.duty = GovernorsDuty::must_meet;
        task.meet_by = TRY(school.add_school_days(notice.notice_on, law.governors_meet_school_days));
    } else if (task.half_days_in_term > 2 * law.governors_asked_over_days) {
        task.duty = GovernorsDuty::meet_if_asked;
        if (notice.parent_asks) task.meet_by = TRY(school.add_school_days(notice.notice_on, law.governors_asked_meet_school_days));
    }
    task.working = std::to_string(task.half_days_in_term / 2) + (task.half_days_in_term % 2 ? ".5" : "") + " days suspended in one term. " +
                   governors_duty_words(task.duty, notice, law) + (task.meet_by ? " By " + long_date(*task.meet_by) + "." : "");
    return task;
}

}  // namespace waymark::pupils
