// One single roll, or one main school with its second ones, or none.
#include "pupils/rules/rolls.hpp"

namespace waymark::pupils {

Problems problems_with_rolls(std::span<const Enrolment> enrolments, Date day)
{
    int single = 0, main = 0, second = 0;
    for (const Enrolment& enrolment : enrolments) {
        if (!enrolment.days.contains(day)) continue;
        switch (enrolment.status) {
        case EnrolmentStatus::current_single: ++single; break;
        case EnrolmentStatus::current_main: ++main; break;
        case EnrolmentStatus::current_subsidiary: ++second; break;
        case EnrolmentStatus::guest: break;
        }
    }
    Problems found;
    if (single > 1 || (single == 1 && main + second > 0))
        found.add("enrolment.two_rolls",
                  "The child is on another roll that day. End that roll first, or record one school as main and one as second.", "status");
    if (main > 1) found.add("enrolment.two_main", "The child has a main school already.", "status");
    if (second > 0 && main == 0 && single == 0)
        found.add("enrolment.second_without_main", "Record the main school before the second one.", "status");
    return found;
}

}  // namespace waymark::pupils
