// The numbers of the law are all there, sourced, and due for a review.
#include "vocabulary/law.hpp"

#include <set>

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("the law of November 2026 says what the rules were written from")
{
    const Law& law = law_on(date(2026, 11, 23));
    CHECK(law.duty_day == 6);
    CHECK(law.suspension_days_max == 45);
    CHECK(law.medical_days == 15);
    CHECK(law.full_time_minutes(KeyStage::ks4) == 25 * 60);
    CHECK(law.full_time_minutes(KeyStage::ks2) == 23 * 60 + 30);
    CHECK(law.full_time_minutes(KeyStage::ks5) == std::nullopt);
    CHECK(law.registration_full_time_above_minutes == 18 * 60);
    CHECK(law.registration_warning_minutes == 15 * 60);
    CHECK(law.registration_share_percent == 80);
    CHECK(law.registration_children == 5);
    CHECK(law.registration_vulnerable_children == 1);
    CHECK(law.half_term_review_school_days_min == 10);
    CHECK(law.confirmation_months == 12);
    CHECK(law.reporting_minute == 9 * 60 + 45);
    CHECK(law.step_out_school_days == 30);
}

TEST_CASE("a day before anything was written down gets the first row, not nothing")
{
    CHECK(law_on(date(1999, 1, 1)).duty_day == 6);
    CHECK(law_on(date(2050, 1, 1)).duty_day == 6);
}

TEST_CASE("every number names its rule, its source and when to look again, and none overlaps another of its name")
{
    std::set<std::string> names;
    for (const auto& number : law_numbers()) {
        CAPTURE(number.name);
        CHECK(number.value > 0);
        CHECK(number.rule.starts_with("R"));
        CHECK(number.source.size() > 10);
        CHECK((number.checked == "text" || number.checked == "summary" || number.checked == "knowledge"));
        CHECK(*parse_iso_date(number.review_by) > *parse_iso_date(number.reviewed_on));
        for (const auto& other : law_numbers())
            if (&other != &number && other.name == number.name) CHECK_FALSE(other.valid.overlaps(number.valid));
        names.insert(number.name);
    }
    CHECK(names.size() * sizeof(int) == sizeof(Law));  // every member of Law has its row
}

TEST_CASE("an authority may choose what is left to it, and nothing that statute fixes")
{
    const Law& law = law_on(date(2026, 11, 23));
    CHECK(with_local_choice(law, "reporting_minute", 9 * 60 + 30)->reporting_minute == 570);
    CHECK(code_of(with_local_choice(law, "duty_day", 7)) == "law.not_local");
    CHECK(code_of(with_local_choice(law, "registration_full_time_above_minutes", 1200)) == "law.not_local");
    CHECK(code_of(with_local_choice(law, "lunch", 1)) == "law.unknown_setting");
}

}  // namespace waymark
