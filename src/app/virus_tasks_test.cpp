// A virus that is found after a file was kept: the worker finds it, and whoever sent the file is told.
#include <doctest/doctest.h>

#include <thread>

#include "app/reactions.hpp"
#include "app/scan_worker.hpp"
#include "platform/documents/documents.hpp"
#include "platform/documents/made_up_scanner_test.hpp"
#include "support/engines.hpp"
#include "support/made_up.hpp"
#include "tasks/store/tasks.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

const Id child = Id::from_words("a child"), referral = Id::from_words("a referral");

documents::DocumentId kept_while_nobody_scans(World& world, std::string_view words)
{
    if (world.context.who.name == "Priya Raman") {
        const auto joined = world.context.in_transaction([&](Transaction& tx) -> Result<Who> { return add_person(tx, "Joanne Birch", Role::school_lead, add_school(tx, "Millbrook Academy")); });
        world.context.who = joined.value();
    }
    const ScannerOn off{scanner_that_is_not_there()};
    const auto file = documents::check_file(world.context, {.name = "Ashley Smith.txt", .bytes = words, .entity = "referral", .about = referral, .pupil = child});
    REQUIRE(file.has_value());
    const auto kept = world.context.in_transaction([&](Transaction& tx) { return documents::store(tx, *file, {.kind = "other", .entity = "referral", .about = referral, .pupil = child}); });
    REQUIRE(kept.has_value());
    return kept->id;
}

std::vector<tasks::Task> tasks_about(World& world, documents::DocumentId document)
{
    return world.context.read([&](Transaction& tx) { return tasks::open_tasks_about(tx, document.value); });
}

Context as_the_program(World& world)
{
    Context program{world.database, world.context.authority, world.context.today, world.context.now};
    program.reactions = app::reactions();
    return program;
}

}  // namespace

TEST_CASE("whoever sent a file that a virus is found in later has one task to replace it, which does not say its name")
{
    for_each_engine([](World& world) {
        const auto bad = kept_while_nobody_scans(world, made_up_virus), good = kept_while_nobody_scans(world, "Good.");
        MadeUpScanner scanner;
        const ScannerOn on{scanner.as_configured()};
        Context program = as_the_program(world);
        CHECK(documents::scan_the_unscanned(program, documents::Unscanned::waiting).infected == 1);
        CHECK(tasks_about(world, good).empty());
        const auto open = tasks_about(world, bad);
        REQUIRE(open.size() == 1);
        CHECK(open.front().title == "Replace a file that holds a virus");
        CHECK(open.front().why.starts_with("You added it on 23 November 2026"));
        CHECK_FALSE(open.front().why.contains("Ashley"));
        CHECK(open.front().href == "/referrals/" + referral.text() + "/documents");
        CHECK(open.front().user == world.context.who.user);
        CHECK(open.front().due_on == world.context.today);
    });
}

TEST_CASE("the administrators are told of a virus in a file of somebody who works here no more, and nothing of the child")
{
    for_each_engine([](World& world) {
        const auto bad = kept_while_nobody_scans(world, made_up_virus);
        MadeUpScanner scanner;
        const ScannerOn on{scanner.as_configured()};
        Context program = as_the_program(world);
        program.today = date(2099, 1, 1);
        world.database.lease(true)->run_script("update membership set to_day = '2026-12-31'");
        CHECK(documents::scan_the_unscanned(program, documents::Unscanned::waiting).infected == 1);
        const auto open = tasks_about(world, bad);
        REQUIRE(open.size() == 1);
        CHECK(open.front().role == Role::administrator);
        CHECK_FALSE(open.front().pupil.has_value());
    });
}

TEST_CASE("beside the server, files that wait are looked at by themselves")
{
    for_each_engine([](World& world) {
        const auto waiting = kept_while_nobody_scans(world, "Good.");
        MadeUpScanner scanner;
        const ScannerOn on{scanner.as_configured()};
        const app::ScanWorker worker{[&] { return as_the_program(world); }};
        const auto state = [&] { return world.context.read([&](Transaction& tx) { return documents::find(tx, waiting)->scan; }); };
        for (int tries = 0; tries < 200 && state() != documents::ScanState::clean; ++tries) std::this_thread::sleep_for(std::chrono::milliseconds{20});
        CHECK(state() == documents::ScanState::clean);
    });
}
