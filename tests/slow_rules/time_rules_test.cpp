// R1 to R5, the slow way.
#include <doctest/doctest.h>

#include "law/rules/groups.hpp"
#include "slow_rules/compare.hpp"

namespace waymark::slow {
namespace {

Value day_or_missing(std::optional<Date> found) { return found ? Value{Value::Record{{"day", *found}}} : calendar_missing(); }

Value::Record calendar_and_day(Chance& chance) { return {{"calendar", chance.calendar()}, {"day", chance.school_time()}}; }

Value slow_is_school_day(const Value& given)
{
    const SlowCalendar school{given};
    if (!school.knows(day_in(given, "day"))) return calendar_missing();
    return Value::Record{{"is_school_day", school.meets(day_in(given, "day"))}};
}

Value::Record case_nth_school_day(Chance& chance)
{
    return {{"calendar", chance.calendar()}, {"from", chance.school_time()}, {"n", chance.between(1, 40)}};
}

Value slow_nth_school_day(const Value& given)
{
    return day_or_missing(SlowCalendar{given}.nth(day_in(given, "from"), whole_in(given, "n")));
}

Value::Record case_add_school_days(Chance& chance)
{
    return {{"calendar", chance.calendar()}, {"day", chance.school_time()}, {"school_days", chance.between(-40, 40)}};
}

Value slow_add_school_days(const Value& given)
{
    return day_or_missing(SlowCalendar{given}.after(day_in(given, "day"), whole_in(given, "school_days")));
}

Value::Record case_school_days_between(Chance& chance)
{
    const Date from = chance.school_time();
    return {{"calendar", chance.calendar()}, {"from", from}, {"to", from + Days{chance.between(-5, 90)}}};
}

Value slow_school_days_between(const Value& given)
{
    const auto found = SlowCalendar{given}.between(day_in(given, "from"), day_in(given, "to"));
    return found ? Value{Value::Record{{"school_days", *found}}} : calendar_missing();
}

Value::Record case_planned_sessions(Chance& chance)
{
    Value::Record given{{"calendar", chance.calendar()}, {"school_year", chance.between(2025, 2026)}};
    return given;
}

Value slow_planned_sessions(const Value& given)
{
    const SlowCalendar school{given};
    const int year = whole_in(given, "school_year");
    int sessions = 0;
    for (Date on = date(year, 9, 1); on <= date(year + 1, 8, 31); on += Days{1}) sessions += school.meets(on) ? 2 : 0;
    return Value::Record{{"sessions", sessions}, {"is_too_few", sessions < 380}};
}

Value::Record case_bank_holidays(Chance& chance) { return {{"year", chance.between(2003, 2100)}}; }

Value slow_bank_holidays(const Value& given)
{
    const int year = whole_in(given, "year");
    std::vector<Date> found;
    for (Date on = date(year, 1, 1); year_of(on) == year; on += Days{1})
        if (is_holiday(on)) found.push_back(on);
    return Value::Record{{"days", law::days_value(found)}};
}

Value::Record case_add_working_days(Chance& chance)
{
    return {{"day", chance.day(date(2003, 1, 1), date(2099, 1, 1))}, {"working_days", chance.between(-60, 60)}};
}

Value slow_add_working_days(const Value& given)
{
    Date on = day_in(given, "day");
    int left = whole_in(given, "working_days");
    while (left != 0) {
        on += Days{left > 0 ? 1 : -1};
        if (is_working(on)) left += left > 0 ? -1 : 1;
    }
    return Value::Record{{"day", on}};
}

Value::Record case_working_days_between(Chance& chance)
{
    const Date from = chance.day(date(2003, 1, 1), date(2099, 1, 1));
    return {{"from", from}, {"to", from + Days{chance.between(-5, 120)}}};
}

Value slow_working_days_between(const Value& given)
{
    int count = 0;
    for (Date on = day_in(given, "from"); on <= day_in(given, "to"); on += Days{1}) count += is_working(on) ? 1 : 0;
    return Value::Record{{"working_days", count}};
}

Value::Record case_year_group(Chance& chance)
{
    return {{"born", chance.day(date(2003, 1, 1), date(2025, 12, 31))}, {"day", chance.day(date(2020, 1, 1), date(2030, 12, 31))}};
}

/// Counts the Septembers: a child starts Reception in the September after the fourth birthday, and moves up each September.
Value slow_year_group(const Value& given)
{
    const Date born = day_in(given, "born"), on = day_in(given, "day");
    const auto first_september_from = [](Date from) {
        Date september = date(year_of(from), 9, 1);
        return september <= from ? date(year_of(from) + 1, 9, 1) : september;
    };
    int reception = year_of(first_september_from(born)) + 4;  // born on 1 September: a year later than the day before
    int year = 0;
    int starts = year_of(on);
    while (date(starts, 9, 1) > on) --starts;
    for (; reception < starts; ++reception) ++year;
    for (; reception > starts; --reception) --year;
    return Value::Record{{"year_group", year}, {"school_year", starts}};
}

Value::Record case_compulsory_school_age(Chance& chance)
{
    const Date born = chance.day(date(2003, 1, 1), date(2025, 12, 31));
    Value::Record given{{"born", born}};
    if (chance.in_hundred(70)) given.emplace_back("day", born + Days{chance.in_hundred(50) ? chance.between(1800, 2100) : chance.between(5600, 6300)});
    return given;
}

Value slow_compulsory_school_age(const Value& given)
{
    const Date born = day_in(given, "born");
    const auto is_prescribed = [](Date on) {
        return (month_of(on) == 8 && day_of_month(on) == 31) || (month_of(on) == 12 && day_of_month(on) == 31) || (month_of(on) == 3 && day_of_month(on) == 31);
    };
    Date from = born + Days{4 * 365};
    while (whole_years_between(born, from) < 5) from += Days{1};
    while (!is_prescribed(from)) from += Days{1};
    Date sixteen = born + Days{15 * 365};
    while (whole_years_between(born, sixteen) < 16) sixteen += Days{1};
    Date end_of_year = sixteen;  // 31 August of the school year in which the child turns 16
    while (!(month_of(end_of_year) == 8 && day_of_month(end_of_year) == 31)) end_of_year += Days{1};
    Date last = date(year_of(end_of_year), 6, 30);
    while (weekday(last) != Weekday::friday) last -= Days{1};
    Value::Record answer{{"from", from}, {"to", last}};
    if (const auto on = day_if_in(given, "day")) answer.emplace_back("is_compulsory", *on >= from && *on <= last);
    return answer;
}

constexpr SlowRule slow_time_rules[] = {
    {"is_school_day", calendar_and_day, slow_is_school_day},
    {"nth_school_day", case_nth_school_day, slow_nth_school_day},
    {"add_school_days", case_add_school_days, slow_add_school_days},
    {"school_days_between", case_school_days_between, slow_school_days_between},
    {"planned_sessions", case_planned_sessions, slow_planned_sessions},
    {"bank_holidays", case_bank_holidays, slow_bank_holidays},
    {"add_working_days", case_add_working_days, slow_add_working_days},
    {"working_days_between", case_working_days_between, slow_working_days_between},
    {"year_group", case_year_group, slow_year_group},
    {"compulsory_school_age", case_compulsory_school_age, slow_compulsory_school_age},
};

TEST_CASE("days, terms, years and ages agree with counting each day by itself, for ten thousand random cases a rule")
{
    hold_against(law::time_rules(), slow_time_rules);
}

}  // namespace
}  // namespace waymark::slow
