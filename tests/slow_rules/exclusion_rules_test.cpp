// R6 to R12, the slow way: each school day by itself. Suspensions: slow_suspensions.cpp.
#include <doctest/doctest.h>

#include <algorithm>

#include "law/rules/groups.hpp"
#include "slow_rules/compare.hpp"
#include "slow_rules/slow_suspensions.hpp"

namespace waymark::slow {
namespace {

Value::Record case_full_time_due(Chance& chance) { return {{"calendar", chance.calendar()}, {"first_day", exclusion_day(chance)}}; }

Value slow_full_time_due(const Value& given)
{
    const auto due = SlowCalendar{given}.nth(day_in(given, "first_day"), 6);
    return due ? Value{Value::Record{{"due", *due}}} : calendar_missing();
}

Value::Record case_day_six_clock(Chance& chance)
{
    auto given = case_full_time_due(chance);
    const Date first = parse_iso_date(*given[1].second.text()).value();
    given.emplace_back("today", first + Days{chance.between(-4, 20)});
    maybe_day(given, chance, 40, "full_time_from", first + Days{chance.between(-2, 20)});
    maybe_day(given, chance, 50, "part_time_from", first + Days{chance.between(-2, 20)});
    if (chance.in_hundred(60)) given.emplace_back("exception", chance.one({"none", "year_11_exams_over", "plan_hours"}));
    maybe_day(given, chance, 40, "exception_from", first + Days{chance.between(-5, 20)});
    if (chance.in_hundred(20)) given.emplace_back("status", any_status(chance));
    maybe_warning_day(given, chance);
    return given;
}

Value slow_day_six_clock(const Value& given)
{
    if (!excludes_still(text_in(given, "status"))) return Value::Record{{"is_running", false}};
    const SlowCalendar school{given};
    const Date first = day_in(given, "first_day");
    const auto due = school.nth(first, 6);
    if (!due) return calendar_missing();
    const auto is_in_place = [&](std::string_view name, Date on) { return day_if_in(given, name) && *day_if_in(given, name) <= on; };
    const auto is_enough = [&](Date on) {
        if (is_in_place("full_time_from", on)) return true;
        const auto exception = text_in(given, "exception");
        if (exception.empty() || exception == "none" || on < first) return false;
        if (day_if_in(given, "exception_from") && !is_in_place("exception_from", on)) return false;
        return exception == "year_11_exams_over" || is_in_place("part_time_from", on);
    };
    std::optional<Date> enough_from;
    for (Date on = first - Days{10}; on <= first + Days{120} && !enough_from; on += Days{1})
        if (is_enough(on)) enough_from = on;
    return slow_clock(given, first, *due, enough_from);
}

Value::Record case_day_six_exception(Chance& chance)
{
    Value::Record given{{"day", exclusion_day(chance)}, {"year_group", chance.in_hundred(40) ? 11 : chance.between(-2, 14)}};
    if (chance.in_hundred(50)) given.emplace_back("public_exams_over", chance.in_hundred(70));
    const int plan = chance.in_hundred(40) ? chance.between(1250, 1510) : 60 * chance.between(0, 30);
    if (chance.in_hundred(70)) given.emplace_back("plan_minutes", plan);
    if (chance.in_hundred(80)) given.emplace_back("provided_minutes", std::max(0, plan + chance.between(-2, 3)));
    return given;
}

Value slow_day_six_exception(const Value& given)
{
    const int year = whole_in(given, "year_group");
    std::string_view exception = "none";
    constexpr int usual[] = {1260, 1260, 1260, 1410, 1410, 1410, 1410, 1440, 1440, 1440, 1500, 1500};   // Reception to year 11
    const bool has_usual = year >= 0 && year <= 11;
    if (has_usual && given.find("plan_minutes") && whole_in(given, "plan_minutes") < usual[year] &&
        whole_in(given, "provided_minutes") >= whole_in(given, "plan_minutes"))
        exception = "plan_hours";
    if (year == 11 && flag_in(given, "public_exams_over")) exception = "year_11_exams_over";
    return Value::Record{{"exception", exception}};
}

Value::Record case_exclusion_notice(Chance& chance)
{
    Value::Record given;
    if (chance.in_hundred(60)) given.emplace_back("has_social_worker", chance.in_hundred(60));
    if (chance.in_hundred(60)) given.emplace_back("has_virtual_head", chance.in_hundred(60));
    return given;
}

Value slow_exclusion_notice(const Value& given)
{
    Value::List tell{"parent", "authority"};
    if (flag_in(given, "has_social_worker")) tell.emplace_back("social_worker");
    if (flag_in(given, "has_virtual_head")) tell.emplace_back("virtual_head");
    return Value::Record{{"tell", std::move(tell)}};
}

Value::Record case_provision_notice(Chance& chance)
{
    auto given = case_full_time_due(chance);
    const Date first = parse_iso_date(*given[1].second.text()).value(), starts = first + Days{chance.between(0, 14)};
    const int minute = 15 * chance.between(32, 56);
    given.insert(given.end(), {{"afternoon_ends_minute", 15 * chance.between(58, 64)}, {"starts_on", starts}, {"starts_minute", minute}});
    for (const std::string_view name : {"known_on_first_day", "parent_consents", "gives_start_date", "gives_times", "gives_address", "gives_person"})
        if (chance.in_hundred(60)) given.emplace_back(name, chance.in_hundred(70));
    if (chance.in_hundred(80)) {
        given.emplace_back("told_on", chance.in_hundred(50) ? starts - Days{2} : first + Days{chance.between(0, 10)});
        given.emplace_back("told_minute", std::max(0, minute + chance.between(-1, 1)));
    }
    return given;
}

Value slow_provision_notice(const Value& given)
{
    const Date first = day_in(given, "first_day");
    const auto day_six = SlowCalendar{given}.nth(first, 6);
    if (!day_six) return calendar_missing();
    Date latest = first;
    int minute = whole_in(given, "afternoon_ends_minute");
    bool is_waived = false;
    if (!flag_in(given, "known_on_first_day")) {
        latest = day_in(given, "starts_on");
        minute = whole_in(given, "starts_minute");
        is_waived = flag_in(given, "parent_consents") && latest < *day_six;
        if (!is_waived) latest -= Days{2};
    }
    Value::Record answer{{"latest_on", latest}, {"latest_minute", minute}, {"is_waived", is_waived}};
    if (const auto told = day_if_in(given, "told_on"))
        answer.emplace_back("is_in_time", *told < latest || (*told == latest && whole_in(given, "told_minute") <= minute));
    Value::List missing;
    for (const std::string_view what : {"start_date", "times", "address", "person"})
        if (!flag_in(given, "gives_" + std::string{what})) missing.emplace_back(what);
    answer.emplace_back("missing", std::move(missing));
    return answer;
}

Value::Record case_day_one_clock(Chance& chance)
{
    auto given = case_full_time_due(chance);
    const Date first = parse_iso_date(*given[1].second.text()).value();
    given.emplace_back("today", first + Days{chance.between(-6, 12)});
    maybe_day(given, chance, 60, "full_time_from", first + Days{chance.between(-3, 12)});
    return given;
}

Value slow_day_one_clock(const Value& given)
{
    const Date first = day_in(given, "first_day"), today = day_in(given, "today");
    const auto left = school_days_to(SlowCalendar{given}, today, first);
    if (!left) return calendar_missing();
    const auto from = day_if_in(given, "full_time_from");
    const bool is_met = from && (*from <= first || *from <= today);
    return Value::Record{{"due", first}, {"school_days_left", *left}, {"severity", !is_met && today >= first ? "warn" : "info"}, {"is_met", is_met}};
}

Value::Record case_review_timeline(Chance& chance)
{
    const Date notice = chance.day(date(2025, 9, 10), date(2027, 3, 20)), decided = notice + Days{chance.between(0, 40)};
    const Date requested = decided + Days{chance.between(0, 35)}, finished = requested + Days{chance.between(0, 50)};
    Value::Record given{{"calendar", chance.calendar()}, {"notice_on", notice}, {"today", notice + Days{chance.between(0, 130)}}};
    maybe_day(given, chance, 85, "decided_on", decided);
    maybe_day(given, chance, 25, "waived_on", decided + Days{chance.between(-5, 30)});
    maybe_day(given, chance, 60, "requested_on", requested);
    maybe_day(given, chance, 40, "panel_met_on", std::max(requested, finished - Days{3}));
    maybe_day(given, chance, 40, "panel_finished_on", finished);
    maybe_day(given, chance, 15, "reinstated_on", finished + Days{chance.between(0, 10)});
    return given;
}

Value slow_review_timeline(const Value& given)
{
    const SlowCalendar school{given};
    const Date today = day_in(given, "today");
    const auto decided = day_if_in(given, "decided_on"), requested = day_if_in(given, "requested_on"), finished = day_if_in(given, "panel_finished_on"),
               waived = day_if_in(given, "waived_on"), reinstated = day_if_in(given, "reinstated_on");
    const auto governors = school.after(day_in(given, "notice_on"), 15);
    const auto last_request = decided ? school.after(*decided, 15) : std::nullopt;
    if (!governors || (decided && !last_request)) return calendar_missing();
    const bool in_time = decided && requested && *requested <= *last_request;
    const auto panel = in_time ? school.after(*requested, 15) : std::nullopt;
    if (in_time && !panel) return calendar_missing();

    std::optional<Date> removal;
    if (decided && !reinstated)
        for (Date on = *decided; on < *decided + Days{300} && !removal; on += Days{1}) {
            const bool period_passed = !in_time && on > *last_request;
            const bool given_up = waived && on >= *waived;
            const bool panel_over = in_time && finished && on >= *finished;
            if (period_passed || given_up || panel_over) removal = on;
        }

    std::string_view stage = "request_open";
    if (in_time) stage = "panel_to_finish";
    if (removal && *removal <= today) stage = "may_leave_roll";
    if (!decided) stage = "governors_to_decide";
    if (reinstated) stage = "reinstated";
    const bool panel_sat = finished || day_if_in(given, "panel_met_on");
    const bool is_late = (stage == "governors_to_decide" && *governors < today) || (stage == "panel_to_finish" && !panel_sat && *panel < today);

    Value::Record answer{{"stage", stage}, {"is_late", is_late}, {"governors_meet_by", *governors}};
    const auto add = [&](std::string_view name, std::optional<Date> on) { if (on) answer.emplace_back(name, *on); };
    add("request_by", last_request);
    add("panel_meets_by", panel);
    add("earliest_roll_removal", removal);
    add("revisit_placement_on", reinstated);
    return answer;
}

Value slow_money_moves_from(const Value& given)
{
    const SlowCalendar school{given};
    Date on = day_in(given, "first_day");
    for (int school_days = 0; school_days < 6;) {
        on += Days{1};
        if (!school.knows(on)) return calendar_missing();
        if (school.meets(on)) ++school_days;
    }
    return Value::Record{{"relevant_date", on}};
}

Value::Record case_funding_that_follows(Chance& chance)
{
    const Date relevant = chance.in_hundred(30) ? chance.day(date(2027, 3, 15), date(2027, 4, 15)) : chance.day(date(2025, 9, 1), date(2027, 8, 31));
    Value::Record given{{"relevant_date", relevant}, {"a_year_pence", chance.in_hundred(30) ? chance.between(0, 300) : chance.between(0, 2'000'000)}};
    if (chance.in_hundred(50)) given.emplace_back("pupil_premium_pence", chance.between(0, 300'000));
    if (chance.in_hundred(40)) given.emplace_back("adjustment_pence", chance.between(-400'000, 400'000));
    maybe_day(given, chance, 40, "would_leave_on", chance.in_hundred(50) ? relevant + Days{chance.between(-3, 30)} : date(year_of(relevant), 7, 21));
    return given;
}

Value slow_funding_that_follows(const Value& given)
{
    Date last = day_in(given, "relevant_date");
    while (!(month_of(last) == 3 && day_of_month(last) == 31)) last += Days{1};
    if (const auto leaves = day_if_in(given, "would_leave_on"); leaves && *leaves < last) last = *leaves;
    int weeks = 0;
    for (Date week = day_in(given, "relevant_date"); week + Days{6} <= last; week += Days{7}) ++weeks;
    const auto share = [&](std::int64_t a_year) {
        std::int64_t fifty_seconds = 0;
        for (int week = 0; week < weeks; ++week) fifty_seconds += a_year;
        return fifty_seconds / 52 + (fifty_seconds % 52 >= 26 ? 1 : 0);
    };
    return Value::Record{{"weeks", weeks}, {"last_day", last}, {"budget_pence", share(whole_in(given, "a_year_pence")) + whole_in(given, "adjustment_pence")},
                         {"pupil_premium_pence", share(whole_in(given, "pupil_premium_pence"))}};
}

constexpr SlowRule slow_exclusion_rules[] = {
    {"full_time_due", case_full_time_due, slow_full_time_due},
    {"day_six_clock", case_day_six_clock, slow_day_six_clock},
    {"suspension_runs", case_suspension_runs, slow_suspension_runs},
    {"suspension_clock", case_suspension_clock, slow_suspension_clock},
    {"suspension_total", case_suspension_total, slow_suspension_total},
    {"school_term", case_school_term, slow_school_term},
    {"governors_task", case_governors_task, slow_governors_task},
    {"day_six_exception", case_day_six_exception, slow_day_six_exception},
    {"exclusion_notice", case_exclusion_notice, slow_exclusion_notice},
    {"provision_notice", case_provision_notice, slow_provision_notice},
    {"day_one_clock", case_day_one_clock, slow_day_one_clock},
    {"review_timeline", case_review_timeline, slow_review_timeline},
    {"money_moves_from", case_full_time_due, slow_money_moves_from},
    {"funding_that_follows", case_funding_that_follows, slow_funding_that_follows},
};

TEST_CASE("exclusions and suspensions agree with laying down each half day by itself, for ten thousand random cases a rule")
{
    hold_against(law::exclusion_rules(), slow_exclusion_rules);
}

}  // namespace
}  // namespace waymark::slow
