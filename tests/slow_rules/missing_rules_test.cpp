// R42 to R43a, the slow way.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>

#include "law/rules/groups.hpp"
#include "slow_rules/compare.hpp"
#include "slow_rules/slow_clock.hpp"

namespace waymark::slow {
namespace {

constexpr int school_days_that_warn = 5;

/// A child about to reach, within or about to leave compulsory school age, seen from a day.
Date born_for(Chance& chance, Date day)
{
    if (chance.in_hundred(15)) return day - Days{chance.between(1750, 2050)};
    if (chance.in_hundred(20)) return day - Days{chance.between(5600, 6300)};
    return day - Days{chance.between(2200, 5500)};
}

void toss_education(Chance& chance, Value::Record& given)
{
    toss(chance, given, "on_roll", 10);
    toss(chance, given, "suitably_educated", 10);
}

Value::Record case_is_missing_education(Chance& chance)
{
    const Date day = chance.school_time();
    Value::Record given{{"born", born_for(chance, day)}, {"day", day}};
    toss(chance, given, "on_roll", 40);
    toss(chance, given, "suitably_educated", 40);
    return given;
}

Value slow_is_missing_education(const Value& given)
{
    bool missing = is_of_slow_school_age(day_in(given, "born"), day_in(given, "day"));
    if (flag_in(given, "on_roll")) missing = false;
    if (flag_in(given, "suitably_educated")) missing = false;
    return Value::Record{{"is_missing_education", missing}};
}

Value::Record case_unplaced(Chance& chance)
{
    const Date ended_on = chance.school_time();
    Value::Record given{{"born", born_for(chance, ended_on)}, {"ended_on", ended_on}, {"today", ended_on + Days{chance.between(-3, 30)}}, {"calendar", chance.calendar()}};
    sometimes(chance, given, "next_starts_on", 40, ended_on, 1, 30);
    toss_education(chance, given);
    if (chance.in_hundred(20))
        given.emplace_back("settings", Value::Record{{"unplaced_school_days_warning", chance.between(0, 8)}, {"unplaced_school_days", chance.between(0, 15)}});
    return given;
}

Value slow_unplaced(const Value& given)
{
    int warns_over = 5, refers_over = 10;
    if (const auto* settings = given.find("settings")) {
        warns_over = whole_in(*settings, "unplaced_school_days_warning");
        refers_over = whole_in(*settings, "unplaced_school_days");
    }
    if (flag_in(given, "on_roll") || flag_in(given, "suitably_educated"))
        return Value::Record{{"school_days", 0}, {"stage", "none"}, {"days_left", refers_over}, {"severity", "info"}, {"is_met", true}};
    const SlowCalendar school{given};
    const Date born = day_in(given, "born"), today = day_in(given, "today"), ended = day_in(given, "ended_on");
    const auto next = day_if_in(given, "next_starts_on");
    const auto [first, last] = slow_school_age(born);
    int without = 0;
    for (Date day = ended + Days{1}; day <= today; day += Days{1}) {
        if (next && day >= *next) break;
        if (day < first || day > last) continue;
        if (!school.knows(day)) return calendar_missing();
        if (school.meets(day)) ++without;
    }
    const bool has_begun = next && *next <= today;
    Value::Record answer{{"school_days", without}, {"days_left", refers_over - without}, {"is_met", has_begun}};
    std::string_view stage = "none";
    if (!has_begun && today >= first && today <= last) stage = without > refers_over ? "referral" : without > warns_over ? "warn" : without > 0 ? "list" : "none";
    answer.emplace_back("stage", stage);
    answer.emplace_back("severity", stage == "referral" ? "breach" : stage == "warn" ? "warn" : "info");
    int counted = 0;
    for (Date day = std::max(ended + Days{1}, first); !has_begun && refers_over > 0 && day <= last && school.knows(day); day += Days{1}) {
        if (school.meets(day)) ++counted;
        if (counted < refers_over) continue;
        answer.emplace_back("due", day);
        break;
    }
    return answer;
}

Value::Record case_unauthorised_run(Chance& chance)
{
    const Date from = chance.school_time();
    std::vector<Date> absent;
    Date day = from;
    for (int left = chance.between(0, 30); left > 0; --left, day += Days{1})
        if (!is_weekend(day) && !chance.in_hundred(3)) absent.push_back(day);
    if (chance.in_hundred(10) && !absent.empty()) absent.push_back(absent.front());
    if (chance.in_hundred(20)) std::ranges::reverse(absent);
    Value::Record given{{"absent", law::days_value(absent)}, {"today", day + Days{chance.between(-6, 4)}}, {"calendar", chance.calendar()}};
    sometimes(chance, given, "told_on", 40, from, -3, 35);
    return given;
}

Value slow_unauthorised_run(const Value& given)
{
    const SlowCalendar school{given};
    const Date today = day_in(given, "today");
    const auto told = day_if_in(given, "told_on");
    const auto days = days_in(given, "absent");
    const std::set<Date> absent{days.begin(), days.end()};
    std::optional<Date> begins;
    for (const Date day : absent) {
        if (day > today) break;
        if (!school.knows(day)) return calendar_missing();
        if (school.meets(day) && !begins) begins = day;
    }
    int run = 0, longest = 0;
    std::optional<Date> run_from, due, due_from;
    for (Date day = begins.value_or(today + Days{1}); day <= today; day += Days{1}) {
        if (!school.knows(day)) return calendar_missing();
        if (!school.meets(day)) continue;
        if (!absent.contains(day)) {
            run = 0;
            continue;
        }
        if (run == 0) run_from = day;
        ++run;
        longest = std::max(longest, run);
        if (run == 10) {
            due = day;
            due_from = run_from;
        }
    }
    const bool is_told = due && told && *told <= today && *told >= *due_from;
    std::string_view severity = "info";
    if (!due && run >= 5) severity = "warn";
    if (due && !is_told) severity = *due == today ? "warn" : "breach";
    Value::Record answer{{"longest", longest}, {"current", run}, {"is_long_enough", due.has_value()}, {"severity", severity}, {"is_met", is_told}};
    if (due) answer.emplace_back("due", *due);
    return answer;
}

Value::Record case_not_in_school_ground(Chance& chance)
{
    const Date day = chance.school_time();
    Value::Record given{{"born", born_for(chance, day)}, {"day", day}};
    toss(chance, given, "on_roll", 60);
    toss(chance, given, "educated_elsewhere");
    sometimes(chance, given, "in_force_from", 60, day, -2, 2);
    return given;
}

Value slow_not_in_school_ground(const Value& given)
{
    const Date day = day_in(given, "day");
    const bool on_roll = flag_in(given, "on_roll"), elsewhere = flag_in(given, "educated_elsewhere");
    std::string_view ground = "none";
    if (is_of_slow_school_age(day_in(given, "born"), day)) {
        if (on_roll && elsewhere) ground = "educated_elsewhere";
        if (!on_roll) ground = "no_roll";
    }
    const auto from = day_if_in(given, "in_force_from");
    return Value::Record{{"would_be_on_register", ground != "none"}, {"ground", ground}, {"is_in_force", from ? *from <= day : false}};
}

constexpr std::array<std::string_view, 12> recorded_groups{
    "child_in_need_or_protection", "refuge", "youth_justice", "alternative_provision", "special_needs_without_plan", "carer", "homeless", "kinship_care",
    "traveller_refugee_asylum", "refused_for_behaviour", "exceptional_circumstances", "previously_looked_after"};

Value::Record case_fair_access_groups(Chance& chance)
{
    const Date day = chance.school_time();
    Value::List groups;
    for (int left = chance.between(0, 3); left > 0; --left) groups.emplace_back(chance.one_of(std::span{recorded_groups}));
    Value::Record given{{"day", day}, {"groups", std::move(groups)}};
    sometimes(chance, given, "out_of_education_since", 60, day, -35, -20);
    toss(chance, given, "no_place_within_reach", 70);
    toss(chance, given, "can_get_place_in_year", 20);
    return given;
}

Value slow_fair_access_groups(const Value& given)
{
    std::set<std::string> recorded;
    for (const auto& group : list_in(given, "groups")) recorded.insert(*group.text());
    const auto since = day_if_in(given, "out_of_education_since");
    int days_out = 0;
    for (Date day = since.value_or(day_in(given, "day")); day < day_in(given, "day"); day += Days{1}) ++days_out;
    const bool out = days_out >= 28 && flag_in(given, "no_place_within_reach");
    Value::List found;
    for (const auto group : recorded_groups) {
        if (group == "previously_looked_after" && out) found.emplace_back("out_of_education");
        if (recorded.contains(std::string{group})) found.emplace_back(group);
    }
    if (flag_in(given, "can_get_place_in_year")) found.clear();
    const bool is_eligible = !found.empty();
    return Value::Record{{"is_eligible", is_eligible}, {"eligible_by", std::move(found)}};
}

Value::Record case_from_day(Chance& chance, std::string_view from_name, std::string_view done_name, int longest)
{
    const Date from = chance.school_time();
    Value::Record given{{std::string{from_name}, from}, {"today", from + Days{chance.between(0, longest)}}, {"calendar", chance.calendar()}};
    sometimes(chance, given, done_name, 40, from, 0, longest);
    return given;
}

Value::Record case_fair_access_place(Chance& chance) { return case_from_day(chance, "referred_on", "placed_on", 50); }

Value slow_fair_access_place(const Value& given)
{
    const SlowCalendar school{given};
    const auto due = school.after(day_in(given, "referred_on"), 20);
    if (!due) return calendar_missing();
    const auto clock = slow_clock("", *due, day_in(given, "today"), day_if_in(given, "placed_on"), school_days(school), school_days_that_warn);
    return clock ? Value{*clock} : calendar_missing();
}

Value::Record case_in_year_answer(Chance& chance) { return case_from_day(chance, "applied_on", "answered_on", 40); }

Value slow_in_year_answer(const Value& given)
{
    const SlowCalendar school{given};
    const Date today = day_in(given, "today");
    const auto answered = day_if_in(given, "answered_on");
    const auto aim = school.after(day_in(given, "applied_on"), 10), latest = school.after(day_in(given, "applied_on"), 15);
    if (!aim || !latest) return calendar_missing();
    const bool is_answered = answered && *answered <= today;
    const auto left = stepped(is_answered ? *answered : today, *latest, school_days(school));
    if (!left) return calendar_missing();
    const std::string_view severity = is_answered || today <= *aim ? "info" : today <= *latest ? "warn" : "breach";
    return Value::Record{{"aim", *aim}, {"due", *latest}, {"days_left", *left}, {"severity", severity}, {"is_met", is_answered}};
}

Value::Record case_preference_lost(Chance& chance)
{
    const Date day = chance.in_hundred(5) ? date(2024, 3, 1) : chance.day(date(2021, 1, 1), date(2029, 12, 31));
    std::vector<Date> exclusions;
    for (int left = chance.between(0, 4); left > 0; --left) {
        const int ago = chance.in_hundred(30) ? chance.between(728, 733) : chance.between(-60, 1200);
        exclusions.push_back(chance.in_hundred(5) ? date(2024, 2, 29) : day - Days{ago});
    }
    return {{"permanent_exclusions", law::days_value(exclusions)}, {"day", day}};
}

Value slow_preference_lost(const Value& given)
{
    const Date day = day_in(given, "day");
    const auto listed = days_in(given, "permanent_exclusions");
    Date latest{};
    std::set<Date> different;
    for (const Date one : listed) {
        if (one > day) continue;
        different.insert(one);
        if (different.size() == 1 || one > latest) latest = one;
    }
    if (different.size() < 2) return Value::Record{{"is_lost", false}};
    // The two years end on the day before their second anniversary, or before 1 March where there is none.
    Date last = latest;
    while (whole_years_between(latest, last + Days{1}) < 2) last += Days{1};
    return Value::Record{{"is_lost", day <= last}, {"from", latest}, {"to", last}};
}

constexpr SlowRule slow_missing_rules[] = {
    {"is_missing_education", case_is_missing_education, slow_is_missing_education},
    {"unplaced", case_unplaced, slow_unplaced},
    {"unauthorised_run", case_unauthorised_run, slow_unauthorised_run},
    {"not_in_school_ground", case_not_in_school_ground, slow_not_in_school_ground},
    {"fair_access_groups", case_fair_access_groups, slow_fair_access_groups},
    {"fair_access_place", case_fair_access_place, slow_fair_access_place},
    {"in_year_answer", case_in_year_answer, slow_in_year_answer},
    {"preference_lost", case_preference_lost, slow_preference_lost},
};

TEST_CASE("children missing education and fair access agree with stepping through each day, for ten thousand random cases a rule")
{
    hold_against(law::missing_rules(), slow_missing_rules);
}

TEST_CASE("one more closure never brings forward the day by which a place is allocated or an application answered")
{
    Chance chance{43};
    for (const auto& slow_rule : slow_missing_rules) {
        if (slow_rule.name != "fair_access_place" && slow_rule.name != "in_year_answer") continue;
        const auto* rule = law::find_rule_function(slow_rule.name);
        REQUIRE(rule);
        for (int at = 0; at < 1000; ++at) {
            Value::Record given = slow_rule.random_case(chance);
            const Value before = law::answer_case(*rule, given);
            for (auto& [field, value] : given)
                if (field == "calendar") value = with_closure(chance, value);
            const Value after = law::answer_case(*rule, given);
            if (before.find("error") || after.find("error")) continue;
            REQUIRE(day_in(after, "due") >= day_in(before, "due"));
        }
    }
}

TEST_CASE("one more closure never adds to the school days without a place")
{
    Chance chance{42};
    const auto* rule = law::find_rule_function("unplaced");
    REQUIRE(rule);
    for (int at = 0; at < 1000; ++at) {
        Value::Record given = case_unplaced(chance);
        const Value before = law::answer_case(*rule, given);
        for (auto& [field, value] : given)
            if (field == "calendar") value = with_closure(chance, value);
        const Value after = law::answer_case(*rule, given);
        if (before.find("error") || after.find("error")) continue;
        REQUIRE(whole_in(after, "school_days") <= whole_in(before, "school_days"));
    }
}

}  // namespace
}  // namespace waymark::slow
