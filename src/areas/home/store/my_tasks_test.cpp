// What awaits a person: their tasks, without those about children whom they do not see today.
#include "home/store/my_tasks.hpp"

#include <doctest/doctest.h>

#include "pupils/store/access.hpp"
#include "support/engines.hpp"
#include "support/placed_child.hpp"
#include "tasks/store/tasks.hpp"

using namespace waymark;
using testing::for_each_engine;
using testing::World;

TEST_CASE("a task about no child awaits whoever it is for; one about a child only while they see the child")
{
    for_each_engine([](World& world) {
        const auto kai = testing::place_a_child(world, date(2026, 11, 23));
        const auto open_for_setting = [&](Transaction& tx, std::string title, std::optional<Id> pupil) {
            tasks::open_task(tx, {.kind = std::move(title), .title = "Look again", .due_on = date(2026, 11, 25), .about_entity = "site", .about = Id::from_words("site"), .href = "/work",
                                  .pupil = pupil, .organisation = kai.setting});
        };
        REQUIRE(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            open_for_setting(tx, "about nobody", std::nullopt);
            open_for_setting(tx, "about Kai", kai.pupil.value);
            return {};
        }));
        world.context.who.role = Role::provider_manager;
        world.context.who.organisation = kai.setting;
        const auto awaiting = [&] { return world.context.read([&](Transaction& tx) { return home::my_tasks(tx, world.context.who).size(); }); };
        CHECK(awaiting() == 2);
        REQUIRE(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            pupils::end_access(tx, pupils::AccessKind::placed, kai.placement.value, date(2026, 11, 22));
            return {};
        }));
        CHECK(awaiting() == 1);
    });
}
