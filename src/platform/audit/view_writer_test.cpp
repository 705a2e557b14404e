// A look is on the disk before whoever looked gets the page, also when many look at once.
#include "platform/audit/view_writer.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "support/engines.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

std::vector<audit::View> views(World& world, Id pupil)
{
    return world.context.read([&](Transaction& tx) { return audit::views_of(tx, pupil, tx.now() + Days{1}, 10'000); });
}

/// A database that is not there any more.
class Gone final : public Database {
public:
    Engine engine() const override { return Engine::sqlite; }
    std::shared_ptr<Connection> lease(bool) override { throw DatabaseFailure{"the disk is gone"}; }
};

}  // namespace

TEST_CASE("a look is in the log, with who, as what and from where, when waiting for it is over")
{
    for_each_engine([](World& world) {
        audit::ViewWriter writer{world.database};
        const Id pupil = Id::from_words("a child");
        world.context.who.role = Role::commissioner;
        writer.wait(writer.begin(world.context, pupil, "referral"));
        const auto seen = views(world, pupil);
        REQUIRE(seen.size() == 1);
        CHECK(seen[0].at == world.context.now);
        CHECK(seen[0].actor == world.context.who.user);
        CHECK(seen[0].acting_as == "commissioner");
        CHECK(seen[0].what == "referral");
    });
}

TEST_CASE("of many who look at once each look is there, once, when its page leaves")
{
    for_each_engine([](World& world) {
        audit::ViewWriter writer{world.database};
        std::atomic<int> missing = 0;
        std::vector<std::thread> people;
        for (int person = 0; person < 6; ++person)
            people.emplace_back([&, person] {
                World own{world.database};
                const Id pupil = Id::from_words("child " + std::to_string(person));
                for (std::size_t time = 1; time <= 20; ++time) {
                    writer.wait(writer.begin(own.context, pupil, "pupil"));
                    if (views(own, pupil).size() != time) ++missing;
                }
            });
        for (auto& person : people) person.join();
        CHECK(missing == 0);
    });
}

TEST_CASE("looks for several authorities are each kept with their own")
{
    for_each_engine([](World& world) {
        audit::ViewWriter writer{world.database};
        Context neighbour = world.of_authority("991");
        const Id pupil = Id::from_words("a child");
        std::vector<audit::ViewWriter::Pending> pending;
        for (int time = 0; time < 4; ++time) {
            pending.push_back(writer.begin(world.context, pupil, "pupil"));
            pending.push_back(writer.begin(neighbour, pupil, "pupil"));
        }
        for (const auto& each : pending) writer.wait(each);
        CHECK(views(world, pupil).size() == 4);
        CHECK(neighbour.read([&](Transaction& tx) { return audit::views_of(tx, pupil, tx.now() + Days{1}); }).size() == 4);
    });
}

TEST_CASE("a look that cannot be written is a failure for whoever waits, so no page leaves unnoted")
{
    Gone gone;
    Context context{gone, "990", date(2026, 11, 23), Instant{}};
    audit::ViewWriter writer{gone};
    const auto pending = writer.begin(context, Id::from_words("a child"), "pupil");
    CHECK_THROWS_WITH_AS(writer.wait(pending), "the disk is gone", DatabaseFailure);
    writer.wait({});  // nothing is pending: nothing to wait for
}

TEST_CASE("what was begun is written before the writer goes")
{
    for_each_engine([](World& world) {
        const Id pupil = Id::from_words("a child");
        {
            audit::ViewWriter writer{world.database};
            for (int time = 0; time < 10; ++time) (void)writer.begin(world.context, pupil, "pupil");
        }
        CHECK(views(world, pupil).size() == 10);
    });
}
