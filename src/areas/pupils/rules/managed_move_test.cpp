// A managed move is everybody's wish, or it is none.
#include "pupils/rules/managed_move.hpp"

#include <doctest/doctest.h>

namespace waymark::pupils {
namespace {

ManagedMove agreed_move()
{
    return {.moves_on = date(2026, 11, 23), .head_agreed_on = date(2026, 11, 9), .new_head_agreed_on = date(2026, 11, 12), .parent_agreed_on = date(2026, 11, 13)};
}

TEST_CASE("a managed move goes ahead when both heads and the parent have agreed, and without one of them it does not")
{
    CHECK(lacking_to_move(agreed_move()).empty());
    auto without_parent = agreed_move();
    without_parent.parent_agreed_on = std::nullopt;
    CHECK(lacking_to_move(without_parent) == std::vector{MoveLack::parent});
}

TEST_CASE("an agreement on the day of the move is in time, the day after it is not")
{
    auto move = agreed_move();
    move.new_head_agreed_on = date(2026, 11, 23);
    CHECK(lacking_to_move(move).empty());
    move.new_head_agreed_on = date(2026, 11, 24);
    CHECK(lacking_to_move(move) == std::vector{MoveLack::new_head});
}

TEST_CASE("a child with an EHC plan moves only once the plan is amended")
{
    auto move = agreed_move();
    move.has_ehc_plan = true;
    CHECK(lacking_to_move(move) == std::vector{MoveLack::plan_amendment});
    move.plan_amended_on = date(2026, 11, 20);
    CHECK(lacking_to_move(move).empty());
}

TEST_CASE("a trial is no managed move")
{
    auto move = agreed_move();
    move.is_trial = true;
    CHECK(lacking_to_move(move) == std::vector{MoveLack::is_trial});
}

}  // namespace
}  // namespace waymark::pupils
