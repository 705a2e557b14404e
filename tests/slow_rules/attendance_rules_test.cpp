// R44 to R47, the slow way: the table of codes written out again, and sessions looked at one by one.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <doctest/doctest.h>

#include "law/rules/groups.hpp"
#include "slow_rules/compare.hpp"

namespace waymark::slow {
namespace {

const Date new_set = date(2024, 8, 19), old_set = date(2006, 9, 1);

/// A line of the table of R44: code, class letter (p, a, u, n, x), and when it was in force (o old only, n new only, b both).
struct SlowCode {
    std::string_view code;
    char counts = 'p', sets = 'b';
    bool note = false, presence = false;
};

constexpr SlowCode slow_codes[] = {
    {"#", 'x'}, {"/", 'p'}, {"B", 'p', 'b', true, true}, {"C", 'a'}, {"C1", 'a', 'n'}, {"C2", 'a', 'n'}, {"D", 'n', 'b', false, true}, {"E", 'a'},
    {"G", 'u'}, {"H", 'a', 'o'}, {"I", 'a'}, {"J", 'p', 'o'}, {"J1", 'a', 'n'}, {"K", 'p', 'n', true, true}, {"L", 'p'}, {"M", 'a'}, {"N", 'u'},
    {"O", 'u'}, {"P", 'p'}, {"Q", 'n', 'n'}, {"R", 'a'}, {"S", 'a'}, {"T", 'a'}, {"U", 'u'}, {"V", 'p'}, {"W", 'p'}, {"X", 'n'}, {"Y", 'n', 'o', true},
    {"Y1", 'n', 'n'}, {"Y2", 'n', 'n'}, {"Y3", 'n', 'n'}, {"Y4", 'n', 'n'}, {"Y5", 'n', 'n'}, {"Y6", 'n', 'n'}, {"Y7", 'n', 'n', true}, {"Z", 'x'},
    {"\\", 'p'},
};

bool slow_in_force(const SlowCode& code, Date on)
{
    if (on < old_set) return false;
    return on < new_set ? code.sets != 'n' : code.sets != 'o';
}

std::string_view slow_class(char letter)
{
    return letter == 'p' ? "present" : letter == 'a' ? "authorised" : letter == 'u' ? "unauthorised" : letter == 'n' ? "not_possible" : "admin";
}

/// The code, or the error that it is.
const SlowCode* slow_find(std::string_view typed, Date on, Value& error)
{
    for (const auto& code : slow_codes)
        if (code.code == typed) {
            if (slow_in_force(code, on)) return &code;
            error = Value::Record{{"error", "attendance.code_not_in_force"}};
            return nullptr;
        }
    error = Value::Record{{"error", "attendance.unknown_code"}};
    return nullptr;
}

/// A day of either set, often near the change.
Date day_of_sets(Chance& chance)
{
    if (chance.in_hundred(30)) return new_set + Days{chance.between(-2, 2)};
    return chance.day(date(2006, 8, 25), date(2030, 12, 31));
}

std::string_view any_code(Chance& chance)
{
    if (chance.in_hundred(5)) return chance.one({"", "A", "Y8", "k", "//", "J2"});
    return slow_codes[static_cast<std::size_t>(chance.between(0, static_cast<int>(std::size(slow_codes)) - 1))].code;
}

Value::Record case_attendance_code(Chance& chance) { return {{"day", day_of_sets(chance)}, {"code", any_code(chance)}}; }

Value slow_attendance_code(const Value& given)
{
    Value error;
    const auto* code = slow_find(text_in(given, "code"), day_in(given, "day"), error);
    if (!code) return error;
    const bool absence = code->counts == 'a' || code->counts == 'u';
    return Value::Record{{"counts_as", slow_class(code->counts)}, {"is_absence", absence}, {"is_possible_session", absence || code->counts == 'p'},
                         {"needs_note", code->note}, {"needs_presence", code->presence}};
}

Value::Record case_attendance_codes(Chance& chance) { return {{"day", day_of_sets(chance)}}; }

Value slow_attendance_codes(const Value& given)
{
    std::map<std::string_view, Value::List> lists;
    for (const auto& code : slow_codes)
        if (slow_in_force(code, day_in(given, "day"))) lists[slow_class(code.counts)].emplace_back(code.code);
    Value::Record answer;
    for (const auto name : {"present", "authorised", "unauthorised", "not_possible", "admin"}) answer.emplace_back(name, lists[name]);
    return answer;
}

std::string_view any_arrival(Chance& chance) { return chance.one({"here", "late", "not_here", "left_early"}); }

Value::Record case_suggested_code(Chance& chance)
{
    Value::Record given{{"arrival", any_arrival(chance)}, {"session", chance.one({"am", "pm"})}};
    for (const auto* flag : {"commissioned_by_authority", "registered_at_setting", "unsupervised"})
        if (chance.in_hundred(70)) given.emplace_back(flag, chance.in_hundred(50));
    if (chance.in_hundred(70))
        given.emplace_back("reason", chance.one({"not_known", "ill", "medical_appointment", "suspended", "transport_not_provided", "interview",
                                                 "religious_observance", "site_closed", "agreed_leave", "refused_by_school", "no_good_reason"}));
    return given;
}

/// A child who did not come: the code of the reason. One whom nobody supervised: not attendance. Then by roll, then by who pays.
Value slow_suggested_code(const Value& given)
{
    static const std::map<std::string, std::string_view> reasons{
        {"", "N"}, {"not_known", "N"}, {"ill", "I"}, {"medical_appointment", "M"}, {"suspended", "E"}, {"transport_not_provided", "Q"}, {"interview", "J1"},
        {"religious_observance", "R"}, {"site_closed", "Y4"}, {"agreed_leave", "C"}, {"refused_by_school", "O"}, {"no_good_reason", "O"}};
    std::string_view code, main;
    if (text_in(given, "arrival") == "not_here") code = main = reasons.at(text_in(given, "reason"));
    else if (flag_in(given, "unsupervised")) code = main = "N";
    else if (flag_in(given, "registered_at_setting")) {
        code = text_in(given, "arrival") == "late" ? "L" : text_in(given, "session") == "pm" ? "\\" : "/";
        main = "D";
    } else code = main = flag_in(given, "commissioned_by_authority") ? "K" : "B";
    return Value::Record{{"code", code}, {"main_school_code", main}};
}

Value::Record case_late_code(Chance& chance)
{
    Value::Record given{{"day", chance.school_time()}, {"minutes_after_opening", chance.in_hundred(50) ? chance.between(28, 33) : chance.between(0, 60)}};
    if (chance.in_hundred(70)) given.emplace_back("register_open_minutes", chance.between(10, 32));
    return given;
}

Value slow_late_code(const Value& given)
{
    const int open = whole_in(given, "register_open_minutes", 30);
    if (open > 30) return Value::Record{{"error", "attendance.register_open_too_long"}};
    std::set<int> minutes_open;
    for (int minute = 0; minute <= open; ++minute) minutes_open.insert(minute);
    return Value::Record{{"code", minutes_open.contains(whole_in(given, "minutes_after_opening")) ? "L" : "U"}};
}

Value::Record case_code_without_reason(Chance& chance)
{
    const Date absent_on = chance.school_time();
    return {{"calendar", chance.calendar()}, {"absent_on", absent_on}, {"today", absent_on + Days{chance.between(0, 15)}}};
}

Value slow_code_without_reason(const Value& given)
{
    const auto due = SlowCalendar{given}.after(day_in(given, "absent_on"), 5);
    if (!due) return calendar_missing();
    return Value::Record{{"settle_by", *due}, {"code", day_in(given, "today") > *due ? "O" : "N"}};
}

Value::Record case_attendance_correction(Chance& chance)
{
    Value::Record given{{"day", day_of_sets(chance)}, {"arrival", any_arrival(chance)}, {"code", any_code(chance)}};
    if (chance.in_hundred(80)) given.emplace_back("reason", chance.one({"The mother rang at 10", "", "  "}));
    return given;
}

Value slow_attendance_correction(const Value& given)
{
    Value unused;
    Value::List problems;
    const auto* code = slow_find(text_in(given, "code"), day_in(given, "day"), unused);
    const bool came = text_in(given, "arrival") != "not_here";
    if (!code) problems.emplace_back("attendance.unknown_code");
    else if (!came && (code->counts == 'p' || code->presence)) problems.emplace_back("attendance.code_needs_presence");
    else if (came && code->counts != 'p' && !code->presence && code->code != "N") problems.emplace_back("attendance.code_needs_absence");
    if (text_in(given, "reason").find_first_not_of(' ') == std::string::npos) problems.emplace_back("attendance.correction_reason_missing");
    return Value::Record{{"is_allowed", problems.empty()}, {"problems", problems}};
}

Value::Record case_attendance_rates(Chance& chance)
{
    const Date monday = date(2026, 11, 23);
    Value::List marks;
    for (int count = chance.in_hundred(5) ? 0 : chance.between(1, 25); count > 0; --count) {
        const auto code = slow_codes[static_cast<std::size_t>(chance.between(0, static_cast<int>(std::size(slow_codes)) - 1))];
        const bool wrong = chance.in_hundred(1);
        Value::Record mark{{"day", monday + Days{chance.between(0, 8)}}, {"code", code.sets == 'o' && !wrong ? "I" : code.code}};
        if (chance.in_hundred(80)) mark.emplace_back("session", chance.one({"am", "pm"}));
        if (chance.in_hundred(90)) mark.emplace_back("setting", chance.one({"Northgate Academy", "Northfield Farm", "Harrow Motors"}));
        marks.emplace_back(std::move(mark));
    }
    Value::Record given{{"marks", std::move(marks)}};
    if (chance.in_hundred(80)) given.emplace_back("placement", "Northfield Farm");
    if (chance.in_hundred(40)) given.emplace_back("from", monday + Days{chance.between(0, 5)});
    if (chance.in_hundred(40)) given.emplace_back("to", monday + Days{chance.between(2, 9)});
    return given;
}

/// The smallest tenth that is not more than half a tenth under the share.
int slow_tenths(int part, int of)
{
    int tenths = 0;
    while (2 * of * tenths + of <= 2000 * part) ++tenths;
    return tenths;
}

/// Walks through all mornings and afternoons, and asks of each whether any register says present, then authorised, then unauthorised.
void slow_rates(const Value& given, std::string_view of, std::optional<std::string> setting, Value::Record& answer)
{
    std::set<std::tuple<Date, bool, char>> said;  // day, whether in the afternoon, class
    Value unused;
    for (const auto& mark : list_in(given, "marks"))
        if (const auto* code = slow_find(text_in(mark, "code"), day_in(mark, "day"), unused); code && (!setting || text_in(mark, "setting") == *setting))
            said.emplace(day_in(mark, "day"), text_in(mark, "session") == "pm", code->counts);
    int present = 0, authorised = 0, unauthorised = 0;
    for (Date on = day_if_in(given, "from").value_or(date(2026, 11, 1)); on <= day_if_in(given, "to").value_or(date(2026, 12, 31)); on += Days{1})
        for (const bool afternoon : {false, true}) {
            if (said.contains({on, afternoon, 'p'})) ++present;
            else if (said.contains({on, afternoon, 'a'})) ++authorised;
            else if (said.contains({on, afternoon, 'u'})) ++unauthorised;
        }
    const std::string name{of};
    const int possible = present + authorised + unauthorised;
    answer.emplace_back(name + "_attended", present);
    answer.emplace_back(name + "_authorised", authorised);
    answer.emplace_back(name + "_unauthorised", unauthorised);
    answer.emplace_back(name + "_possible", possible);
    if (possible == 0) return;
    answer.emplace_back(name + "_attendance_tenths", slow_tenths(present, possible));
    answer.emplace_back(name + "_absence_tenths", slow_tenths(authorised + unauthorised, possible));
    answer.emplace_back(name + "_authorised_tenths", slow_tenths(authorised, possible));
    answer.emplace_back(name + "_unauthorised_tenths", slow_tenths(unauthorised, possible));
}

Value slow_attendance_rates(const Value& given)
{
    const auto from = day_if_in(given, "from"), to = day_if_in(given, "to");
    for (const auto& mark : list_in(given, "marks")) {
        Value error;
        const Date on = day_in(mark, "day");
        if ((!from || on >= *from) && (!to || on <= *to) && !slow_find(text_in(mark, "code"), on, error)) return error;
    }
    Value::Record answer;
    slow_rates(given, "week", std::nullopt, answer);
    if (given.find("placement")) slow_rates(given, "placement", text_in(given, "placement"), answer);
    return answer;
}

Value::Record case_persistent_absence(Chance& chance)
{
    const int possible = chance.in_hundred(30) ? chance.between(0, 22) : chance.between(15, 380);
    const int tenth = (possible + 9) / 10, half = (possible + 1) / 2;
    const int wanted = chance.in_hundred(40) ? tenth + chance.between(-1, 1) : chance.in_hundred(50) ? half + chance.between(-1, 1) : chance.between(0, possible);
    const int absent = std::clamp(wanted, 0, possible), authorised = chance.between(0, absent);
    Value::Record given{{"day", chance.school_time()}, {"present", possible - absent}, {"authorised", authorised}, {"unauthorised", absent - authorised}};
    if (chance.in_hundred(20)) given.emplace_back("settings", Value::Record{{"absence_sessions_min", chance.between(0, 40)}});
    return given;
}

Value slow_persistent_absence(const Value& given)
{
    const int absent = whole_in(given, "authorised") + whole_in(given, "unauthorised"), possible = absent + whole_in(given, "present");
    const auto* settings = given.find("settings");
    const bool shown = possible >= (settings ? whole_in(*settings, "absence_sessions_min") : 20);
    return Value::Record{{"is_shown", shown}, {"is_persistent", shown && 10 * absent >= possible}, {"is_severe", shown && 2 * absent >= possible}};
}

constexpr SlowRule slow_attendance_rules[] = {
    {"attendance_code", case_attendance_code, slow_attendance_code},
    {"attendance_codes", case_attendance_codes, slow_attendance_codes},
    {"suggested_code", case_suggested_code, slow_suggested_code},
    {"late_code", case_late_code, slow_late_code},
    {"code_without_reason", case_code_without_reason, slow_code_without_reason},
    {"attendance_correction", case_attendance_correction, slow_attendance_correction},
    {"attendance_rates", case_attendance_rates, slow_attendance_rates},
    {"persistent_absence", case_persistent_absence, slow_persistent_absence},
};

TEST_CASE("codes and rates agree with the table written out again and sessions counted one by one, for ten thousand random cases a rule")
{
    hold_against(law::attendance_rules(), slow_attendance_rules);
}

}  // namespace
}  // namespace waymark::slow
