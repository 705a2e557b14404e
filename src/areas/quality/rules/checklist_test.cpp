// The formula of the checklist, on both sides of its line.
#include "quality/rules/checklist.hpp"

#include <doctest/doctest.h>

namespace waymark::quality {
namespace {

std::vector<CriterionScore> area_with(std::initializer_list<int> points, int area = 1)
{
    std::vector<CriterionScore> scores;
    for (const int one : points) scores.push_back({.area = area, .points = one});
    return scores;
}

}  // namespace

TEST_CASE("an area scores its points over twice the criteria that apply")
{
    auto scores = area_with({2, 1, 0});
    scores.push_back({.area = 1});  // does not apply
    const auto found = checklist_result(scores);
    REQUIRE(found.areas.size() == 1);
    CHECK(found.areas[0].points == 3);
    CHECK(found.areas[0].applicable == 3);
    CHECK(found.areas[0].percent == 50);
}

TEST_CASE("three of five points in an area assure, a point less brings conditions")
{
    CHECK(checklist_result(area_with({2, 2, 2, 0, 0})).status == Status::assured);
    CHECK(checklist_result(area_with({2, 2, 1, 0, 0})).status == Status::assured_with_conditions);
}

TEST_CASE("59.9 per cent is not rounded up to 60")
{
    // 103 points of 172.
    std::vector<CriterionScore> scores;
    for (int at = 0; at < 86; ++at) scores.push_back({.area = 1, .points = at < 51 ? 2 : at < 52 ? 1 : 0});
    CHECK(checklist_result(scores).lowest_area_percent == 59);
    CHECK(checklist_result(scores).status == Status::assured_with_conditions);
}

TEST_CASE("the weakest area decides, an area to which nothing applies does not")
{
    auto scores = area_with({2, 2});
    scores.push_back({.area = 2, .points = 1});
    scores.push_back({.area = 3});
    const auto found = checklist_result(scores);
    CHECK(found.lowest_area_percent == 50);
    CHECK(found.status == Status::assured_with_conditions);
    CHECK_FALSE(found.areas[2].percent);
}

TEST_CASE("a critical criterion at nothing is not assured, at partly met it is no bar")
{
    auto scores = area_with({2, 2, 2, 2});
    scores.push_back({.area = 1, .is_critical = true, .points = 0});
    CHECK(checklist_result(scores).status == Status::not_assured);
    CHECK(checklist_result(scores).critical_not_met == 1);
    scores.back().points = 1;
    CHECK(checklist_result(scores).status == Status::assured);
    scores.back().points.reset();
    CHECK(checklist_result(scores).status == Status::assured);
}

TEST_CASE("a checklist on which nothing was scored assures nobody")
{
    CHECK(checklist_result({}).status == Status::not_assured);
}

}  // namespace waymark::quality
