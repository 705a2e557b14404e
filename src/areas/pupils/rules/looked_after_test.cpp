// R41: working days to the first plan, a review each term, and what warns before placing.
#include "pupils/rules/looked_after.hpp"

#include <doctest/doctest.h>

namespace waymark::pupils {
namespace {

const Date into_care = date(2026, 11, 2);

const Law& care_law() { return law_on(into_care); }

SchoolCalendar year_of_half_terms()
{
    return *SchoolCalendar::make({{"Autumn 1", date(2026, 9, 3), date(2026, 10, 23)}, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)},
                                  {"Spring 1", date(2027, 1, 4), date(2027, 2, 12)}, {"Spring 2", date(2027, 2, 22), date(2027, 3, 25)},
                                  {"Summer 1", date(2027, 4, 12), date(2027, 5, 28)}, {"Summer 2", date(2027, 6, 7), date(2027, 7, 23)}});
}

}  // namespace

TEST_CASE("the education plan is begun within ten working days of coming into care and ready within twenty")
{
    const auto clocks = personal_education_clocks({.looked_after_from = into_care}, into_care, care_law());
    CHECK(clocks.begun.due == date(2026, 11, 16));
    CHECK(clocks.ready.due == date(2026, 11, 30));
    CHECK(clocks.begun.days_left == 10);
    CHECK(personal_education_clocks({.looked_after_from = into_care}, date(2026, 11, 16), care_law()).begun.severity == Severity::warn);
    CHECK(personal_education_clocks({.looked_after_from = into_care}, date(2026, 11, 17), care_law()).begun.severity == Severity::breach);
}

TEST_CASE("Christmas holidays that are bank holidays do not count towards the twenty working days")
{
    CHECK(personal_education_clocks({.looked_after_from = date(2026, 12, 14)}, into_care, care_law()).ready.due == date(2027, 1, 14));
}

TEST_CASE("a plan ready in the autumn term is reviewed by the end of the spring term, then each term")
{
    PersonalEducationPlan plan{.looked_after_from = into_care, .ready_on = date(2026, 11, 30)};
    CHECK(personal_education_review(plan, {.today = into_care}, year_of_half_terms(), care_law())->due == date(2027, 3, 25));
    plan.last_reviewed_on = date(2027, 3, 1);
    CHECK(personal_education_review(plan, {.today = into_care}, year_of_half_terms(), care_law())->due == date(2027, 7, 23));
}

TEST_CASE("a review on the first day of a term is that term's review, a day before it is the last term's")
{
    PersonalEducationPlan plan{.looked_after_from = into_care, .last_reviewed_on = date(2027, 1, 4)};
    CHECK(personal_education_review(plan, {.today = into_care}, year_of_half_terms(), care_law())->due == date(2027, 7, 23));
    plan.last_reviewed_on = date(2027, 1, 3);
    CHECK(personal_education_review(plan, {.today = into_care}, year_of_half_terms(), care_law())->due == date(2027, 3, 25));
}

TEST_CASE("without the next year's terms the next review is not known")
{
    const PersonalEducationPlan plan{.looked_after_from = into_care, .last_reviewed_on = date(2027, 7, 1)};
    CHECK(code_of(personal_education_review(plan, {.today = into_care}, year_of_half_terms(), care_law())) == "calendar.missing");
}

TEST_CASE("no education plan on file warns before a looked-after child is placed, and nothing warns for other children")
{
    LookedAfterPlacement placement{.is_looked_after = true, .virtual_head_consulted = true, .caring_authority_known = true};
    CHECK(gaps_of_looked_after(placement) == std::vector{LookedAfterGap::personal_education_plan});
    placement.is_looked_after = false;
    CHECK(gaps_of_looked_after(placement).empty());
}

TEST_CASE("a change of school in year 10 needs a senior officer, in year 9 it does not")
{
    LookedAfterPlacement placement{.is_looked_after = true, .has_personal_education_plan = true, .virtual_head_consulted = true,
                                   .caring_authority_known = true, .changes_school = true, .year_group = 10};
    CHECK(gaps_of_looked_after(placement) == std::vector{LookedAfterGap::senior_officer});
    placement.year_group = 9;
    CHECK(gaps_of_looked_after(placement).empty());
}

}  // namespace waymark::pupils
