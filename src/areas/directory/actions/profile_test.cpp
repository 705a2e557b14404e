// A provider keeps its own profile; the authority looks at what matters before it stands.
#include <doctest/doctest.h>

#include "directory/actions/decide_change.hpp"
#include "directory/actions/keep_programme.hpp"
#include "directory/actions/keep_provider.hpp"
#include "directory/actions/keep_site.hpp"
#include "directory/store/changes.hpp"
#include "directory/store/listings.hpp"
#include "platform/audit/trail.hpp"
#include "support/directory_world.hpp"
#include "support/engines.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::directory {
using namespace waymark::testing;
namespace {

constexpr WeekdaySession monday_am{Weekday::monday, Session::am};

void act_as_greenways(World& world)
{
    world.context.who.role = Role::provider_manager;
    world.context.who.organisation = greenways_id();
}

Programme stored(World& world)
{
    return world.context.read([](Transaction& tx) { return find_programme(tx, farm_days().id).value(); });
}
std::vector<ProfileChange> waiting(World& world)
{
    return world.context.read([](Transaction& tx) { return open_changes(tx, greenways_id()); });
}
Provider greenways(World& world)
{
    return world.context.read([](Transaction& tx) { return find_provider(tx, greenways_id()).value(); });
}
std::string last_verb(World& world)
{
    return world.context.read([](Transaction& tx) { return audit::history(tx, greenways_id().value).front().verb; });
}

}  // namespace

TEST_CASE("a provider's new words stand at once, its new price waits until it is accepted")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        const Who priya = world.context.who;
        act_as_greenways(world);
        Programme becomes = stored(world);
        becomes.description = "Animals first, then a job for the day.";
        becomes.price = Money{5200};
        const auto saved = save_programme(world.context, becomes);
        REQUIRE(code_of(saved) == "");
        CHECK(saved->stands);
        CHECK(saved->waiting == std::vector<FieldChange>{{"price_pence", "4800", "5200"}});
        CHECK(stored(world).description == "Animals first, then a job for the day.");
        CHECK(stored(world).price == Money{4800});

        world.context.who = priya;
        const auto change = waiting(world).at(0);
        world.context.read([&](Transaction& tx) { CHECK(tasks::open_tasks_about(tx, change.id.value).size() == 1); });
        CHECK(code_of(accept_change(world.context, greenways_id(), change.id, change.version)) == "");
        CHECK(stored(world).price == Money{5200});
        CHECK(waiting(world).empty());
        CHECK(last_verb(world) == "change_accepted");
        world.context.read([&](Transaction& tx) { CHECK(tasks::open_tasks_about(tx, change.id.value).empty()); });
        CHECK(code_of(accept_change(world.context, greenways_id(), change.id, change.version)) == "directory.change_decided");
    });
}

TEST_CASE("fewer places stand at once, more places wait, and a question sends them back")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        const Who priya = world.context.who;
        act_as_greenways(world);
        Programme becomes = stored(world);
        becomes.places.at(monday_am) = 6;
        REQUIRE(code_of(save_programme(world.context, becomes)) == "");
        CHECK(stored(world).places.at(monday_am) == 6);
        CHECK(waiting(world).empty());
        becomes = stored(world);
        becomes.places.at(monday_am) = 9;
        REQUIRE(code_of(save_programme(world.context, becomes)) == "");
        CHECK(stored(world).places.at(monday_am) == 6);

        world.context.who = priya;
        const auto change = waiting(world).at(0);
        CHECK(code_of(ask_about_change(world.context, greenways_id(), change.id, change.version, " ")) == "directory.question_missing");
        CHECK(code_of(ask_about_change(world.context, greenways_id(), change.id, change.version, "Who will supervise them?")) == "");
        CHECK(waiting(world).at(0).state == ChangeState::asked);
        world.context.read([&](Transaction& tx) {
            const auto tasks = tasks::open_tasks_about(tx, change.id.value);
            REQUIRE(tasks.size() == 1);
            CHECK(tasks[0].organisation == greenways_id());
        });
    });
}

TEST_CASE("the authority's own changes need no check")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        Programme becomes = stored(world);
        becomes.price = Money{5200};
        const auto saved = save_programme(world.context, becomes);
        REQUIRE(code_of(saved) == "");
        CHECK(saved->waiting.empty());
        CHECK(stored(world).price == Money{5200});
    });
}

TEST_CASE("a new programme of a provider appears once it is accepted, one of the authority at once")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        const Who priya = world.context.who;
        Programme mornings = farm_days();
        mornings.name = "Getting ready to learn";
        mornings.category = "engagement";
        act_as_greenways(world);
        const auto saved = add_programme(world.context, mornings);
        REQUIRE(code_of(saved) == "");
        CHECK_FALSE(saved->stands);
        const auto count = [&] {
            return world.context.read([](Transaction& tx) { return programmes(tx, greenways_id()).size(); });
        };
        CHECK(count() == 1);
        world.context.who = priya;
        const auto change = waiting(world).at(0);
        CHECK(change.section == ChangeSection::new_programme);
        CHECK(code_of(accept_change(world.context, greenways_id(), change.id, change.version)) == "");
        CHECK(count() == 2);
        mornings.name = "Third";
        CHECK(code_of(add_programme(world.context, mornings)) == "");
        CHECK(count() == 3);
    });
}

TEST_CASE("a provider cannot touch another's profile, a school nobody's")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        world.context.who.role = Role::provider_manager;
        world.context.who.organisation = beacon_id();
        CHECK(code_of(save_programme(world.context, stored(world))) == "directory.no_such_provider");
        CHECK(code_of(save_profile(world.context, greenways_id(), 1, {{"summary", "Ours"}})) == "directory.no_such_provider");
        CHECK(code_of(add_site(world.context, greenways_id(), {"Barn", "Lane", "ZH6 8FD", ""})) == "directory.no_such_provider");
        world.context.who.role = Role::school_lead;
        CHECK(code_of(save_profile(world.context, greenways_id(), 1, {{"summary", "Ours"}})) == "directory.no_such_provider");
    });
}

TEST_CASE("a stale form overwrites nothing and proposes nothing")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        REQUIRE(save_profile(world.context, greenways_id(), 1, {{"summary", "Newer words."}}));
        act_as_greenways(world);
        CHECK(code_of(save_profile(world.context, greenways_id(), 1, {{"name", "Green Farm"}})) == "directory.provider_stale");
        CHECK(greenways(world).summary == "Newer words.");
        CHECK(waiting(world).empty());
    });
}

TEST_CASE("a provider's register number decides what it is, once the authority has accepted it")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        add_register(world);
        const Who priya = world.context.who;
        act_as_greenways(world);
        CHECK(code_of(save_profile(world.context, greenways_id(), 1, {{"urn", "900777"}})) == "directory.urn_unknown");
        CHECK(code_of(save_profile(world.context, greenways_id(), 1, {{"urn", "900298"}})) == "directory.urn_not_a_provider");
        REQUIRE(save_profile(world.context, greenways_id(), 1, {{"urn", "900210"}}));
        CHECK(greenways(world).registration == Registration::unregistered);
        world.context.who = priya;
        const auto change = waiting(world).at(0);
        CHECK(code_of(accept_change(world.context, greenways_id(), change.id, change.version)) == "");
        CHECK(greenways(world).registration == Registration::independent_school);
        CHECK(greenways(world).urn == "900210");
    });
}

TEST_CASE("a provider is added with what the register says it is")
{
    for_each_engine([](World& world) {
        add_register(world);
        const auto academy = add_provider(world.context, {.name = "Beacon Academy", .urn = "900202"});
        REQUIRE(code_of(academy) == "");
        const auto studio = add_provider(world.context, {.name = "Paint Pots Studio", .postcode = "zh11aa"});
        REQUIRE(code_of(studio) == "");
        world.context.read([&](Transaction& tx) {
            CHECK(find_provider(tx, *academy)->registration == Registration::ap_academy);
            CHECK(find_provider(tx, *studio)->registration == Registration::unregistered);
            CHECK(find_provider(tx, *studio)->postcode == "ZH1 1AA");
        });
        CHECK(code_of(add_provider(world.context, {.name = "Another", .urn = "900202"})) == "directory.urn_taken");
        CHECK(code_of(add_provider(world.context, {.name = " "})) == "directory.provider_without_name");
    });
}

TEST_CASE("a site finds its place by its postcode, and closes only when nothing runs there")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        add_register(world);
        const auto barn = add_site(world.context, greenways_id(), {"The barn", "Back Lane", "zh1 1aa", ""});
        REQUIRE(code_of(barn) == "");
        world.context.read([&](Transaction& tx) {
            const auto all = sites(tx, greenways_id());
            REQUIRE(all.size() == 2);
            CHECK(all[0].point.easting == 400000);
        });
        CHECK(code_of(close_site(world.context, greenways_id(), farm_site_id(), 1, world.context.today)) == "directory.site_in_use");
        REQUIRE(close_programme(world.context, greenways_id(), farm_days().id, 1, world.context.today - Days{1}));
        CHECK(code_of(close_site(world.context, greenways_id(), farm_site_id(), 1, world.context.today)) == "");
        const auto nameless = add_site(world.context, greenways_id(), {});
        REQUIRE_FALSE(nameless);
        CHECK(nameless.error().size() == 3);
    });
}

TEST_CASE("only the authority publishes a provider")
{
    for_each_engine([](World& world) {
        add_greenways(world);
        act_as_greenways(world);
        CHECK(code_of(publish(world.context, greenways_id(), 1, true)) == "directory.authority_only");
        world.context.who.role = Role::commissioner;
        CHECK(code_of(publish(world.context, greenways_id(), 1, true)) == "");
        CHECK(greenways(world).published);
        CHECK(last_verb(world) == "published");
    });
}

}  // namespace waymark::directory
