// The database itself keeps no inspector without a last day, whatever writes to it.
#include <doctest/doctest.h>

#include <algorithm>

#include "people/actions/keep_accounts.hpp"
#include "people/store/users.hpp"
#include "support/engines.hpp"
#include "support/made_up.hpp"

namespace waymark::people {
namespace {

using namespace waymark::testing;

const Date monday = date(2026, 11, 23);

constexpr std::string_view of_membership[] = {"authority", "id"};
constexpr Statement without_end{"test.without_end", "update membership set to_day = null where authority_id = ?1 and id = ?2",
                                "update membership set to_day = null where authority_id = $1 and id = $2", of_membership};

NewMembership membership(const Who& who, Role role, std::optional<Date> last_day)
{
    return {.id = {Id::from_words("membership")}, .user = who.user, .organisation = who.organisation, .role = role, .period = {monday, last_day}};
}

template <class F>
Result<void> written(Context& context, F&& work)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        work(tx);
        return {};
    });
}

TEST_CASE("an inspector without a last day is refused by the database, when put in and when their end is taken away; others need none")
{
    for_each_engine([](World& world) {
        Context& context = world.context;
        const Who anne = context.who;
        CHECK_THROWS_AS((void)written(context, [&](Transaction& tx) { insert_membership(tx, membership(anne, Role::inspector, {})); }), DatabaseFailure);
        CHECK(code_of(written(context, [&](Transaction& tx) { insert_membership(tx, membership(anne, Role::inspector, monday)); })) == "");
        CHECK_THROWS_AS((void)written(context, [&](Transaction& tx) { tx.run(without_end, {{"id", Id::from_words("membership")}}); }), DatabaseFailure);
        auto director = membership(anne, Role::director, {});
        director.id = {Id::from_words("another membership")};
        CHECK(code_of(written(context, [&](Transaction& tx) { insert_membership(tx, director); })) == "");
    });
}

TEST_CASE("whoever invites an inspector is asked for the last day, in words")
{
    for_each_engine([](World& world) {
        const Invite without{.name = "Anne Fairweather", .email = "anne@inspection.example", .organisation = world.context.who.organisation, .role = Role::inspector, .period = {monday, {}}};
        const auto refused = invite(world.context, without);
        REQUIRE(!refused);
        CHECK(refused.error().message_for("to") == "Enter the last day: an inspector’s view always ends.");
        Invite with = without;
        with.period.to = monday;
        CHECK(code_of(invite(world.context, with)) == "");
    });
}

TEST_CASE("an inspector holds the role on the last day, and no longer")
{
    for_each_engine([](World& world) {
        Context& context = world.context;
        const Who anne = context.who;
        REQUIRE(code_of(written(context, [&](Transaction& tx) { insert_membership(tx, membership(anne, Role::inspector, monday + Days{4})); })) == "");
        const auto held_on = [&](Date day) {
            Context then{world.database, context.authority, day, context.now + (day - monday)};
            const auto held = then.read([&](Transaction& tx) { return memberships_of(tx, anne.user); });
            return std::ranges::count(held, Role::inspector, &Membership::role);
        };
        CHECK(held_on(monday + Days{4}) == 1);
        CHECK(held_on(monday + Days{5}) == 0);
    });
}

}  // namespace
}  // namespace waymark::people
