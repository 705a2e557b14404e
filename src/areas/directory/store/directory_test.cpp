// The directory as it is kept, on both engines.
#include <doctest/doctest.h>

#include "directory/store/changes.hpp"
#include "directory/store/listings.hpp"
#include "directory/store/programmes.hpp"
#include "directory/store/providers.hpp"
#include "directory/store/register.hpp"
#include "directory/store/taken.hpp"
#include "support/directory_world.hpp"
#include "quality/store/assurance.hpp"
#include "support/engines.hpp"

namespace waymark::directory {
using namespace waymark::testing;

TEST_CASE("a provider is kept with its sites, programmes, places and courses")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        world.context.read([&](Transaction& tx) {
            const auto found = listing_of(tx, greenways_id(), tx.today());
            REQUIRE(found.has_value());
            CHECK(found->provider.name == "Greenways Farm");
            CHECK(found->provider.registration == Registration::unregistered);
            REQUIRE(found->sites.size() == 1);
            CHECK(found->sites[0].point == Point{.easting = 403000, .northing = 304000, .latitude = 52.6, .longitude = -1.9});
            REQUIRE(found->programmes.size() == 1);
            CHECK(fields_of(found->programmes[0]) == fields_of(farm_days()));
            CHECK(found->assurance.status == quality::Status::not_assured);
        });
    });
}

TEST_CASE("a programme that has ended and a site that has closed are not listed")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        const auto ended = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            Programme programme = find_programme(tx, farm_days().id).value();
            programme.to = tx.today() - Days{1};
            TRY(update_programme(tx, programme));
            Site site = sites(tx, greenways_id()).front();
            site.closed_on = tx.today();
            return update_site(tx, site);
        });
        REQUIRE(code_of(ended) == "");
        world.context.read([&](Transaction& tx) {
            const auto all = listings(tx, tx.today());
            REQUIRE(all.size() == 1);
            CHECK(all[0].programmes.empty());
            CHECK(all[0].sites.empty());
            CHECK(listings(tx, tx.today() - Days{1})[0].programmes.size() == 1);
        });
    });
}

TEST_CASE("a stale form overwrites neither provider nor site nor programme")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        const auto outcome = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            Programme programme = find_programme(tx, farm_days().id).value();
            TRY(update_programme(tx, programme));
            CHECK(code_of(update_programme(tx, programme)) == "directory.programme_stale");
            Provider provider = find_provider(tx, greenways_id()).value();
            TRY(update_provider(tx, provider));
            CHECK(code_of(update_provider(tx, provider)) == "directory.provider_stale");
            Site site = sites(tx, greenways_id()).front();
            TRY(update_site(tx, site));
            CHECK(code_of(update_site(tx, site)) == "directory.site_stale");
            return {};
        });
        CHECK(code_of(outcome) == "");
    });
}

TEST_CASE("another authority sees none of it")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        Context neighbour = world.of_authority("991");
        neighbour.read([&](Transaction& tx) {
            CHECK(listings(tx, tx.today()).empty());
            CHECK(code_of(listing_of(tx, greenways_id(), tx.today())) == "directory.no_such_provider");
            CHECK_FALSE(find_programme(tx, farm_days().id).has_value());
            CHECK(sites(tx, std::nullopt).empty());
        });
    });
}

TEST_CASE("an authority starts with the guide's eight categories, and keeps its own when asked again")
{
    for_each_engine([](World& world) {
        const auto outcome = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            insert_starting_categories(tx, date(2026, 9, 1));
            insert_starting_categories(tx, date(2026, 10, 1));
            const auto all = offer_categories(tx, tx.today());
            REQUIRE(all.size() == 8);
            CHECK(all[6].id == "step_out");
            CHECK(all[6].weeks_max == 6);
            CHECK(all[6].full_time == true);
            CHECK(all[4].key_stages == std::vector{1, 2, 3});
            CHECK_FALSE(all[2].full_time.has_value());
            CHECK(offer_categories(tx, date(2026, 8, 31)).empty());
            return {};
        });
        CHECK(code_of(outcome) == "");
    });
}

TEST_CASE("a change proposed anew takes the place of the one that waited, and is decided once")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        const auto outcome = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            ProfileChange change{.id = tx.new_id<ProfileChangeId>(), .provider = greenways_id(), .section = ChangeSection::programme,
                                 .programme = farm_days().id, .was = {{"price_pence", "4800"}}, .becomes = {{"price_pence", "5000"}}};
            propose_change(tx, change);
            change.id = tx.new_id<ProfileChangeId>();
            change.becomes = {{"price_pence", "5200"}};
            propose_change(tx, change);
            const auto open = open_changes(tx, greenways_id());
            REQUIRE(open.size() == 1);
            CHECK(open[0].becomes == Fields{{"price_pence", "5200"}});
            CHECK(open[0].author == "Priya Raman");
            TRY(decide_change(tx, change.id, ChangeState::asked, "What does lunch cost?", open[0].version));
            CHECK(open_changes(tx, std::nullopt).front().question == "What does lunch cost?");
            CHECK(code_of(decide_change(tx, change.id, ChangeState::accepted, "", open[0].version)) == "directory.change_decided");
            return {};
        });
        CHECK(code_of(outcome) == "");
    });
}

TEST_CASE("a postcode is found in any spelling, and one that is not known says what to do")
{
    for_each_engine([](World& world) {
        add_register(world);
        world.context.read([&](Transaction& tx) {
            CHECK(point_of_postcode(tx, "zh6 8fd").value().easting == 403000);
            CHECK(code_of(point_of_postcode(tx, "ZH6 8FE")) == "directory.postcode_unknown");
            CHECK(code_of(point_of_postcode(tx, "nowhere")) == "postcode.invalid");
        });
    });
}

TEST_CASE("a school that became an academy shows its successor")
{
    for_each_engine([](World& world) {
        add_register(world);
        world.context.read([&](Transaction& tx) {
            const auto entry = register_entry(tx, "900299");
            REQUIRE(entry.has_value());
            CHECK(entry->closed_on == date(2026, 8, 31));
            const auto links = register_links(tx, "900299");
            REQUIRE(links.size() == 1);
            CHECK(links[0].type == "Successor");
            CHECK(links[0].urn == "900202");
            CHECK_FALSE(register_entry(tx, "900000").has_value());
        });
    });
}

TEST_CASE("without placements no place is taken; with them, they are asked")
{
    for_each_engine([](World& world) {
        world.context.read([&](Transaction& tx) {
            CHECK(taken_places(tx, tx.today(), tx.today()).empty());
            count_taken_places_with([](Transaction&, Date, Date, std::optional<OrganisationId>) {
                return TakenPlaces{{farm_days().id, WeekPlaces{.numbers = {3}}}};
            });
            CHECK(taken_places(tx, tx.today(), tx.today()).at(farm_days().id).at({Weekday::monday, Session::am}) == 3);
            count_taken_places_with(nullptr);
        });
    });
}

}  // namespace waymark::directory
