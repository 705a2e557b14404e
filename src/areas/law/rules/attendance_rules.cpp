// R44 to R47: codes and rates.
#include <algorithm>

#include <fmt/format.h>

#include "attendance/rules/combined_rates.hpp"
#include "attendance/rules/correction.hpp"
#include "attendance/rules/mark.hpp"
#include "attendance/rules/rates.hpp"
#include "attendance/rules/register_times.hpp"
#include "foundation/enum_text.hpp"
#include "law/rules/groups.hpp"
#include "vocabulary/attendance_code.hpp"

namespace waymark::law {
namespace {

using enum FieldKind;

constexpr int sessions_max = 1'000'000, minutes_max = 600;

Answer answer_attendance_code(Case& given)
{
    const Date on = given.day("day");
    const auto typed = given.text("code");
    TRY(given.result());
    const auto code = TRY(AttendanceCode::on(on, typed));
    return Value::Record{{"counts_as", enum_text(code.counts_as())}, {"is_absence", code.is_absence()},
                         {"is_possible_session", code.is_possible_session()}, {"needs_note", code.needs_note()},
                         {"needs_presence", code.needs_presence()}, {"meaning", code.meaning()}, {"who", code.who()}};
}

Answer answer_attendance_codes(Case& given)
{
    const Date on = given.day("day");
    TRY(given.result());
    auto codes = AttendanceCode::all_on(on);
    std::ranges::sort(codes, {}, &AttendanceCode::text);
    Value::Record answer;
    for (const auto counts_as : enum_values<CountsAs>()) {
        Value::List of_class;
        for (const auto& code : codes)
            if (code.counts_as() == counts_as) of_class.emplace_back(code.text());
        answer.emplace_back(enum_text(counts_as), std::move(of_class));
    }
    return answer;
}

Answer answer_suggested_code(Case& given)
{
    using namespace attendance;
    const auto arrival = given.one_of<Arrival>("arrival");
    const auto session = given.session("session");
    const Arrangement arrangement{.commissioned_by_authority = given.flag("commissioned_by_authority"),
                                  .registered_at_setting = given.flag("registered_at_setting"),
                                  .supervised_in_person = !given.flag("unsupervised")};
    const auto reason = given.one_of("reason", AbsenceReason::not_known);
    TRY(given.result());
    return Value::Record{{"code", suggested_code(arrival, session, arrangement, reason)},
                         {"main_school_code", main_school_code(arrival, session, arrangement, reason)}};
}

Answer answer_late_code(Case& given)
{
    const Date on = given.day("day");
    const int minutes = given.whole("minutes_after_opening", 0, minutes_max);
    const Law law = given.law(on);
    const int open = given.whole_if_any("register_open_minutes", 0, minutes_max).value_or(law.register_open_minutes);
    TRY(given.result());
    return Value::Record{{"code", TRY(attendance::late_code(minutes, open, law))}};
}

Answer answer_code_without_reason(Case& given)
{
    const auto school = given.calendar();
    const Date absent_on = given.day("absent_on"), today = given.day("today");
    const Law law = given.law(absent_on);
    TRY(given.result());
    const Date due = TRY(attendance::reason_due(absent_on, school, law));
    return Value::Record{{"settle_by", due}, {"code", attendance::code_without_reason(due, today)},
                         {"working", fmt::format("{} school days after {} by the calendar of {}: {}. From the day after it the code is O.",
                                                 law.reason_not_known_school_days, long_date(absent_on), given.calendar_name(), long_date(due))}};
}

Answer answer_attendance_correction(Case& given)
{
    const Date on = given.day("day");
    const auto arrival = given.one_of<attendance::Arrival>("arrival");
    const auto code = given.text("code"), why = given.text_if_any("reason");
    TRY(given.result());
    const auto problems = attendance::problems_with_correction(arrival, code, why, on);
    Value::List codes;
    for (const auto& problem : problems) codes.emplace_back(problem.code);
    return Value::Record{{"is_allowed", problems.empty()}, {"problems", std::move(codes)}};
}

void add_rates(Value::Record& answer, std::string_view of, const attendance::Counts& counts)
{
    const auto add = [&](std::string_view what, int number) { answer.emplace_back(fmt::format("{}_{}", of, what), number); };
    add("attended", counts.present);
    add("authorised", counts.authorised);
    add("unauthorised", counts.unauthorised);
    add("possible", counts.possible());
    if (counts.possible() == 0) return;
    add("attendance_tenths", attendance::rate_in_tenths(counts.present, counts.possible()));
    add("absence_tenths", attendance::rate_in_tenths(counts.absent(), counts.possible()));
    add("authorised_tenths", attendance::rate_in_tenths(counts.authorised, counts.possible()));
    add("unauthorised_tenths", attendance::rate_in_tenths(counts.unauthorised, counts.possible()));
}

Answer answer_attendance_rates(Case& given)
{
    const auto from = given.day_if_any("from"), to = given.day_if_any("to");
    const auto placement = given.text_if_any("placement");
    std::vector<attendance::SettingMark> marks;
    for (auto& mark : given.cases("marks")) {
        marks.push_back({mark.day("day"), mark.session("session"), mark.text("code"), mark.text_if_any("setting")});
        given.append(mark);
    }
    TRY(given.result());
    std::erase_if(marks, [&](const auto& mark) { return (from && mark.day < *from) || (to && mark.day > *to); });
    const auto counts = TRY(attendance::combined_counts(marks, placement));
    Value::Record answer;
    add_rates(answer, "week", counts.whole_week);
    if (!placement.empty()) add_rates(answer, "placement", counts.placement);
    std::string working = "Whole week: " + attendance::rate_words(counts.whole_week.present, counts.whole_week.possible()) + ".";
    if (!placement.empty()) working += " At " + placement + ": " + attendance::rate_words(counts.placement.present, counts.placement.possible()) + ".";
    answer.emplace_back("working", std::move(working));
    return answer;
}

Answer answer_persistent_absence(Case& given)
{
    const Date on = given.day("day");
    const attendance::Counts counts{.present = given.whole("present", 0, sessions_max), .authorised = given.whole("authorised", 0, sessions_max),
                                    .unauthorised = given.whole("unauthorised", 0, sessions_max)};
    const Law law = given.law(on);
    TRY(given.result());
    return Value::Record{{"is_shown", counts.possible() >= law.absence_sessions_min},
                         {"is_persistent", attendance::is_persistent_absence(counts, law)},
                         {"is_severe", attendance::is_severe_absence(counts, law)},
                         {"working", "Absent: " + attendance::rate_words(counts.absent(), counts.possible()) + "."}};
}

RuleFunction rates_function()
{
    RuleFunction rates{"attendance_rates", "R46", "What is a child’s attendance over the whole week, and at one placement?",
                       {{"marks", cases, "every mark in any register; a session that several registers mark counts once: as present before authorised "
                                         "absence, that before unauthorised absence, that before not possible", !may_be_left_out, {},
                         {{"day", day, "day of the session"}, {"session", text, "am or pm; am when left out", may_be_left_out},
                          {"code", text, "attendance code in force that day"}, {"setting", text, "whose register it is", may_be_left_out}}},
                        {"placement", text, "the setting whose own marks are counted as well", may_be_left_out},
                        {"from", day, "first day counted; all when left out", may_be_left_out},
                        {"to", day, "last day counted; all when left out", may_be_left_out}},
                       {}, answer_attendance_rates};
    const auto add = [&](std::string_view name, std::string_view words, bool optional) { rates.outputs.push_back({name, whole, words, optional}); };
    add("week_attended", "sessions attended anywhere", false);
    add("week_authorised", "sessions of authorised absence", false);
    add("week_unauthorised", "sessions of unauthorised absence", false);
    add("week_possible", "attended and absent together; not possible and administrative sessions are in neither", false);
    add("week_attendance_tenths", "attended of possible in tenths of a per cent, rounded half up: 750 is 75%; none when nothing was possible", true);
    add("week_absence_tenths", "absent of possible in tenths of a per cent, rounded half up; none when nothing was possible", true);
    add("week_authorised_tenths", "of it the authorised part, rounded by itself", true);
    add("week_unauthorised_tenths", "of it the unauthorised part, rounded by itself", true);
    add("placement_attended", "the same for the marks of the placement’s own register; none when no placement is given", true);
    add("placement_authorised", "the same at the placement", true);
    add("placement_unauthorised", "the same at the placement", true);
    add("placement_possible", "the same at the placement", true);
    add("placement_attendance_tenths", "the same at the placement", true);
    add("placement_absence_tenths", "the same at the placement", true);
    add("placement_authorised_tenths", "the same at the placement", true);
    add("placement_unauthorised_tenths", "the same at the placement", true);
    rates.outputs.push_back(working_field());
    return rates;
}

}  // namespace

std::vector<RuleFunction> attendance_rules()
{
    const Field on{"day", day, "the day whose code set and law apply"};
    const Field arrival{"arrival", choice, "what somebody at the setting saw", false, choices_of<attendance::Arrival>()};
    const std::vector<std::string_view> suggested{"/", "\\", "L", "K", "B", "N", "I", "M", "E", "Q", "J1", "R", "Y4", "C", "O"};
    std::vector<std::string_view> suggested_main = suggested;
    suggested_main.push_back("D");
    return {
        {"attendance_code", "R44", "How does an attendance code count on a day?",
         {on, {"code", text, "as in the register: /, \\, K, C2"}},
         {{"counts_as", choice, "its class", false, choices_of<CountsAs>()}, {"is_absence", flag, "authorised or unauthorised"},
          {"is_possible_session", flag, "present or absent: it enters a rate"}, {"needs_note", flag, "words must stand with it"},
          {"needs_presence", flag, "only for a child who came"}, {"meaning", text, "in words"}, {"who", text, "who may use it, and when"}},
         answer_attendance_code},
        {"attendance_codes", "R44", "Which attendance codes are in force on a day?", {on},
         {{"present", texts, "each list sorted by character"}, {"authorised", texts, "absence, authorised"}, {"unauthorised", texts, "absence, not authorised"},
          {"not_possible", texts, "no possible session"}, {"admin", texts, "administrative"}},
         answer_attendance_codes},
        {"suggested_code", "R44", "Which code does what a provider saw suggest to the school? (code set since 19 August 2024)",
         {arrival, {"session", text, "am or pm; am when left out", may_be_left_out},
          {"commissioned_by_authority", flag, "the authority arranged the place; false: the school did", may_be_left_out},
          {"registered_at_setting", flag, "the child is on the setting’s own roll too", may_be_left_out},
          {"unsupervised", flag, "online or at home, nobody supervises the child in person", may_be_left_out},
          {"reason", choice, "of an absence; not_known when left out", may_be_left_out, choices_of<attendance::AbsenceReason>()}},
         {{"code", choice, "for the register of the setting where it has one, else of the roll school", false, suggested},
          {"main_school_code", choice, "for the main school of a child registered at both; the same as code for others", false, suggested_main}},
         answer_suggested_code},
        {"late_code", "R44", "Is a late child present (L) or absent (U)?",
         {on, {"minutes_after_opening", whole, "whole minutes from the register’s opening to the child’s arrival, 0 to 600"},
          {"register_open_minutes", whole, "how long this school keeps the register open; the longest allowed when left out", may_be_left_out}},
         {{"code", choice, "L up to and in the minute in which the register closes, U after it", false, {"L", "U"}}}, answer_late_code},
        {"code_without_reason", "R44", "Until when may an absence without a known reason stay N, and which code has it today?",
         {calendar_field(), {"absent_on", day, "day of the session"}, {"today", day, "the day asked about"}},
         {{"settle_by", day, "last day as N"}, {"code", choice, "N, or O when it is over", false, {"N", "O"}}, working_field()},
         answer_code_without_reason},
        {"attendance_correction", "R45", "May a mark be corrected to this code?",
         {on, arrival, {"code", text, "the new code"}, {"reason", text, "why it is corrected", may_be_left_out}},
         {{"is_allowed", flag, "whether nothing is wrong"},
          {"problems", texts, "attendance.unknown_code, attendance.code_needs_presence, attendance.code_needs_absence, attendance.correction_reason_missing"}},
         answer_attendance_correction},
        rates_function(),
        {"persistent_absence", "R47", "Is a child persistently or severely absent in the school year to date?",
         {on, {"present", whole, "sessions attended"}, {"authorised", whole, "sessions of authorised absence"},
          {"unauthorised", whole, "sessions of unauthorised absence"}, settings_field()},
         {{"is_shown", flag, "enough sessions were possible to say"}, {"is_persistent", flag, "false while it is not shown"},
          {"is_severe", flag, "false while it is not shown"}, working_field()},
         answer_persistent_absence},
    };
}

}  // namespace waymark::law
