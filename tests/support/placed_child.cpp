// A child in a place, written straight into the database.
#include "support/placed_child.hpp"

#include "support/placed_child.sql.hpp"

namespace waymark::testing {

PlacedChild place_a_child(World& world, Date day)
{
    PlacedChild kai{.pupil = {Id::from_words("Kai")}, .reference = "7F3K-2M", .placement = {Id::from_words("Kai at Greenways")},
                    .setting = {Id::from_words("Greenways")}, .school = {Id::from_words("Millbrook")}};
    const Id site = Id::from_words("Greenways site"), programme = Id::from_words("Farm days");
    const auto placed = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
        tx.run(sql::insert_organisation, {{"id", kai.school}, {"kind", "school"}, {"name", "Millbrook Academy"}});
        tx.run(sql::insert_organisation, {{"id", kai.setting}, {"kind", "provider"}, {"name", "Greenways Farm"}});
        tx.run(sql::insert_provider, {{"id", kai.setting}});
        tx.run(sql::insert_site, {{"id", site}, {"provider", kai.setting}});
        tx.run(sql::insert_category);
        tx.run(sql::insert_programme, {{"id", programme}, {"provider", kai.setting}, {"site", site}, {"from_day", day - Days{400}}});
        tx.run(sql::insert_pupil, {{"id", kai.pupil}, {"reference", kai.reference}, {"born", date(2012, 3, 4)}});
        const auto team = tx.maybe_one(sql::authority_team, {}, [](const Row& row) { return row.id<OrganisationId>("id"); });
        expects(team.has_value());
        tx.run(sql::insert_placement, {{"id", kai.placement}, {"pupil", kai.pupil}, {"programme", programme}, {"provider", kai.setting}, {"commissioner", *team},
                                       {"from_day", day - Days{28}}, {"to_day", day + Days{28}}, {"school", kai.school}});
        tx.run(sql::insert_access, {{"placement", kai.placement}, {"pupil", kai.pupil}, {"provider", kai.setting}, {"from_day", day - Days{28}}});
        for (const Date expected : {day, day + Days{7}})
            for (const Session session : enum_values<Session>())
                tx.run(sql::insert_expected, {{"pupil", kai.pupil}, {"day", expected}, {"session", session}, {"placement", kai.placement}, {"provider", kai.setting}, {"site", site}});
        return {};
    });
    expects(placed.has_value());
    return kai;
}

}  // namespace waymark::testing
