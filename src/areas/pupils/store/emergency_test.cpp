// The rule and the statements say the same about what an emergency opens, over made-up worlds; a relation comes first.
#include "pupils/store/emergency.hpp"

#include <doctest/doctest.h>

#include <random>

#include "foundation/enum_text.hpp"
#include "pupils/store/access.hpp"
#include "pupils/store/pupils.hpp"
#include "support/engines.hpp"
#include "support/made_up.hpp"

namespace waymark::pupils {
namespace {

using namespace waymark::testing;
using std::chrono::milliseconds;

const Date monday = date(2026, 11, 23);
constexpr int children_of_a_world = 40;

PupilId add_child(Transaction& tx, int number)
{
    const PupilId id{Id::from_words("child " + std::to_string(number))};
    REQUIRE(insert_pupil(tx, {.id = id, .reference = "T" + std::to_string(number), .first_name = "Kofi", .last_name = "Mensah", .known_as = "Kai",
                              .born = date(2012, 5, 4), .home_authority = "990"}));
    return id;
}

/// What is made of one child: who opened them and when, and a relation of one school.
struct Facts {
    std::vector<std::pair<Who, InstantRange>> opened;
    std::vector<std::pair<OrganisationId, DateRange>> reasons;
};

/// The rule, asked with the facts.
Sight by_the_rule(const Who& who, const Facts& facts, Instant now)
{
    Relationship relationship;
    std::vector<InstantRange> own;
    for (const auto& [school, days] : facts.reasons)
        if (school == who.organisation) relationship.of_organisation.push_back(days);
    for (const auto& [opener, stretch] : facts.opened)
        if (opener.user == who.user && opener.role == who.role && opener.organisation == who.organisation) own.push_back(stretch);
    return sight_of(who.role, relationship, own, monday, now);
}

TEST_CASE("the rule and the statements agree about who sees whom in an emergency, on both sides of its first and last moment")
{
    for_each_engine([](World& world) {
        Context& context = world.context;
        const Instant now = context.now;
        std::mt19937 random{20261123};
        const auto any_of = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
        std::vector<Who> people;
        std::vector<PupilId> children;
        std::vector<Facts> facts(children_of_a_world);
        const auto done = context.in_transaction([&](Transaction& tx) -> Result<void> {
            const OrganisationId schools[] = {add_school(tx, "Northgate Academy"), add_school(tx, "Fernhill School")};
            for (const auto* name : {"Jess Tolley", "Una Stott"})
                for (const OrganisationId school : schools)
                    for (const Role role : {Role::school_lead, Role::provider_tutor, Role::commissioner, Role::administrator})
                        people.push_back(add_person(tx, name, role, school));
            for (int number = 0; number < children_of_a_world; ++number) {
                children.push_back(add_child(tx, number));
                if (any_of(4) != 0) continue;
                const DateRange days{monday - Days{static_cast<int>(any_of(3))}, monday + Days{static_cast<int>(any_of(3)) - 1}};
                if (*days.to < days.from) continue;
                const OrganisationId school = schools[any_of(2)];
                const Id about = Id::make(tx.now());
                grant_access(tx, children.back(), school, AccessKind::referred, about, days.from);
                end_access(tx, AccessKind::referred, about, *days.to);
                facts[static_cast<std::size_t>(number)].reasons.emplace_back(school, days);
            }
            return {};
        });
        REQUIRE(code_of(done) == "");
        // Moments around now, so that both edges are met often; written by whoever opens, at the moment they do.
        for (std::size_t child = 0; child < children.size(); ++child)
            for (std::size_t record = any_of(4); record > 0; --record) {
                const Who& who = people[any_of(people.size())];
                const Instant from = now + milliseconds{static_cast<int>(any_of(5)) - 3};
                const InstantRange stretch{from, from + milliseconds{any_of(4)}};
                Context then{world.database, context.authority, monday, from};
                then.who = who;
                const auto opened = then.in_transaction([&](Transaction& tx) -> Result<void> {
                    insert_emergency(tx, {.id = {Id::make(tx.now())}, .pupil = children[child], .why = "A sentence of the test", .ends_at = stretch.before, .review_due = monday});
                    return {};
                });
                REQUIRE(code_of(opened) == "");
                facts[child].opened.emplace_back(who, stretch);
            }
        int in_emergency = 0;
        context.read([&](Transaction& tx) {
            for (std::size_t child = 0; child < children.size(); ++child)
                for (const Who& who : people) {
                    const Sight expected = by_the_rule(who, facts[child], now);
                    CHECK(sight_of(tx, who, children[child]) == expected);
                    if (expected == Sight::in_emergency) ++in_emergency;
                    if (expected == Sight::in_emergency) CHECK(open_until(tx, who, children[child]) > now);
                    // No list knows of it.
                    CHECK(may_see(tx, who, children[child]) == (expected == Sight::by_relationship));
                }
        });
        CHECK(in_emergency > 5);
    });
}

TEST_CASE("what was opened in another authority, under the same ids, opens nothing here")
{
    for_each_engine([](World& world) {
        Context ellerby = world.of_authority("991");
        Who tutor;
        const auto make = [&](Context& context) {
            const auto done = context.in_transaction([&](Transaction& tx) -> Result<void> {
                add_child(tx, 1);
                tutor = add_person(tx, "Jess Tolley", Role::provider_tutor, add_organisation(tx, "Greenways Farm", "provider"));
                return {};
            });
            REQUIRE(code_of(done) == "");
        };
        make(world.context);
        make(ellerby);
        ellerby.who = tutor;
        const auto opened = ellerby.in_transaction([&](Transaction& tx) -> Result<void> {
            insert_emergency(tx, {.id = {Id::make(tx.now())}, .pupil = {Id::from_words("child 1")}, .why = "A sentence of the test", .ends_at = tx.now() + milliseconds{5},
                                  .review_due = monday});
            return {};
        });
        REQUIRE(code_of(opened) == "");
        const auto sight = [&](Context& context) {
            return context.read([&](Transaction& tx) { return sight_of(tx, tutor, {Id::from_words("child 1")}); });
        };
        CHECK(sight(ellerby) == Sight::in_emergency);
        CHECK(sight(world.context) == Sight::none);
    });
}

}  // namespace
}  // namespace waymark::pupils
