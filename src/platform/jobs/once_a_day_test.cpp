// Several servers, each with a database of its own that is the same one: whatever is done once a day is done once.
#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "platform/jobs/once_a_day.hpp"
#include "support/engines.hpp"
#include "support/scratch_postgres.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

bool take(Context& context, std::string_view job = "nightly", bool succeeds = true)
{
    bool is_ours = false;
    (void)context.in_transaction([&](Transaction& tx) -> Result<void> {
        is_ours = jobs::is_ours_today(tx, job);
        if (!succeeds) return refused("test.failed", "It did not work out.");
        return {};
    });
    return is_ours;
}

}  // namespace

TEST_CASE("work of a day is whoever asks first, each job for itself and each authority for itself")
{
    for_each_engine([](World& world) {
        CHECK(take(world.context));
        CHECK_FALSE(take(world.context));
        CHECK(take(world.context, "backup"));
        Context elsewhere = world.of_authority("991");
        CHECK(take(elsewhere));
        world.context.today += Days{1};
        CHECK(take(world.context));
        CHECK_FALSE(take(world.context));
    });
}

TEST_CASE("a server whose clock is a day behind does not do again what was done")
{
    for_each_engine([](World& world) {
        CHECK(take(world.context));
        world.context.today -= Days{1};
        CHECK_FALSE(take(world.context));
    });
}

TEST_CASE("work that failed is anybody's again")
{
    for_each_engine([](World& world) {
        CHECK(take(world.context, "nightly", false));
        CHECK(take(world.context));
        CHECK_FALSE(take(world.context));
    });
}

TEST_CASE("of eight servers that wake at the same moment one does the work")
{
    for_each_engine([](World& world) {
        if (world.database.engine() != Engine::postgres) return;
        std::atomic<int> did_it = 0;
        std::vector<std::thread> servers;
        for (int server = 0; server < 8; ++server)
            servers.emplace_back([&] {
                const auto own = open_database(scratch_postgres().address("harrowdale"));
                Context context{*own, world.context.authority, world.context.today, world.context.now};
                if (take(context)) ++did_it;
            });
        for (auto& server : servers) server.join();
        CHECK(did_it == 1);
    });
}
