// A sheet of providers: shown, confirmed, undone.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "directory/actions/import_providers.hpp"
#include "directory/actions/keep_provider.hpp"
#include "people/store/organisation_details.hpp"
#include "support/directory_world.hpp"

namespace waymark::directory {
using namespace waymark::testing;
namespace {

std::string sheet_bytes()
{
    std::ifstream file{WAYMARK_SOURCE_DIR "/tests/import_samples/providers.csv", std::ios::binary};
    REQUIRE(file.good());
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

ImportRunId previewed(World& world)
{
    const auto run = preview_providers(world.context, "providers.csv", sheet_bytes());
    REQUIRE(code_of(run) == "");
    return *run;
}

std::vector<Provider> all(World& world)
{
    return world.context.read([](Transaction& tx) { return providers(tx); });
}

Provider named(World& world, std::string_view name)
{
    for (const auto& provider : all(world))
        if (provider.name == name) return provider;
    FAIL("no such provider");
    return {};
}

}  // namespace

TEST_CASE("a preview shows what is new, changed and refused, and writes nothing")
{
    for_each_engine([](World& world) {
        add_register(world);
        add_greenways(world);
        const auto outcome = preview_of(world.context, previewed(world));
        REQUIRE(code_of(outcome) == "");
        CHECK(outcome->counts == ImportCounts{.read = 7, .added = 2, .changed = 1, .same = 0, .refused = 4});
        REQUIRE(outcome->rows.size() == 3);
        CHECK(outcome->rows[0].result == RowResult::changed);
        CHECK_FALSE(outcome->rows[0].site_added);
        CHECK(outcome->rows[1].result == RowResult::added);
        CHECK(outcome->rows[1].site_added);
        // Four things are wrong with line 5; the register knows line 6's URN as a mainstream academy.
        std::vector<long> lines;
        for (const auto& problem : outcome->problems) lines.push_back(problem.line);
        CHECK(lines == std::vector<long>{5, 5, 5, 5, 6, 7, 8});
        CHECK(all(world).size() == 1);
        CHECK(all(world)[0].telephone.empty());
    });
}

TEST_CASE("confirming writes it once; the same sheet again finds nothing to do")
{
    for_each_engine([](World& world) {
        add_register(world);
        add_greenways(world);
        const auto run = previewed(world);
        CHECK(confirm_providers(world.context, run).value().counts.added == 2);
        CHECK(code_of(confirm_providers(world.context, run)) == "import.not_waiting");
        const auto farm = named(world, "Greenways Farm");
        CHECK(farm.telephone == "01632 960118");
        CHECK(farm.summary == "A working farm.\nAnimals and crops.");
        CHECK(named(world, "Beacon Academy").registration == Registration::ap_academy);
        CHECK_FALSE(named(world, "Mill Workshop").in_authority);

        const auto again = preview_of(world.context, previewed(world));
        CHECK(again->counts == ImportCounts{.read = 7, .added = 0, .changed = 0, .same = 3, .refused = 4});
    });
}

TEST_CASE("undoing removes what came and restores what was, except where somebody has worked since")
{
    for_each_engine([](World& world) {
        add_register(world);
        add_greenways(world);
        const auto run = previewed(world);
        CHECK(code_of(undo_providers(world.context, run)) == "import.not_finished");
        REQUIRE(code_of(confirm_providers(world.context, run)) == "");
        const auto mill = named(world, "Mill Workshop");
        REQUIRE(code_of(save_profile(world.context, mill.id, mill.version, {{"summary", "Wood and metal."}})) == "");

        const auto undone = undo_providers(world.context, run);
        REQUIRE(code_of(undone) == "");
        CHECK(undone->removed == 1);
        CHECK(undone->restored == 1);
        CHECK(undone->kept == std::vector<std::string>{"Mill Workshop was changed after the import, so it stays as it is."});
        CHECK(all(world).size() == 2);
        CHECK(named(world, "Greenways Farm").telephone.empty());
        CHECK(named(world, "Greenways Farm").summary == "A working farm.");
        world.context.read([](Transaction& tx) { CHECK_FALSE(people::organisation_with_urn(tx, "900202").has_value()); });
        CHECK(code_of(undo_providers(world.context, run)) == "import.not_finished");
    });
}

TEST_CASE("undoing keeps a provider that somebody has added a programme to")
{
    for_each_engine([](World& world) {
        add_register(world);
        add_greenways(world);
        const auto run = previewed(world);
        REQUIRE(code_of(confirm_providers(world.context, run)) == "");
        REQUIRE(world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            auto programme = farm_days();
            programme.id = tx.new_id<ProgrammeId>();
            programme.provider = named(world, "Mill Workshop").id;
            programme.site = std::nullopt;
            insert_programme(tx, programme);
            return {};
        }));
        const auto undone = undo_providers(world.context, run);
        REQUIRE(code_of(undone) == "");
        CHECK(undone->kept == std::vector<std::string>{"Mill Workshop is in use by now, so it stays as it is."});
        CHECK(named(world, "Mill Workshop").telephone == "01632 960300");
    });
}

TEST_CASE("another authority finds no such import")
{
    for_each_engine([](World& world) {
        const auto run = previewed(world);
        auto neighbour = world.of_authority("991");
        CHECK(code_of(preview_of(neighbour, run)) == "import.no_such_import");
        CHECK(code_of(confirm_providers(neighbour, run)) == "import.no_such_import");
    });
}

}  // namespace waymark::directory
