// The changes a referral may make.
#include "referrals/rules/states.hpp"

#include <doctest/doctest.h>

#include "foundation/enum_text.hpp"

namespace waymark::referrals {
namespace {

bool may_become(State now, State next) { return check_can_become(now, next).has_value(); }

TEST_CASE("a draft is sent or withdrawn, and cannot be decided before it is sent")
{
    CHECK(may_become(State::draft, State::submitted));
    CHECK(may_become(State::draft, State::withdrawn));
    CHECK(code_of(check_can_become(State::draft, State::decided)) == "referral.state_change_refused");
}

TEST_CASE("only a referral that is ready for panel can be decided")
{
    for (const State state : enum_values<State>())
        CHECK(may_become(state, State::decided) == (state == State::ready_for_panel || state == State::placed));
}

TEST_CASE("what was withdrawn stays withdrawn, and nothing becomes a draft again")
{
    for (const State state : enum_values<State>()) {
        CHECK_FALSE(may_become(State::withdrawn, state));
        CHECK_FALSE(may_become(state, State::draft));
    }
}

TEST_CASE("a decided referral is no longer open, so that the child can be referred again")
{
    CHECK(is_open(State::ready_for_panel));
    CHECK_FALSE(is_open(State::decided));
    CHECK(still_needs_place(State::decided));
    CHECK_FALSE(still_needs_place(State::placed));
    CHECK_FALSE(still_needs_place(State::withdrawn));
}

TEST_CASE("every section is found again by the name it has in the address")
{
    for (const Section section : enum_values<Section>()) CHECK(section_from_slug(section_slug(section)) == section);
    CHECK_FALSE(section_from_slug("check").has_value());
}

}  // namespace
}  // namespace waymark::referrals
