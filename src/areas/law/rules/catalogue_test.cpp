// The catalogue is whole: every rule once, in words, with its source, and nothing speaks of a rule that it does not know.
#include "law/rules/catalogue.hpp"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

namespace waymark::law {

TEST_CASE("every rule from R1 to R60, and R43a, stands in the catalogue exactly once and in order")
{
    std::vector<std::string> wanted;
    for (int number = 1; number <= 60; ++number) {
        wanted.push_back("R" + std::to_string(number));
        if (number == 43) wanted.emplace_back("R43a");
    }
    std::vector<std::string> found;
    for (const auto& rule : numbered_rules()) found.push_back(rule.number);
    CHECK(found == wanted);
}

TEST_CASE("every rule says in a few plain sentences what it is, where it comes from and where it shows")
{
    for (const auto& rule : numbered_rules()) {
        CAPTURE(rule.number);
        const auto sentences = std::ranges::count(rule.words, '.');
        CHECK(sentences >= 1);
        CHECK(rule.words.size() < 400);
        CHECK(rule.title.size() > 4);
        CHECK(rule.source.size() > 10);
        CHECK(rule.shown.size() > 10);
        CHECK(rule.review_by > rule.reviewed_on);
        CHECK_FALSE((rule.status == RuleStatus::announced && rule.in_force_from));
    }
}

TEST_CASE("every number of the law and every rule one can ask belongs to a rule of the catalogue")
{
    for (const auto& number : law_numbers()) {
        CAPTURE(number.name);
        CHECK(find_numbered_rule(number.rule) != nullptr);
    }
    for (const auto& function : rule_functions()) {
        CAPTURE(function.name);
        CHECK(find_numbered_rule(function.rule) != nullptr);
    }
}

TEST_CASE("every rule is a function one can ask")
{
    for (const auto& rule : numbered_rules()) {
        CAPTURE(rule.number);
        CHECK_FALSE(functions_of(rule.number).empty());
    }
}

TEST_CASE("a rule that names the list of what it touches names who may see it and what it is called")
{
    int named = 0;
    for (const auto& rule : numbered_rules()) {
        CAPTURE(rule.number);
        CHECK(rule.records.empty() == !rule.records_permission.has_value());
        CHECK(rule.records.empty() == rule.records_name.empty());
        named += rule.records.empty() ? 0 : 1;
    }
    CHECK(named > 8);
}

TEST_CASE("announced law names the rules it will change, and has no day in force that nobody knows")
{
    std::set<std::string> names;
    for (const auto& law : announced_law()) {
        CAPTURE(law.name);
        CHECK(names.insert(law.name).second);
        CHECK_FALSE(law.rules.empty());
        for (const auto& number : law.rules) CHECK(find_numbered_rule(number) != nullptr);
        CHECK(law.enacted_on.has_value() == (law.stage == LawStage::enacted));
        CHECK(law.changes.size() > 20);
    }
    // A rule that is not in force is there because of law that is announced.
    for (const auto& rule : numbered_rules())
        if (rule.status == RuleStatus::announced) CHECK_FALSE(announced_for(rule.number).empty());
    CHECK(announced_for("R43").front()->enacted_on == date(2026, 4, 29));
    CHECK_FALSE(announced_for("R43").front()->in_force_from.has_value());
    CHECK(announced_for("R28").front()->title == "When a setting must register as a school");
    CHECK(announced_for("R1").empty());
}

TEST_CASE("a rule is found by its number however it is typed")
{
    CHECK(find_numbered_rule("R43a")->title == "Fair access");
    CHECK(find_numbered_rule("r43A") == find_numbered_rule("R43a"));
    CHECK(find_numbered_rule("R6")->has_clocks);
    CHECK_FALSE(find_numbered_rule("R1")->has_clocks);
    CHECK(find_numbered_rule("R61") == nullptr);
    CHECK(find_numbered_rule("") == nullptr);
    CHECK(parts_of_the_catalogue().front() == "Days, terms and ages");
}

TEST_CASE("a rule knows its numbers of every year and the functions one can ask it")
{
    CHECK(std::ranges::any_of(numbers_of("R6"), [](const auto* number) { return number->name == "duty_day"; }));
    CHECK(numbers_of("R57").empty());
    CHECK(functions_of("R1").size() == 4);
    CHECK(functions_of("R57").size() == 1);
}

TEST_CASE("what nobody has read says so in words")
{
    CHECK(checked_words(Checked::knowledge) == "Confirm before relying on this number");
    CHECK(checked_words(Checked::text) != checked_words(Checked::summary));
    CHECK(status_words(RuleStatus::announced) == "Announced, not in force");
}

}  // namespace waymark::law
