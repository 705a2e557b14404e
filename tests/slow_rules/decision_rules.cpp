#include "slow_rules/decision_rules.hpp"

#include <string>
#include <vector>

namespace waymark::slow {
namespace {

constexpr const char* words_of_record[] = {"reasons", "child_view", "parent_view", "options_considered", "outcome_measure", "exit_plan",
                                           "unregistered_reason", "out_of_area_reason", "split_reason", "long_reason", "roll_reason"};

Value::Record case_missing_from_record(Chance& chance)
{
    Value::Record given{{"day", chance.school_time()}};
    const int likely = chance.in_hundred(40) ? 97 : 60;
    for (const char* words : words_of_record)
        if (chance.in_hundred(likely)) given.emplace_back(words, chance.one({"Kai would rather learn outside.", "Agreed", "x", "Agreed", " ", ""}));
    for (const char* factor : {"is_unregistered", "is_out_of_area", "is_split", "category_expects_dual_registration"})
        if (chance.in_hundred(50)) given.emplace_back(factor, chance.in_hundred(60));
    if (chance.in_hundred(50))
        given.emplace_back("outcome", chance.one({"place_in_provision", "place_in_provision", "outreach_in_school", "remain_with_support", "more_information", "not_agreed"}));
    if (chance.in_hundred(likely)) given.emplace_back("half_days_a_week", chance.between(1, 10));
    if (chance.in_hundred(likely)) given.emplace_back("weeks", chance.in_hundred(60) ? chance.between(11, 13) : chance.between(1, 39));
    if (chance.in_hundred(likely)) given.emplace_back("roll", chance.one({"stays_on_roll", "dual_registered", "single_at_provider", "no_roll"}));
    if (chance.in_hundred(70)) given.emplace_back("roll_now", chance.one({"one_school", "dual", "none"}));
    if (chance.in_hundred(40)) given.emplace_back("category_weeks_max", chance.in_hundred(50) ? chance.between(10, 14) : chance.between(1, 39));
    if (chance.in_hundred(20)) given.emplace_back("settings", Value::Record{{"non_school_weeks", chance.between(10, 14)}});
    return given;
}

/// Whether one letter at least is no space.
bool says_something(const Value& given, std::string_view name)
{
    for (const char letter : text_in(given, name))
        if (letter != ' ') return true;
    return false;
}

/// The roll as a table: what it is now, what it becomes, and whether the two differ.
bool roll_differs(std::string_view now, std::string_view decided)
{
    if (decided == "stays_on_roll") return false;
    if (now == "dual" && decided == "dual_registered") return false;
    return !(now == "none" && decided == "no_roll");
}

Value slow_missing_from_record(const Value& given)
{
    int least = setting_in(given, "non_school_weeks", 12);
    while (given.find("category_weeks_max") && least > whole_in(given, "category_weeks_max")) --least;
    const std::string outcome = given.find("outcome") ? text_in(given, "outcome") : "place_in_provision";
    const std::string now = given.find("roll_now") ? text_in(given, "roll_now") : "one_school";
    const std::string roll = given.find("roll") ? text_in(given, "roll") : "";
    const bool unlike_others = flag_in(given, "category_expects_dual_registration") && roll != "dual_registered";

    std::vector<std::string> wanted{"reasons", "child_view", "parent_view"};
    if (outcome == "place_in_provision") {
        wanted.insert(wanted.end(), {"options_considered", "half_days_a_week", "weeks", "roll", "outcome_measure", "exit_plan"});
        for (const std::string factor : {"unregistered", "out_of_area", "split"})
            if (flag_in(given, "is_" + factor)) wanted.push_back(factor + "_reason");
        if (whole_in(given, "weeks") > least) wanted.push_back("long_reason");
        if (!roll.empty() && (unlike_others || roll_differs(now, roll))) wanted.push_back("roll_reason");
    }
    Value::List missing;
    for (const auto& part : wanted) {
        const bool is_a_number = part == "half_days_a_week" || part == "weeks";
        const bool is_there = is_a_number ? given.find(part) != nullptr : says_something(given, part);
        if (!is_there) missing.emplace_back(part == "half_days_a_week" ? std::string{"hours"} : part);
    }
    const bool complete = missing.empty();
    return Value::Record{{"is_complete", complete}, {"missing", std::move(missing)}, {"weeks_without_reason", least}};
}

constexpr SlowRule decision_rules[] = {{"missing_from_record", case_missing_from_record, slow_missing_from_record}};

}  // namespace

std::span<const SlowRule> slow_decision_rules() { return decision_rules; }

}  // namespace waymark::slow
