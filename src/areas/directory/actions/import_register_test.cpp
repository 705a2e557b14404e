// The registers come in: twice the same changes nothing, a later one updates, a bad row is named, a killed import is told of.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "directory/actions/import_register.hpp"
#include "directory/store/imports.hpp"
#include "directory/store/register.hpp"
#include "platform/audit/trail.hpp"
#include "support/engines.hpp"

namespace waymark::directory {
using namespace waymark::testing;
namespace {

RegisterFile sample(ImportKind kind, const std::string& name)
{
    std::ifstream file{WAYMARK_SOURCE_DIR "/tests/import_samples/" + name, std::ios::binary};
    REQUIRE(file.good());
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return {.kind = kind, .name = name, .bytes = bytes.str()};
}

ImportOutcome imported(World& world, const RegisterFile& file)
{
    auto outcome = import_register(world.context, file);
    REQUIRE(code_of(outcome) == "");
    return *outcome;
}

std::vector<long> lines_of(const ImportOutcome& outcome)
{
    std::vector<long> lines;
    for (const auto& problem : outcome.problems)
        if (lines.empty() || lines.back() != problem.line) lines.push_back(problem.line);
    return lines;
}

std::optional<RegisterEntry> entry(World& world, std::string_view urn)
{
    return world.context.read([&](Transaction& tx) { return register_entry(tx, urn); });
}

}  // namespace

TEST_CASE("the register of schools comes in without its bad rows, each named by its line")
{
    for_each_engine([](World& world) {
        const auto outcome = imported(world, sample(ImportKind::gias, "gias_windows_1252.csv"));
        CHECK(outcome.counts == ImportCounts{.read = 12, .added = 4, .changed = 0, .same = 0, .refused = 8});
        CHECK(lines_of(outcome) == std::vector<long>{5, 6, 7, 8, 9, 10, 12, 13});
        CHECK(std::ranges::find(outcome.problems, RowProblem{10, "", "900202 stands on line 2 already."}) != outcome.problems.end());
        CHECK(entry(world, "900301")->name == "St Thomas à Becket School");
        CHECK(entry(world, "900306")->postcode == "BFPO 57");
        world.context.read([&](Transaction& tx) {
            const auto run = find_import_run(tx, outcome.run);
            REQUIRE(run.has_value());
            CHECK(run->state == ImportState::finished);
            CHECK(run->counts == outcome.counts);
            CHECK(import_problems(tx, outcome.run) == outcome.problems);
            const auto events = audit::history(tx, outcome.run.value);
            REQUIRE(events.size() == 1);
            CHECK(events[0].verb == "imported");
        });
    });
}

TEST_CASE("the same file once more changes nothing and says so")
{
    for_each_engine([](World& world) {
        const auto file = sample(ImportKind::gias, "gias_windows_1252.csv");
        CHECK_FALSE(imported(world, file).imported_before.has_value());
        const auto again = imported(world, file);
        CHECK(again.imported_before == world.context.now);
        CHECK(again.counts == ImportCounts{.read = 12, .added = 0, .changed = 0, .same = 4, .refused = 8});
    });
}

TEST_CASE("a later register updates, shows a closure, and deletes nothing; an older one changes nothing back")
{
    for_each_engine([](World& world) {
        const auto older = sample(ImportKind::gias, "gias_windows_1252.csv");
        imported(world, older);
        const auto later = imported(world, sample(ImportKind::gias, "gias_next_vintage_utf8.csv"));
        CHECK(later.counts == ImportCounts{.read = 3, .added = 0, .changed = 2, .same = 1, .refused = 0});
        const auto closed = entry(world, "900299");
        CHECK(closed->status_code == "2");
        CHECK(closed->closed_on == date(2026, 8, 31));
        CHECK(closed->vintage == "gias_next_vintage_utf8.csv");
        CHECK(entry(world, "900301")->vintage == "gias_next_vintage_utf8.csv");
        CHECK(entry(world, "900306")->vintage == "gias_windows_1252.csv");

        CHECK(imported(world, older).counts.changed == 0);
        CHECK(entry(world, "900299")->status_code == "2");
        CHECK(entry(world, "900202")->pupils == 51);
    });
}

TEST_CASE("a file with fewer columns leaves alone what it does not say")
{
    for_each_engine([](World& world) {
        imported(world, sample(ImportKind::gias, "gias_next_vintage_utf8.csv"));
        const std::string few = "URN,EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code),TotalPupils\n900299,Beacon PRU,14,2,0\n";
        CHECK(imported(world, {.kind = ImportKind::gias, .name = "few.csv", .bytes = few}).counts.changed == 1);
        const auto school = entry(world, "900299");
        CHECK(school->name == "Beacon PRU");
        CHECK(school->pupils == 0);
        CHECK(school->closed_on == date(2026, 8, 31));
    });
}

TEST_CASE("links come in with their accents, each once")
{
    for_each_engine([](World& world) {
        const auto outcome = imported(world, sample(ImportKind::gias_links, "links_windows_1252.csv"));
        CHECK(outcome.counts == ImportCounts{.read = 6, .added = 3, .changed = 0, .same = 0, .refused = 3});
        CHECK(lines_of(outcome) == std::vector<long>{5, 6, 7});
        world.context.read([&](Transaction& tx) {
            const auto links = register_links(tx, "900301");
            REQUIRE(links.size() == 1);
            CHECK(links[0].name == "Awel Y Môr School 82°");
            CHECK(links[0].established_on == date(2013, 8, 31));
        });
        CHECK(imported(world, sample(ImportKind::gias_links, "links_windows_1252.csv")).counts.same == 3);
    });
}

TEST_CASE("groups are the same in either spelling of their columns")
{
    for_each_engine([](World& world) {
        CHECK(imported(world, sample(ImportKind::gias_groups, "groups.csv")).counts.added == 2);
        const auto again = imported(world, sample(ImportKind::gias_groups, "groups_other_spelling.csv"));
        CHECK(again.counts == ImportCounts{.read = 3, .added = 0, .changed = 0, .same = 2, .refused = 1});
    });
}

TEST_CASE("postcodes come in, in one spelling, and a later list does not forget a place")
{
    for_each_engine([](World& world) {
        const auto outcome = imported(world, sample(ImportKind::postcodes, "postcodes.csv"));
        CHECK(outcome.counts == ImportCounts{.read = 7, .added = 3, .changed = 0, .same = 0, .refused = 4});
        CHECK(lines_of(outcome) == std::vector<long>{5, 6, 7, 8});
        const auto later = imported(world, sample(ImportKind::postcodes, "postcodes_directory.csv"));
        CHECK(later.counts.changed == 2);
        world.context.read([&](Transaction& tx) {
            const auto point = point_of_postcode(tx, "zh68fd");
            REQUIRE(point.has_value());
            CHECK(*point == Point{.easting = 403000, .northing = 304000, .latitude = 52.6, .longitude = -1.9});
            CHECK(point_of_postcode(tx, "ZH1 1AA").has_value());
            CHECK(code_of(point_of_postcode(tx, "ZH1 9ZZ")) == "directory.postcode_unknown");
        });
    });
}

TEST_CASE("another file than was promised is refused in words, and nothing is written")
{
    for_each_engine([](World& world) {
        auto file = sample(ImportKind::postcodes, "postcodes.csv");
        file.kind = ImportKind::gias;
        CHECK(code_of(import_register(world.context, file)) == "import.columns_missing");
        const std::string centres = "URN,EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code)\n20001,The Otters,47,1\n";
        CHECK(code_of(import_register(world.context, {.kind = ImportKind::gias, .name = "centres.csv", .bytes = centres})) == "import.nothing_usable");
        CHECK(code_of(import_register(world.context, {.kind = ImportKind::gias, .name = "x.csv", .bytes = "URN,EstablishmentName\n"})) == "import.no_rows");
        CHECK(code_of(import_register(world.context, {.kind = ImportKind::gias, .name = "x.csv.gz", .bytes = "PK\x03\x04 zip"})) == "csv.compressed");
        world.context.read([&](Transaction& tx) {
            for (const auto& run : import_runs(tx)) CHECK(run.state == ImportState::stopped);
            CHECK(import_runs(tx).size() == 4);
        });
    });
}

TEST_CASE("an import that was killed has changed nothing, and the next one tells of it")
{
    for_each_engine([](World& world) {
        const auto file = sample(ImportKind::gias, "gias_windows_1252.csv");
        const ImportWatch killed_while_saving{.progress = [](const ImportProgress& progress) {
            if (progress.saving) throw std::runtime_error{"killed"};
        }};
        CHECK_THROWS(import_register(world.context, file, killed_while_saving));
        CHECK_FALSE(entry(world, "900202").has_value());
        const auto next = imported(world, file);
        REQUIRE(next.stopped.size() == 1);
        CHECK(next.stopped[0].find("did not finish") != std::string::npos);
        CHECK(next.counts.added == 4);
        CHECK(next.stopped.size() == 1);
        CHECK(imported(world, file).stopped.empty());
    });
}

TEST_CASE("of two imports of one register at the same time, the later one stands")
{
    for_each_engine([](World& world) {
        const auto first = sample(ImportKind::gias, "gias_windows_1252.csv");
        Context other{world.database, "990", world.context.today, world.context.now};
        bool begun = false;
        // When the first has read its file and asks for the time, a second import begins and ends.
        const auto outcome = import_register(world.context, first, {.progress = {}, .clock = [&] {
            if (!begun) {
                begun = true;
                CHECK(import_register(other, sample(ImportKind::gias, "gias_next_vintage_utf8.csv")).has_value());
            }
            return world.context.now;
        }});
        CHECK(code_of(outcome) == "import.overtaken");
        CHECK_FALSE(entry(world, "900306").has_value());
        CHECK(entry(world, "900299")->status_code == "2");
    });
}

}  // namespace waymark::directory
