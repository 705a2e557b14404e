// Years and ages: the worked examples of R4 and R5.
#include "vocabulary/school_year.hpp"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("the school year changes on 1 September")
{
    CHECK(SchoolYear::of(date(2026, 8, 31)) == SchoolYear{2025});
    CHECK(SchoolYear::of(date(2026, 9, 1)) == SchoolYear{2026});
    CHECK(SchoolYear{2026}.text() == "2026 to 2027");
    CHECK(SchoolYear{2026}.last_day() == date(2027, 8, 31));
}

TEST_CASE("the year group goes with the school year a child was born in")
{
    const Date today = date(2026, 11, 23);
    CHECK(year_group(date(2010, 8, 31), today) == 11 + 1);
    CHECK(year_group(date(2010, 9, 1), today) == 11);
    CHECK(year_group(date(2011, 9, 1), today) == 10);
    CHECK(year_group(date(2021, 9, 1), today) == 0);
    CHECK(year_group(date(2022, 9, 1), today) == -1);
}

TEST_CASE("key stages change between years 2 and 3, 6 and 7, 9 and 10, 11 and 12")
{
    CHECK(key_stage_of_year(-1) == std::nullopt);
    CHECK(key_stage_of_year(0) == KeyStage::early_years);
    CHECK(key_stage_of_year(1) == KeyStage::ks1);
    CHECK(key_stage_of_year(2) == KeyStage::ks1);
    CHECK(key_stage_of_year(3) == KeyStage::ks2);
    CHECK(key_stage_of_year(6) == KeyStage::ks2);
    CHECK(key_stage_of_year(7) == KeyStage::ks3);
    CHECK(key_stage_of_year(9) == KeyStage::ks3);
    CHECK(key_stage_of_year(10) == KeyStage::ks4);
    CHECK(key_stage_of_year(11) == KeyStage::ks4);
    CHECK(key_stage_of_year(12) == KeyStage::ks5);
    CHECK(key_stage_of_year(13) == KeyStage::ks5);
    CHECK(key_stage_of_year(14) == std::nullopt);
    CHECK(year_group_name(0) == "Reception");
    CHECK(year_group_name(10) == "Year 10");
}

TEST_CASE("the last Friday in June is the leaving day")
{
    CHECK(school_leaving_day(2026) == date(2026, 6, 26));
    CHECK(school_leaving_day(2027) == date(2027, 6, 25));
    CHECK(school_leaving_day(2028) == date(2028, 6, 30));
}

TEST_CASE("compulsory school age ends for a whole school year together")
{
    CHECK(compulsory_school_age(date(2010, 9, 1)).to == date(2027, 6, 25));
    CHECK(compulsory_school_age(date(2011, 8, 31)).to == date(2027, 6, 25));
    CHECK(compulsory_school_age(date(2010, 8, 31)).to == date(2026, 6, 26));
    CHECK(is_compulsory_school_age(date(2010, 9, 1), date(2027, 6, 25)));
    CHECK_FALSE(is_compulsory_school_age(date(2010, 9, 1), date(2027, 6, 26)));
}

TEST_CASE("compulsory school age starts on the prescribed day at or after the fifth birthday")
{
    CHECK(compulsory_school_age(date(2021, 3, 31)).from == date(2026, 3, 31));
    CHECK(compulsory_school_age(date(2021, 4, 1)).from == date(2026, 8, 31));
    CHECK(compulsory_school_age(date(2021, 8, 31)).from == date(2026, 8, 31));
    CHECK(compulsory_school_age(date(2021, 9, 1)).from == date(2026, 12, 31));
    CHECK(compulsory_school_age(date(2021, 12, 31)).from == date(2026, 12, 31));
    CHECK(compulsory_school_age(date(2022, 1, 1)).from == date(2027, 3, 31));
    CHECK(compulsory_school_age(date(2020, 2, 29)).from == date(2025, 3, 31));
    CHECK_FALSE(is_compulsory_school_age(date(2021, 4, 1), date(2026, 8, 30)));
    CHECK(is_compulsory_school_age(date(2021, 4, 1), date(2026, 8, 31)));
}

}  // namespace waymark
