// R17 to R22, the slow way.
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "law/rules/groups.hpp"
#include "slow_rules/compare.hpp"
#include "slow_rules/slow_week.hpp"

namespace waymark::slow {
namespace {

Value::Record case_legal_basis(Chance& chance)
{
    return {{"basis", chance.one({"s19_exclusion", "s19_medical", "s19_other", "school_suspension_day6", "s29A_offsite_direction", "school_agreed_offsite",
                                  "ehcp_section_i", "eotas_s61", "managed_move", "post16"})},
            {"roll", chance.one({"stays_on_roll", "dual_registered", "single_at_provider", "no_roll"})}};
}

/// A table as somebody would write it on paper: commissioner, heading, notice, consent, for behaviour, mark while on the school's roll.
Value slow_legal_basis(const Value& given)
{
    struct Row {
        const char *commissioner, *heading;
        bool notice, consent, behaviour;
        const char* mark;
    };
    static const std::map<std::string, Row> table{
        {"s19_exclusion", {"authority", "alternative_provision", false, false, true, "K"}},
        {"s19_medical", {"authority", "alternative_provision", false, false, true, "K"}},
        {"s19_other", {"authority", "alternative_provision", false, false, true, "K"}},
        {"school_suspension_day6", {"school", "alternative_provision", false, false, true, "B"}},
        {"s29A_offsite_direction", {"school", "alternative_provision", true, false, true, "B"}},
        {"school_agreed_offsite", {"school", "alternative_provision", false, true, false, "B"}},
        {"ehcp_section_i", {"authority", "alternative_provision", false, false, true, "K"}},
        {"eotas_s61", {"authority", "eotas_package", false, false, true, "K"}},
        {"managed_move", {"school", "managed_move", false, true, true, "none"}},
        {"post16", {"authority", "post16", false, false, true, "none"}},
    };
    const auto& row = table.at(text_in(given, "basis"));
    std::string mark = "none";
    if (text_in(given, "roll") == "stays_on_roll") mark = row.mark;
    if (text_in(given, "roll") == "dual_registered" && text_in(given, "basis") != "post16") mark = "D";
    return Value::Record{{"commissioner", row.commissioner}, {"counted_as", row.heading}, {"needs_direction_notice", row.notice},
                         {"needs_parents_consent", row.consent}, {"may_be_for_behaviour", row.behaviour}, {"register_code", mark}};
}

constexpr const char* items_of_notice[] = {"address", "person_to_report_to", "number_of_days", "reasons_and_objectives", "session_times"};

Value::Record case_direction_notice(Chance& chance)
{
    const Date starts = chance.school_time();
    Value::Record given{{"calendar", chance.calendar()}, {"starts_on", starts}, {"has_ehc_plan", chance.in_hundred(40)}};
    if (chance.in_hundred(90)) given.emplace_back("given_on", starts - Days{chance.between(0, 8)});
    if (chance.in_hundred(80)) given.emplace_back("authority_told_on", starts - Days{chance.between(0, 8)});
    Value::List items;
    const int likely = chance.in_hundred(60) ? 100 : 80;
    for (const char* item : items_of_notice)
        if (chance.in_hundred(likely)) items.emplace_back(item);
    given.emplace_back("items", std::move(items));
    if (chance.in_hundred(20)) given.emplace_back("override_reason", chance.one({"Told by telephone", " "}));
    return given;
}

Value slow_direction_notice(const Value& given)
{
    const SlowCalendar school{given};
    Date latest = day_in(given, "starts_on");
    for (int school_days = 0; school_days < 2;) {
        latest -= Days{1};
        if (!school.knows(latest)) return calendar_missing();
        if (school.meets(latest)) ++school_days;
    }
    const auto in_time = [&](const char* name) { const auto on = day_if_in(given, name); return on && *on <= latest; };
    std::set<std::string> held;
    for (const auto& item : list_in(given, "items")) held.insert(*item.text());
    Value::List missing;
    for (const char* item : items_of_notice)
        if (!held.contains(item)) missing.emplace_back(item);
    const bool late = !in_time("given_on"), authority_late = flag_in(given, "has_ehc_plan") && !in_time("authority_told_on");
    const bool reason = text_in(given, "override_reason").find_first_not_of(' ') != std::string::npos;
    const bool may_start = reason || (!late && !authority_late && missing.empty());
    return Value::Record{{"latest_notice", latest}, {"is_late", late}, {"authority_is_late", authority_late}, {"missing", std::move(missing)}, {"may_start", may_start}};
}

Value::Record case_direction_review_request(Chance& chance)
{
    const Date requested = chance.school_time();
    Value::List reviews;
    for (int held = chance.between(0, 3); held > 0; --held)
        reviews.emplace_back(requested - Days{chance.in_hundred(50) ? chance.between(68, 72) : chance.in_hundred(30) ? chance.between(-2, 2) : chance.between(0, 200)});
    return {{"requested_on", requested}, {"reviews", std::move(reviews)}};
}

Value slow_direction_review_request(const Value& given)
{
    const auto held = days_in(given, "reviews");
    const std::set<Date> reviews{held.begin(), held.end()};
    Date on = day_in(given, "requested_on");
    bool found = false;
    for (int back = 0; back < 10 * 7; ++back) {
        on -= Days{1};
        found = found || reviews.contains(on);
    }
    return Value::Record{{"must_hold", !found}, {"looked_back_to", on}};
}

Value::Record case_direction_review_times(Chance& chance)
{
    const Date review = chance.school_time();
    Value::Record given{{"review_on", review}};
    if (chance.in_hundred(70)) given.emplace_back("invited_on", review - Days{chance.between(3, 9)});
    if (chance.in_hundred(70)) given.emplace_back("outcome_told_on", review + Days{chance.between(3, 9)});
    return given;
}

Value slow_direction_review_times(const Value& given)
{
    const Date review = day_in(given, "review_on");
    Value::Record answer{{"invite_by", review - Days{6}}, {"tell_outcome_by", review + Days{6}}};
    if (const auto on = day_if_in(given, "invited_on")) answer.emplace_back("invitation_is_late", days_between(*on, review) < 6);
    if (const auto on = day_if_in(given, "outcome_told_on")) answer.emplace_back("outcome_is_late", days_between(review, *on) > 6);
    return answer;
}

Value::Record case_next_direction_review(Chance& chance)
{
    Value::Record given{{"calendar", chance.calendar()}, {"since", chance.school_time()}};
    if (chance.in_hundred(40)) given.emplace_back("settings", Value::Record{{"direction_review_school_days", chance.between(1, 35)}});
    return given;
}

/// Walks from the day after until either so many school days have gone by or a half-term closes.
Value slow_next_direction_review(const Value& given)
{
    const SlowCalendar school{given};
    std::set<Date> closing;
    for (const auto& [from, to] : school.terms()) closing.insert(to);
    int left = setting_in(given, "direction_review_school_days", 30);
    for (Date on = day_in(given, "since") + Days{1};; on += Days{1}) {
        if (!school.knows(on)) return calendar_missing();
        if (school.meets(on)) --left;
        if (left == 0 || closing.contains(on)) return Value::Record{{"due", on}};
    }
}

Value::Record case_managed_move(Chance& chance)
{
    const Date moves = chance.school_time();
    Value::Record given{{"moves_on", moves}, {"is_trial", chance.in_hundred(15)}, {"has_ehc_plan", chance.in_hundred(40)}};
    for (const char* name : {"head_agreed_on", "new_head_agreed_on", "parent_agreed_on", "plan_amended_on"})
        if (chance.in_hundred(85)) given.emplace_back(name, moves - Days{chance.in_hundred(20) ? chance.between(-1, 1) : chance.between(0, 60)});
    return given;
}

Value slow_managed_move(const Value& given)
{
    const Date moves = day_in(given, "moves_on");
    const auto by_then = [&](const char* name) { return day_if_in(given, name).value_or(moves + Days{1}) < moves + Days{1}; };
    Value::List lacking;
    if (flag_in(given, "is_trial")) lacking.emplace_back("is_trial");
    if (!by_then("head_agreed_on")) lacking.emplace_back("head");
    if (!by_then("new_head_agreed_on")) lacking.emplace_back("new_head");
    if (!by_then("parent_agreed_on")) lacking.emplace_back("parent");
    if (flag_in(given, "has_ehc_plan") && !by_then("plan_amended_on")) lacking.emplace_back("plan_amendment");
    return Value::Record{{"may_go_ahead", lacking.empty()}, {"lacking", lacking}};
}

Value::Record case_rolls_on(Chance& chance)
{
    const Date on = chance.school_time();
    Value::List enrolments;
    for (int count = chance.between(0, 4); count > 0; --count) {
        const Date from = on - Days{chance.between(-1, 100)};
        Value::Record one{{"status", chance.one({"current_single", "current_main", "current_subsidiary", "guest"})}, {"from", from}};
        if (chance.in_hundred(60)) one.emplace_back("to", on + Days{chance.in_hundred(50) ? chance.between(-1, 1) : chance.between(-90, 90)});
        enrolments.emplace_back(std::move(one));
    }
    return {{"enrolments", std::move(enrolments)}, {"day", on}};
}

Value slow_rolls_on(const Value& given)
{
    const Date on = day_in(given, "day");
    std::multiset<std::string> held;
    for (const auto& one : list_in(given, "enrolments"))
        if (day_in(one, "from") <= on && day_if_in(one, "to").value_or(on) >= on) held.insert(text_in(one, "status"));
    const auto singles = held.count("current_single"), mains = held.count("current_main"), seconds = held.count("current_subsidiary");
    Value::List faults;
    if (singles >= 2) faults.emplace_back("two_single");
    if (mains >= 2) faults.emplace_back("two_main");
    if (seconds >= 1 && mains == 0) faults.emplace_back("second_without_main");
    if (mains >= 1 && seconds == 0) faults.emplace_back("main_without_second");
    if (singles >= 1 && mains + seconds >= 1) faults.emplace_back("single_beside_others");
    const char* rolls = "wrong";
    if (singles == 0 && mains == 0 && seconds == 0) rolls = "none";
    if (singles == 1 && mains == 0 && seconds == 0) rolls = "single";
    if (singles == 0 && mains == 1 && seconds >= 1) rolls = "dual";
    return Value::Record{{"rolls", rolls}, {"faults", std::move(faults)}};
}

Value::Record case_who_answers(Chance& chance)
{
    return {{"matter", chance.one({"attendance", "exam_entries", "sen_support", "safeguarding", "quality_of_placement", "section_19", "ehc_plan", "transport",
                                   "children_from_elsewhere"})}};
}

Value slow_who_answers(const Value& given)
{
    static const std::map<std::string, std::set<std::string>> duties{
        {"roll_school", {"attendance", "exam_entries", "sen_support", "safeguarding"}},
        {"commissioner", {"quality_of_placement"}},
        {"home_authority", {"section_19", "ehc_plan", "transport"}},
        {"host_authority", {"children_from_elsewhere"}},
    };
    for (const auto& [who, matters] : duties)
        if (matters.contains(text_in(given, "matter"))) return Value::Record{{"answers", who}};
    return {};
}

Value::Record case_ground_to_leave_roll(Chance& chance)
{
    Value::Record given{{"ground", chance.one({"registered_elsewhere", "moved_away", "permanent_exclusion", "home_education", "unauthorised_absence",
                                               "not_back_from_leave", "custody", "alternative_provision", "none"})},
                        {"day", chance.school_time()}, {"review_is_over", chance.in_hundred(50)}, {"in_writing", chance.in_hundred(50)},
                        {"enquiries_made", chance.in_hundred(60)}};
    if (chance.in_hundred(80)) given.emplace_back("school_days", chance.in_hundred(60) ? chance.between(0, 1) * 10 + chance.between(9, 10) : chance.between(0, 40));
    const Date from = chance.school_time();
    if (chance.in_hundred(90)) given.emplace_back("custody_from", from);
    if (chance.in_hundred(90)) given.emplace_back("custody_to", from + Days{chance.in_hundred(70) ? chance.between(116, 126) : chance.between(1, 400)});
    return given;
}

/// Whether the stretch has a day more than four months: four times to the same day of the next month, or to its last.
bool is_over_four_months(Date from, Date to)
{
    const unsigned wanted = day_of_month(from);
    Date at = from;
    for (int month = 0; month < 4; ++month) {
        at -= Days{day_of_month(at) - 1};
        do at += Days{1};
        while (day_of_month(at) != 1);
        while (day_of_month(at) < wanted && day_of_month(at + Days{1}) != 1) at += Days{1};
    }
    return to >= at;
}

Value slow_ground_to_leave_roll(const Value& given)
{
    const auto ground = text_in(given, "ground");
    const int days = whole_in(given, "school_days");
    const auto from = day_if_in(given, "custody_from"), to = day_if_in(given, "custody_to");
    Value::List lacking;
    if (ground == "alternative_provision" || ground == "none") lacking.emplace_back("never_a_ground");
    if (ground == "permanent_exclusion" && !flag_in(given, "review_is_over")) lacking.emplace_back("review_not_over");
    if (ground == "home_education" && !flag_in(given, "in_writing")) lacking.emplace_back("not_in_writing");
    if ((ground == "unauthorised_absence" && days < 20) || (ground == "not_back_from_leave" && days < 10)) lacking.emplace_back("too_few_school_days");
    if (ground == "unauthorised_absence" && !flag_in(given, "enquiries_made")) lacking.emplace_back("enquiries_missing");
    if (ground == "custody" && !(from && to && is_over_four_months(*from, *to))) lacking.emplace_back("custody_too_short");
    return Value::Record{{"may_come_off", lacking.empty()}, {"lacking", lacking}};
}

Value::Record case_roll_news_due(Chance& chance)
{
    const Date changed = chance.school_time();
    Value::Record given{{"change", chance.one({"addition", "deletion"})}, {"changed_on", changed}, {"today", changed + Days{chance.between(-1, 8)}}};
    if (chance.in_hundred(50)) given.emplace_back("told_on", changed + Days{chance.between(-2, 8)});
    return given;
}

Value slow_roll_news_due(const Value& given)
{
    Date due = day_in(given, "changed_on");
    if (text_in(given, "change") == "addition")
        for (int days = 0; days < 5; ++days) due += Days{1};
    const auto told = day_if_in(given, "told_on");
    const bool late = told.value_or(day_in(given, "today")) > due;
    return Value::Record{{"due", due}, {"is_late", late}, {"severity", late && !told ? "breach" : "info"}};
}

Value::Record case_off_rolling_watch(Chance& chance)
{
    const Date last = chance.school_time();
    Value::List placed;
    for (int count = chance.between(0, 3); count > 0; --count)
        placed.emplace_back(last - Days{chance.in_hundred(50) ? chance.between(58, 62) : chance.in_hundred(30) ? chance.between(-2, 2) : chance.between(-100, 300)});
    Value::Record given{{"last_day", last}, {"year_group", chance.in_hundred(50) ? chance.between(8, 13) : chance.between(-5, 14)}, {"placed_on", std::move(placed)}};
    if (chance.in_hundred(40)) given.emplace_back("has_ground", chance.in_hundred(50));
    if (chance.in_hundred(20)) given.emplace_back("settings", Value::Record{{"off_rolling_year_group", chance.between(7, 12)}, {"off_rolling_days", chance.between(30, 90)}});
    return given;
}

Value slow_off_rolling_watch(const Value& given)
{
    bool by_year = false, after = false;
    if (!flag_in(given, "has_ground")) {
        for (int year = setting_in(given, "off_rolling_year_group", 10); year <= 11; ++year) by_year = by_year || whole_in(given, "year_group") == year;
        const auto list = days_in(given, "placed_on");
        const std::set<Date> placed{list.begin(), list.end()};
        for (int back = 0; back <= setting_in(given, "off_rolling_days", 60); ++back) after = after || placed.contains(day_in(given, "last_day") - Days{back});
    }
    return Value::Record{{"is_watched", by_year || after}, {"by_year_group", by_year}, {"after_placement", after}};
}

constexpr SlowRule slow_roll_rules[] = {
    {"legal_basis", case_legal_basis, slow_legal_basis},
    {"direction_notice", case_direction_notice, slow_direction_notice},
    {"direction_review_request", case_direction_review_request, slow_direction_review_request},
    {"direction_review_times", case_direction_review_times, slow_direction_review_times},
    {"next_direction_review", case_next_direction_review, slow_next_direction_review},
    {"managed_move", case_managed_move, slow_managed_move},
    {"rolls_on", case_rolls_on, slow_rolls_on},
    {"who_answers", case_who_answers, slow_who_answers},
    {"ground_to_leave_roll", case_ground_to_leave_roll, slow_ground_to_leave_roll},
    {"roll_news_due", case_roll_news_due, slow_roll_news_due},
    {"off_rolling_watch", case_off_rolling_watch, slow_off_rolling_watch},
};

TEST_CASE("legal bases, directions, moves and rolls agree with a slow reading of the rules, for ten thousand random cases a rule")
{
    hold_against(law::roll_rules(), slow_roll_rules);
}

}  // namespace
}  // namespace waymark::slow
