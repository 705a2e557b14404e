// One single roll, or one main school with its second ones, or none.
#include "pupils/rules/rolls.hpp"

namespace waymark::pupils {
namespace {

struct RollCount {
    int single = 0, main = 0, second = 0;
};

RollCount rolls_counted(std::span<const Enrolment> enrolments, Date day)
{
    RollCount count;
    for (const Enrolment& enrolment : enrolments) {
        if (!enrolment.days.contains(day)) continue;
        switch (enrolment.status) {
        case EnrolmentStatus::current_single: ++count.single; break;
        case EnrolmentStatus::current_main: ++count.main; break;
        case EnrolmentStatus::current_subsidiary: ++count.second; break;
        case EnrolmentStatus::guest: break;
        }
    }
    return count;
}

}  // namespace

Problems problems_with_rolls(std::span<const Enrolment> enrolments, Date day)
{
    const auto [single, main, second] = rolls_counted(enrolments, day);
    Problems found;
    if (single > 1 || (single == 1 && main + second > 0))
        found.add("enrolment.two_rolls",
                  "The child is on another roll that day. End that roll first, or record one school as main and one as second.", "status");
    if (main > 1) found.add("enrolment.two_main", "The child has a main school already.", "status");
    if (second > 0 && main == 0 && single == 0)
        found.add("enrolment.second_without_main", "Record the main school before the second one.", "status");
    return found;
}

RollsOnDay rolls_on(std::span<const Enrolment> enrolments, Date day)
{
    using enum RollFault;
    const auto [single, main, second] = rolls_counted(enrolments, day);
    RollsOnDay found;
    if (single > 1) found.faults.push_back(two_single);
    if (main > 1) found.faults.push_back(two_main);
    if (second > 0 && main == 0) found.faults.push_back(second_without_main);
    if (main > 0 && second == 0) found.faults.push_back(main_without_second);
    if (single > 0 && main + second > 0) found.faults.push_back(single_beside_others);
    if (!found.faults.empty()) found.rolls = Rolls::wrong;
    else if (main > 0) found.rolls = Rolls::dual;
    else if (single > 0) found.rolls = Rolls::single;
    return found;
}

Answerer who_answers(RollMatter matter)
{
    switch (matter) {
    case RollMatter::attendance:
    case RollMatter::exam_entries:
    case RollMatter::sen_support:
    case RollMatter::safeguarding: return Answerer::roll_school;
    case RollMatter::quality_of_placement: return Answerer::commissioner;
    case RollMatter::section_19:
    case RollMatter::ehc_plan:
    case RollMatter::transport: return Answerer::home_authority;
    case RollMatter::children_from_elsewhere: return Answerer::host_authority;
    }
    return Answerer::home_authority;
}

}  // namespace waymark::pupils
