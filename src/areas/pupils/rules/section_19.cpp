// Counting from the day the authority was told.
#include "pupils/rules/section_19.hpp"

#include <algorithm>

#include "foundation/text.hpp"

namespace waymark::pupils {
namespace {

constexpr int warn_school_days_before = 2;

Clock clock_after(std::string name, const Section19Dates& dates, int school_days, std::optional<Date> done_on, CountedBy counted,
                  Date today)
{
    const std::string rule = "R13", source = "Education Act 1996 section 19; the number of days is the authority’s own";
    const auto due = counted.calendar.add_school_days(dates.told_on, school_days);
    const auto left = due ? school_days_left(today, *due, counted.calendar) : Result<int>{std::unexpected(due.error())};
    if (!left) {
        Clock clock = unknown_clock(std::move(name), rule, source, counted);
        clock.is_met = done_on.has_value();
        return clock;
    }
    Clock clock{.name = std::move(name), .rule = rule, .source = source, .due = *due, .school_days_left = *left};
    clock.working = "The authority was told on " + long_date(dates.told_on) + ". " +
                    counting_words(dates.told_on + Days{1}, *due, counted);
    clock.is_met = done_on.has_value();
    if (clock.is_met) return clock;
    if (*left < 0) clock.severity = Severity::breach;
    else if (*left <= warn_school_days_before) clock.severity = Severity::warn;
    return clock;
}

}  // namespace

Clock decision_clock(const Section19Dates& dates, CountedBy counted, const Law& law, Date today)
{
    return clock_after("Decision on education", dates, law.section_19_decision_school_days, dates.decided_on, counted, today);
}

Clock start_clock(const Section19Dates& dates, CountedBy counted, const Law& law, Date today)
{
    return clock_after("Education starts", dates, law.section_19_start_school_days, dates.started_on, counted, today);
}

MedicalAbsence medical_absence(int half_days, bool is_provided, SchoolYear year, const Law& law, std::optional<int> expected)
{
    MedicalAbsence absence{.half_days = half_days};
    absence.is_owed = std::max(half_days, expected.value_or(0)) >= 2 * law.medical_days;
    if (!is_provided && half_days >= 2 * law.medical_days_warning) absence.severity = Severity::warn;
    if (!is_provided && absence.is_owed) absence.severity = Severity::breach;
    absence.words = std::to_string(half_days / 2) + (half_days % 2 ? ".5" : "") + " of " + counted(law.medical_days, "school day") +
                    " missed for health in " + year.text();
    if (expected && *expected > half_days)
        absence.words += ", " + std::to_string(*expected / 2) + (*expected % 2 ? ".5" : "") + " expected";
    return absence;
}

}  // namespace waymark::pupils
