// Bank holidays: the worked values of R3, and the years that were changed by proclamation.
#include "vocabulary/bank_holidays.hpp"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("Easter falls where the tables say")
{
    CHECK(easter_sunday(2026) == date(2026, 4, 5));
    CHECK(easter_sunday(2027) == date(2027, 3, 28));
    CHECK(easter_sunday(2028) == date(2028, 4, 16));
    CHECK(easter_sunday(2038) == date(2038, 4, 25));  // the latest it can be
    CHECK(easter_sunday(2008) == date(2008, 3, 23));
}

TEST_CASE("the bank holidays of 2026 to 2028, with those at a weekend moved on")
{
    CHECK(bank_holidays(2026) == std::vector{date(2026, 1, 1), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 4),
                                             date(2026, 5, 25), date(2026, 8, 31), date(2026, 12, 25), date(2026, 12, 28)});
    CHECK(bank_holidays(2027) == std::vector{date(2027, 1, 1), date(2027, 3, 26), date(2027, 3, 29), date(2027, 5, 3),
                                             date(2027, 5, 31), date(2027, 8, 30), date(2027, 12, 27), date(2027, 12, 28)});
    CHECK(bank_holidays(2028) == std::vector{date(2028, 1, 3), date(2028, 4, 14), date(2028, 4, 17), date(2028, 5, 1),
                                             date(2028, 5, 29), date(2028, 8, 28), date(2028, 12, 25), date(2028, 12, 26)});
}

TEST_CASE("Christmas Day on a Sunday moves past Boxing Day")
{
    CHECK(is_bank_holiday(date(2022, 12, 26)));
    CHECK(is_bank_holiday(date(2022, 12, 27)));
    CHECK_FALSE(is_bank_holiday(date(2022, 12, 28)));
}

TEST_CASE("what was proclaimed for one year changes that year alone")
{
    CHECK(is_bank_holiday(date(2023, 5, 8)));         // coronation
    CHECK_FALSE(is_bank_holiday(date(2020, 5, 4)));   // moved to the 75th anniversary of VE Day
    CHECK(is_bank_holiday(date(2020, 5, 8)));
    CHECK_FALSE(is_bank_holiday(date(2022, 5, 30)));  // moved to the jubilee
    CHECK(is_bank_holiday(date(2022, 6, 2)));
    CHECK_FALSE(is_bank_holiday(date(2024, 5, 8)));
}

TEST_CASE("working days skip weekends and bank holidays, forwards and back")
{
    CHECK(add_working_days(date(2026, 12, 24), 1) == date(2026, 12, 29));
    CHECK(add_working_days(date(2026, 12, 29), -1) == date(2026, 12, 24));
    CHECK(add_working_days(date(2026, 11, 23), 0) == date(2026, 11, 23));
    CHECK(working_days_between(date(2026, 12, 24), date(2026, 12, 29)) == 2);
    CHECK(working_days_between(date(2026, 12, 29), date(2026, 12, 24)) == 0);
}

}  // namespace waymark
