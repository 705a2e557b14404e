// R1 to R5: days, terms, years and ages, each as a rule one can ask.
#include "law/rules/groups.hpp"
#include "vocabulary/bank_holidays.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::law {
namespace {

using enum FieldKind;

Answer answer_is_school_day(Case& given)
{
    const auto school = given.calendar();
    const Date on = given.day("day");
    TRY(given.result());
    return Value::Record{{"is_school_day", TRY(school.is_school_day(on))}};
}

Answer answer_nth_school_day(Case& given)
{
    const auto school = given.calendar();
    const Date from = given.day("from");
    const int n = given.whole("n", 1, 400);
    TRY(given.result());
    return Value::Record{{"day", TRY(school.nth_school_day(from, n))}};
}

Answer answer_add_school_days(Case& given)
{
    const auto school = given.calendar();
    const Date from = given.day("day");
    const int school_days = given.whole("school_days", -400, 400);
    TRY(given.result());
    return Value::Record{{"day", TRY(school.add_school_days(from, school_days))}};
}

Answer answer_school_days_between(Case& given)
{
    const auto school = given.calendar();
    const Date from = given.day("from"), to = given.day("to");
    TRY(given.result());
    return Value::Record{{"school_days", TRY(school.school_days_between(from, to))}};
}

Answer answer_planned_sessions(Case& given)
{
    const auto school = given.calendar();
    const int starts_in = given.whole("school_year", 1990, 2100);
    const Law law = given.law(SchoolYear{starts_in}.first_day());
    TRY(given.result());
    const int planned = school.planned_sessions(SchoolYear{starts_in});
    return Value::Record{{"sessions", planned}, {"is_too_few", planned < law.planned_sessions_min}};
}

Answer answer_bank_holidays(Case& given)
{
    const int year = given.whole("year", 1972, 2100);
    TRY(given.result());
    return Value::Record{{"days", days_value(bank_holidays(year))}};
}

Answer answer_add_working_days(Case& given)
{
    const Date from = given.day("day");
    const int count = given.whole("working_days", -400, 400);
    TRY(given.result());
    return Value::Record{{"day", add_working_days(from, count)}};
}

Answer answer_working_days_between(Case& given)
{
    const Date from = given.day("from"), to = given.day("to");
    TRY(given.result());
    return Value::Record{{"working_days", working_days_between(from, to)}};
}

Answer answer_year_group(Case& given)
{
    const Date born = given.day("born"), on = given.day("day");
    TRY(given.result());
    const int year = year_group(born, on);
    Value::Record answer{{"year_group", year}, {"school_year", SchoolYear::of(on).starts_in()}};
    if (const auto stage = key_stage_of_year(year)) answer.emplace_back("key_stage", key_stage_name(*stage));
    return answer;
}

Answer answer_compulsory_school_age(Case& given)
{
    const Date born = given.day("born");
    const auto on = given.day_if_any("day");
    TRY(given.result());
    const DateRange ages = compulsory_school_age(born);
    Value::Record answer{{"from", ages.from}, {"to", *ages.to}};
    if (on) answer.emplace_back("is_compulsory", ages.contains(*on));
    return answer;
}

}  // namespace

std::vector<RuleFunction> time_rules()
{
    const Field calendar = calendar_field();
    return {
        {"is_school_day", "R1", "Does the school meet that day?", {calendar, {"day", day, "the day"}},
         {{"is_school_day", flag, "whether it meets"}}, answer_is_school_day},
        {"nth_school_day", "R1", "Which day is the nth school day, counting the first?",
         {calendar, {"from", day, "counts as 1 when the school meets that day"}, {"n", whole, "1 to 400"}},
         {{"day", day, "the nth school day"}}, answer_nth_school_day},
        {"add_school_days", "R1", "Which school day is so many school days after a day, or before it?",
         {calendar, {"day", day, "not itself counted"}, {"school_days", whole, "-400 to 400"}},
         {{"day", day, "the school day reached; for 0 the day itself"}}, answer_add_school_days},
        {"school_days_between", "R1", "How many school days are there from one day to another, both included?",
         {calendar, {"from", day, "first day"}, {"to", day, "last day"}},
         {{"school_days", whole, "how many; none when the last day is before the first"}}, answer_school_days_between},
        {"planned_sessions", "R2", "How many sessions does a school plan in a school year, and is that too few for a maintained school?",
         {calendar, {"school_year", whole, "the year it starts in: 2026 for 2026 to 2027"}, settings_field()},
         {{"sessions", whole, "two a school day"}, {"is_too_few", flag, "for a maintained school"}}, answer_planned_sessions},
        {"bank_holidays", "R3", "Which days are bank holidays in England that year?", {{"year", whole, "1972 to 2100"}},
         {{"days", days, "in order"}}, answer_bank_holidays},
        {"add_working_days", "R3", "Which working day is so many working days after a day, or before it?",
         {{"day", day, "not itself counted"}, {"working_days", whole, "-400 to 400"}},
         {{"day", day, "the working day reached; for 0 the day itself"}}, answer_add_working_days},
        {"working_days_between", "R3", "How many working days are there from one day to another, both included?",
         {{"from", day, "first day"}, {"to", day, "last day"}}, {{"working_days", whole, "how many"}}, answer_working_days_between},
        {"year_group", "R4", "Which year group and key stage go with a child’s age on a day?",
         {{"born", day, "date of birth"}, {"day", day, "the day asked about"}},
         {{"year_group", whole, "0 is Reception, below it before school, above 13 after it"},
          {"school_year", whole, "the year it starts in"},
          {"key_stage", text, "in words; none before Reception and after year 13", may_be_left_out}},
         answer_year_group},
        {"compulsory_school_age", "R5", "Between which days is education compulsory for a child?",
         {{"born", day, "date of birth"}, {"day", day, "a day to be judged", may_be_left_out}},
         {{"from", day, "first day"}, {"to", day, "last day, the school-leaving day"},
          {"is_compulsory", flag, "on the day given", may_be_left_out}},
         answer_compulsory_school_age},
    };
}

}  // namespace waymark::law
