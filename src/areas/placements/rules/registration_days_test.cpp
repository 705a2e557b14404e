// R28 over days: what moves a provider over the line while nobody changes a timetable, and what a new placement would do.
#include "placements/rules/registration_days.hpp"

#include <doctest/doctest.h>

#include "placements/rules/patchwork.hpp"

namespace waymark::placements {
namespace {

const Date first = date(2026, 11, 2), last = date(2027, 3, 31);

const Law& threshold_law() { return law_on(first); }

ChildAtProvider full_time_child(std::string child, Date from = date(2026, 9, 1))
{
    return {.child = std::move(child), .born = date(2011, 5, 4), .here = {{1200, {from, std::nullopt}}}};
}

std::vector<ChildAtProvider> four_children() { return {full_time_child("A"), full_time_child("B"), full_time_child("C"), full_time_child("D")}; }

RegistrationDays days_of(const std::vector<ChildAtProvider>& children, const std::vector<Declaration>& declared = {})
{
    return registration_days({children, declared}, first, last, threshold_law());
}

}  // namespace

TEST_CASE("a plan made final in the middle of a placement breaches from that day, not the day before")
{
    auto child = full_time_child("A");
    child.plan_or_looked_after = {{date(2027, 1, 18), std::nullopt}};
    const auto found = days_of({child});
    REQUIRE(found.stretches.size() == 2);
    CHECK(found.stretches[0].to == date(2027, 1, 17));
    CHECK(found.stretches[0].level == ThresholdLevel::clear);
    CHECK(found.stretches[1].level == ThresholdLevel::breach);
    CHECK(found.stretches[1].to == last);
    CHECK(found.breach_from == date(2027, 1, 18));
    CHECK_FALSE(found.warn_from);
}

TEST_CASE("the fifth child breaches on the first day of the timetable and no longer after its last day")
{
    auto children = four_children();
    children.push_back(full_time_child("E"));
    children.back().here = {{1081, {date(2027, 1, 4), date(2027, 1, 29)}}};
    const auto found = days_of(children);
    CHECK(found.warn_from == first);
    CHECK(found.breach_from == date(2027, 1, 4));
    REQUIRE(found.stretches.size() == 3);
    CHECK(found.stretches[1].to == date(2027, 1, 29));
    CHECK(found.stretches[2].level == ThresholdLevel::warn);
    CHECK(found.words.starts_with("5 children are full-time here"));
}

TEST_CASE("timetables that several commissioners made for one child are added up")
{
    ChildAtProvider child{.child = "A", .born = date(2011, 5, 4), .attends_a_school = true};
    child.here = {{600, {first, std::nullopt}}, {481, {date(2026, 12, 7), std::nullopt}}};
    CHECK(days_of({child}).stretches.back().full_time == 1);
    child.here[1].minutes_a_week = 480;
    CHECK(days_of({child}).stretches.back().full_time == 0);
}

TEST_CASE("a child counts up to the last day of compulsory school age")
{
    auto child = full_time_child("A");
    child.born = date(2011, 8, 31);
    child.plan_or_looked_after = {{date(2020, 1, 1), std::nullopt}};
    const auto found = registration_days({{&child, 1}, {}}, date(2027, 6, 1), date(2027, 7, 9), threshold_law());
    REQUIRE(found.stretches.size() == 2);
    CHECK(found.stretches[0].to == date(2027, 6, 25));
    CHECK(found.stretches[1].level == ThresholdLevel::clear);
}

TEST_CASE("what the provider declares counts for the days it declares")
{
    const auto found = days_of(four_children(), {{{date(2027, 2, 1), date(2027, 2, 28)}, {.full_time = 1}}});
    CHECK(found.breach_from == date(2027, 2, 1));
    CHECK(found.stretches.back().level == ThresholdLevel::warn);
}

TEST_CASE("a placement that would be the fifth full-time one is blocked from its first day, the third warns, the second does not")
{
    const auto effect = [](std::vector<ChildAtProvider> there) {
        const auto proposed = full_time_child("Z", date(2027, 1, 11));
        return effect_of_placing({there, {}}, {&proposed, 1}, first, last, threshold_law());
    };
    auto there = four_children();
    CHECK(effect(there).effect == PlacingEffect::block);
    CHECK(effect(there).from == date(2027, 1, 11));
    there.resize(2);
    CHECK(effect(there).effect == PlacingEffect::warn);
    there.resize(1);
    CHECK(effect(there).effect == PlacingEffect::allow);
    CHECK_FALSE(effect(there).from);
}

TEST_CASE("a placement of two days a week at a provider already in breach is not what breaches")
{
    auto there = four_children();
    there.push_back(full_time_child("E"));
    ChildAtProvider two_days{.child = "Z", .born = date(2011, 5, 4), .attends_a_school = true, .here = {{600, {first, std::nullopt}}}};
    CHECK(effect_of_placing({there, {}}, {&two_days, 1}, first, last, threshold_law()).effect == PlacingEffect::allow);
}

TEST_CASE("more hours for a child who is there already are added to the hours there")
{
    ChildAtProvider there{.child = "A", .born = date(2011, 5, 4), .attends_a_school = true, .here = {{900, {first, std::nullopt}}}};
    there.plan_or_looked_after = {{first, std::nullopt}};
    const ChildAtProvider more{.child = "A", .here = {{181, {date(2026, 12, 1), std::nullopt}}}};
    const auto found = effect_of_placing({{&there, 1}, {}}, {&more, 1}, first, last, threshold_law());
    CHECK(found.effect == PlacingEffect::block);
    CHECK(found.from == date(2026, 12, 1));
    CHECK(found.before.warn_from == first);
}

TEST_CASE("part-time at two unregistered providers that is full-time together is a patchwork; with school in the week it need not be")
{
    ChildOverProviders child{.born = date(2011, 5, 4), .attends_a_school = true};
    child.unregistered = {{"Farm", {{600, {first, std::nullopt}}}}, {"Garage", {{481, {date(2026, 12, 7), date(2026, 12, 18)}}}}};
    const auto found = patchwork_days(child, first, last, threshold_law());
    REQUIRE(found.size() == 1);
    CHECK(found[0].from == date(2026, 12, 7));
    CHECK(found[0].to == date(2026, 12, 18));
    CHECK(found[0].minutes_a_week == 1081);
    child.unregistered[1].here[0].minutes_a_week = 480;
    CHECK(patchwork_days(child, first, last, threshold_law()).empty());
    child.attends_a_school = false;
    CHECK(patchwork_days(child, first, last, threshold_law()).size() == 1);
}

TEST_CASE("full-time at one provider alone is no patchwork, nor are two places of which one is registered")
{
    ChildOverProviders child{.born = date(2011, 5, 4)};
    child.unregistered = {{"Farm", {{1081, {first, std::nullopt}}}}, {"Garage", {{300, {first, std::nullopt}}}}};
    CHECK(patchwork_days(child, first, last, threshold_law()).empty());
    child.unregistered.resize(1);
    child.unregistered[0].here[0].minutes_a_week = 600;
    child.elsewhere = {{600, {first, std::nullopt}}};
    CHECK(patchwork_days(child, first, last, threshold_law()).empty());
}

}  // namespace waymark::placements
