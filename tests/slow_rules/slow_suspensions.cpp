#include "slow_rules/slow_suspensions.hpp"

#include <algorithm>
#include <map>

namespace waymark::slow {

std::string_view any_status(Chance& chance)
{
    return chance.one({"in_force", "governors_pending", "upheld", "review_panel", "reinstated", "rescinded", "ended"});
}

Date exclusion_day(Chance& chance) { return chance.in_hundred(4) ? chance.school_time() : chance.day(date(2025, 9, 10), date(2027, 5, 20)); }

void maybe_day(Value::Record& given, Chance& chance, int in_hundred, std::string_view name, Date on)
{
    if (chance.in_hundred(in_hundred)) given.emplace_back(name, on);
}

bool excludes_still(const std::string& status)
{
    return status.empty() || status == "in_force" || status == "governors_pending" || status == "upheld" || status == "review_panel";
}

std::optional<int> school_days_to(const SlowCalendar& school, Date today, Date due)
{
    int count = 0;
    for (Date on = std::min(today, due) + Days{1}; on <= std::max(today, due); on += Days{1}) {
        if (!school.knows(on)) return std::nullopt;
        if (school.meets(on)) count += due >= today ? 1 : -1;
    }
    return count;
}

Value slow_clock(const Value& given, Date first, Date due, std::optional<Date> enough_from)
{
    const SlowCalendar school{given};
    const Date today = day_in(given, "today");
    const auto left = school_days_to(school, today, due);
    if (!left) return calendar_missing();
    const auto* settings = given.find("settings");
    const int warning_day = settings ? whole_in(*settings, "day_six_warning_day") : 3;
    const bool is_met = enough_from && (*enough_from <= today || *enough_from <= due);
    int day_number = 0;
    for (Date on = first; on <= today; on += Days{1}) day_number += school.meets(on) ? 1 : 0;
    std::string_view severity = "info";
    if (!is_met && day_number >= warning_day) severity = "warn";
    if (!is_met && today >= due) severity = "breach";
    return Value::Record{{"is_running", true}, {"due", due}, {"school_days_left", *left}, {"severity", severity}, {"is_met", is_met}};
}

void maybe_warning_day(Value::Record& given, Chance& chance)
{
    if (chance.in_hundred(20)) given.emplace_back("settings", Value::Record{{"day_six_warning_day", chance.between(1, 5)}});
}

namespace {

Value::Record random_suspension(Chance& chance, Date from, int spread, int longest)
{
    Value::Record suspension{{"first_day", from + Days{chance.between(0, spread)}}, {"half_days", chance.between(1, longest)}};
    if (chance.in_hundred(40)) suspension.emplace_back("starts_session", chance.one({"am", "pm"}));
    if (chance.in_hundred(35)) suspension.emplace_back("status", any_status(chance));
    return suspension;
}

}  // namespace

Value::List random_suspensions(Chance& chance, Date from, int at_most, int spread, int longest)
{
    Value::List suspensions;
    for (int left = chance.between(0, at_most); left > 0; --left) suspensions.emplace_back(random_suspension(chance, from, spread, longest));
    return suspensions;
}

Value::Record case_suspension_runs(Chance& chance)
{
    Value::Record given{{"calendar", chance.calendar()}};
    given.emplace_back("suspensions", random_suspensions(chance, exclusion_day(chance), 6, 45, 14));
    return given;
}

namespace {

/// Each half day of a suspension by its day, in order. Nothing: not known.
std::optional<std::vector<Date>> half_days_of(const Value& suspension, const SlowCalendar& school)
{
    std::vector<Date> half_days;
    bool first_school_day = true;
    for (Date on = day_in(suspension, "first_day");; on += Days{1}) {
        if (!school.knows(on)) return std::nullopt;
        if (!school.meets(on)) continue;
        for (const std::string_view half : {"am", "pm"}) {
            if (first_school_day && half == "am" && text_in(suspension, "starts_session") == "pm") continue;
            half_days.push_back(on);
            if (std::ssize(half_days) == whole_in(suspension, "half_days")) return half_days;
        }
        first_school_day = false;
    }
}

struct SlowRun {
    std::vector<Date> days;
    bool is_open = false;
};

std::optional<std::vector<SlowRun>> slow_runs(const Value& given, const SlowCalendar& school)
{
    std::map<Date, bool> suspended;     // each day of suspension, and whether an open suspension holds it
    for (const auto& suspension : list_in(given, "suspensions")) {
        if (text_in(suspension, "status") == "rescinded") continue;
        const auto half_days = half_days_of(suspension, school);
        if (!half_days) return std::nullopt;
        for (const Date on : *half_days) suspended[on] = suspended[on] || excludes_still(text_in(suspension, "status"));
    }
    std::vector<SlowRun> runs;
    std::optional<Date> next;
    for (const auto& [on, is_open] : suspended) {
        if (next != on) runs.emplace_back();
        runs.back().days.push_back(on);
        runs.back().is_open = runs.back().is_open || is_open;
        next = school.after(on, 1);
        if (!next && on != suspended.rbegin()->first) return std::nullopt;
    }
    return runs;
}

}  // namespace

Value slow_suspension_runs(const Value& given)
{
    const auto runs = slow_runs(given, SlowCalendar{given});
    if (!runs) return calendar_missing();
    Value::List list;
    for (const auto& run : *runs)
        list.emplace_back(Value::Record{{"first_day", run.days.front()}, {"last_day", run.days.back()}, {"school_days", static_cast<int>(run.days.size())}});
    return Value::Record{{"runs", std::move(list)}};
}

Value::Record case_suspension_clock(Chance& chance)
{
    Value::Record given{{"calendar", chance.calendar()}};
    const Date from = exclusion_day(chance);
    given.emplace_back("suspensions", random_suspensions(chance, from, 6, 45, 20));
    given.emplace_back("today", from + Days{chance.between(-3, 70)});
    if (chance.in_hundred(50)) {
        Value::List starts;
        for (int left = chance.between(1, 3); left > 0; --left) starts.emplace_back(from + Days{chance.between(-5, 60)});
        given.emplace_back("full_time_from", std::move(starts));
    }
    maybe_warning_day(given, chance);
    return given;
}

Value slow_suspension_clock(const Value& given)
{
    const SlowCalendar school{given};
    const Value not_running = Value::Record{{"is_running", false}};
    bool any_open = false;
    for (const auto& suspension : list_in(given, "suspensions")) any_open = any_open || excludes_still(text_in(suspension, "status"));
    if (!any_open) return not_running;
    const auto runs = slow_runs(given, school);
    if (!runs) return calendar_missing();
    const Date today = day_in(given, "today");
    std::optional<Value> first_unmet, first_met;
    for (const auto& run : *runs) {
        if (!run.is_open || run.days.size() < 6) continue;
        std::optional<Date> enough_from;
        for (const Date start : days_in(given, "full_time_from"))
            if (start >= run.days.front()) enough_from = std::min(start, enough_from.value_or(start));
        const auto clock = slow_clock(given, run.days.front(), run.days[5], enough_from);
        if (clock.find("error")) return clock;
        if (!flag_in(clock, "is_met") && !first_unmet) first_unmet = clock;
        if (flag_in(clock, "is_met") && run.days.back() >= today && !first_met) first_met = clock;
    }
    return first_unmet ? *first_unmet : first_met ? *first_met : not_running;
}

Value::Record case_suspension_total(Chance& chance)
{
    Value::Record given;
    Value::List suspensions = random_suspensions(chance, date(2025, 8, 25), 8, 400, 30);
    if (chance.in_hundred(40))  // near the edges of 30 and 45 days
        suspensions = {Value::Record{{"first_day", date(2026, 3, 2)}, {"half_days", chance.in_hundred(50) ? chance.between(57, 61) : chance.between(87, 91)}},
                       Value::Record{{"first_day", chance.day(date(2026, 8, 30), date(2026, 9, 2))}, {"half_days", 1}}};
    given.emplace_back("suspensions", std::move(suspensions));
    given.emplace_back("school_year", chance.between(2025, 2026));
    return given;
}

Value slow_suspension_total(const Value& given)
{
    const int year = whole_in(given, "school_year");
    int half_days = 0;
    for (const auto& suspension : list_in(given, "suspensions")) {
        const Date first = day_in(suspension, "first_day");
        const bool in_year = year_of(first) == (month_of(first) >= 9 ? year : year + 1);
        if (in_year && text_in(suspension, "status") != "rescinded") half_days += whole_in(suspension, "half_days");
    }
    return Value::Record{{"half_days", half_days}, {"severity", half_days > 90 ? "breach" : half_days >= 60 ? "warn" : "info"}};
}

namespace {

/// A calendar of six half-terms a year, now and then with whole terms instead or with one left out.
Value calendar_of_terms(Chance& chance)
{
    const Value made = chance.calendar();
    Value::List parts = list_in(made, "terms");
    std::ranges::sort(parts, {}, [](const Value& part) { return *part.list()->front().text(); });
    if (chance.in_hundred(15)) {
        Value::List terms;
        for (std::size_t at = 0; at + 1 < parts.size(); at += 2) terms.emplace_back(Value::List{parts[at].list()->front(), parts[at + 1].list()->back()});
        parts = std::move(terms);
    } else if (chance.in_hundred(15) && !parts.empty()) {
        parts.erase(parts.begin() + chance.between(0, static_cast<int>(parts.size()) - 1));
    }
    if (chance.in_hundred(20) && !parts.empty()) parts.front() = Value::List{date(2025, 8, 26), parts.front().list()->back()};
    return Value::Record{{"terms", std::move(parts)}, {"closures", list_in(made, "closures")}};
}

}  // namespace

Value::Record case_school_term(Chance& chance) { return {{"calendar", calendar_of_terms(chance)}, {"day", exclusion_day(chance)}}; }

namespace {

bool ends_a_term(Date on)
{
    if (day_of_month(on) == 31 && (month_of(on) == 7 || month_of(on) == 12)) return true;
    // Easter Monday is the only holiday on a Monday in March and April.
    return weekday(on) == Weekday::monday && is_holiday(on) && (month_of(on) == 3 || month_of(on) == 4);
}

/// The term of a day that lies in a part of the year.
std::optional<std::pair<Date, Date>> slow_term(const SlowCalendar& school, Date day)
{
    std::vector<std::pair<Date, Date>> parts;
    const auto& all = school.terms();
    const auto holds = std::ranges::find_if(all, [&](const auto& part) { return part.first <= day && day <= part.second; });
    if (holds == all.end()) return std::nullopt;
    const auto september_before = [](Date on) { return month_of(on) >= 9 ? year_of(on) : year_of(on) - 1; };
    for (const auto& part : all)
        if (september_before(part.second) == september_before(holds->second)) parts.push_back(part);
    if (parts.size() == 3) return *holds;
    if (parts.size() == 6)
        for (const std::size_t first : {0U, 2U, 4U})
            if (*holds == parts[first] || *holds == parts[first + 1]) return std::pair{parts[first].first, parts[first + 1].second};
    std::pair term{day, day};
    while (!ends_a_term(term.first - Days{1})) term.first -= Days{1};
    while (!ends_a_term(term.second)) term.second += Days{1};
    return term;
}

}  // namespace

Value slow_school_term(const Value& given)
{
    const SlowCalendar school{given};
    const Date on = day_in(given, "day");
    if (!school.knows(on)) return calendar_missing();
    const auto term = slow_term(school, on);
    if (!term) return Value::Record{{"is_in_term", false}};
    return Value::Record{{"is_in_term", true}, {"from", term->first}, {"to", term->second}};
}

Value::Record case_governors_task(Chance& chance)
{
    Value::Record given{{"calendar", calendar_of_terms(chance)}};
    const Date from = chance.day(date(2025, 9, 10), date(2026, 12, 20));
    for (auto& field : random_suspension(chance, from + Days{60}, 5, 24))
        if (field.first != "status") given.push_back(std::move(field));
    if (chance.in_hundred(70)) given.emplace_back("earlier", random_suspensions(chance, from, 5, 60, 16));
    given.emplace_back("notice_on", from + Days{chance.between(60, 75)});
    if (chance.in_hundred(10)) given.emplace_back("public_exam_missed", true);
    if (chance.in_hundred(50)) given.emplace_back("parent_asks", chance.in_hundred(80));
    return given;
}

Value slow_governors_task(const Value& given)
{
    const SlowCalendar school{given};
    const auto own = half_days_of(given, school);
    if (!own) return calendar_missing();
    std::vector<Date> half_days = *own;
    for (const auto& earlier : list_in(given, "earlier")) {
        if (text_in(earlier, "status") == "rescinded") continue;
        const auto more = half_days_of(earlier, school);
        if (!more) return calendar_missing();
        half_days.insert(half_days.end(), more->begin(), more->end());
    }
    std::map<std::pair<Date, Date>, int> by_term;
    for (const Date on : half_days) ++by_term[slow_term(school, on).value()];
    int most = 0;
    for (const Date on : *own) most = std::max(most, by_term[slow_term(school, on).value()]);
    Value::Record answer{{"half_days_in_term", most}};
    int within = 0;
    if (most >= 31 || flag_in(given, "public_exam_missed")) {
        answer.insert(answer.begin(), {"duty", "must_meet"});
        within = 15;
    } else if (most >= 11) {
        answer.insert(answer.begin(), {"duty", "meet_if_asked"});
        within = flag_in(given, "parent_asks") ? 50 : 0;
    } else {
        answer.insert(answer.begin(), {"duty", "consider_representations"});
    }
    if (within == 0) return answer;
    const auto by = school.after(day_in(given, "notice_on"), within);
    if (!by) return calendar_missing();
    answer.emplace_back("meet_by", *by);
    return answer;
}

}  // namespace waymark::slow
