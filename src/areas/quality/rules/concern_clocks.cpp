// Counting from an allegation or a suspension.
#include "quality/rules/concern_clocks.hpp"

#include "vocabulary/bank_holidays.hpp"

namespace waymark::quality {

Deadline lado_told(Date raised_on, const Standing& standing, const Law& law)
{
    return deadline_in_working_days(add_working_days(raised_on, law.lado_working_days), standing);
}

Result<Deadline> suspended_child_reviewed(Date suspended_on, const Standing& standing, const SchoolCalendar& school, const Law& law)
{
    return deadline_in_school_days(TRY(school.add_school_days(suspended_on, law.suspended_review_school_days)), standing, school);
}

}  // namespace waymark::quality
