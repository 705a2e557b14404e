// The sum behind R28, kept so that it can be shown.
#include "placements/rules/registration_threshold.hpp"

#include <fmt/format.h>

#include "foundation/text.hpp"

namespace waymark::placements {
namespace {

/// Children who are not counted in n or v and still give a reason to look closely.
struct Near {
    int vulnerable = 0;     // with a plan or looked after, from the hours that warn
    int sen_support = 0;    // full-time, with special educational needs and no plan
};

std::string sum_in_words(const Threshold& found, const Near& near, const DeclaredChildren& declared, const Law& law)
{
    auto words = fmt::format("{} full-time here (over {} hours a week, or {}% of a week without school). {} of them {} an EHC plan or {} looked after. "
                             "An unregistered setting may have at most {} such children and none with a plan or looked after.",
                             counted(found.full_time, "child is", "children are"), hours_of(law.registration_full_time_above_minutes), law.registration_share_percent,
                             found.full_time_vulnerable == 0 ? "None" : with_commas(found.full_time_vulnerable),
                             found.full_time_vulnerable > 1 ? "have" : "has", found.full_time_vulnerable > 1 ? "are" : "is",
                             law.registration_children - 1);
    if (declared.full_time > 0) words += fmt::format(" The provider itself told of {} of them.", with_commas(declared.full_time));
    if (near.vulnerable > 0)
        words += fmt::format(" {} with a plan or looked after at {} hours a week or more.", counted(near.vulnerable, "child is", "children are"),
                             hours_of(law.registration_warning_minutes));
    if (near.sen_support > 0)
        words += fmt::format(" {} special educational needs without a plan; a law announced and not in force would count {}.",
                             counted(near.sen_support, "full-time child has", "full-time children have"), near.sen_support == 1 ? "that child" : "them");
    return words;
}

}  // namespace

Threshold registration_threshold(std::span<const WeekAtProvider> weeks, const Law& law, const DeclaredChildren& declared)
{
    Threshold found{.full_time = declared.full_time, .full_time_vulnerable = declared.full_time_vulnerable};
    Near near;
    for (const auto& week : weeks) {
        if (!week.of_compulsory_school_age) continue;
        if (is_full_time_here(week, law)) {
            ++found.full_time;
            if (week.has_plan_or_looked_after) ++found.full_time_vulnerable;
            else if (week.has_sen_support) ++near.sen_support;
            found.children.push_back(week.child);
        } else if (week.has_plan_or_looked_after && week.minutes_here >= law.registration_warning_minutes) {
            ++near.vulnerable;
        }
    }
    if (found.full_time >= law.registration_children || found.full_time_vulnerable >= law.registration_vulnerable_children) found.level = ThresholdLevel::breach;
    else if (found.full_time >= law.registration_warning_children || near.vulnerable > 0 || near.sen_support > 0) found.level = ThresholdLevel::warn;
    found.words = sum_in_words(found, near, declared, law);
    return found;
}

bool is_full_time_here(const WeekAtProvider& week, const Law& law)
{
    if (week.minutes_here > law.registration_full_time_above_minutes) return true;
    return !week.attends_a_school && week.minutes_here > 0 && week.minutes_here * 100 >= week.minutes_all * law.registration_share_percent;
}

std::string hours_of(int minutes) { return fmt::format("{:g}", minutes / 60.0); }

}  // namespace waymark::placements
