// What people see of the rules: all of them in plain words, their own numbers beside the default, and answers to what they ask.
#include <doctest/doctest.h>

#include "law/rules/rule_function.hpp"
#include "law/web/pages.hpp"
#include "people/store/calendars.hpp"
#include "people/store/law_choices.hpp"
#include "support/engines.hpp"

namespace waymark::law {
using namespace waymark::testing;
namespace {

Request request_for(std::string target, std::string name = {}, std::string value = {})
{
    Request request;
    REQUIRE(request.read_target(target));
    if (!name.empty()) request.path_values[name] = std::move(value);
    return request;
}

Response rules_page(World& world, const std::string& target) { return *show_rules(request_for(target), world.context); }
Response rule_page(World& world, const std::string& number) { return *show_rule(request_for("/rules/x", "number", number), world.context); }
Response question_page(World& world, const std::string& name, const std::string& query = {})
{
    return *show_question(request_for("/rules/ask/x" + query, "question", name), world.context);
}

bool says(const Response& page, std::string_view words) { return page.body.find(words) != std::string::npos; }

void choose(World& world, std::string name, int value, Date from)
{
    REQUIRE(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
        people::keep_law_choice(tx, {std::move(name), value, from});
        return {};
    }));
}

/// Terms of the authority: the second half of autumn 2026, closed on one Friday.
void add_terms(World& world)
{
    REQUIRE(world.context.in_transaction([](Transaction& tx) -> Result<void> {
        people::insert_term(tx, {}, {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)});
        people::insert_closure(tx, {}, {date(2026, 11, 20), ClosureKind::inset, "Training"});
        return {};
    }));
}

}  // namespace

TEST_CASE("the list shows every rule with its source, and the mark where nobody has read it")
{
    for_each_engine([](World& world) {
        const auto page = rules_page(world, "/rules");
        CHECK(page.status == 200);
        CHECK(says(page, "61 rules"));
        CHECK(says(page, "R6 Day six of a permanent exclusion"));
        CHECK(says(page, "SI 2007/1870"));
        CHECK(says(page, "Confirm before relying on this number"));
        CHECK(says(page, "/rules/ask/nth_school_day"));
    });
}

TEST_CASE("rules are found by number, by words, by what they are about and by their status")
{
    for_each_engine([](World& world) {
        CHECK(says(rules_page(world, "/rules?q=r43A"), "Fair access"));
        CHECK(says(rules_page(world, "/rules?q=R4"), "1 rule<"));
        CHECK(says(rules_page(world, "/rules?q=calendar+bank+HOLIDAYS"), "R1 School days"));
        CHECK(says(rules_page(world, "/rules?part=Exclusion"), "7 rules"));
        const auto announced = rules_page(world, "/rules?status=announced&part=");
        CHECK(says(announced, "Register of children not in school"));
        CHECK_FALSE(says(announced, "R6 Day six"));
        const auto none = rules_page(world, "/rules?q=elephants");
        CHECK(says(none, "No rule fits."));
        CHECK(says(none, "value=\"elephants\""));
    });
}

TEST_CASE("our own choices stand beside the default, and can be asked for alone")
{
    for_each_engine([](World& world) {
        CHECK(says(rules_page(world, "/rules?own=yes"), "0 rules"));
        choose(world, "day_six_warning_day", 2, date(2026, 9, 1));
        choose(world, "churn_starts", 4, date(2026, 12, 1));  // not yet
        const auto page = rules_page(world, "/rules?own=yes");
        CHECK(says(page, "1 rule<"));
        CHECK(says(page, "2 school days"));
        CHECK(says(page, "Your own choice since 1 September 2026. Default: 3 school days"));
        const auto rule = rule_page(world, "R60");
        CHECK(says(rule, "4 placements begun from 1 December 2026"));
    });
}

TEST_CASE("one rule whole: words, source, numbers with their years, what is announced; a number that is none is not found")
{
    for_each_engine([](World& world) {
        const auto page = rule_page(world, "R28");
        CHECK(says(page, "18 hours a week"));
        CHECK(says(page, "From 1 March 2018"));
        CHECK(says(page, "Set by guidance"));
        CHECK(says(page, "29 April 2026"));
        CHECK(says(page, "No day known"));
        CHECK(says(rule_page(world, "R1"), "Does the school meet that day?"));
        CHECK(says(rule_page(world, "R24"), "Support of this school year by tier"));
        CHECK(code_of(show_rule(request_for("/rules/x", "number", "R61"), world.context)) == "law.no_such_rule");
    });
}

TEST_CASE("only those who may change the authority’s numbers are led to where that is done")
{
    for_each_engine([](World& world) {
        CHECK(says(rules_page(world, "/rules"), "/admin/settings/law"));
        CHECK(says(rule_page(world, "R6"), "/admin/settings/law/day_six_warning_day"));
        world.context.who.role = Role::provider_tutor;
        CHECK_FALSE(says(rules_page(world, "/rules"), "/admin/settings/law"));
        CHECK_FALSE(says(rule_page(world, "R6"), "/admin/settings/law"));
    });
}

TEST_CASE("a question is answered from the authority’s calendar, with the closed day left out")
{
    for_each_engine([](World& world) {
        add_terms(world);
        const auto empty = question_page(world, "nth_school_day");
        CHECK(empty.status == 200);
        CHECK(says(empty, "value=\"authority\" selected"));
        CHECK_FALSE(says(empty, "Answer</h2>"));
        // From Monday 16 November, the fifth: Friday the 20th is closed.
        const auto answered = question_page(world, "nth_school_day", "?calendar=authority&from-day=16&from-month=11&from-year=2026&n=5");
        CHECK(answered.status == 200);
        CHECK(says(answered, "Monday 23 November 2026"));
        CHECK(says(question_page(world, "nth_school_day", "?calendar=authority&from=2026-11-16&n=4"), "Thursday 19 November 2026"));
    });
}

TEST_CASE("terms as typed take the place of a calendar")
{
    for_each_engine([](World& world) {
        const auto typed = question_page(world, "nth_school_day",
            "?calendar=&calendar-terms=2+Nov+2026+to+18+Dec+2026%0D%0A4+Jan+2027+%E2%80%93+12+Feb+2027&calendar-closures=20+11+2026&from=2026-11-16&n=5");
        CHECK(says(typed, "Monday 23 November 2026"));
        CHECK(says(typed, "4 Jan 2027"));
    });
}

TEST_CASE("what is not known is said, not guessed; it is no fault of typing")
{
    for_each_engine([](World& world) {
        const auto page = question_page(world, "nth_school_day", "?calendar=&from=2026-11-16&n=5");
        CHECK(page.status == 200);
        CHECK(says(page, "Not known"));
        CHECK(says(page, "Add its term dates."));
    });
}

TEST_CASE("each wrong field says what is wrong with it, and everything typed is still there")
{
    for_each_engine([](World& world) {
        const auto page = question_page(world, "nth_school_day", "?calendar=nonsense&from-day=31&from-month=2&from-year=2026&n=six");
        CHECK(page.status == 422);
        CHECK(says(page, "Choose a calendar from the list."));
        CHECK(says(page, "“From” must be a real date."));
        CHECK(says(page, "“N” must be a whole number."));
        CHECK(says(page, "href=\"#n\""));
        CHECK(says(page, "value=\"six\""));
        CHECK(says(page, "value=\"31\""));
        // What the rule itself refuses comes to its field too.
        const auto too_many = question_page(world, "nth_school_day", "?calendar=&from=2026-11-16&n=401");
        CHECK(too_many.status == 422);
        CHECK(says(too_many, "“N” must be"));
        const auto missing = question_page(world, "nth_school_day", "?n=");
        CHECK(says(missing, "Enter “From”."));
        CHECK(says(missing, "Enter “N”."));
    });
}

TEST_CASE("what is typed into a question cannot become markup, and there is no question of any name")
{
    for_each_engine([](World& world) {
        CHECK_FALSE(says(question_page(world, "nth_school_day", "?n=%3Cscript%3Ealert(1)%3C/script%3E"), "<script>alert"));
        CHECK_FALSE(says(rules_page(world, "/rules?q=%3Cscript%3Ealert(1)%3C/script%3E&status=%3Cb%3E"), "<script>alert"));
        CHECK(code_of(show_question(request_for("/rules/ask/x", "question", "nothing"), world.context)) == "law.no_such_question");
    });
}

TEST_CASE("every question has a page that can be opened")
{
    for_each_engine([](World& world) {
        for (const auto& function : rule_functions()) {
            CAPTURE(function.name);
            CHECK(question_page(world, std::string{function.name}).status == 200);
            CHECK(question_page(world, std::string{function.name}, "?x=1").status < 500);
        }
    });
}

}  // namespace waymark::law
