// R13 to R16, the slow way.
#include <doctest/doctest.h>

#include "law/rules/groups.hpp"
#include "slow_rules/compare.hpp"
#include "slow_rules/slow_week.hpp"

namespace waymark::slow {
namespace {

Value::Record case_hours_of_full_time(Chance& chance)
{
    const Date on = chance.school_time();
    Value::Record given{{"places", random_places(chance, on)}, {"day", on}, {"key_stage", chance.between(1, 4)}};
    if (chance.in_hundred(30)) given.emplace_back("settings", Value::Record{{"full_time_minutes_ks3", chance.between(1, 40) * 60}});
    return given;
}

Value slow_hours_of_full_time(const Value& given)
{
    int minutes = 0;
    for (const auto& [when, held] : grid_of(given)) minutes += held.minutes;
    const int full_time = slow_full_time(given);
    int percent = 0;
    while ((percent + 1) * full_time <= minutes * 100) ++percent;
    return Value::Record{{"minutes", minutes}, {"full_time_minutes", full_time}, {"percent", percent}, {"is_full_time", minutes >= full_time}};
}

Value::Record case_of_section_19(Chance& chance, const char* done, const char* setting)
{
    const Date told = chance.school_time();
    Value::Record given{{"calendar", chance.calendar()}, {"told_on", told}, {"today", told + Days{chance.between(-3, 40)}}};
    if (chance.in_hundred(30)) given.emplace_back(done, told + Days{chance.between(0, 30)});
    if (chance.in_hundred(30)) given.emplace_back("settings", Value::Record{{setting, chance.between(0, 20)}});
    return given;
}

Value::Record case_section_19_decision_due(Chance& chance) { return case_of_section_19(chance, "decided_on", "section_19_decision_school_days"); }
Value::Record case_section_19_start_due(Chance& chance) { return case_of_section_19(chance, "started_on", "section_19_start_school_days"); }

Value slow_section_19(const Value& given, std::string_view done, std::string_view setting, int days)
{
    const SlowCalendar school{given};
    const Date today = day_in(given, "today");
    const auto due = school.after(day_in(given, "told_on"), setting_in(given, setting, days));
    if (!due) return calendar_missing();
    int left = 0;
    for (Date day = today; day != *due; day += Days{today < *due ? 1 : -1}) {
        const Date counted = today < *due ? day + Days{1} : day;
        if (!school.knows(counted)) return calendar_missing();
        if (school.meets(counted)) left += today < *due ? 1 : -1;
    }
    const bool met = given.find(done) != nullptr;
    const char* severity = met || left > 2 ? "info" : left >= 0 ? "warn" : "breach";
    return Value::Record{{"due", *due}, {"school_days_left", left}, {"is_met", met}, {"severity", severity}};
}

Value slow_section_19_decision_due(const Value& given) { return slow_section_19(given, "decided_on", "section_19_decision_school_days", 5); }
Value slow_section_19_start_due(const Value& given) { return slow_section_19(given, "started_on", "section_19_start_school_days", 15); }

Value::Record case_medical_absence(Chance& chance)
{
    Value::Record given{{"day", chance.school_time()}, {"sessions_missed", chance.in_hundred(50) ? chance.between(18, 32) : chance.between(0, 60)},
                        {"is_provided", chance.in_hundred(30)}};
    if (chance.in_hundred(50)) given.emplace_back("sessions_expected", chance.in_hundred(70) ? chance.between(27, 33) : chance.between(0, 100));
    if (chance.in_hundred(20)) given.emplace_back("settings", Value::Record{{"medical_days_warning", chance.between(5, 14)}});
    return given;
}

Value slow_medical_absence(const Value& given)
{
    const double days = whole_in(given, "sessions_missed") / 2.0, expected = whole_in(given, "sessions_expected") / 2.0;
    const bool owed = days >= 15 || expected >= 15;
    const char* severity = "info";
    if (!flag_in(given, "is_provided")) {
        if (days >= setting_in(given, "medical_days_warning", 10)) severity = "warn";
        if (owed) severity = "breach";
    }
    return Value::Record{{"is_owed", owed}, {"severity", severity}};
}

Value::Record case_part_time_on_health_grounds(Chance& chance)
{
    Value::Record given{{"full_time_not_in_best_interests", chance.in_hundred(80)}};
    for (const char* name : {"reason", "basis", "plan_to_increase"})
        if (chance.in_hundred(85)) given.emplace_back(name, chance.one({"Fatigue", "Letter of 3 November", "Pain", "  ", ""}));
    if (chance.in_hundred(85)) given.emplace_back("minutes_a_week", chance.in_hundred(80) ? chance.between(1, 1500) : 0);
    if (chance.in_hundred(85)) given.emplace_back("review_on", chance.school_time());
    return given;
}

Value slow_part_time_on_health_grounds(const Value& given)
{
    const auto says_nothing = [&](const char* name) { return text_in(given, name).find_first_not_of(' ') == std::string::npos; };
    Value::List missing;
    if (!flag_in(given, "full_time_not_in_best_interests")) missing.emplace_back("best_interests");
    if (says_nothing("reason")) missing.emplace_back("reason");
    if (says_nothing("basis")) missing.emplace_back("basis");
    if (whole_in(given, "minutes_a_week") < 1) missing.emplace_back("hours");
    if (says_nothing("plan_to_increase")) missing.emplace_back("plan_to_increase");
    if (!given.find("review_on")) missing.emplace_back("review_date");
    const bool lawful = missing.empty();
    return Value::Record{{"is_lawful", lawful}, {"missing", std::move(missing)}, {"severity", lawful ? "info" : "breach"}};
}

Value::Record case_reduced_timetable(Chance& chance)
{
    const Date from = chance.day(date(2025, 9, 1), date(2027, 5, 1)), today = from + Days{chance.between(-5, 75)};
    Value::Record given{{"calendar", chance.calendar()}, {"from", from}, {"today", today}};
    if (chance.in_hundred(85)) given.emplace_back("to", from + Days{chance.between(5, 75)});
    if (chance.in_hundred(85)) given.emplace_back("parent_agreed_on", chance.in_hundred(80) ? from + Days{chance.between(-20, 5)} : today + Days{chance.between(-1, 1)});
    Value::List reviews;
    for (int held = chance.between(0, 4); held > 0; --held) reviews.emplace_back(from + Days{chance.between(-10, 80)});
    given.emplace_back("reviews", std::move(reviews));
    if (chance.in_hundred(50)) given.emplace_back("renewals", chance.between(0, 3));
    if (chance.in_hundred(50)) given.emplace_back("officer_agreed_on", today + Days{chance.between(-5, 1)});
    if (chance.in_hundred(30))
        given.emplace_back("settings", Value::Record{{"part_time_review_school_days", chance.between(0, 15)}, {"part_time_end_school_days", chance.between(1, 40)},
                                                     {"part_time_renewals", chance.between(0, 2)}});
    return given;
}

Value slow_reduced_timetable(const Value& given)
{
    const SlowCalendar school{given};
    const Date from = day_in(given, "from"), today = day_in(given, "today");
    const auto agreed_by_now = [&](const char* name) { const auto on = day_if_in(given, name); return on && *on <= today; };
    Date last_look = from;
    for (const Date held : days_in(given, "reviews"))
        if (held > last_look && held <= today) last_look = held;
    const auto next = school.after(last_look, setting_in(given, "part_time_review_school_days", 10));
    const auto latest = school.nth(from, setting_in(given, "part_time_end_school_days", 30));
    const auto running = school.between(from, today);
    if (!next || !latest || !running) return calendar_missing();

    Value::List faults;
    bool breach = false;
    const auto fault = [&](bool is_one, const char* name, bool is_breach) {
        if (!is_one) return;
        faults.emplace_back(name);
        breach = breach || is_breach;
    };
    const auto to = day_if_in(given, "to");
    const bool officer = whole_in(given, "renewals") > setting_in(given, "part_time_renewals", 1);
    fault(!agreed_by_now("parent_agreed_on"), "agreement_missing", true);
    fault(!to, "end_missing", true);
    fault(to && *to > *latest, "end_too_late", false);
    fault((to && today > *to) || today > *latest, "past_its_end", true);
    fault(today > *next, "review_overdue", false);
    fault(officer && !agreed_by_now("officer_agreed_on"), "officer_missing", true);
    const char* severity = breach ? "breach" : faults.empty() ? "info" : "warn";
    return Value::Record{{"days_running", *running}, {"next_review", *next}, {"latest_end", *latest}, {"needs_officer", officer},
                         {"faults", std::move(faults)}, {"severity", severity}};
}

constexpr SlowRule slow_section_19_rules[] = {
    {"hours_of_full_time", case_hours_of_full_time, slow_hours_of_full_time},
    {"section_19_decision_due", case_section_19_decision_due, slow_section_19_decision_due},
    {"section_19_start_due", case_section_19_start_due, slow_section_19_start_due},
    {"medical_absence", case_medical_absence, slow_medical_absence},
    {"part_time_on_health_grounds", case_part_time_on_health_grounds, slow_part_time_on_health_grounds},
    {"reduced_timetable", case_reduced_timetable, slow_reduced_timetable},
};

TEST_CASE("education that is owed, illness and part-time timetables agree with counting by hand, for ten thousand random cases a rule")
{
    hold_against(law::section_19_rules(), slow_section_19_rules);
}

/// The day in `output` of a rule's answer; nothing when there is none.
std::optional<Date> answered_day(std::string_view rule, const Value& given, std::string_view output)
{
    return day_if_in(law::answer_case(*law::find_rule_function(rule), given), output);
}

TEST_CASE("another closure never brings a day of section 19 or of a part-time timetable forward")
{
    Chance chance{19};
    int compared = 0;
    for (int at = 0; at < 2'000; ++at) {
        const auto given = case_section_19_start_due(chance), timetable = case_reduced_timetable(chance);
        const auto more_closed = [&](Value::Record closed, Date from) {
            auto calendar = *closed.front().second.record();
            auto closures = *calendar.back().second.list();
            closures.emplace_back(from + Days{chance.between(0, 40)});
            calendar.back().second = std::move(closures);
            closed.front().second = std::move(calendar);
            return Value{std::move(closed)};
        };
        const auto start = more_closed(given, day_in(given, "told_on")), part_time = more_closed(timetable, day_in(timetable, "from"));
        for (const auto& [rule, before, after, output] : {std::tuple{"section_19_start_due", Value{given}, start, "due"},
                                                          std::tuple{"reduced_timetable", Value{timetable}, part_time, "latest_end"}}) {
            const auto then = answered_day(rule, before, output), now = answered_day(rule, after, output);
            if (!then || !now) continue;
            ++compared;
            CHECK(*now >= *then);
        }
    }
    CHECK(compared > 1'000);
}

}  // namespace
}  // namespace waymark::slow
