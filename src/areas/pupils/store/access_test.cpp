// The rule and the SQL condition say the same about every child, over made-up worlds; and reasons begin, end and begin again.
#include "pupils/store/access.hpp"

#include <doctest/doctest.h>

#include <random>

#include "foundation/enum_text.hpp"
#include "pupils/store/pupils.hpp"
#include "support/engines.hpp"
#include "support/made_up.hpp"

namespace waymark::pupils {
namespace {

using namespace waymark::testing;

const Date monday = date(2026, 11, 23);

constexpr int children_of_a_world = 60;

PupilId add_child(Transaction& tx, int number)
{
    const PupilId id{Id::from_words("child " + std::to_string(number))};
    REQUIRE(insert_pupil(tx, {.id = id,
                              .reference = "T" + std::to_string(number),
                              .first_name = "Kofi",
                              .last_name = "Mensah",
                              .known_as = "Kai",
                              .born = date(2012, 5, 4),
                              .home_authority = "990"}));
    return id;
}

/// The same children in another authority, with every reason to be seen there: none of it counts here.
void open_everything_elsewhere(World& world, std::span<const OrganisationId> schools)
{
    Context ellerby = world.of_authority("991");
    const auto done = ellerby.in_transaction([&](Transaction& tx) -> Result<void> {
        for (const auto* name : {"Northgate Academy", "Fernhill School", "Millbrook High"}) add_school(tx, name, "Ridge Trust");
        for (int number = 0; number < children_of_a_world; ++number) {
            const PupilId child = add_child(tx, number);
            insert_sen_record(tx, child, {.provision = SenProvision::ehcp, .days = {date(2020, 1, 1), {}}});
            insert_circumstance(tx, child, {.kind = CircumstanceKind::looked_after, .days = {date(2020, 1, 1), {}}});
            for (const OrganisationId school : schools)
                grant_access(tx, child, school, AccessKind::placed, Id::from_words("elsewhere " + std::to_string(number) + school.text()), date(2020, 1, 1));
        }
        return {};
    });
    REQUIRE(code_of(done) == "");
}

TEST_CASE("the rule and the condition of every list agree about who sees whom")
{
    for_each_engine([](World& world) {
        const OrganisationId of_both[] = {OrganisationId{Id::from_words("Northgate Academy")}, OrganisationId{Id::from_words("Ridge Trust")}};
        open_everything_elsewhere(world, of_both);
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            std::mt19937 random{20261123};
            const auto any_of = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
            const OrganisationId schools[] = {add_school(tx, "Northgate Academy", "Ridge Trust"),
                                              add_school(tx, "Fernhill School", "Ridge Trust"), add_school(tx, "Millbrook High"),
                                              OrganisationId{Id::from_words("Ridge Trust")}};
            // Days around today, so that the edges are met often.
            const auto any_days = [&]() -> DateRange {
                const Date from = monday + Days{any_of(5) - 3};
                return {from, any_of(2) == 0 ? std::nullopt : std::optional{from + Days{any_of(4)}}};
            };
            for (int number = 0; number < children_of_a_world; ++number) {
                const PupilId child = add_child(tx, number);
                Relationship facts;
                std::vector<std::pair<OrganisationId, DateRange>> reasons;
                for (int record = any_of(3); record > 0; --record) {
                    const DateRange days = any_days();
                    const auto provision = enum_values<SenProvision>()[static_cast<std::size_t>(any_of(3))];
                    insert_sen_record(tx, child, {.provision = provision, .days = days});
                    if (provision != SenProvision::none) facts.with_sen.push_back(days);
                }
                for (int record = any_of(3); record > 0; --record) {
                    const DateRange days = any_days();
                    const bool in_care = any_of(2) == 0;
                    insert_circumstance(tx, child, {.kind = in_care ? CircumstanceKind::looked_after : CircumstanceKind::previously_looked_after, .days = days});
                    if (in_care) facts.looked_after.push_back(days);
                }
                for (int reason = any_of(3); reason > 0; --reason) {
                    const DateRange days = any_days();
                    const OrganisationId school = schools[any_of(4)];
                    const Id about = Id::make(tx.now());
                    grant_access(tx, child, school, AccessKind::referred, about, days.from);
                    if (days.to) end_access(tx, AccessKind::referred, about, *days.to);
                    reasons.emplace_back(school, days);
                }
                for (const Role role : enum_values<Role>())
                    for (const OrganisationId organisation : schools) {
                        Relationship seen = facts;
                        for (const auto& [school, days] : reasons) {
                            if (school == organisation) seen.of_organisation.push_back(days);
                            const bool of_the_trust = organisation == schools[3] && (school == schools[0] || school == schools[1]);
                            if (of_the_trust) seen.of_trust_schools.push_back(days);
                        }
                        const Who who{.role = role, .organisation = organisation};
                        CHECK(may_see(tx, who, child) == may_see(scope_of(role), seen, monday));
                    }
            }
            return {};
        });
        REQUIRE(code_of(done) == "");
    });
}

TEST_CASE("a reason given again while it stands keeps its first day, and opens again after its end")
{
    for_each_engine([](World& world) {
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            const PupilId child = add_child(tx, 1);
            const auto school = add_school(tx, "Northgate Academy");
            const Id about = Id::from_words("placement");
            const auto days = [&] { return reasons_to_see(tx, child).front().days; };
            grant_access(tx, child, school, AccessKind::placed, about, date(2026, 9, 7));
            grant_access(tx, child, school, AccessKind::placed, about, monday);
            CHECK(days() == DateRange{date(2026, 9, 7), std::nullopt});
            end_access(tx, AccessKind::placed, about, date(2026, 11, 20));
            CHECK(days() == DateRange{date(2026, 9, 7), date(2026, 11, 20)});
            grant_access(tx, child, school, AccessKind::placed, about, monday);
            CHECK(days() == DateRange{monday, std::nullopt});
            end_access(tx, AccessKind::placed, about, date(2026, 11, 1));
            CHECK(days() == DateRange{monday, monday});
            return {};
        });
        REQUIRE(code_of(done) == "");
    });
}

TEST_CASE("another authority's child is never in sight")
{
    for_each_engine([](World& world) {
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            add_child(tx, 1);
            return {};
        });
        REQUIRE(code_of(done) == "");
        Context ellerby = world.of_authority("991");
        ellerby.read([&](Transaction& tx) {
            const Who commissioner{.role = Role::commissioner};
            CHECK_FALSE(may_see(tx, commissioner, PupilId{Id::from_words("child 1")}));
            CHECK_FALSE(find_pupil_by_reference(tx, "T1").has_value());
        });
    });
}

}  // namespace
}  // namespace waymark::pupils
