// Before a number is changed, an example shows what would become of a due day.
#include "law/rules/example_of_change.hpp"

#include <doctest/doctest.h>

namespace waymark::law {
namespace {

using enum FieldKind;

constexpr std::string_view kinds[] = {"early", "late"};

/// A step-out's last day by plain days, and whether it is long.
Result<Value::Record> answer_made_up_end(Case& given)
{
    const Date start = given.day("start");
    const Law law = given.law(start);
    const auto kind = given.choice("kind", kinds);
    TRY(given.result());
    if (kind == 0) return refused("made_up.early", "Nothing ends early.");
    return Value::Record{{"last_day", start + Days{law.step_out_school_days}}, {"is_long", law.step_out_school_days > 40}, {"working", "counted"}};
}

Result<Value::Record> answer_made_up_warning(Case& given)
{
    const int day = given.whole("day", 1, 10);
    const Law law = given.law(date(2026, 11, 23));
    TRY(given.result());
    return Value::Record{{"warns", day >= law.day_six_warning_day}};
}

RuleFunction made_up_end()
{
    return {"made_up_end", "R26", "When does it end?", {{"start", day, "first day"}, {"kind", choice, "which", false, {kinds[0], kinds[1]}}, settings_field()},
            {{"last_day", day, "the last"}, {"is_long", flag, "over 40"}, working_field()}, answer_made_up_end};
}

RuleFunction made_up_warning()
{
    return {"made_up_warning", "R6", "Does it warn?", {{"day", whole, "1 to 10"}, settings_field()}, {{"warns", flag, "or not"}}, answer_made_up_warning};
}

}  // namespace

TEST_CASE("an example is a case of the day the number is to hold from, with the due day before and after")
{
    const auto function = made_up_end();
    const int wholes[] = {1};
    const auto example = example_of_change(function, date(2026, 12, 1), {}, {{"step_out_school_days", 30}}, {{"step_out_school_days", 35}}, wholes);
    REQUIRE(example.has_value());
    CHECK(Value{example->given} == Value{Value::Record{{"start", "2026-12-01"}, {"kind", "late"}}});
    REQUIRE(example->differing().size() == 1);
    CHECK(example->differing().front()->name == "last_day");
    CHECK(*Value{example->before}.find("last_day") == Value{"2026-12-31"});
    CHECK(*Value{example->after}.find("last_day") == Value{"2027-01-05"});
}

TEST_CASE("a number at which the answer turns is found among those tried")
{
    const auto function = made_up_warning();
    const int wholes[] = {1, 2, 3};
    const auto example = example_of_change(function, date(2026, 12, 1), {}, {{"day_six_warning_day", 3}}, {{"day_six_warning_day", 2}}, wholes);
    REQUIRE(example.has_value());
    CHECK(*Value{example->given}.find("day") == Value{2});
    CHECK(*Value{example->after}.find("warns") == Value{true});
}

TEST_CASE("there is no example where the number changes nothing, or the rule takes no numbers")
{
    const int wholes[] = {1, 2, 3};
    const auto end = made_up_end(), warning = made_up_warning();
    CHECK_FALSE(example_of_change(end, date(2026, 12, 1), {}, {{"churn_starts", 3}}, {{"churn_starts", 4}}, wholes));
    CHECK_FALSE(example_of_change(warning, date(2026, 12, 1), {}, {{"day_six_warning_day", 4}}, {{"day_six_warning_day", 5}}, wholes));
    CHECK_FALSE(example_of_change(*find_rule_function("bank_holidays"), date(2026, 12, 1), {}, {}, {}, wholes));
}

}  // namespace waymark::law
