// Greenways Farm and the registers, for tests of the directory and the areas above it.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "directory/store/programmes.hpp"
#include "directory/store/providers.hpp"
#include "support/engines.hpp"

namespace waymark::testing {

inline OrganisationId greenways_id() { return {Id::from_words("Greenways Farm")}; }
inline OrganisationId beacon_id() { return {Id::from_words("Beacon Academy")}; }
inline directory::SiteId farm_site_id() { return {Id::from_words("Greenways Farm, the farm")}; }

/// "Farm days": vocational, part time, ages 11 to 16, £48 a session, eight places on Monday and Friday mornings.
inline directory::Programme farm_days()
{
    directory::Programme programme{.id = {Id::from_words("Farm days")},
                                   .provider = greenways_id(),
                                   .site = farm_site_id(),
                                   .category = "vocational",
                                   .name = "Farm days",
                                   .description = "Feeding, fencing, growing.",
                                   .weeks_max = 18,
                                   .focus = directory::Focus::reintegration,
                                   .age_from = 11,
                                   .age_to = 16,
                                   .needs = {directory::Need::semh, directory::Need::asd},
                                   .price = Money{4800},
                                   .from = date(2026, 9, 1),
                                   .courses = {{"Animal care", "BTEC", "Level 1"}, {"Land-based studies", "City and Guilds", "Entry 3"}}};
    programme.places.at({Weekday::monday, Session::am}) = 8;
    programme.places.at({Weekday::friday, Session::am}) = 8;
    return programme;
}

inline void run_script(World& world, const std::string& sql)
{
    const auto connection = world.database.lease(true);
    connection->begin(true, "990");
    connection->run_script(sql);
    connection->commit();
}

/// Schools and postcodes as the imports leave them: 900202 is an open academy, 900299 the school it was, closed.
inline void add_register(World& world)
{
    run_script(world,
               "insert into gias_establishment (urn, name, type_code, type_name, status_code, status_name, closed_on, age_low, age_high,"
               " vintage, row_hash) values"
               " ('900202', 'Beacon Academy', '42', 'Academy alternative provision converter', '1', 'Open', null, 11, 16, 'test', ''),"
               " ('900299', 'Beacon Pupil Referral Unit', '14', 'Pupil referral unit', '2', 'Closed', '2026-08-31', 11, 16, 'test', ''),"
               " ('900210', 'Greenways Farm School', '11', 'Other independent school', '1', 'Open', null, 11, 16, 'test', ''),"
               " ('900298', 'Fernhill Academy', '34', 'Academy converter', '1', 'Open', null, 11, 16, 'test', '');"
               "insert into gias_link (urn, linked_urn, link_type, linked_name, established_on) values"
               " ('900299', '900202', 'Successor', 'Beacon Academy', '2026-09-01');"
               "insert into postcode_point (postcode, easting, northing, latitude, longitude) values"
               " ('ZH6 8FD', 403000, 304000, 52.6, -1.9), ('ZH1 1AA', 400000, 300000, 52.56, -1.95)");
}

/// Greenways Farm with one site and one programme, not yet visited by anybody; and the categories.
inline void add_greenways(World& world)
{
    run_script(world, "insert into organisation (authority_id, id, kind, name, created_at) values ('990', '" + greenways_id().text() +
                          "', 'provider', 'Greenways Farm', 0)");
    const auto added = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
        directory::insert_starting_categories(tx, date(2026, 9, 1));
        directory::insert_provider(tx, {.id = greenways_id(), .summary = "A working farm."});
        directory::insert_site(tx, {.id = farm_site_id(),
                                    .provider = greenways_id(),
                                    .name = "The farm",
                                    .address = "Greenways Lane\nHarrowdale",
                                    .postcode = "ZH6 8FD",
                                    .point = {.easting = 403000, .northing = 304000, .latitude = 52.6, .longitude = -1.9}});
        directory::insert_programme(tx, farm_days());
        return {};
    });
    REQUIRE(added.has_value());
}

}  // namespace waymark::testing
