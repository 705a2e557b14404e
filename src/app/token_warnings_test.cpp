// A month before a token ends, and not before; and what becomes of the warning.
#include <doctest/doctest.h>

#include "app/reactions.hpp"
#include "app/token_warnings.hpp"
#include "people/actions/keep_api_tokens.hpp"
#include "people/store/organisations.hpp"
#include "support/engines.hpp"
#include "tasks/store/tasks.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

int warn(World& world)
{
    int ending = 0;
    const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
        ending = app::warn_of_tokens_that_end(tx);
        return {};
    });
    REQUIRE(done.has_value());
    return ending;
}

std::vector<tasks::Task> tasks_about(World& world, people::ApiTokenId token)
{
    return world.context.read([&](Transaction& tx) { return tasks::open_tasks_about(tx, token.value); });
}

people::ApiTokenId token_until(World& world, Date last_day)
{
    const auto made = people::make_api_token(world.context, {.name = "Register system", .organisation = world.context.who.organisation, .role = Role::commissioner, .scopes = {"pupils:read"}, .last_day = last_day});
    REQUIRE(made.has_value());
    return made->id;
}

}  // namespace

TEST_CASE("whoever looks after a token is told once, thirty days before it ends")
{
    for_each_engine([](World& world) {
        world.context.reactions = app::reactions();
        const Date today = world.context.today;
        const auto soon = token_until(world, today + Days{30}), later = token_until(world, today + Days{31});
        CHECK(warn(world) == 1);
        CHECK(warn(world) == 1);
        CHECK(tasks_about(world, later).empty());
        const auto open = tasks_about(world, soon);
        REQUIRE(open.size() == 1);
        CHECK(open.front().title == "Renew or drop the API token of Register system");
        CHECK(open.front().due_on == today + Days{30});
        world.context.today += Days{1};
        CHECK(warn(world) == 2);
        CHECK(people::end_api_token(world.context, soon).has_value());
        CHECK(tasks_about(world, soon).empty());
        CHECK(warn(world) == 1);
        world.context.today = today + Days{32};
        CHECK(warn(world) == 0);
        CHECK(tasks_about(world, later).empty());
    });
}
