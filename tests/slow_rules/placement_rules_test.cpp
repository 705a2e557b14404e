// R23 to R27, R31, R33, R34 and R51, the slow way.
#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "law/rules/groups.hpp"
#include "slow_rules/compare.hpp"
#include "slow_rules/decision_rules.hpp"
#include "slow_rules/slow_week.hpp"

namespace waymark::slow {
namespace {

Value::Record case_week_adds_up(Chance& chance)
{
    const Date on = chance.school_time();
    Value::Record given{{"places", random_places(chance, on)}, {"day", on}, {"key_stage", chance.between(1, 4)}};
    if (chance.in_hundred(20)) given.emplace_back("settings", Value::Record{{"full_time_minutes_ks4", chance.between(0, 12) * 150}});
    return given;
}

Value slow_week_adds_up(const Value& given)
{
    auto grid = grid_of(given);
    Value::List gaps, twice;
    int missing = slow_full_time(given);
    for (const auto square : squares_of_week) {
        const auto held = grid[std::string{square}];
        if (held.settings == 0) gaps.emplace_back(square);
        if (held.settings > 1) twice.emplace_back(square);
        missing -= held.minutes;
    }
    const bool adds_up = twice.empty() && missing <= 0;
    return Value::Record{{"gaps", std::move(gaps)}, {"double_booked", std::move(twice)}, {"missing_minutes", missing < 0 ? 0 : missing}, {"adds_up", adds_up}};
}

Value::Record case_step_out(Chance& chance)
{
    const Date starts = chance.day(date(2025, 8, 25), date(2027, 5, 20)), today = starts + Days{chance.between(-2, 70)};
    Value::Record given{{"calendar", chance.calendar()}, {"starts_on", starts}, {"panel_extended", chance.in_hundred(30)}, {"today", today}};
    if (chance.in_hundred(60)) given.emplace_back("assessed_on", chance.in_hundred(40) ? today + Days{chance.between(-1, 1)} : starts + Days{chance.between(-5, 30)});
    if (chance.in_hundred(30))
        given.emplace_back("settings", Value::Record{{"step_out_school_days", chance.between(1, 40)}, {"step_out_assessment_school_days", chance.between(1, 15)}});
    return given;
}

Value slow_step_out(const Value& given)
{
    const SlowCalendar school{given};
    const Date starts = day_in(given, "starts_on"), today = day_in(given, "today");
    const auto latest = school.nth(starts, setting_in(given, "step_out_school_days", 30));
    const auto assess = school.nth(starts, setting_in(given, "step_out_assessment_school_days", 10));
    if (!latest || !assess) return calendar_missing();
    const auto assessed = day_if_in(given, "assessed_on");
    const bool over = today > *latest, missing = !(today < *assess) && (!assessed || *assessed > today);
    return Value::Record{{"latest_end", *latest}, {"assess_by", *assess}, {"is_over", over}, {"assessment_is_missing", missing},
                         {"severity", missing || (over && !flag_in(given, "panel_extended")) ? "warn" : "info"}};
}

Value::Record case_time_outside_school(Chance& chance)
{
    const Date starts = chance.school_time();
    const auto later = [&] { return starts + Days{chance.in_hundred(50) ? chance.between(81, 87) : chance.between(-3, 200)}; };
    Value::Record given{{"starts_on", starts}, {"today", later()}};
    if (chance.in_hundred(70)) given.emplace_back("planned_end", later());
    if (chance.in_hundred(20)) given.emplace_back("settings", Value::Record{{"non_school_weeks", chance.between(10, 14)}});
    return given;
}

/// Puts the days into weeks one by one.
Value slow_time_outside_school(const Value& given)
{
    const Date starts = day_in(given, "starts_on"), today = day_in(given, "today");
    const auto end = day_if_in(given, "planned_end");
    Date last = starts - Days{1};
    for (int week = 0; week < setting_in(given, "non_school_weeks", 12); ++week) last += Days{7};
    int weeks = 0;
    for (Date week = starts; week <= end.value_or(today); week += Days{7}) ++weeks;
    const bool will_be = end && *end > last;
    const bool is = today > last && (!end || *end > last);
    return Value::Record{{"last_day_within", last}, {"weeks", weeks}, {"is_over", is}, {"will_be_over", will_be}, {"is_in_force", false},
                         {"severity", is || will_be ? "warn" : "info"}};
}

constexpr const char* kinds_of_confirmation[] = {"staff_checks", "tells_of_changes", "addresses", "subcontractors", "emergency_contacts", "risk_assessment",
                                                 "absence_arrangement", "insurance"};

Value::Record case_may_start(Chance& chance)
{
    const Date starts = chance.school_time();
    Value::List sites, confirmations;
    for (const char* site : {"farm", "hall"})
        if (chance.in_hundred(60)) sites.emplace_back(site);
    const int likely = chance.in_hundred(60) ? 100 : 80;
    for (const char* kind : kinds_of_confirmation)
        for (const char* site : {"", "farm", "hall"}) {
            if (!chance.in_hundred(likely)) continue;
            const Date on = chance.in_hundred(10) ? starts - Days{chance.between(363, 368)} : starts - Days{chance.between(0, 300)};
            Value::Record one{{"kind", kind}, {"given_on", on}};
            if (*site) one.emplace_back("site", site);
            confirmations.emplace_back(std::move(one));
        }
    Value::Record given{{"starts_on", starts}, {"sites", std::move(sites)}, {"confirmations", std::move(confirmations)}};
    if (chance.in_hundred(20)) given.emplace_back("settings", Value::Record{{"confirmation_months", chance.between(6, 12)}});
    return given;
}

/// Back from the start month by month, to the same day or the last of the month.
Date slow_months_back(Date day, int months)
{
    const unsigned wanted = day_of_month(day);
    Date at = day;
    for (; months > 0; --months) {
        at -= Days{day_of_month(at)};  // the last day of the month before
        while (months == 1 && day_of_month(at) > wanted) at -= Days{1};
    }
    return at;
}

Value slow_may_start(const Value& given)
{
    const Date oldest = slow_months_back(day_in(given, "starts_on"), setting_in(given, "confirmation_months", 12));
    const auto is_there = [&](const std::string& kind, const std::string& site) {
        return std::ranges::any_of(list_in(given, "confirmations"), [&](const Value& one) {
            return text_in(one, "kind") == kind && (site.empty() || text_in(one, "site") == site) && day_in(one, "given_on") >= oldest;
        });
    };
    Value::List missing;
    for (const std::string kind : kinds_of_confirmation) {
        const bool by_site = (kind == "staff_checks" || kind == "addresses") && !list_in(given, "sites").empty();
        if (!by_site && !is_there(kind, "")) missing.emplace_back(kind);
        if (!by_site) continue;
        for (const auto& site : list_in(given, "sites"))
            if (!is_there(kind, *site.text())) missing.emplace_back(kind + " at " + *site.text());
    }
    return Value::Record{{"may_start", missing.empty()}, {"missing", missing}};
}

constexpr const char* people_to_name[] = {"authority_officer", "provider_lead", "school_lead", "social_worker"};

Value::Record case_unnamed_people(Chance& chance)
{
    Value::Record given;
    for (const char* fact : {"is_on_roll", "has_social_worker"})
        if (chance.in_hundred(80)) given.emplace_back(fact, chance.in_hundred(60));
    for (const char* whom : people_to_name)
        if (chance.in_hundred(80)) given.emplace_back(whom, chance.one({"Priya Raman", "Jo", "x", " ", ""}));
    return given;
}

/// Crosses out of the list of all four whoever is named, and whom this child does not need.
Value slow_unnamed_people(const Value& given)
{
    Value::List unnamed;
    for (const std::string whom : people_to_name) {
        if (whom == "school_lead" && !(given.find("is_on_roll") && flag_in(given, "is_on_roll"))) continue;
        if (whom == "social_worker" && !(given.find("has_social_worker") && flag_in(given, "has_social_worker"))) continue;
        const std::string name = given.find(whom) ? text_in(given, whom) : "";
        if (name.find_first_not_of(' ') == std::string::npos) unnamed.emplace_back(whom);
    }
    return Value::Record{{"is_complete", unnamed.empty()}, {"unnamed", unnamed}};
}

Value::Record case_next_review(Chance& chance)
{
    const Date from = chance.day(date(2025, 8, 25), date(2027, 6, 1));
    Value::Record given{{"calendar", chance.calendar()}, {"from", from}, {"expected_end", from + Days{chance.between(0, 120)}}, {"today", from + Days{chance.between(0, 120)}}};
    if (chance.in_hundred(60)) given.emplace_back("last_held", from + Days{chance.between(-20, 110)});
    if (chance.in_hundred(20)) given.emplace_back("settings", Value::Record{{"half_term_review_school_days_min", chance.between(1, 20)}});
    return given;
}

/// Walks from the first day, or the last review, to the first day that is a half-term's last or the placement's own.
Value slow_next_review(const Value& given)
{
    const SlowCalendar school{given};
    const Date from = day_in(given, "from"), end = day_in(given, "expected_end"), today = day_in(given, "today");
    const Date held = day_if_in(given, "last_held").value_or(from - Days{1});
    const bool was_held = held >= from;
    for (Date on = was_held ? held : from;; on += Days{1}) {
        if (!school.knows(on)) return calendar_missing();
        bool due = on == end && (!was_held || end > held);
        for (const auto& [first, last] : school.terms())
            if (on == last && !(was_held && held >= first) &&
                school.between(std::max(first, from), last).value() >= setting_in(given, "half_term_review_school_days_min", 10))
                due = true;
        if (!due) continue;
        const char* severity = today > on ? "breach" : today + Days{10} < on ? "info" : "warn";
        return Value::Record{{"due", on}, {"severity", severity}};
    }
}

Value::Record case_half_terms_without_review(Chance& chance)
{
    const Date from = chance.day(date(2025, 8, 25), date(2027, 5, 1)), to = from + Days{chance.between(-1, 120)};
    Value::List reviews;
    for (int held = chance.between(0, 4); held > 0; --held) reviews.emplace_back(from + Days{chance.between(-20, 140)});
    Value::Record given{{"calendar", chance.calendar()}, {"from", from}, {"to", to}, {"reviews", std::move(reviews)}, {"today", to + Days{chance.between(-20, 60)}}};
    if (chance.in_hundred(20)) given.emplace_back("settings", Value::Record{{"half_term_review_school_days_min", chance.between(1, 20)}});
    return given;
}

Value slow_half_terms_without_review(const Value& given)
{
    const SlowCalendar school{given};
    const Date from = day_in(given, "from"), to = day_in(given, "to");
    const auto held = days_in(given, "reviews");
    for (Date on = from; on <= to; on += Days{1})
        if (!school.knows(on)) return calendar_missing();
    int needed = 0;
    std::vector<Date> overdue;
    for (const auto& [first, last] : school.terms()) {
        int ran = 0;
        bool reviewed = false;
        for (Date on = std::max(first, from); on <= std::min(last, to); on += Days{1}) {
            ran += school.meets(on) ? 1 : 0;
            reviewed = reviewed || std::ranges::count(held, on) > 0;
        }
        if (ran < setting_in(given, "half_term_review_school_days_min", 10)) continue;
        ++needed;
        if (!reviewed && day_in(given, "today") > last) overdue.push_back(last);
    }
    return Value::Record{{"needed", needed}, {"overdue", law::days_value(overdue)}, {"severity", overdue.empty() ? "info" : "breach"}};
}

Value::Record case_unexplained_absence(Chance& chance)
{
    Value::List sessions;
    for (int count = chance.between(0, 10); count > 0; --count) sessions.emplace_back(chance.one({"came", "explained", "unexplained", "unexplained"}));
    Value::Record given{{"sessions", std::move(sessions)}, {"is_watched_over", chance.in_hundred(50)}, {"day", chance.school_time()}};
    if (chance.in_hundred(20)) given.emplace_back("settings", Value::Record{{"unexplained_absence_sessions", chance.between(1, 5)}});
    return given;
}

Value slow_unexplained_absence(const Value& given)
{
    std::string line;
    for (const auto& session : list_in(given, "sessions")) line += *session.text() == "unexplained" ? 'x' : '.';
    int run = 0;
    while (line.find(std::string(static_cast<std::size_t>(run) + 1, 'x')) != std::string::npos) ++run;
    return Value::Record{{"longest_run", run}, {"needs_task", run >= setting_in(given, "unexplained_absence_sessions", 2)},
                         {"tells_safeguarding_lead", flag_in(given, "is_watched_over") && run > 0}};
}

Value::Record case_report_of_absence(Chance& chance)
{
    Value::Record given{{"session_starts", chance.between(500, 590)}, {"now", chance.in_hundred(50) ? chance.between(583, 587) : chance.between(480, 900)},
                        {"day", chance.school_time()}};
    if (chance.in_hundred(60)) given.emplace_back("reported", chance.in_hundred(50) ? chance.between(583, 587) : chance.between(480, 900));
    if (chance.in_hundred(20)) given.emplace_back("settings", Value::Record{{"reporting_minute", chance.between(560, 600)}});
    return given;
}

Value slow_report_of_absence(const Value& given)
{
    const int by = setting_in(given, "reporting_minute", 9 * 60 + 45), start = whole_in(given, "session_starts");
    Value::Record answer{{"report_by", by}};
    if (given.find("reported")) {
        int taken = 0;
        while (start + taken < whole_in(given, "reported")) ++taken;
        answer.emplace_back("is_late", whole_in(given, "reported") > by);
        answer.emplace_back("minutes_to_report", taken);
    } else {
        answer.emplace_back("is_late", whole_in(given, "now") > by);
    }
    return answer;
}

Value::Record case_commitment(Chance& chance)
{
    const Date from = chance.in_hundred(50) ? chance.day(date(2026, 3, 1), date(2026, 4, 5)) : chance.day(date(2025, 9, 1), date(2027, 5, 1));
    Value::List sessions;
    const bool whole_days = chance.in_hundred(60);
    for (std::size_t at = 0; at < 10; at += 2) {
        const bool morning = chance.in_hundred(50), afternoon = whole_days ? morning : chance.in_hundred(50);
        if (morning) sessions.emplace_back(squares_of_week[at]);
        if (afternoon) sessions.emplace_back(squares_of_week[at + 1]);
    }
    return {{"calendar", chance.calendar()}, {"sessions", std::move(sessions)}, {"from", from}, {"to", from + Days{chance.between(-1, 100)}},
            {"price", chance.between(0, 20'000)}, {"unit", chance.one({"session", "day", "week", "place"})}};
}

/// One pass over the days.
Value slow_commitment(const Value& given)
{
    const SlowCalendar provider{given};
    const Date from = day_in(given, "from");
    const auto unit = text_in(given, "unit");
    std::set<std::string> timetable;
    for (const auto& session : list_in(given, "sessions")) timetable.insert(*session.text());
    Date year_end = from;
    while (!(month_of(year_end) == 3 && day_of_month(year_end) == 31)) year_end += Days{1};
    int to_year_end = 0, to_end = 0;
    bool half_a_day = false;
    std::set<int> weeks;
    for (Date on = from; on <= day_in(given, "to"); on += Days{1}) {
        if (is_weekend(on)) continue;
        if (!provider.knows(on)) return calendar_missing();
        const auto at = 2 * static_cast<std::size_t>(weekday(on));
        const int held = (timetable.contains(std::string{squares_of_week[at]}) ? 1 : 0) + (timetable.contains(std::string{squares_of_week[at + 1]}) ? 1 : 0);
        if (held == 0 || !provider.meets(on)) continue;
        half_a_day = half_a_day || held == 1;
        int units = unit == "session" ? held : unit == "day" ? 1 : 0;
        const int week = days_between(date(2020, 1, 6), on) / 7;  // a Monday
        if (unit == "week" && weeks.insert(week).second) units = 1;
        if (unit == "place" && to_end == 0) units = 1;
        to_end += units;
        if (on <= year_end) to_year_end += units;
    }
    if (unit == "day" && half_a_day) return Value::Record{{"error", "placement.day_price_needs_both_sessions"}};
    const auto price = std::int64_t{whole_in(given, "price")};
    return Value::Record{{"year_end", year_end}, {"units_to_year_end", to_year_end}, {"pence_to_year_end", price * to_year_end},
                         {"units_to_end", to_end}, {"pence_to_end", price * to_end}};
}

Value::Record case_cost_with_absence(Chance& chance)
{
    const Date first = chance.school_time();
    const bool whole_days = chance.in_hundred(60);
    constexpr std::array shares{10, 50, 90};
    const int comes = chance.one_of(std::span{shares});
    Value::List sessions;
    for (int day = chance.between(0, 20); day >= 0; day -= chance.between(1, 3)) {  // the last first: the order does not matter
        const bool morning = whole_days || chance.in_hundred(60);
        for (const char* half : {"am", "pm"}) {
            if (!whole_days && morning == (*half == 'p') && chance.in_hundred(70)) continue;
            sessions.emplace_back(Value::Record{{"day", first + Days{day}}, {"session", half}, {"attended", chance.in_hundred(comes)}});
        }
    }
    Value::Record given{{"sessions", std::move(sessions)}, {"policy", chance.one({"paid", "unpaid", "paid_for_first_days", "paid_for_first_days"})},
                        {"price", chance.between(0, 20'000)}, {"unit", chance.one({"session", "day", "week", "place"})}};
    if (chance.in_hundred(80)) given.emplace_back("paid_days", chance.between(0, 5));
    return given;
}

/// For each missed session by itself: back to the last one attended, and the days missed on the way.
Value slow_cost_with_absence(const Value& given)
{
    std::map<std::pair<Date, std::string>, bool> came;
    for (const auto& one : list_in(given, "sessions")) came[{day_in(one, "day"), text_in(one, "session")}] = flag_in(one, "attended");
    const auto unit = text_in(given, "unit"), policy = text_in(given, "policy");
    int missed = 0, missed_and_paid = 0, sessions = 0;
    std::set<Date> days;
    std::set<int> weeks;
    for (auto one = came.begin(); one != came.end(); ++one) {
        const Date on = one->first.first;
        if (unit == "day" && !(came.contains({on, "am"}) && came.contains({on, "pm"}))) return Value::Record{{"error", "placement.day_price_needs_both_sessions"}};
        std::set<Date> absent;
        for (auto back = one; !back->second; --back) {
            absent.insert(back->first.first);
            if (back == came.begin()) break;
        }
        const bool pays = one->second || policy == "paid" || (policy == "paid_for_first_days" && std::ssize(absent) <= whole_in(given, "paid_days"));
        missed += one->second ? 0 : 1;
        if (!pays) continue;
        missed_and_paid += one->second ? 0 : 1;
        ++sessions;
        days.insert(on);
        weeks.insert(days_between(date(2020, 1, 6), on) / 7);  // a Monday
    }
    const auto units = unit == "session" ? sessions : unit == "day" ? static_cast<int>(days.size()) : unit == "week" ? static_cast<int>(weeks.size()) : sessions > 0 ? 1 : 0;
    std::int64_t pence = 0;
    for (int count = 0; count < units; ++count) pence += whole_in(given, "price");
    return Value::Record{{"units", units}, {"pence", pence}, {"missed", missed}, {"missed_and_paid", missed_and_paid}};
}

Value::Record case_whereabouts_at(Chance& chance)
{
    const Date on = chance.day(date(2025, 9, 1), date(2027, 6, 30));
    return {{"places", random_places(chance, on)}, {"calendar", chance.calendar()}, {"day", on}, {"session", chance.one({"am", "pm"})}, {"school_answers", chance.in_hundred(50)}};
}

Value slow_whereabouts_at(const Value& given)
{
    const SlowCalendar school{given};
    const Date on = day_in(given, "day");
    if (!school.knows(on)) return calendar_missing();
    if (!school.meets(on)) return Value::Record{{"where", "no_school"}, {"is_breach", false}};
    constexpr std::string_view days[] = {"mon", "tue", "wed", "thu", "fri"};
    const std::string square = std::string{days[static_cast<std::size_t>(weekday(on))]} + " " + text_in(given, "session");
    if (grid_of(given)[square].settings > 0) return Value::Record{{"where", "at_setting"}, {"is_breach", false}};
    const bool answers = flag_in(given, "school_answers");
    return Value::Record{{"where", answers ? "at_school" : "not_known"}, {"is_breach", !answers}};
}

constexpr SlowRule slow_placement_rules[] = {
    {"whereabouts_at", case_whereabouts_at, slow_whereabouts_at},
    {"week_adds_up", case_week_adds_up, slow_week_adds_up},
    {"step_out", case_step_out, slow_step_out},
    {"time_outside_school", case_time_outside_school, slow_time_outside_school},
    {"may_start", case_may_start, slow_may_start},
    {"unnamed_people", case_unnamed_people, slow_unnamed_people},
    {"next_review", case_next_review, slow_next_review},
    {"half_terms_without_review", case_half_terms_without_review, slow_half_terms_without_review},
    {"unexplained_absence", case_unexplained_absence, slow_unexplained_absence},
    {"report_of_absence", case_report_of_absence, slow_report_of_absence},
    {"commitment", case_commitment, slow_commitment},
    {"cost_with_absence", case_cost_with_absence, slow_cost_with_absence},
};

TEST_CASE("decisions, the week, limits, confirmations, reviews and prices agree with a walk over each day, for ten thousand random cases a rule")
{
    std::vector<SlowRule> all{std::begin(slow_placement_rules), std::end(slow_placement_rules)};
    std::ranges::copy(slow_decision_rules(), std::back_inserter(all));
    hold_against(law::placement_rules(), all);
}

}  // namespace
}  // namespace waymark::slow
