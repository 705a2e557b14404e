// An authority chooses what the law leaves to it, within what makes sense.
#include "law/rules/local_choice.hpp"

#include <algorithm>

#include <doctest/doctest.h>

namespace waymark::law {
namespace {

std::string fault_of_choosing(std::string_view name, int value)
{
    const auto& number = *std::ranges::find(law_numbers(), name, &LawNumber::name);
    Law law = law_on(date(2026, 11, 23));
    if (const auto chosen = with_local_choice(law, name, value)) law = *chosen;
    return std::string{problems_with_choice(number, value, law).code()};
}

}  // namespace

TEST_CASE("every default of a local number could be chosen")
{
    for (const auto& number : law_numbers()) {
        CAPTURE(number.name);
        CHECK(fault_of_choosing(number.name, number.value) == (number.basis == LawBasis::local ? "" : "law.not_local"));
    }
}

TEST_CASE("what statute or guidance fixes is not the authority’s to choose")
{
    CHECK(fault_of_choosing("duty_day", 7) == "law.not_local");
    CHECK(fault_of_choosing("lado_working_days", 2) == "law.not_local");
}

TEST_CASE("a value has to make sense: the least and the most are allowed, one beyond is not")
{
    CHECK(fault_of_choosing("churn_starts", 1).empty());
    CHECK(fault_of_choosing("churn_starts", 0) == "law.choice_out_of_range");
    CHECK(fault_of_choosing("churn_starts", 20).empty());
    CHECK(fault_of_choosing("churn_starts", 21) == "law.choice_out_of_range");
    CHECK(fault_of_choosing("part_time_renewals", 0).empty());
    CHECK(fault_of_choosing("part_time_renewals", -1) == "law.choice_out_of_range");
    CHECK(fault_of_choosing("reporting_minute", 7 * 60).empty());
    CHECK(fault_of_choosing("reporting_minute", 7 * 60 - 1) == "law.choice_out_of_range");
    CHECK(fault_of_choosing("destination_intended_day", 229).empty());
    CHECK(fault_of_choosing("destination_intended_day", 230) == "law.choice_out_of_range");
    CHECK(fault_of_choosing("destination_intended_day", 1301) == "law.choice_out_of_range");
}

TEST_CASE("a warning comes before what it warns about")
{
    CHECK(fault_of_choosing("day_six_warning_day", 5).empty());
    CHECK(fault_of_choosing("day_six_warning_day", 6) == "law.choice_out_of_order");
    CHECK(fault_of_choosing("registration_warning_minutes", 1079).empty());
    CHECK(fault_of_choosing("registration_warning_minutes", 1080) == "law.choice_out_of_order");
    CHECK(fault_of_choosing("unplaced_school_days", 6).empty());
    CHECK(fault_of_choosing("unplaced_school_days", 5) == "law.choice_out_of_order");
    CHECK(fault_of_choosing("sustained_weeks_second", 26) == "law.choice_out_of_order");
    CHECK(fault_of_choosing("sustained_weeks_second", 4) == "law.choice_out_of_order");
    CHECK(fault_of_choosing("sustained_weeks_second", 13).empty());
}

}  // namespace waymark::law
