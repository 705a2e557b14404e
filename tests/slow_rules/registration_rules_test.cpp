// R28 to R29, the slow way: every day of the time asked about by itself.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "law/rules/groups.hpp"
#include "slow_rules/assurance_rules.hpp"
#include "slow_rules/compare.hpp"
#include "slow_rules/slow_clock.hpp"

namespace waymark::slow {
namespace {

const Date threshold_first = date(2026, 11, 2);

struct SlowPeriod {
    Date from;
    std::optional<Date> to;
    int minutes = 0;
    bool holds(Date day) const { return from <= day && (!to || *to >= day); }
};

struct SlowChild {
    Date school_age_from, school_age_to;
    bool at_school = false;
    std::vector<SlowPeriod> here, elsewhere, vulnerable, supported;
};

struct SlowLevel {
    int level = 0;  // 0 clear, 1 warn, 2 breach
    int n = 0, v = 0;
    bool operator==(const SlowLevel&) const = default;
};

std::vector<SlowPeriod> read_periods(const Value& given, std::string_view name)
{
    std::vector<SlowPeriod> periods;
    for (const auto& one : list_in(given, name)) periods.push_back({day_in(one, "from"), day_if_in(one, "to"), whole_in(one, "minutes_a_week")});
    return periods;
}

void read_children(std::map<std::string, SlowChild>& children, const Value& given, std::string_view name)
{
    for (const auto& one : list_in(given, name)) {
        const std::string key = text_in(one, "child");
        if (!children.contains(key)) {
            const auto [from, to] = slow_school_age(day_in(one, "born"));
            children[key] = {.school_age_from = from, .school_age_to = to, .at_school = flag_in(one, "attends_a_school")};
        }
        SlowChild& child = children[key];
        for (const auto& period : read_periods(one, "here")) child.here.push_back(period);
        for (const auto& period : read_periods(one, "elsewhere")) child.elsewhere.push_back(period);
        for (const auto& period : read_periods(one, "plan_or_looked_after")) child.vulnerable.push_back(period);
        for (const auto& period : read_periods(one, "sen_support")) child.supported.push_back(period);
    }
}

bool any_holds(const std::vector<SlowPeriod>& periods, Date day)
{
    return std::ranges::any_of(periods, [&](const SlowPeriod& period) { return period.holds(day); });
}

int minutes_held(const std::vector<SlowPeriod>& periods, Date day)
{
    int minutes = 0;
    for (const auto& period : periods) minutes += period.holds(day) ? period.minutes : 0;
    return minutes;
}

/// Over 18 hours, or four-fifths of a week without school.
bool is_full(int here, int all, bool at_school)
{
    return here > 18 * 60 || (here > 0 && !at_school && 5 * here >= 4 * all);
}

/// One child's share in the numbers of a day.
void count_child(SlowLevel& found, bool& near, int here, int all, bool at_school, bool vulnerable, bool supported)
{
    if (is_full(here, all, at_school)) {
        ++found.n;
        found.v += vulnerable ? 1 : 0;
        near = near || (supported && !vulnerable);
    } else {
        near = near || (vulnerable && here >= 15 * 60);
    }
}

void settle(SlowLevel& found, bool near)
{
    found.level = found.n >= 5 || found.v >= 1 ? 2 : found.n >= 3 || near ? 1 : 0;
}

struct SlowDeclaration {
    SlowPeriod days;
    int n = 0, v = 0;
};

std::vector<SlowDeclaration> read_declarations(const Value& given)
{
    std::vector<SlowDeclaration> declared;
    for (const auto& one : list_in(given, "declared"))
        declared.push_back({{day_in(one, "from"), day_if_in(one, "to")}, whole_in(one, "declared_full_time"), whole_in(one, "declared_vulnerable")});
    return declared;
}

SlowLevel level_on(Date day, const std::map<std::string, SlowChild>& children, const std::vector<SlowDeclaration>& declared)
{
    SlowLevel found;
    bool near = false;
    for (const auto& [key, child] : children) {
        if (day < child.school_age_from || day > child.school_age_to) continue;
        const int here = minutes_held(child.here, day);
        count_child(found, near, here, here + minutes_held(child.elsewhere, day), child.at_school, any_holds(child.vulnerable, day), any_holds(child.supported, day));
    }
    for (const auto& one : declared) {
        found.n += one.days.holds(day) ? one.n : 0;
        found.v += one.days.holds(day) ? one.v : 0;
    }
    settle(found, near);
    return found;
}

std::string_view level_name(int level) { return level == 2 ? "breach" : level == 1 ? "warn" : "clear"; }

/// The level of each day, and the days in a row that are alike.
struct SlowDays {
    std::vector<SlowLevel> of_day;
    Value::List stretches;
};

SlowDays days_of(const std::map<std::string, SlowChild>& children, const Value& given)
{
    SlowDays days;
    const auto declared = read_declarations(given);
    const Date first = day_in(given, "first_day"), last = day_in(given, "last_day");
    for (Date day = first; day <= last; day += Days{1}) days.of_day.push_back(level_on(day, children, declared));
    Date begins = first;
    for (std::size_t at = 0; at < days.of_day.size(); ++at) {
        const Date day = first + Days{static_cast<int>(at)};
        const auto& level = days.of_day[at];
        if (at + 1 < days.of_day.size() && days.of_day[at + 1] == level) continue;
        days.stretches.push_back(Value::Record{{"from", begins}, {"to", day}, {"level", level_name(level.level)}, {"full_time", level.n}, {"full_time_vulnerable", level.v}});
        begins = day + Days{1};
    }
    return days;
}

Value::Record random_period(Chance& chance)
{
    const Date from = threshold_first + Days{chance.between(-40, 50)};
    Value::Record period{{"from", from}};
    sometimes(chance, period, "to", 70, from, 0, 60);
    return period;
}

Value random_timetables(Chance& chance, int most)
{
    Value::List timetables;
    for (int left = chance.between(0, most); left > 0; --left) {
        Value::Record one = random_period(chance);
        const int minutes = chance.in_hundred(60) ? chance.one_of(std::span<const int>{std::array{600, 480, 900, 899, 1080, 1081, 1200, 120, 150}}) : chance.between(0, 1500);
        one.emplace_back("minutes_a_week", minutes);
        timetables.emplace_back(std::move(one));
    }
    return timetables;
}

Value random_periods(Chance& chance, int in_hundred)
{
    Value::List periods;
    while (chance.in_hundred(in_hundred)) periods.emplace_back(random_period(chance));
    return periods;
}

Date random_birth(Chance& chance)
{
    if (chance.in_hundred(10)) return threshold_first - Days{chance.between(1780, 1960)};
    if (chance.in_hundred(10)) return threshold_first - Days{chance.between(5700, 6200)};
    return threshold_first - Days{chance.between(2200, 5500)};
}

Value random_children(Chance& chance, int least, int most, int vulnerable_in_hundred)
{
    constexpr std::string_view keys[] = {"A", "B", "C", "D", "E", "F", "G", "H"};
    Value::List children;
    const int count = chance.between(least, most);
    for (int at = 0; at < count; ++at) {
        const int key = chance.in_hundred(10) ? chance.between(0, 7) : at;
        Value::Record child{{"child", keys[static_cast<std::size_t>(key)]}, {"born", random_birth(chance)}};
        toss(chance, child, "attends_a_school", 30);
        child.emplace_back("here", random_timetables(chance, 2));
        child.emplace_back("elsewhere", random_timetables(chance, 1));
        child.emplace_back("plan_or_looked_after", random_periods(chance, vulnerable_in_hundred));
        child.emplace_back("sen_support", random_periods(chance, 5));
        children.emplace_back(std::move(child));
    }
    return children;
}

Value::Record case_registration_days(Chance& chance)
{
    const Date last = threshold_first + Days{chance.between(0, 45)};
    Value::Record given{{"first_day", threshold_first}, {"last_day", last}, {"children", random_children(chance, 0, 8, chance.in_hundred(50) ? 0 : 15)}};
    if (chance.in_hundred(30)) {
        Value::Record declared = random_period(chance);
        const int full_time = chance.between(0, 3);
        declared.emplace_back("declared_full_time", full_time);
        if (chance.in_hundred(20)) declared.emplace_back("declared_vulnerable", chance.between(0, full_time));
        given.emplace_back("declared", Value::List{std::move(declared)});
    }
    return given;
}

Value slow_registration_days(const Value& given)
{
    std::map<std::string, SlowChild> children;
    read_children(children, given, "children");
    auto days = days_of(children, given);
    Value::Record answer{{"stretches", std::move(days.stretches)}};
    for (const int level : {1, 2}) {
        const auto found = std::ranges::find(days.of_day, level, &SlowLevel::level);
        if (found != days.of_day.end()) answer.emplace_back(level == 1 ? "warn_from" : "breach_from", threshold_first + Days{found - days.of_day.begin()});
    }
    return answer;
}

Value::Record case_effect_of_placing(Chance& chance)
{
    Value::Record given = case_registration_days(chance);
    given.emplace_back("proposed", random_children(chance, 1, 2, 10));
    return given;
}

Value slow_effect_of_placing(const Value& given)
{
    std::map<std::string, SlowChild> there;
    read_children(there, given, "children");
    auto before = days_of(there, given);
    read_children(there, given, "proposed");
    auto after = days_of(there, given);
    std::optional<Date> blocks_from, warns_from;
    Date day = threshold_first;
    for (std::size_t at = 0; at < after.of_day.size(); ++at, day += Days{1}) {
        const auto &was = before.of_day[at], &is = after.of_day[at];
        const bool adds = is.n > was.n || is.v > was.v;
        if (is.level == 2 && adds && !blocks_from) blocks_from = day;
        if ((is.level > was.level || (is.level > 0 && adds)) && !warns_from) warns_from = day;
    }
    Value::Record answer{{"effect", blocks_from ? "block" : warns_from ? "warn" : "allow"}};
    if (blocks_from) answer.emplace_back("from", *blocks_from);
    else if (warns_from) answer.emplace_back("from", *warns_from);
    answer.emplace_back("stretches_before", std::move(before.stretches));
    answer.emplace_back("stretches_after", std::move(after.stretches));
    return answer;
}

Value::Record case_registration_threshold(Chance& chance)
{
    Value::List children;
    for (int left = chance.between(0, 7); left > 0; --left) {
        const int here = chance.in_hundred(50) ? chance.one_of(std::span<const int>{std::array{899, 900, 1079, 1080, 1081, 800, 0}}) : chance.between(0, 1400);
        const int all = chance.in_hundred(40) ? here * 5 / 4 + chance.between(0, 1) : here + chance.between(0, 600);
        Value::Record child{{"minutes_here", here}, {"minutes_all", all}};
        toss(chance, child, "is_outside_compulsory_school_age", 10);
        toss(chance, child, "has_plan_or_looked_after", 10);
        toss(chance, child, "has_sen_support", 15);
        toss(chance, child, "attends_a_school", 40);
        children.emplace_back(std::move(child));
    }
    Value::Record given{{"day", threshold_first}, {"children", std::move(children)}};
    if (chance.in_hundred(30)) given.emplace_back("declared_full_time", chance.between(0, 3));
    if (chance.in_hundred(5)) given.emplace_back("declared_vulnerable", chance.between(0, 2));
    return given;
}

Value slow_registration_threshold(const Value& given)
{
    SlowLevel found{.n = whole_in(given, "declared_full_time"), .v = whole_in(given, "declared_vulnerable")};
    if (found.v > found.n) return Value::Record{{"error", "rule.input_wrong"}};
    bool near = false;
    for (const auto& one : list_in(given, "children"))
        if (!flag_in(one, "is_outside_compulsory_school_age"))
            count_child(found, near, whole_in(one, "minutes_here"), whole_in(one, "minutes_all"), flag_in(one, "attends_a_school"), flag_in(one, "has_plan_or_looked_after"),
                        flag_in(one, "has_sen_support"));
    settle(found, near);
    return Value::Record{{"level", level_name(found.level)}, {"full_time", found.n}, {"full_time_vulnerable", found.v}};
}

Value::Record case_patchwork_days(Chance& chance)
{
    Value::List providers;
    for (int left = chance.between(0, 3); left > 0; --left)
        providers.emplace_back(Value::Record{{"provider", chance.one({"Farm", "Garage", "Studio", "Stables"})}, {"here", random_timetables(chance, 2)}});
    Value::Record given{{"first_day", threshold_first}, {"last_day", threshold_first + Days{chance.between(0, 60)}}, {"born", random_birth(chance)},
                        {"unregistered", std::move(providers)}, {"elsewhere", random_timetables(chance, 1)}};
    toss(chance, given, "attends_a_school");
    return given;
}

Value slow_patchwork_days(const Value& given)
{
    Value::List stretches;
    std::pair<int, int> day_before{};
    const auto elsewhere = read_periods(given, "elsewhere");
    std::map<std::string, std::vector<SlowPeriod>> providers;
    for (const auto& one : list_in(given, "unregistered"))
        for (const auto& period : read_periods(one, "here")) providers[text_in(one, "provider")].push_back(period);
    const bool at_school = flag_in(given, "attends_a_school");
    const auto [age_from, age_to] = slow_school_age(day_in(given, "born"));
    const Date last = day_in(given, "last_day");
    Date begins{};
    for (Date day = day_in(given, "first_day"); day <= last; day += Days{1}) {
        std::vector<int> minutes;
        for (const auto& [name, periods] : providers)
            if (minutes_held(periods, day) > 0) minutes.push_back(minutes_held(periods, day));
        int together = 0;
        for (const int one : minutes) together += one;
        const int all = together + minutes_held(elsewhere, day);
        bool is_patchwork = minutes.size() >= 2 && is_full(together, all, at_school) && day >= age_from && day <= age_to;
        for (const int one : minutes) is_patchwork = is_patchwork && !is_full(one, all, at_school);
        const std::pair today{is_patchwork ? static_cast<int>(minutes.size()) : 0, together};
        if (is_patchwork) {
            if (today == day_before) stretches.pop_back();
            else begins = day;
            stretches.push_back(Value::Record{{"from", begins}, {"to", day}, {"providers", today.first}, {"minutes_a_week", together}});
        }
        day_before = today;
    }
    const bool is_patchwork = !stretches.empty();
    return Value::Record{{"is_patchwork", is_patchwork}, {"stretches", std::move(stretches)}};
}

Value::Record case_register_standing(Chance& chance)
{
    const Date day = chance.school_time();
    Value::Record given{{"day", day}, {"is_on_register", chance.in_hundred(90)}};
    given.emplace_back("type_code", chance.one({"14", "42", "43", "38", "10", "11", "07", "7", "12", "33", "36", "44", "18", "32", "39", "45", "46", "01", "1", "06", "15", "24", "28",
                                               "34", "35", "40", "41", "57", "49", "27", "56", "99", ""}));
    given.emplace_back("status", chance.one({"open", "open", "open", "closed", "open_proposed_to_close", "proposed_to_open"}));
    sometimes(chance, given, "opened_on", 40, day, -5, 1);
    sometimes(chance, given, "closed_on", 30, day, -1, 3);
    for (const auto name : {"age_low", "youngest_offered"})
        if (chance.in_hundred(70)) given.emplace_back(name, chance.between(9, 12));
    for (const auto name : {"age_high", "oldest_offered"})
        if (chance.in_hundred(70)) given.emplace_back(name, chance.between(15, 18));
    for (const auto name : {"capacity", "pupils"})
        if (chance.in_hundred(70)) given.emplace_back(name, chance.between(58, 62));
    return given;
}

std::string slow_kind(const std::string& code)
{
    static const std::map<std::string, std::string> kinds{
        {"14", "pru"}, {"42", "ap_academy"}, {"43", "ap_academy"}, {"38", "ap_free_school"}, {"10", "independent_school"}, {"11", "independent_school"},
        {"07", "special_school"}, {"7", "special_school"}, {"08", "special_school"}, {"12", "special_school"}, {"33", "special_school"}, {"36", "special_school"},
        {"44", "special_school"}, {"18", "fe_college"}, {"32", "fe_college"}, {"39", "fe_college"}, {"45", "fe_college"}, {"46", "fe_college"}, {"49", "online_accredited"}};
    if (const auto found = kinds.find(code); found != kinds.end()) return found->second;
    return std::set<std::string>{"01", "1", "06", "15", "24", "28", "34", "35", "40", "41", "57"}.contains(code) ? "other_school" : "no_school";
}

/// Whether the first is held and less than the second, which is held too.
bool is_under(const Value& given, std::string_view less, std::string_view more)
{
    return given.find(less) && given.find(more) && whole_in(given, less) < whole_in(given, more);
}

Value slow_register_standing(const Value& given)
{
    if (!flag_in(given, "is_on_register"))
        return Value::Record{{"is_registered", false}, {"kind", "no_school"}, {"is_closed", false}, {"is_closing", false}, {"is_outside_ages", false}, {"is_over_numbers", false}};
    const Date day = day_in(given, "day");
    const auto opened = day_if_in(given, "opened_on"), closes = day_if_in(given, "closed_on");
    const std::string status = text_in(given, "status"), kind = slow_kind(text_in(given, "type_code"));
    const bool closed = status == "closed" || (closes && day >= *closes);
    const bool open = !closed && status != "proposed_to_open" && !(opened && day < *opened);
    const bool registered = open && kind != "no_school" && kind != "online_accredited";
    return Value::Record{{"is_registered", registered},
                         {"kind", kind},
                         {"is_closed", closed},
                         {"is_closing", open && (closes || status == "open_proposed_to_close")},
                         {"is_outside_ages", registered && (is_under(given, "youngest_offered", "age_low") || is_under(given, "age_high", "oldest_offered"))},
                         {"is_over_numbers", registered && is_under(given, "capacity", "pupils")}};
}

constexpr SlowRule slow_threshold_rules[] = {
    {"registration_threshold", case_registration_threshold, slow_registration_threshold},
    {"registration_days", case_registration_days, slow_registration_days},
    {"effect_of_placing", case_effect_of_placing, slow_effect_of_placing},
    {"patchwork_days", case_patchwork_days, slow_patchwork_days},
    {"register_standing", case_register_standing, slow_register_standing},
};

TEST_CASE("registration and assurance agree with counting every day by itself, for ten thousand random cases a rule")
{
    std::vector<SlowRule> all{std::begin(slow_threshold_rules), std::end(slow_threshold_rules)};
    std::ranges::copy(slow_assurance_rules(), std::back_inserter(all));
    hold_against(law::registration_rules(), all);
}

TEST_CASE("a further child never makes an unregistered provider safer on any day")
{
    Chance chance{28};
    for (int at = 0; at < 1000; ++at) {
        const Value given = case_effect_of_placing(chance);
        std::map<std::string, SlowChild> there;
        read_children(there, given, "children");
        const std::size_t before = there.size();
        read_children(there, given, "proposed");
        if (there.size() != before + list_in(given, "proposed").size()) continue;  // hours added elsewhere can lower a share
        const Value answer = law::answer_case(*law::find_rule_function("effect_of_placing"), given);
        const auto worst = [&](std::string_view name) {
            int level = 0;
            for (const auto& stretch : list_in(answer, name)) level = std::max(level, text_in(stretch, "level") == "breach" ? 2 : text_in(stretch, "level") == "warn" ? 1 : 0);
            return level;
        };
        REQUIRE(worst("stretches_after") >= worst("stretches_before"));
    }
}

}  // namespace
}  // namespace waymark::slow
