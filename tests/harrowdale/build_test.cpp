// The made-up area as a whole: on both engines, and on days that are not ordinary.
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>

#include "attendance/store/counts.hpp"
#include "directory/store/register.hpp"
#include "harrowdale/build.hpp"
#include "harrowdale/cast.hpp"
#include "platform/audit/trail.hpp"
#include "support/engines.hpp"

namespace waymark::harrowdale {
namespace {

namespace fs = std::filesystem;

Options small_area(Date today)
{
    Options options;
    options.pupils = 30;
    options.today = today;
    return options;
}

/// Makes the area as of that day in a SQLite file that is gone afterwards.
void build_on(Date today)
{
    const fs::path file = fs::temp_directory_path() / ("waymark-harrowdale-" + std::to_string(getpid()) + ".db");
    {
        const auto database = open_database("sqlite:" + file.string());
        migrate(*database);
        CHECK_NOTHROW(build(*database, small_area(today)));
    }
    for (const char* part : {"", "-wal", "-shm"}) fs::remove(file.string() + part);
}

}  // namespace

TEST_CASE("Harrowdale can be made on a Sunday, in August, on the first of September, on a bank holiday and in a half-term")
{
    for (const Date today : {date(2026, 11, 29), date(2026, 8, 15), date(2026, 9, 1), date(2026, 5, 4), date(2026, 10, 28), date(2028, 2, 29)}) {
        CAPTURE(iso(today));
        build_on(today);
    }
}

TEST_CASE("every school and provider of Harrowdale stands in its register, its postcode on the map, and its kept attendance agrees with the marks")
{
    testing::for_each_empty_engine([](Database& database) {
        migrate(database);
        build(database, small_area(date(2026, 11, 23)));
        Context context{database, std::string{authority_code}, date(2026, 11, 23), Instant{}};
        context.read([&](Transaction& tx) {
            for (const SchoolInCast& school : schools()) {
                CAPTURE(school.name);
                CHECK(directory::register_entry(tx, school.urn).has_value());
                CHECK(directory::point_of_postcode(tx, school.postcode).has_value());
            }
            for (const auto pupil : attendance::expected_pupils(tx)) CHECK(attendance::recount(tx, pupil).empty());
            for (const ProviderInCast& provider : providers()) {
                CAPTURE(provider.name);
                CHECK(directory::point_of_postcode(tx, provider.postcode).has_value());
                if (!provider.urn.empty()) CHECK(directory::register_entry(tx, provider.urn).has_value());
            }
            const auto closed = directory::register_entry(tx, "900208");
            REQUIRE(closed);
            CHECK(closed->closed_on == date(2026, 8, 31));
            REQUIRE_FALSE(directory::register_links(tx, "900208").empty());
            CHECK(directory::register_links(tx, "900208").front().name == "Mere Road Academy");
        });
    });
}

TEST_CASE("a school year made at once has a mark for each session up to its day, kept counts that agree and a trail that verifies")
{
    testing::for_each_empty_engine([](Database& database) {
        migrate(database);
        Options options = small_area(date(2026, 9, 4));
        options.pupils = 51;
        options.school_year = true;
        build(database, options);
        Context context{database, std::string{authority_code}, date(2026, 9, 4), Instant{}};
        context.who.role = Role::commissioner;
        context.read([&](Transaction& tx) {
            const auto expected = attendance::expected_pupils(tx);
            CHECK(expected.size() == 50);
            for (const auto pupil : expected) CHECK(attendance::recount(tx, pupil).empty());
            CHECK(attendance::recount_totals(tx).empty());
            int marks = 0;
            for (const auto& [group, counts] : attendance::counts_by_year_group(tx, {.year = SchoolYear{2026}, .setting = {}}, attendance::CountedFrom::kept_totals))
                marks += counts.possible() + counts.not_possible + counts.administrative;
            CHECK(marks == 50 * 3 * 2);
            marks = 0;
            for (const auto& [placement, counts] : attendance::counts_by_placement(tx, date(2026, 9, 1), date(2026, 9, 4))) {
                marks += counts.possible() + counts.not_possible + counts.administrative;
                CHECK(counts.not_taken == 0);
            }
            CHECK(marks == 50 * 3 * 2);  // since Wednesday, morning and afternoon
            CHECK(audit::seal(tx).sequence == 2 * 3 * 2);
            CHECK_FALSE(audit::verify(tx).has_value());
        });
    });
}

}  // namespace waymark::harrowdale
