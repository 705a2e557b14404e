// Every kind of value comes back as it went in, on both engines.
#include <doctest/doctest.h>

#include <limits>

#include "support/engines.hpp"
#include "support/scratch_postgres.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

constexpr std::string_view all_parameters[] = {"id", "day", "big", "small", "words", "truth", "bytes", "ratio"};
constexpr Statement keep{"test.keep",
                         "insert into every_kind (id, day, big, small, words, truth, bytes, ratio) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                         "insert into every_kind (id, day, big, small, words, truth, bytes, ratio) values ($1, $2, $3, $4, $5, $6, $7, $8)",
                         all_parameters};
constexpr Statement recall{"test.recall", "select * from every_kind", "select * from every_kind", {}};

void make_table(Database& database)
{
    database.lease(true)->run_script(
        database.engine() == Engine::sqlite
            ? "create table every_kind (id uuid_text, day date_text, big bigint, small integer, words text, truth boolean, bytes bytea_blob, ratio real)"
            : "create table every_kind (id uuid, day date, big bigint, small integer, words text, truth boolean, bytes bytea, ratio double precision)");
}

}  // namespace

TEST_CASE("every kind of value comes back as it went in")
{
    for_each_empty_engine([](Database& database) {
        make_table(database);
        Context context{database, "990", date(2026, 11, 23), Instant{}};
        const Id id = Id::from_words("one");
        const std::string words = "It's “Zoë” \\ 100% ;--\n";
        std::string bytes;
        for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
        const auto kept = context.in_transaction([&](Transaction& tx) -> Result<void> {
            tx.run(keep, {{"id", id}, {"day", date(2028, 2, 29)}, {"big", std::numeric_limits<std::int64_t>::min()}, {"small", -7},
                          {"words", words}, {"truth", true}, {"bytes", Blob{bytes}}, {"ratio", 0.1}});
            return {};
        });
        REQUIRE(kept);
        context.read([&](Transaction& tx) {
            tx.each(recall, {}, [&](const Row& row) {
                CHECK(row.id<Id>("id") == id);
                CHECK(row.date("day") == date(2028, 2, 29));
                CHECK(row.integer("big") == std::numeric_limits<std::int64_t>::min());
                CHECK(row.number("small") == -7);
                CHECK(row.text("words") == words);
                CHECK(row.boolean("truth"));
                CHECK(row.blob("bytes") == bytes);
                CHECK(row.real("ratio") == 0.1);
                CHECK_THROWS_WITH_AS(static_cast<void>(row.text("colour")), "test.recall has no column colour", std::logic_error);
                CHECK_THROWS_WITH_AS(static_cast<void>(row.integer("words")), "test.recall: column words is no whole number", std::logic_error);
            });
        });
    });
}

TEST_CASE("nothing comes back as nothing, and is never taken for a value")
{
    for_each_empty_engine([](Database& database) {
        make_table(database);
        Context context{database, "990", date(2026, 11, 23), Instant{}};
        const auto kept = context.in_transaction([&](Transaction& tx) -> Result<void> {
            tx.run(keep, {{"id", std::optional<Id>{}}, {"day", std::optional<Date>{}}, {"big", std::nullopt}, {"small", std::optional<int>{}},
                          {"words", std::optional<std::string>{}}, {"truth", std::nullopt}, {"bytes", std::optional<Blob>{}}, {"ratio", std::nullopt}});
            return {};
        });
        REQUIRE(kept);
        context.read([&](Transaction& tx) {
            tx.each(recall, {}, [&](const Row& row) {
                CHECK_FALSE(row.maybe_id<Id>("id"));
                CHECK_FALSE(row.maybe_date("day"));
                CHECK_FALSE(row.maybe_number("small"));
                CHECK_FALSE(row.maybe_real("ratio"));
                CHECK(row.text_or_empty("words") == "");
                CHECK_THROWS_AS(static_cast<void>(row.text("words")), std::logic_error);
                CHECK_THROWS_AS(static_cast<void>(row.boolean("truth")), std::logic_error);
                CHECK_THROWS_AS(static_cast<void>(row.blob("bytes")), std::logic_error);
            });
        });
    });
}

TEST_CASE("a server that was restarted is found again by the next who asks")
{
    for_each_engine([](World& world) {
        if (world.database.engine() != Engine::postgres) return;
        constexpr static Statement one{"test.one", "select 1 as count", "select 1 as count", {}};
        const auto ask = [&] { return world.context.read([](Transaction& tx) { return tx.number(one); }); };
        CHECK(ask() == 1);
        scratch_postgres().restart();
        CHECK(ask() == 1);
    });
}

TEST_CASE("both engines tell capitals apart, and know greatest, least and string_agg")
{
    for_each_engine([](World& world) {
        constexpr static std::string_view sql =
            "select 'Ada' like 'a%' as like_minds_case, greatest(2, 10, 7) as most, least('b', 'a') as first,"
            " (select string_agg(name, ', ') from (select name from authority order by id) a) as names";
        constexpr static Statement dialect{"test.dialect", sql, sql, {}};
        world.context.read([](Transaction& tx) {
            tx.each(dialect, {}, [](const Row& row) {
                CHECK_FALSE(row.boolean("like_minds_case"));
                CHECK(row.number("most") == 10);
                CHECK(row.text("first") == "a");
                CHECK(row.text("names") == "Harrowdale, Ellerby, Stowmoor");
            });
        });
    });
}

TEST_CASE("a database in memory serves readers and writers alike")
{
    const auto database = open_database("sqlite::memory:");
    CHECK(migrate(*database) > 0);
    Context context{*database, "990", date(2026, 11, 23), Instant{}};
    constexpr static Statement count{"test.count", "select count(*) as count from authority", "", {}};
    CHECK(context.read([](Transaction& tx) { return tx.number(count); }) == 0);
}

TEST_CASE("an address that is none says what an address looks like")
{
    CHECK_THROWS_AS(static_cast<void>(open_database("waymark.db")), DatabaseFailure);
    CHECK_THROWS_WITH_AS(static_cast<void>(open_database("sqlite:/no/such/folder/waymark.db")), "The database cannot be opened: there is no folder /no/such/folder.", DatabaseFailure);
    CHECK_THROWS_AS(static_cast<void>(open_database("postgresql:///waymark?host=/no/such/folder")), DatabaseFailure);
}
