// A number of the law in words, as an officer reads and types it.
#include "law/rules/number_words.hpp"

#include <algorithm>

#include <doctest/doctest.h>

namespace waymark::law {
namespace {

const LawNumber& number_called(std::string_view name)
{
    return *std::ranges::find(law_numbers(), name, &LawNumber::name);
}

std::string words(std::string_view name, int value) { return number_words(number_called(name), value); }

}  // namespace

TEST_CASE("numbers of the law are said as people say them")
{
    CHECK(words("duty_day", 6) == "6 school days");
    CHECK(words("lado_working_days", 1) == "1 working day");
    CHECK(words("registration_vulnerable_children", 1) == "1 child looked after or with an EHC plan");
    CHECK(words("reporting_minute", 585) == "9:45am");
    CHECK(words("reporting_minute", 720) == "12:00pm");
    CHECK(words("ehc_transfer_day", 215) == "15 February");
    CHECK(words("full_time_minutes_ks1", 1260) == "21 taught hours a week");
    CHECK(words("full_time_minutes_ks2", 1410) == "23 taught hours 30 minutes a week");
    CHECK(words("registration_full_time_above_minutes", 1080) == "18 hours a week");
    CHECK(words("registration_full_time_above_minutes", 1085) == "1,085 minutes a week");
    CHECK(words("place_funding_pounds", 10'000) == "£10,000 a place a year");
    CHECK(words("off_rolling_year_group", 10) == "year 10");
    CHECK(words("persistent_absence_percent", 10) == "10 per cent of possible sessions");
}

TEST_CASE("a number’s name is made of words")
{
    CHECK(number_name(number_called("day_six_warning_day")) == "Day six warning day");
    CHECK(number_name(number_called("full_time_minutes_ks1")) == "Full time, key stage 1");
    CHECK(number_name(number_called("planned_sessions_min")) == "Planned sessions, at least");
    CHECK(number_name(number_called("registration_warning_minutes")) == "Registration warning minutes");
    CHECK(number_name(number_called("ehc_transfer_day_post16")) == "EHC plan: transfer day, post-16");
    CHECK(number_name(number_called("activity_months_neet")) == "Activity months, NEET");
}

TEST_CASE("every number as it would be typed is read back as itself")
{
    for (const auto& number : law_numbers()) {
        CAPTURE(number.name);
        CHECK(number_typed_in(number, number_as_typed(number, number.value)) == number.value);
        CHECK(how_to_type(number).size() > 10);
    }
}

TEST_CASE("a time, a day of the year and a count are read as typed, and nothing else is")
{
    const auto& time = number_called("reporting_minute");
    CHECK(number_typed_in(time, " 9.30 ") == 570);
    CHECK(number_typed_in(time, "9:30am") == 570);
    CHECK(number_typed_in(time, "1:30 PM") == 810);
    CHECK(number_typed_in(time, "12:15pm") == 735);
    for (const auto* wrong : {"", "930", "24:00", "9:60", "9:3", "-1:30", "13:00 apples", "13:00pm", ":30"}) CHECK_FALSE(number_typed_in(time, wrong));
    const auto& day = number_called("destination_intended_day");
    CHECK(number_typed_in(day, "31 January") == 131);
    CHECK(number_typed_in(day, "29 Feb") == 229);
    for (const auto* wrong : {"", "31 February", "January", "131"}) CHECK_FALSE(number_typed_in(day, wrong));
    const auto& count = number_called("churn_starts");
    CHECK(number_typed_in(count, "3") == 3);
    for (const auto* wrong : {"", "3.5", "three", "3 starts", "99999999999"}) CHECK_FALSE(number_typed_in(count, wrong));
}

}  // namespace waymark::law
