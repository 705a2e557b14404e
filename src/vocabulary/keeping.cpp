#include "vocabulary/keeping.hpp"

#include <algorithm>

#include "vocabulary/bank_holidays.hpp"
#include "vocabulary/month_steps.hpp"

namespace waymark {
namespace {

bool is_counted_from_birth(KeptRecord record)
{
    return record == KeptRecord::pupil_record || record == KeptRecord::safeguarding_file || record == KeptRecord::abuse_material;
}

Result<Date> keep_child_until(const Kept& kept, const Law& law)
{
    if (!kept.born) return invalid("keeping.born_missing", "Enter the child’s date of birth: the years are counted from it.", "born");
    int years = kept.record == KeptRecord::abuse_material ? law.keep_years_abuse : law.keep_years_pupil;
    if (kept.has_plan) years = std::max(years, law.keep_years_plan);
    if (kept.was_looked_after) years = std::max(years, law.keep_years_looked_after);
    return years_completed_on(*kept.born, years);
}

int years_from_the_day(KeptRecord record, const Law& law)
{
    switch (record) {
        case KeptRecord::attendance: return law.register_years;
        case KeptRecord::allegation: return law.keep_years_allegation;
        case KeptRecord::contract:
        case KeptRecord::payment: return law.keep_years_contract;
        case KeptRecord::accounts: return law.keep_years_accounts;
        case KeptRecord::panel_minutes: return law.keep_years_panel;
        case KeptRecord::unplaced_enquiry: return law.keep_years_enquiry;
        case KeptRecord::pupil_record:
        case KeptRecord::safeguarding_file:
        case KeptRecord::abuse_material: break;  // counted from birth
    }
    expects(false);
    return 0;
}

}  // namespace

Result<Date> keep_until(const Kept& kept, const Law& law)
{
    if (is_counted_from_birth(kept.record)) return keep_child_until(kept, law);
    if (!kept.from) return invalid("keeping.from_missing", "Enter the day of the record: the years are counted from it.", "from");
    const Date until = years_completed_on(*kept.from, years_from_the_day(kept.record, law));
    if (kept.record != KeptRecord::allegation) return until;
    if (!kept.pension_day)
        return invalid("keeping.pension_day_missing", "Enter the day on which the adult reaches normal pension age.", "pension_day");
    return std::max(until, *kept.pension_day);
}

bool may_be_deleted(Date kept_until, Date today, bool legal_hold) { return !legal_hold && today > kept_until; }

Date subject_access_due(Date received, bool is_complex, const Law& law)
{
    const int months = law.subject_access_months + (is_complex ? law.subject_access_more_months : 0);
    Date due = same_day_months_later(received, months);
    while (!is_working_day(due)) due += Days{1};
    return due;
}

}  // namespace waymark
