// R50 to R60, the slow way: days and numbers looked at one by one.
#include <algorithm>
#include <array>
#include <set>

#include <doctest/doctest.h>

#include "law/rules/groups.hpp"
#include "slow_rules/compare.hpp"
#include "slow_rules/slow_table.hpp"

namespace waymark::slow {
namespace {

/// The day with the same number in a later month, found by stepping; the month's last day when it has none.
Date slow_months_later(Date from, int months)
{
    Date first = from;
    while (day_of_month(first) != 1) first -= Days{1};
    for (; months > 0; --months) {
        do first += Days{1};
        while (day_of_month(first) != 1);
    }
    for (; months < 0; ++months) {
        do first -= Days{1};
        while (day_of_month(first) != 1);
    }
    Date day = first;
    while (day_of_month(day) != day_of_month(from) && day_of_month(day + Days{1}) != 1) day += Days{1};
    return day;
}

/// The first day on which so many years are complete.
Date slow_years_later(Date from, int years)
{
    Date day = from + Days{years * 365};
    while (whole_years_between(from, day) < years) day += Days{1};
    return day;
}

Value::Record case_leaver_dates(Chance& chance)
{
    Value::Record given{{"school_year", chance.between(2000, 2098)}};
    if (chance.in_hundred(40))
        given.emplace_back("settings", Value::Record{{"destination_intended_day", chance.in_hundred(80) ? 100 * chance.between(1, 12) + chance.between(1, 31)
                                                                                                        : chance.between(0, 1400)}});
    return given;
}

/// Walks through the year until a day has that month and number; Easter from the holiday two days after which it comes.
Value slow_leaver_dates(const Value& given)
{
    const int year = whole_in(given, "school_year") + 1, wanted = setting_in(given, "destination_intended_day", 131);
    std::optional<Date> intended;
    Date easter = date(year, 3, 20);
    for (Date on = date(year, 1, 1); year_of(on) == year; on += Days{1})
        if (static_cast<int>(100 * month_of(on) + day_of_month(on)) == wanted) intended = on;
    while (!(is_holiday(easter - Days{2}) && is_holiday(easter + Days{1}) && weekday(easter) == Weekday::sunday)) easter += Days{1};
    if (!intended) return Value::Record{{"error", "law.no_such_day"}};
    return Value::Record{{"destination_intended", *intended}, {"place_offered", easter}, {"offer_guaranteed", date(year, 9, 30)}};
}

Value::Record case_sustained_checks(Chance& chance)
{
    const Date started = chance.school_time();
    Value::List looked;
    for (int count = chance.between(0, 3); count > 0; --count)
        looked.emplace_back(started + Days{chance.in_hundred(50) ? chance.between(0, 200) : 7 * chance.between(1, 30) - chance.between(0, 1)});
    Value::Record given{{"started", started}, {"today", started + Days{chance.in_hundred(50) ? chance.between(0, 220) : 7 * chance.between(3, 27) + chance.between(-1, 1)}},
                        {"looked_on", std::move(looked)}};
    if (chance.in_hundred(20))
        given.emplace_back("settings", Value::Record{{"sustained_weeks_first", chance.between(1, 20)}, {"sustained_weeks_third", chance.between(8, 40)}});
    return given;
}

Value slow_sustained_checks(const Value& given)
{
    const Date started = day_in(given, "started");
    std::multiset<Date> checks;
    for (const int weeks : {setting_in(given, "sustained_weeks_first", 4), 12, setting_in(given, "sustained_weeks_third", 26)}) {
        Date day = started;
        for (int week = 0; week < weeks; ++week) day += Days{7};
        checks.insert(day);
    }
    std::multiset<Date> open = checks;
    for (const Date look : days_in(given, "looked_on")) open.erase(open.begin(), open.upper_bound(look));
    Value::Record answer{{"checks", law::days_value({checks.begin(), checks.end()})}, {"is_overdue", !open.empty() && *open.begin() < day_in(given, "today")}};
    if (!open.empty()) answer.emplace_back("next", *open.begin());
    return answer;
}

Value::Record case_activity_follow_up(Chance& chance)
{
    const Date confirmed = chance.day(date(2024, 1, 1), date(2028, 12, 31));
    const auto activity = chance.one({"education", "employment", "training", "re_engagement", "neet_available", "neet_not_available", "other", "not_known"});
    const bool by_the_law = chance.in_hundred(50);
    const int months = !by_the_law ? chance.between(1, 14) : activity.starts_with("ne") || activity.starts_with("not") ? 3 : 12;
    const Date today = chance.in_hundred(50) ? slow_months_later(confirmed, months) + Days{chance.between(-1, 1)} : confirmed + Days{chance.between(0, 500)};
    Value::Record given{{"activity", activity}, {"confirmed", confirmed}, {"today", today}};
    if (!by_the_law) given.emplace_back("months", months);
    if (chance.in_hundred(20)) given.emplace_back("settings", Value::Record{{"activity_months", chance.between(1, 13)}, {"activity_months_neet", chance.between(1, 4)}});
    return given;
}

Value slow_activity_follow_up(const Value& given)
{
    const std::set<std::string> settled{"education", "employment", "training", "re_engagement", "other"};
    const bool is_settled = settled.contains(text_in(given, "activity"));
    const int by_the_law = is_settled ? setting_in(given, "activity_months", 12) : setting_in(given, "activity_months_neet", 3);
    const int months = whole_in(given, "months", by_the_law);
    const Date until = slow_months_later(day_in(given, "confirmed"), months);
    const bool current = !(day_in(given, "today") > until);
    return Value::Record{{"months", months}, {"current_until", until}, {"is_current", current}, {"needs_follow_up", !current || !is_settled}};
}

Value::Record case_transport_ground(Chance& chance)
{
    constexpr std::array birthdays{5, 8, 11, 16};
    const Date born = chance.day(date(2008, 1, 1), date(2022, 12, 31));
    const Date birthday = slow_years_later(born, chance.one_of(std::span{birthdays}));
    const Date on = chance.in_hundred(30) ? birthday + Days{chance.between(-1, 1)} : chance.school_time();
    constexpr std::array edges{3219, 4829, 9657, 24141};  // first whole metre beyond 2, 3, 6 and 15 miles
    const int metres = chance.in_hundred(60) ? chance.one_of(std::span{edges}) - chance.between(0, 1) : chance.between(0, 30'000);
    Value::Record given{{"day", on}, {"born", born}, {"walking_metres", metres}};
    for (const auto& [flag, chances] : std::initializer_list<std::pair<const char*, int>>{{"is_nearest_suitable", 55}, {"is_one_of_three_nearest", 50},
             {"is_chosen_for_belief", 30}, {"has_low_income", 60}, {"cannot_walk", 8}, {"is_route_unsafe", 8}})
        if (chance.in_hundred(chances)) given.emplace_back(flag, true);
    return given;
}

/// All grounds that hold, then the first of them. Distances in thousandths of a metre.
Value slow_transport_ground(const Value& given)
{
    const Date born = day_in(given, "born"), on = day_in(given, "day");
    const std::int64_t thousandths = 1000LL * whole_in(given, "walking_metres"), mile = 1'609'344;
    const auto over = [&](int miles) {
        std::int64_t limit = 0;
        for (int one = 0; one < miles; ++one) limit += mile;
        return thousandths > limit;
    };
    int age = 0;
    while (slow_years_later(born, age + 1) <= on) ++age;
    const bool nearest = flag_in(given, "is_nearest_suitable"), poor = flag_in(given, "has_low_income");
    const bool third = nearest || flag_in(given, "is_one_of_three_nearest");
    std::vector<std::string_view> grounds;
    if (nearest && flag_in(given, "cannot_walk")) grounds.emplace_back("cannot_walk");
    if (nearest && flag_in(given, "is_route_unsafe")) grounds.emplace_back("unsafe_route");
    if (nearest && ((age < 8 && over(2)) || (age >= 8 && over(3)))) grounds.emplace_back("walking_distance");
    if (poor && nearest && age >= 8 && age <= 10 && over(2)) grounds.emplace_back("low_income_to_10");
    if (poor && third && age >= 11 && over(2) && !over(6)) grounds.emplace_back("low_income_three_nearest");
    if (poor && flag_in(given, "is_chosen_for_belief") && age >= 11 && over(2) && !over(15)) grounds.emplace_back("low_income_belief");
    // Compulsory school age: from the prescribed day after the fifth birthday to the last Friday in June of the year of the sixteenth.
    Date from = slow_years_later(born, 5);
    while (!std::set<std::pair<unsigned, unsigned>>{{8, 31}, {12, 31}, {3, 31}}.contains({month_of(from), day_of_month(from)})) from += Days{1};
    Date last = slow_years_later(born, 16);
    while (!(month_of(last) == 8 && day_of_month(last) == 31)) last += Days{1};
    last = date(year_of(last), 6, 30);
    while (weekday(last) != Weekday::friday) last -= Days{1};
    if (on < from || on > last) grounds.clear();
    return Value::Record{{"is_eligible", !grounds.empty()}, {"ground", grounds.empty() ? "none" : grounds.front()}, {"age", age}};
}

Value::Record case_keep_until(Chance& chance)
{
    Value::Record given{{"record", chance.one({"pupil_record", "safeguarding_file", "abuse_material", "attendance", "allegation", "contract", "payment", "accounts",
                                                 "panel_minutes", "unplaced_enquiry"})}};
    const Date born = chance.in_hundred(5) ? date(2012, 2, 29) : chance.day(date(2000, 1, 1), date(2021, 12, 31));
    const Date from = chance.in_hundred(5) ? date(2024, 2, 29) : chance.day(date(2016, 1, 1), date(2030, 12, 31));
    if (chance.in_hundred(95)) given.emplace_back("born", born);
    if (chance.in_hundred(95)) given.emplace_back("from", from);
    if (chance.in_hundred(95)) given.emplace_back("pension_day", from + Days{chance.in_hundred(40) ? 3652 + chance.between(-1, 2) : chance.between(0, 12'000)});
    for (const auto* flag : {"has_plan", "was_looked_after", "legal_hold"})
        if (chance.in_hundred(25)) given.emplace_back(flag, true);
    constexpr std::array ends{25, 75, 6, 7, 6, 2};
    const int years = chance.one_of(std::span{ends});
    given.emplace_back("today", chance.in_hundred(50) ? slow_years_later(years >= 25 ? born : from, years) + Days{chance.between(-1, 1)}
                                                      : chance.day(date(2026, 1, 1), date(2110, 1, 1)));
    return given;
}

Value slow_keep_until(const Value& given)
{
    const auto record = text_in(given, "record");
    std::set<Date> ends;
    if (record == "pupil_record" || record == "safeguarding_file" || record == "abuse_material") {
        const auto born = day_if_in(given, "born");
        if (!born) return Value::Record{{"error", "keeping.born_missing"}};
        ends.insert(slow_years_later(*born, record == "abuse_material" ? 75 : 25));
        if (flag_in(given, "has_plan")) ends.insert(slow_years_later(*born, 31));
        if (flag_in(given, "was_looked_after")) ends.insert(slow_years_later(*born, 75));
    } else {
        const auto from = day_if_in(given, "from"), pension = day_if_in(given, "pension_day");
        if (!from) return Value::Record{{"error", "keeping.from_missing"}};
        if (record == "allegation" && !pension) return Value::Record{{"error", "keeping.pension_day_missing"}};
        ends.insert(slow_years_later(*from, record == "allegation" ? 10 : record == "unplaced_enquiry" ? 2 : record == "accounts" ? 7 : 6));
        if (record == "allegation") ends.insert(*pension);
    }
    const Date last = *ends.rbegin();
    return Value::Record{{"keep_until", last}, {"may_be_deleted", day_in(given, "today") > last && !flag_in(given, "legal_hold")}};
}

Value::Record case_subject_access_due(Chance& chance)
{
    Date received = chance.day(date(2019, 1, 1), date(2035, 12, 31));
    if (chance.in_hundred(40))
        while (day_of_month(received + Days{chance.between(1, 3)}) != 1) received += Days{1};
    return {{"received", received}, {"is_complex", chance.in_hundred(40)}};
}

Value slow_subject_access_due(const Value& given)
{
    Date due = slow_months_later(day_in(given, "received"), flag_in(given, "is_complex") ? 3 : 1);
    while (!is_working(due)) due += Days{1};
    return Value::Record{{"due", due}};
}

/// The nearest tenth, found by long division digit by digit.
Value slow_tenths_of(std::int64_t part, std::int64_t of, std::int64_t times)
{
    if (of == 0) return Value::Record{};
    std::int64_t left = part * times * 10, tenths = 0;
    for (std::int64_t step = 1'000'000'000'000; step > 0; step /= 10)
        while (left >= step * of) {
            left -= step * of;
            tenths += step;
        }
    return Value::Record{{"tenths", tenths + (left + left >= of ? 1 : 0)}};
}

Value::Record case_per_ten_thousand(Chance& chance)
{
    const int population = chance.in_hundred(5) ? 0 : chance.in_hundred(50) ? chance.between(1, 50) : chance.between(1000, 90'000);
    return {{"count", chance.between(0, std::max(population, 1))}, {"population", population}};
}

Value slow_per_ten_thousand(const Value& given) { return slow_tenths_of(whole_in(given, "count"), whole_in(given, "population"), 10'000); }

Value::Record case_share(Chance& chance)
{
    const int of = chance.in_hundred(5) ? 0 : chance.in_hundred(50) ? chance.between(1, 50) : chance.between(100, 2000);
    return {{"part", chance.between(0, of)}, {"of", of}};
}

Value slow_share(const Value& given) { return slow_tenths_of(whole_in(given, "part"), whole_in(given, "of"), 100); }

Value::Record case_median_days(Chance& chance)
{
    Value::List waits;
    for (int count = chance.between(0, 7); count > 0; --count) {
        const Date from = chance.school_time();
        waits.emplace_back(Value::Record{{"from", from}, {"to", from + Days{chance.between(0, 60)}}});
    }
    return {{"waits", std::move(waits)}};
}

/// Takes the shortest and the longest away until one or two are left.
Value slow_median_days(const Value& given)
{
    std::multiset<int> days;
    for (const auto& wait : list_in(given, "waits")) {
        int length = 0;
        for (Date on = day_in(wait, "from"); on < day_in(wait, "to"); on += Days{1}) ++length;
        days.insert(length);
    }
    if (days.empty()) return Value::Record{};
    while (days.size() > 2) {
        days.erase(days.begin());
        days.erase(std::prev(days.end()));
    }
    return Value::Record{{"half_days", *days.begin() + *days.rbegin()}};
}

Value::Record case_pence_per_session(Chance& chance)
{
    return {{"pence", chance.between(0, 100'000)}, {"sessions", chance.in_hundred(5) ? 0 : chance.between(1, 400)}};
}

Value slow_pence_per_session(const Value& given)
{
    const int pence = whole_in(given, "pence"), sessions = whole_in(given, "sessions");
    if (sessions == 0) return Value::Record{};
    int each = 0;
    while (2 * sessions * each + sessions <= 2 * pence) ++each;
    return Value::Record{{"pence_per_session", each}};
}

Value::List random_placements(Chance& chance)
{
    Value::List placements;
    Date from = chance.day(date(2025, 9, 3), date(2026, 9, 30));
    for (int count = chance.between(0, 4); count > 0; --count) {
        Value::Record placement{{"from", from}};
        const Date to = from + Days{chance.between(0, 120)};
        if (chance.in_hundred(90)) placement.emplace_back("to", to);
        placements.emplace_back(std::move(placement));
        from = chance.in_hundred(30) ? to + Days{chance.between(-40, 2)} : chance.in_hundred(60) ? to + Days{chance.between(8, 24)} : to + Days{chance.between(1, 380)};
    }
    if (chance.in_hundred(30) && placements.size() > 1) std::swap(placements.front(), placements.back());
    return placements;
}

Value::Record case_returned_within_a_year(Chance& chance)
{
    auto placements = random_placements(chance);
    if (chance.in_hundred(30)) {
        const Date ended = chance.school_time();
        placements = {Value::Record{{"from", ended - Days{30}}, {"to", ended}}, Value::Record{{"from", slow_months_later(ended, 12) + Days{chance.between(-1, 1)}}}};
    }
    return {{"placements", std::move(placements)}};
}

/// From each end, the days of the twelve months after it are walked through; one of them must be a first day.
Value slow_returned_within_a_year(const Value& given)
{
    std::set<Date> first_days;
    for (const auto& placement : list_in(given, "placements")) first_days.insert(day_in(placement, "from"));
    bool returned = false;
    for (const auto& placement : list_in(given, "placements")) {
        const auto ended = day_if_in(placement, "to");
        if (!ended) continue;
        const Date last = slow_months_later(*ended, 12);
        for (Date on = *ended + Days{1}; on <= last; on += Days{1}) returned = returned || first_days.contains(on);
    }
    return Value::Record{{"has_returned", returned}};
}

Value::Record case_moves(Chance& chance)
{
    auto placements = random_placements(chance);
    const Date today = chance.day(date(2026, 9, 1), date(2027, 10, 31));
    if (chance.in_hundred(15)) placements.emplace_back(Value::Record{{"from", slow_months_later(today, -24) + Days{chance.between(-1, 1)}}, {"to", slow_months_later(today, -24) + Days{3}}});
    Value::Record given{{"calendar", chance.calendar()}, {"placements", std::move(placements)}, {"today", today}};
    if (chance.in_hundred(20)) given.emplace_back("settings", Value::Record{{"churn_starts", chance.between(1, 5)}, {"churn_gap_school_days", chance.between(5, 20)}});
    return given;
}

/// Each start of the last 24 months is looked back from, day by day, to the last day with a place.
Value slow_moves(const Value& given)
{
    const SlowCalendar school{given};
    const Date today = day_in(given, "today"), since = slow_months_later(today, -24);
    struct Stay { Date from, to; };
    std::vector<Stay> stays;
    for (const auto& placement : list_in(given, "placements"))
        if (day_in(placement, "from") <= today) stays.push_back({day_in(placement, "from"), day_if_in(placement, "to").value_or(date(2099, 1, 1))});
    int starts = 0, longest = 0;
    bool known = true;
    for (const auto& stay : stays) {
        if (stay.from < since) continue;
        ++starts;
        if (std::ranges::none_of(stays, [&](const Stay& other) { return other.from < stay.from; })) continue;
        int gap = 0;
        for (Date on = stay.from - Days{1}; std::ranges::none_of(stays, [&](const Stay& other) { return other.from <= on && on <= other.to; }); on -= Days{1}) {
            known = known && school.knows(on);
            gap += school.meets(on) ? 1 : 0;
        }
        longest = std::max(longest, gap);
    }
    if (!known) return calendar_missing();
    return Value::Record{{"starts", starts}, {"longest_gap_school_days", longest},
                         {"is_churn", starts >= setting_in(given, "churn_starts", 3) || longest > setting_in(given, "churn_gap_school_days", 10)}};
}

constexpr SlowRule slow_later_rules[] = {
    {"leaver_dates", case_leaver_dates, slow_leaver_dates},
    {"sustained_checks", case_sustained_checks, slow_sustained_checks},
    {"activity_follow_up", case_activity_follow_up, slow_activity_follow_up},
    {"transport_ground", case_transport_ground, slow_transport_ground},
    {"keep_until", case_keep_until, slow_keep_until},
    {"subject_access_due", case_subject_access_due, slow_subject_access_due},
    {"numbers_left_out", case_numbers_left_out, slow_numbers_left_out},
    {"per_ten_thousand", case_per_ten_thousand, slow_per_ten_thousand},
    {"share", case_share, slow_share},
    {"median_days", case_median_days, slow_median_days},
    {"pence_per_session", case_pence_per_session, slow_pence_per_session},
    {"returned_within_a_year", case_returned_within_a_year, slow_returned_within_a_year},
    {"moves", case_moves, slow_moves},
};

TEST_CASE("moving on, transport, keeping, small numbers and moves agree with looking at days and numbers one by one, for ten thousand random cases a rule")
{
    hold_against(law::later_rules(), slow_later_rules);
}

}  // namespace
}  // namespace waymark::slow
