// R24, R53, R56 to R58, the slow way: tables of words, and every next child found by counting again.
#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "law/rules/inspection_rules.hpp"
#include "slow_rules/compare.hpp"
#include "slow_rules/slow_clock.hpp"

namespace waymark::slow {
namespace {

std::string text_in(const Value& given, std::string_view name)
{
    const auto* found = given.find(name);
    return found != nullptr && found->text() != nullptr ? *found->text() : std::string{};
}

Value::Record case_tier_of(Chance& chance)
{
    Value::Record given;
    toss(chance, given, "is_outreach", 25);
    toss(chance, given, "keeps_school_place", 60);
    toss(chance, given, "ends_with_school_age", 30);
    if (chance.in_hundred(60))
        given.emplace_back("destination", chance.one({"same_mainstream_school", "other_mainstream_school", "special_school", "registered_ap", "other_ap", "further_education",
                                                      "apprenticeship_or_work", "elective_home_education", "custody", "moved_away", "no_destination_yet", "none"}));
    return given;
}

/// Begins with what was meant, lets a destination that tells overrule it, and outreach overrule both.
Value slow_tier_of(const Value& given)
{
    int tier = 3;
    if (flag_in(given, "keeps_school_place") && !flag_in(given, "ends_with_school_age")) tier = 2;
    const std::string went_to = text_in(given, "destination");
    if (went_to == "same_mainstream_school") tier = 2;
    for (const std::string onward : {"other_mainstream_school", "special_school", "further_education", "apprenticeship_or_work"})
        if (went_to == onward) tier = 3;
    if (flag_in(given, "is_outreach")) tier = 1;
    return Value::Record{{"tier", tier}};
}

Value::Record case_sharing_ground(Chance& chance)
{
    return {{"purpose", chance.one({"placing", "safeguarding", "photograph_or_survey"})}, {"information", chance.one({"ordinary", "special_category", "health", "criminal"})}};
}

/// The table of R53, written out.
Value slow_sharing_ground(const Value& given)
{
    const std::string key = text_in(given, "purpose") + " " + text_in(given, "information");
    const std::pair<std::string, std::vector<std::string>> table[] = {
        {"placing ordinary", {"legal_obligation_6_1_c", "public_task_6_1_e"}},
        {"placing special_category", {"legal_obligation_6_1_c", "public_task_6_1_e", "substantial_public_interest_9_2_g", "statutory_purpose_schedule_1_6"}},
        {"placing health", {"legal_obligation_6_1_c", "public_task_6_1_e", "health_care_9_2_h"}},
        {"placing criminal", {"legal_obligation_6_1_c", "public_task_6_1_e", "criminal_data_10", "statutory_purpose_schedule_1_6"}},
        {"safeguarding ordinary", {"legal_obligation_6_1_c", "public_task_6_1_e"}},
        {"safeguarding special_category", {"legal_obligation_6_1_c", "public_task_6_1_e", "substantial_public_interest_9_2_g", "safeguarding_schedule_1_18"}},
        {"safeguarding health", {"legal_obligation_6_1_c", "public_task_6_1_e", "substantial_public_interest_9_2_g", "safeguarding_schedule_1_18"}},
        {"safeguarding criminal", {"legal_obligation_6_1_c", "public_task_6_1_e", "criminal_data_10", "safeguarding_schedule_1_18"}},
        {"photograph_or_survey ordinary", {"consent_6_1_a"}},
        {"photograph_or_survey special_category", {"consent_6_1_a", "explicit_consent_9_2_a"}},
        {"photograph_or_survey health", {"consent_6_1_a", "explicit_consent_9_2_a"}},
        {"photograph_or_survey criminal", {}},
    };
    for (const auto& [which, grounds] : table) {
        if (which != key) continue;
        Value::List list;
        for (const auto& ground : grounds) list.emplace_back(ground);
        const bool is_asked = !grounds.empty() && grounds.front() == "consent_6_1_a";
        return Value::Record{{"is_allowed", !grounds.empty()}, {"grounds", std::move(list)}, {"asks_consent", is_asked}, {"records_disclosure", !is_asked && !grounds.empty()}};
    }
    return Value::Record{{"error", "rule.input_wrong"}};
}

Value::Record case_children_to_follow(Chance& chance)
{
    Value::List children;
    for (int left = chance.between(0, 12); left > 0; --left) {
        Value::List kinds;
        for (int kind = chance.between(0, 4); kind > 0; --kind) kinds.emplace_back(chance.one({"a", "b", "c", "d", "e", "f"}));
        children.emplace_back(Value::Record{{"kinds", std::move(kinds)}});
    }
    Value::Record given{{"children", std::move(children)}};
    if (chance.in_hundred(60)) given.emplace_back("how_many", chance.between(1, 14));
    return given;
}

Value slow_children_to_follow(const Value& given)
{
    const auto children = list_in(given, "children");
    std::set<std::size_t> chosen;
    Value::List places;
    const auto how_many = static_cast<std::size_t>(whole_in(given, "how_many", 6));
    while (chosen.size() < how_many && chosen.size() < children.size()) {
        std::set<std::string> shown;
        for (const auto at : chosen)
            for (const auto& kind : list_in(children[at], "kinds")) shown.insert(*kind.text());
        std::size_t best = children.size(), most = 0;
        for (std::size_t at = 0; at < children.size(); ++at) {
            if (chosen.contains(at)) continue;
            std::set<std::string> with = shown;
            for (const auto& kind : list_in(children[at], "kinds")) with.insert(*kind.text());
            if (best == children.size() || with.size() > most) {
                best = at;
                most = with.size();
            }
        }
        chosen.insert(best);
        places.emplace_back(static_cast<int>(best) + 1);
    }
    return Value::Record{{"places", std::move(places)}};
}

Value::Record case_questions_on_purpose(Chance& chance)
{
    const Date on = chance.school_time();
    Value::Record given{{"day", on}};
    toss(chance, given, "has_measured_goal");
    toss(chance, given, "has_way_on");
    toss(chance, given, "child_was_heard");
    if (chance.in_hundred(80)) given.emplace_back("review_due", on + Days{chance.between(-3, 3)});
    return given;
}

Value slow_questions_on_purpose(const Value& given)
{
    Value::List asked;
    for (const auto& [fact, question] : {std::pair{"has_measured_goal", "no_measure"}, {"has_way_on", "no_way_on"}, {"child_was_heard", "child_not_heard"}})
        if (!flag_in(given, fact)) asked.emplace_back(question);
    if (const auto due = day_if_in(given, "review_due"); due && days_between(*due, day_in(given, "day")) > 0) asked.emplace_back("review_overdue");
    return Value::Record{{"questions", std::move(asked)}};
}

Value::Record case_questions_on_safety(Chance& chance)
{
    const Date on = chance.school_time();
    Value::Record given{{"day", on}, {"minutes_a_week", 1080 + (chance.in_hundred(60) ? chance.between(-1, 1) : chance.between(-600, 600))},
                        {"days_not_seen", chance.in_hundred(60) ? chance.between(9, 11) : chance.between(0, 30)},
                        {"present", chance.between(40, 120)}, {"authorised", chance.between(0, 8)}, {"unauthorised", chance.between(0, 8)},
                        {"agreed_end", on + Days{chance.between(-2, 2)}}};
    for (const auto* fact : {"is_assured", "is_registered", "is_compulsory_age", "is_on_a_roll"}) toss(chance, given, fact);
    return given;
}

Value slow_questions_on_safety(const Value& given)
{
    const int absent = whole_in(given, "authorised") + whole_in(given, "unauthorised"), possible = whole_in(given, "present") + absent;
    const bool of_age = flag_in(given, "is_compulsory_age");
    Value::List asked;
    if (!flag_in(given, "is_assured")) asked.emplace_back("setting_not_assured");
    if (!flag_in(given, "is_registered") && of_age && whole_in(given, "minutes_a_week") > 18 * 60) asked.emplace_back("full_time_at_unregistered");
    if (!flag_in(given, "is_on_a_roll") && of_age) asked.emplace_back("on_no_roll");
    if (whole_in(given, "days_not_seen") >= 10) asked.emplace_back("out_of_sight");
    if (possible >= 20 && absent * 10 >= possible) asked.emplace_back("persistently_absent");
    if (days_between(day_in(given, "agreed_end"), day_in(given, "day")) > 0) asked.emplace_back("past_agreed_end");
    return Value::Record{{"questions", std::move(asked)}};
}

constexpr SlowRule slow_inspection_rules[] = {
    {"tier_of", case_tier_of, slow_tier_of},
    {"sharing_ground", case_sharing_ground, slow_sharing_ground},
    {"children_to_follow", case_children_to_follow, slow_children_to_follow},
    {"questions_on_purpose", case_questions_on_purpose, slow_questions_on_purpose},
    {"questions_on_safety", case_questions_on_safety, slow_questions_on_safety},
};

TEST_CASE("tiers, grounds for sharing and what inspectors ask agree with tables and counting again, for ten thousand random cases a rule")
{
    hold_against(law::inspection_rules(), slow_inspection_rules);
}

}  // namespace
}  // namespace waymark::slow
