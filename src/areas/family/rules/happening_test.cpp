// What a family reads, in each state that a child can be in.
#include "family/rules/happening.hpp"

#include <doctest/doctest.h>

#include "foundation/text.hpp"
#include "panel/rules/readability.hpp"

namespace waymark::family {
namespace {

using referrals::State;

const Date today = date(2026, 12, 1);

Place farm()
{
    return {.provider = "Greenways Farm", .has_begun = true, .from = date(2026, 11, 2), .expected_end = date(2027, 2, 12), .review_on = date(2026, 12, 14)};
}

Happening with(std::vector<Place> places) { return {.name = "Kai", .places = std::move(places)}; }

TEST_CASE("a child who is at a place: where, when everybody talks about it, when it ends, and that what follows is not set")
{
    const auto words = words_of(with({farm()}), today);
    CHECK(words.now == "Kai goes to Greenways Farm.");
    REQUIRE(words.next.size() == 2);
    CHECK(words.next[0] == "We will talk with you and Kai about how it is going by Monday 14 December 2026.");
    CHECK(words.next[1] == "The place is for now until 12 February 2027. What comes after it is not set yet. We will ask you first.");
}

TEST_CASE("a place whose agreed end is today still goes on; from the next day on the family is told to ring")
{
    Place place = farm();
    place.expected_end = today;
    CHECK(words_of(with({place}), today).next.back().starts_with("The place is for now until"));
    CHECK(words_of(with({place}), today + Days{1}).next.back().starts_with("The place was to end on 1 December 2026."));
}

TEST_CASE("a place that has not begun says the first day, and after that day asks the family to ring")
{
    Place place = farm();
    place.has_begun = false;
    place.from = today;
    CHECK(words_of(with({place}), today).now == "Kai has a place at Greenways Farm.");
    CHECK(words_of(with({place}), today).next == std::vector<std::string>{"The first day there is Tuesday 1 December 2026."});
    CHECK(words_of(with({place}), today + Days{1}).next.front().ends_with("Ring us if Kai has not been."));
}

TEST_CASE("two places at once are both told")
{
    Place garage = farm();
    garage.provider = "Otherways Garage";
    CHECK(words_of(with({farm(), garage}), today).now == "Kai goes to Greenways Farm. Kai goes to Otherways Garage.");
}

TEST_CASE("before there is a place, the family reads how far the asking has come; a draft that was never sent is nothing to tell")
{
    Happening kai = with({});
    const std::string no_plan = "There is no plan for Kai with us right now.";
    CHECK(words_of(kai, today).now == no_plan);
    for (const State state : {State::draft, State::withdrawn, State::placed}) {
        kai.referral = state;
        CHECK(words_of(kai, today).now == no_plan);
    }
    kai.referral = State::submitted;
    CHECK(words_of(kai, today).now == "The school has asked us to help Kai.");
    kai.referral = State::ready_for_panel;
    CHECK(words_of(kai, today).next.front() == "The day we meet to choose is not set yet. We will tell you when it is.");
    kai.panel_on = date(2026, 12, 3);
    CHECK(words_of(kai, today).next.front() == "We meet to choose on Thursday 3 December 2026. We will write to you after that.");
    kai.referral = State::decided;
    CHECK(words_of(kai, today).now == "We are looking for a place for Kai.");
}

TEST_CASE("a week is told day by day")
{
    using enum Weekday;
    CHECK(week_words({{wednesday, Session::am}, {monday, Session::pm}, {monday, Session::am}}) == std::vector<std::string>{"Monday: morning and afternoon", "Wednesday: morning"});
    CHECK(week_words({}).empty());
}

TEST_CASE("a child of nine follows every sentence")
{
    std::vector<Happening> all = {with({}), with({farm()})};
    for (const State state : {State::submitted, State::ready_for_panel, State::decided}) {
        all.push_back(with({}));
        all.back().referral = state;
    }
    for (const auto& happening : all) {
        const auto words = words_of(happening, today);
        const std::string text = words.now + " " + join(words.next, " ");
        INFO(text);
        CHECK(panel::readability_of(text).reading_age() <= 9.0);
    }
    // The same by somebody who writes for colleagues.
    CHECK(panel::readability_of("Alternative provision commenced following consideration of the documentation submitted by the referring establishment.").reading_age() > 9.0);
}

}  // namespace
}  // namespace waymark::family
