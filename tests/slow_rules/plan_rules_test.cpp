// R37 to R41, the slow way.
#include <doctest/doctest.h>

#include <algorithm>

#include "law/rules/groups.hpp"
#include "slow_rules/compare.hpp"
#include "slow_rules/slow_clock.hpp"

namespace waymark::slow {
namespace {

constexpr int days_that_warn = 10, working_days_that_warn = 5;

void add_calendar_clock(Value::Record& answer, const std::string& prefix, Date due, Date today, std::optional<Date> done_on)
{
    add(answer, *slow_clock(prefix, due, today, done_on, every_day(), days_that_warn));
}

Value::Record case_obstacles_of_plan(Chance& chance)
{
    Value::Record given;
    toss(chance, given, "has_plan", 75);
    for (const auto name : {"special_needs_team_agreed", "changes_named_setting", "plan_amended", "serves_section_f"}) toss(chance, given, name);
    return given;
}

Value slow_obstacles_of_plan(const Value& given)
{
    Value::List obstacles;
    if (flag_in(given, "has_plan")) {
        if (!flag_in(given, "special_needs_team_agreed")) obstacles.emplace_back("special_needs_team");
        if (flag_in(given, "changes_named_setting") && !flag_in(given, "plan_amended")) obstacles.emplace_back("amendment");
        if (!flag_in(given, "serves_section_f")) obstacles.emplace_back("section_f");
    }
    const bool free = obstacles.empty();
    return Value::Record{{"may_go_ahead", free}, {"obstacles", std::move(obstacles)}};
}

Value::Record case_gaps_of_otherwise(Chance& chance)
{
    Value::Record given;
    for (const auto name : {"inappropriate_in_any_school", "evidence", "parent_consulted", "package_in_section_f", "section_i_names_none"}) toss(chance, given, name, 80);
    return given;
}

Value slow_gaps_of_otherwise(const Value& given)
{
    constexpr std::pair<std::string_view, std::string_view> needed[] = {{"inappropriate_in_any_school", "test"}, {"evidence", "evidence"},
                                                                       {"parent_consulted", "consultation"}, {"package_in_section_f", "section_f"},
                                                                       {"section_i_names_none", "section_i"}};
    Value::List missing;
    for (const auto& [input, gap] : needed)
        if (!flag_in(given, input)) missing.emplace_back(gap);
    const bool complete = missing.empty();
    return Value::Record{{"is_complete", complete}, {"missing", std::move(missing)}};
}

Value::Record case_assessment_clocks(Chance& chance)
{
    const Date requested = chance.day(date(2023, 1, 1), date(2029, 12, 31));
    const int since = chance.in_hundred(40) ? chance.between(30, 44) : chance.in_hundred(40) ? chance.between(125, 145) : chance.between(-3, 300);
    Value::Record given{{"requested_on", requested}, {"today", requested + Days{since}}};
    sometimes(chance, given, "decided_on", 50, requested, 10, 60);
    toss(chance, given, "refused", 30);
    sometimes(chance, given, "plan_on", 30, requested, 60, 200);
    return given;
}

Value slow_assessment_clocks(const Value& given)
{
    const Date requested = day_in(given, "requested_on"), today = day_in(given, "today");
    const auto decided = day_if_in(given, "decided_on"), plan = day_if_in(given, "plan_on");
    int week = 0;
    for (Date monday = requested; monday <= today; monday += Days{7}) ++week;
    Date decision_due = requested, plan_due = requested;
    for (int weeks = 0; weeks < 6; ++weeks) decision_due += Days{7};
    for (int weeks = 0; weeks < 20; ++weeks) plan_due += Days{7};
    const bool refused = flag_in(given, "refused") && decided && *decided <= today;
    const bool has_plan = plan && *plan <= today;
    Value::Record answer{{"week", week}, {"is_in_progress", week >= 1 && !refused && !has_plan}};
    add_calendar_clock(answer, "decision", decision_due, today, decided);
    if (!refused) add_calendar_clock(answer, "plan", plan_due, today, plan);
    return answer;
}

Value::Record case_annual_review(Chance& chance)
{
    const Date made = chance.in_hundred(5) ? date(2024, 2, 29) : chance.day(date(2022, 1, 1), date(2028, 12, 31));
    const Date today = made + Days{chance.in_hundred(50) ? chance.between(350, 370) : chance.between(0, 900)};
    Value::Record given{{"plan_made_on", made}, {"today", today}};
    sometimes(chance, given, "last_review_on", 50, today, -380, 0);
    sometimes(chance, given, "excluded_on", 30, today, -200, 3);
    sometimes(chance, given, "broke_down_on", 20, today, -200, 3);
    sometimes(chance, given, "held_on", 20, today, -10, 10);
    return given;
}

Value slow_annual_review(const Value& given)
{
    const Date made = day_in(given, "plan_made_on"), today = day_in(given, "today");
    const auto reviewed = day_if_in(given, "last_review_on"), held = day_if_in(given, "held_on");
    const Date counts_from = reviewed && *reviewed > made ? *reviewed : made;
    auto answer = *slow_clock("", slow_months_after(counts_from, 12), today, held, every_day(), days_that_warn);
    bool early = false;
    for (const auto name : {"excluded_on", "broke_down_on"})
        if (const auto day = day_if_in(given, name)) early = early || (*day > counts_from && *day <= today);
    if (held && *held <= today) early = false;
    for (auto& [name, value] : answer)
        if (early && name == "severity" && value == Value{"info"}) value = Value{"warn"};
    answer.emplace_back("is_early", early);
    return answer;
}

Value::Record case_must_prepare_for_adulthood(Chance& chance)
{
    const Date meeting = chance.in_hundred(40) ? date(chance.between(2023, 2029), 8, 30) + Days{chance.between(0, 4)} : chance.day(date(2023, 1, 1), date(2029, 12, 31));
    Value::Record given{{"meeting_on", meeting}};
    if (chance.in_hundred(40)) given.emplace_back("year_group", chance.in_hundred(60) ? chance.between(8, 10) : chance.between(0, 20));
    if (chance.in_hundred(90))
        given.emplace_back("born", date(year_of(meeting) - (chance.in_hundred(60) ? chance.between(13, 14) : chance.between(4, 25)), 8, 30) +
                                       Days{chance.in_hundred(50) ? chance.between(0, 4) : chance.between(-240, 120)});
    return given;
}

/// The age on the last 31 August: fourteen-year-olds start year 10, so thirteen-year-olds year 9.
Value slow_must_prepare_for_adulthood(const Value& given)
{
    const auto born = day_if_in(given, "born");
    if (!born && !given.find("year_group")) return Value::Record{{"error", "rule.input_wrong"}};
    int group = whole_in(given, "year_group", -100);
    if (group == -100) {
        Date august = day_in(given, "meeting_on");
        while (!(month_of(august) == 8 && day_of_month(august) == 31) || august == day_in(given, "meeting_on")) august -= Days{1};
        const bool had_birthday = month_of(*born) <= 8;
        group = year_of(august) - year_of(*born) - (had_birthday ? 0 : 1) - 4;
    }
    return Value::Record{{"must_prepare_for_adulthood", group == 9 || group > 9}, {"year_group", group}};
}

Value::Record case_review_meeting_clocks(Chance& chance)
{
    const Date meeting = chance.day(date(2023, 1, 1), date(2029, 12, 31));
    Value::Record given{{"meeting_on", meeting}, {"today", meeting + Days{chance.between(0, 100)}}};
    sometimes(chance, given, "report_on", 50, meeting, 0, 30);
    sometimes(chance, given, "decided_on", 50, meeting, 0, 40);
    toss(chance, given, "amends", 60);
    sometimes(chance, given, "notice_on", 60, meeting, 10, 45);
    sometimes(chance, given, "amended_plan_on", 30, meeting, 40, 110);
    return given;
}

Value slow_review_meeting_clocks(const Value& given)
{
    const Date meeting = day_in(given, "meeting_on"), today = day_in(given, "today");
    Value::Record answer;
    add_calendar_clock(answer, "report", meeting + Days{14}, today, day_if_in(given, "report_on"));
    add_calendar_clock(answer, "decision", meeting + Days{28}, today, day_if_in(given, "decided_on"));
    if (!flag_in(given, "amends")) return answer;
    Date due = meeting + Days{84};
    const auto notice = day_if_in(given, "notice_on");
    if (notice && *notice + Days{56} < due) due = *notice + Days{56};
    add_calendar_clock(answer, "plan", due, today, day_if_in(given, "amended_plan_on"));
    return answer;
}

Value::Record case_phase_transfer(Chance& chance)
{
    const int year = chance.between(2023, 2030);
    Value::Record given{{"year", year}, {"today", date(year, 2, 15) + Days{chance.between(-60, 60)}}};
    toss(chance, given, "to_post16");
    sometimes(chance, given, "plan_on", 40, date(year, 2, 15), -40, 60);
    return given;
}

Value slow_phase_transfer(const Value& given)
{
    Date due = date(whole_in(given, "year"), 1, 1);
    const unsigned month = flag_in(given, "to_post16") ? 3 : 2, day = month == 3 ? 31 : 15;
    while (month_of(due) != month || day_of_month(due) != day) due += Days{1};
    Value::Record answer;
    add_calendar_clock(answer, "", due, day_in(given, "today"), day_if_in(given, "plan_on"));
    return answer;
}

Value::Record case_personal_education_clocks(Chance& chance)
{
    const Date from = chance.in_hundred(20) ? date(chance.between(2023, 2028), 12, 1) + Days{chance.between(0, 31)} : chance.day(date(2023, 1, 1), date(2028, 12, 31));
    Value::Record given{{"looked_after_from", from}, {"today", from + Days{chance.between(-2, 45)}}};
    sometimes(chance, given, "begun_on", 50, from, 0, 25);
    sometimes(chance, given, "ready_on", 40, from, 5, 45);
    return given;
}

Date working_days_on(Date day, int count)
{
    while (count > 0) {
        day += Days{1};
        if (is_working(day)) --count;
    }
    return day;
}

Value slow_personal_education_clocks(const Value& given)
{
    const Date from = day_in(given, "looked_after_from"), today = day_in(given, "today");
    auto answer = *slow_clock("begun", working_days_on(from, 10), today, day_if_in(given, "begun_on"), working_days(), working_days_that_warn);
    add(answer, *slow_clock("ready", working_days_on(from, 20), today, day_if_in(given, "ready_on"), working_days(), working_days_that_warn));
    return answer;
}

Value three_terms()
{
    Value::List terms;
    for (const int year : {2025, 2026}) {
        terms.push_back(Value::List{date(year, 9, 2), date(year, 12, 18)});
        terms.push_back(Value::List{date(year + 1, 1, 5), date(year + 1, 3, 26)});
        terms.push_back(Value::List{date(year + 1, 4, 13), date(year + 1, 7, 22)});
    }
    return Value::Record{{"terms", std::move(terms)}};
}

Value::Record case_personal_education_review(Chance& chance)
{
    const Date from = chance.day(date(2025, 8, 1), date(2027, 3, 1));
    const Date today = from + Days{chance.between(0, 200)};
    Value::Record given{{"looked_after_from", from}, {"today", today}, {"calendar", chance.in_hundred(10) ? three_terms() : chance.calendar()}};
    sometimes(chance, given, "ready_on", 60, from, 10, 40);
    sometimes(chance, given, "last_reviewed_on", 40, from, 20, 120);
    sometimes(chance, given, "held_on", 30, today, -20, 20);
    return given;
}

Value slow_personal_education_review(const Value& given)
{
    auto halves = SlowCalendar{given}.terms();
    std::ranges::sort(halves);
    const auto year_of_school = [](Date day) { return month_of(day) >= 9 ? year_of(day) : year_of(day) - 1; };
    Date last = working_days_on(day_in(given, "looked_after_from"), 20);
    if (const auto ready = day_if_in(given, "ready_on")) last = *ready;
    if (const auto reviewed = day_if_in(given, "last_reviewed_on")) last = *reviewed;
    for (int year = year_of_school(last);; ++year) {
        std::vector<std::pair<Date, Date>> of_year;
        for (const auto& half : halves)
            if (year_of_school(half.first) == year) of_year.push_back(half);
        if (of_year.size() != 6 && of_year.size() != 3) return calendar_missing();
        const std::size_t parts = of_year.size() / 3;
        for (std::size_t term = 0; term < 3; ++term) {
            if (of_year[term * parts].first <= last) continue;
            Value::Record answer;
            add_calendar_clock(answer, "review", of_year[term * parts + parts - 1].second, day_in(given, "today"), day_if_in(given, "held_on"));
            return answer;
        }
    }
}

Value::Record case_gaps_of_looked_after(Chance& chance)
{
    Value::Record given;
    toss(chance, given, "is_looked_after", 80);
    for (const auto name : {"has_personal_education_plan", "virtual_head_consulted", "caring_authority_known"}) toss(chance, given, name, 70);
    toss(chance, given, "changes_school");
    if (chance.in_hundred(90)) given.emplace_back("year_group", chance.between(-1, 13));
    toss(chance, given, "senior_officer_agreed", 30);
    return given;
}

Value slow_gaps_of_looked_after(const Value& given)
{
    Value::List missing;
    if (!flag_in(given, "has_personal_education_plan")) missing.emplace_back("personal_education_plan");
    if (!flag_in(given, "virtual_head_consulted")) missing.emplace_back("virtual_head");
    if (!flag_in(given, "caring_authority_known")) missing.emplace_back("caring_authority");
    const int year = whole_in(given, "year_group", -99);
    if (flag_in(given, "changes_school") && (year == 10 || year == 11) && !flag_in(given, "senior_officer_agreed")) missing.emplace_back("senior_officer");
    if (!flag_in(given, "is_looked_after")) missing.clear();
    const bool warns = !missing.empty();
    return Value::Record{{"warns", warns}, {"missing", std::move(missing)}};
}

constexpr SlowRule slow_plan_rules[] = {
    {"obstacles_of_plan", case_obstacles_of_plan, slow_obstacles_of_plan},
    {"gaps_of_otherwise", case_gaps_of_otherwise, slow_gaps_of_otherwise},
    {"assessment_clocks", case_assessment_clocks, slow_assessment_clocks},
    {"annual_review", case_annual_review, slow_annual_review},
    {"must_prepare_for_adulthood", case_must_prepare_for_adulthood, slow_must_prepare_for_adulthood},
    {"review_meeting_clocks", case_review_meeting_clocks, slow_review_meeting_clocks},
    {"phase_transfer", case_phase_transfer, slow_phase_transfer},
    {"personal_education_clocks", case_personal_education_clocks, slow_personal_education_clocks},
    {"personal_education_review", case_personal_education_review, slow_personal_education_review},
    {"gaps_of_looked_after", case_gaps_of_looked_after, slow_gaps_of_looked_after},
};

TEST_CASE("EHC plans and looked-after children agree with stepping through weeks and terms, for ten thousand random cases a rule")
{
    hold_against(law::plan_rules(), slow_plan_rules);
}

}  // namespace
}  // namespace waymark::slow
