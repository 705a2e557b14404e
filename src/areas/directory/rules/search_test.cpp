// Finding a place: a commissioner asks, the directory shows the providers and programmes that fit, and no others.
#include "directory/rules/search.hpp"

#include <doctest/doctest.h>

namespace waymark::directory {
namespace {

constexpr WeekdaySession monday_am{Weekday::monday, Session::am}, friday_pm{Weekday::friday, Session::pm};
const ProgrammeId farm_days{Id::from_words("farm days")};

Programme programme(std::string_view name, std::string_view category, int price_pence, int site_number)
{
    Programme made{.id = {Id::from_words(name)}, .category = std::string{category}, .name = std::string{name}, .age_from = 11, .age_to = 16,
                   .needs = {Need::semh}, .price = Money{price_pence}, .from = date(2026, 9, 1)};
    if (site_number > 0) made.site = SiteId{Id::from_words(std::to_string(site_number))};
    made.places.at(monday_am) = 2;
    return made;
}

Listing listing(std::string_view name, Registration registration, int metres_east, std::vector<Programme> programmes)
{
    Listing made{.provider = {.id = {Id::from_words(name)}, .name = std::string{name}, .registration = registration}, .sites = {},
                 .programmes = std::move(programmes), .assurance = {.status = quality::Status::assured}};
    for (const auto& one : made.programmes)
        if (one.site) made.sites.push_back({.id = *one.site, .name = "Main site", .point = {.easting = 400000 + metres_east, .northing = 300000}});
    return made;
}

std::vector<Listing> three_providers()
{
    Programme farm = programme("farm days", "vocational", 4800, 1);
    farm.description = "Feeding, fencing, growing.";
    Programme academy = programme("Key stage 4", "ks4_full_time", 15000, 2);
    academy.attendance = Attendance::full_time;
    academy.price_unit = PriceUnit::day;
    academy.needs = {Need::semh, Need::asd};
    Listing lapsed = listing("Wavelength Online", Registration::unregistered, 0, {programme("Live lessons", "medical", 2900, 0)});
    lapsed.assurance.status = quality::Status::lapsed;
    return {listing("Greenways Farm", Registration::unregistered, 8000, {farm}),
            listing("Beacon Academy", Registration::ap_academy, 1000, {academy}), lapsed};
}

std::vector<std::string> names(const Filter& filter, const TakenPlaces& taken = {})
{
    static const auto all = three_providers();
    std::vector<std::string> found;
    for (const auto& one : find(all, filter, taken)) found.push_back(one.listing->provider.name);
    return found;
}
using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("who asks nothing sees every provider by name")
{
    CHECK(names({}) == Names{"Beacon Academy", "Greenways Farm", "Wavelength Online"});
}

TEST_CASE("words are looked for in provider and programme together, accents and capitals aside")
{
    CHECK(names({.words = "farm FENCING"}) == Names{"Greenways Farm"});
    CHECK(names({.words = "autism"}) == Names{"Beacon Academy"});
    CHECK(names({.words = "fencing autism"}).empty());
}

TEST_CASE("each facet narrows the list")
{
    CHECK(names({.category = "vocational"}) == Names{"Greenways Farm"});
    CHECK(names({.needs = {Need::semh, Need::asd}}) == Names{"Beacon Academy"});
    CHECK(names({.registered = Registered::registered}) == Names{"Beacon Academy"});
    CHECK(names({.registered = Registered::unregistered}) == Names{"Greenways Farm", "Wavelength Online"});
    CHECK(names({.assured = true}) == Names{"Beacon Academy", "Greenways Farm"});
    CHECK(names({.attendance = Attendance::full_time}) == Names{"Beacon Academy"});
    CHECK(names({.age = 17}).empty());
    CHECK(names({.age = 16}).size() == 3);
    CHECK(names({.key_stage = 2}).empty());
}

TEST_CASE("a session is free while one place is left, and not when all are taken")
{
    TakenPlaces taken;
    taken[farm_days].at(monday_am) = 1;
    CHECK(names({.category = "vocational", .free_on = {monday_am}}, taken) == Names{"Greenways Farm"});
    taken[farm_days].at(monday_am) = 2;
    CHECK(names({.category = "vocational", .free_on = {monday_am}}, taken).empty());
    CHECK(names({.category = "vocational", .free_on = {friday_pm}}).empty());
}

TEST_CASE("within five miles means the nearest site, and lessons online are near everywhere")
{
    const Point town{.easting = 400000, .northing = 300000};
    CHECK(names({.near = town, .within_miles = 4.9}) == Names{"Beacon Academy", "Wavelength Online"});
    CHECK(names({.near = town, .within_miles = 5}).size() == 3);
}

TEST_CASE("the nearest comes first, and what has no distance last")
{
    const Point farm_end{.easting = 409000, .northing = 300000};
    CHECK(names({.near = farm_end, .sort = Sort::distance}) == Names{"Greenways Farm", "Beacon Academy", "Wavelength Online"});
}

TEST_CASE("prices are compared by the day, whatever they are for")
{
    CHECK(names({.sort = Sort::price}) == Names{"Wavelength Online", "Greenways Farm", "Beacon Academy"});
    Programme weekly = programme("weekly", "vocational", 40000, 0);
    weekly.price_unit = PriceUnit::week;
    CHECK(price_of_a_day(weekly) == Money{8000});
}

TEST_CASE("a provider that runs nothing is found by its name, not by what it would offer")
{
    const std::vector<Listing> all{listing("Second Wind Boxing Club", Registration::unregistered, 0, {})};
    CHECK(find(all, {.words = "boxing"}, {}).size() == 1);
    CHECK(find(all, {.category = "engagement"}, {}).empty());
}

}  // namespace waymark::directory
