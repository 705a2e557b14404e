// Judging the exceptions, and letting them stop the clock.
#include "pupils/rules/day_six_exceptions.hpp"

#include <algorithm>

namespace waymark::pupils {
namespace {

constexpr int last_compulsory_year = 11;

std::optional<Date> earlier_day_of(std::optional<Date> one, std::optional<Date> other)
{
    return one && other ? std::min(*one, *other) : one ? one : other;
}

}  // namespace

DaySixException exception_of(const ExceptionFacts& facts, const Law& law)
{
    if (facts.year_group == last_compulsory_year && facts.public_exams_over) return DaySixException::year_11_exams_over;
    const auto stage = key_stage_of_year(facts.year_group);
    const auto usual = stage ? law.full_time_minutes(*stage) : std::nullopt;
    const auto limit = facts.plan_minutes_a_week;
    if (usual && limit && *limit < *usual && facts.provided_minutes_a_week >= *limit) return DaySixException::plan_hours;
    return DaySixException::none;
}

std::optional<Date> day_six_met_from(const DaySixProvision& provision, Date first_day)
{
    const Date holds_from = std::max(provision.exception_from.value_or(first_day), first_day);
    switch (provision.exception) {
    case DaySixException::none: return provision.full_time_from;
    case DaySixException::year_11_exams_over: return earlier_day_of(provision.full_time_from, holds_from);
    case DaySixException::plan_hours:
        if (!provision.part_time_from) return provision.full_time_from;
        return earlier_day_of(provision.full_time_from, std::max(*provision.part_time_from, holds_from));
    }
    return provision.full_time_from;
}

std::string exception_name(DaySixException exception)
{
    switch (exception) {
    case DaySixException::none: return "No exception";
    case DaySixException::year_11_exams_over: return "Year 11, with every public exam taken or missed";
    case DaySixException::plan_hours: return "An EHC plan limits the hours, and those hours are provided";
    }
    return {};
}

}  // namespace waymark::pupils
