// No child walks in before all eight confirmations exist, are fresh, and cover each site.
#include "placements/rules/startable.hpp"

#include <doctest/doctest.h>

namespace waymark::placements {
namespace {

const Date start = date(2026, 11, 30);
const std::vector<std::string> one_site{"farm"};

std::vector<GivenConfirmation> all_given(Date on, const std::string& site)
{
    std::vector<GivenConfirmation> given;
    for (const auto& words : confirmation_kinds())
        given.push_back({words.kind, on, words.for_each_site ? std::optional{site} : std::nullopt});
    return given;
}

}  // namespace

TEST_CASE("with all eight given the placement may start; without any one it may not")
{
    const auto complete = all_given(date(2026, 11, 20), "farm");
    CHECK(missing_confirmations(complete, one_site, start, 12).empty());
    for (std::size_t index = 0; index < complete.size(); ++index) {
        auto without = complete;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(index));
        const auto missing = missing_confirmations(without, one_site, start, 12);
        REQUIRE(missing.size() == 1);
        CHECK(missing.front().kind == complete[index].kind);
        CHECK(missing.front().why == "Not given yet");
    }
}

TEST_CASE("a confirmation twelve months old counts on that day, a day older does not")
{
    CHECK(missing_confirmations(all_given(date(2025, 11, 30), "farm"), one_site, start, 12).empty());
    const auto missing = missing_confirmations(all_given(date(2025, 11, 29), "farm"), one_site, start, 12);
    CHECK(missing.size() == 8);
    CHECK(missing.front().why == "Given on 29 November 2025, more than 12 months before the start");
}

TEST_CASE("a second site in the timetable needs its own staff checks and address")
{
    const std::vector<std::string> two_sites{"farm", "workshop"};
    const auto missing = missing_confirmations(all_given(date(2026, 11, 20), "farm"), two_sites, start, 12);
    REQUIRE(missing.size() == 2);
    CHECK(missing[0] == MissingConfirmation{ConfirmationKind::staff_checks, "workshop", "Not given yet"});
    CHECK(missing[1].kind == ConfirmationKind::addresses);
}

TEST_CASE("the newest confirmation counts when an old one was renewed")
{
    auto given = all_given(date(2024, 1, 8), "farm");
    const auto renewed = all_given(date(2026, 10, 1), "farm");
    given.insert(given.end(), renewed.begin(), renewed.end());
    CHECK(missing_confirmations(given, one_site, start, 12).empty());
}

TEST_CASE("teaching online has no site to cover")
{
    std::vector<GivenConfirmation> given;
    for (const auto& words : confirmation_kinds()) given.push_back({words.kind, date(2026, 11, 20), std::nullopt});
    CHECK(missing_confirmations(given, {}, start, 12).empty());
}

}  // namespace waymark::placements
