// The tables of clocks and facts are whole.
#include "clocks/rules/clock_kind.hpp"

#include <doctest/doctest.h>

#include "foundation/enum_text.hpp"

namespace waymark::clocks {
namespace {

TEST_CASE("every clock has a rule, a name, a source; every fact and ground has words")
{
    for (const auto kind : enum_values<ClockKind>()) {
        CHECK(words_of(kind).rule.starts_with("R"));
        CHECK_FALSE(words_of(kind).name.empty());
        CHECK_FALSE(words_of(kind).source.empty());
    }
    CHECK(all_clocks().size() == enum_values<ClockKind>().size());
    for (const auto kind : enum_values<FactKind>()) CHECK_FALSE(words_of(kind).name.empty());
    CHECK(all_facts_words().size() == enum_values<FactKind>().size());
    for (const auto ground : enum_values<Ground>()) CHECK_FALSE(ground_words(ground).empty());
}

TEST_CASE("a day before the child was born, or one that has not come, is no day for a fact; today is")
{
    const Date born = date(2012, 5, 4), today = date(2026, 11, 23);
    const auto code = [&](Date on) { return std::string{problems_with({.kind = FactKind::pep_begun, .on = on}, {}, born, today).code()}; };
    CHECK(code(today) == "");
    CHECK(code(today + Days{1}) == "fact.in_future");
    CHECK(code(born) == "");
    CHECK(code(born - Days{1}) == "fact.before_birth");
    CHECK(problems_with({.kind = FactKind::part_time_end_agreed, .on = today + Days{10}}, {}, born, today).empty());
}

}  // namespace
}  // namespace waymark::clocks
