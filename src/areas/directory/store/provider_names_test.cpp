// Providers are found by the beginnings of their names, by what they are called now.
#include "directory/store/provider_names.hpp"

#include <doctest/doctest.h>

#include "directory/store/providers.hpp"
#include "foundation/text.hpp"
#include "people/store/organisation_details.hpp"
#include "people/store/organisations.hpp"
#include "platform/database/migrations.hpp"
#include "platform/database/tables.hpp"
#include "support/engines.hpp"

namespace waymark::directory {
namespace {

using namespace waymark::testing;

OrganisationId add(Transaction& tx, const std::string& name)
{
    const OrganisationId id{Id::from_words(name)};
    people::insert_organisation(tx, {.id = id, .kind = people::OrganisationKind::provider, .name = name});
    insert_provider(tx, {.id = id, .name = name});
    return id;
}

using Names = std::vector<std::string>;

Names found(Transaction& tx, std::string_view typed)
{
    Names names;
    for (const auto& provider : providers_named(tx, typed, 50).first) names.push_back(provider.name);
    return names;
}

}  // namespace

TEST_CASE("a provider is found by the beginnings of its name of today")
{
    for_each_engine([](World& world) {
        const auto done = world.context.in_transaction([&](Transaction& tx) -> Result<void> {
            const auto farm = add(tx, "Greenways Farm (St. John’s)"), mistake = add(tx, "Green Mistake");
            people::insert_organisation(tx, {.id = {Id::from_words("a school")}, .name = "Greenway School"});
            CHECK(found(tx, "gree") == Names{"Green Mistake", "Greenways Farm (St. John’s)"});
            CHECK(found(tx, "farm greenw") == Names{"Greenways Farm (St. John’s)"});
            CHECK(found(tx, "st johns") == Names{"Greenways Farm (St. John’s)"});
            CHECK(found(tx, "\"farm\" OR mistake").empty());
            CHECK(found(tx, "?").empty());
            CHECK(found(tx, "").empty());
            const auto one = providers_named(tx, "gree", 1);
            CHECK(one.first.size() == 1);
            CHECK(one.count == 2);

            CHECK(people::change_organisation(tx, farm, {.name = "Northfield Farm"}));
            CHECK(found(tx, "greenways").empty());
            CHECK(found(tx, "northf") == Names{"Northfield Farm"});
            const auto kept = found(tx, "mistake");
            CHECK(kept.size() == 1);
            CHECK_FALSE(people::change_organisation(tx, {Id::from_words("nobody")}, {.name = "Nobody"}));
            (void)mistake;
            return {};
        });
        REQUIRE(code_of(done) == "");
        if (world.database.engine() != Engine::sqlite) return;
        int differences = 0;
        run_text(*world.database.lease(false),
                 "select f.id from organisation_words_fill f where (f.id, f.words) not in (select id, words from organisation_words) and f.id <> '" +
                     OrganisationId{Id::from_words("Harrowdale Council")}.text() + "'",
                 {}, [&](const Row&) { ++differences; });
        CHECK(differences == 0);
    });
}

TEST_CASE("names that were there before organisations could be found are folded as all names are")
{
    const Names names{"Greenways Farm (St. John’s)", "  Two  spaces -- and – dashes ", "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß", "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
                      "ĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĦħĨĩĪīĬĭĮįİıĲĳĴĵĶķĸĹĺĻļĽľĿŀŁł", "ŃńŅņŇňŉŊŋŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŦŧŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžſ",
                      "ȘșȚț ẀẁẂẃẄẅ Ỳỳ ẞ", "e\xCC\x81lan Борис 李🙂", "`a´b'c\"d<e>f%g_h\\i", "123 \xC2\xA0nbsp\xC2\xAD \xC2\xBDhalf 2-3", "....", "x"};
    for_each_empty_engine([&](Database& database) {
        const bool is_sqlite = database.engine() == Engine::sqlite;
        {
            const auto connection = database.lease(true);
            connection->begin(true, "990");
            connection->run_script("create table schema_migration (number integer not null primary key, name text not null)");
            for (const Migration& migration : migrations()) {
                if (migration.number >= 48) break;
                connection->run_script(is_sqlite ? migration.sqlite : migration.postgres);
                connection->run_script("insert into schema_migration (number, name) values (" + std::to_string(migration.number) + ", 'x')");
            }
            connection->run_script("insert into authority (id, name, created_at) values ('990', 'Harrowdale', 0)");
            for (const auto& name : names)
                run_text(*connection, std::string{"insert into organisation (authority_id, id, kind, name, created_at) values ('990', "} + (is_sqlite ? "?1, 'provider', ?2, 0)" : "cast($1 as uuid), 'provider', $2, 0)"),
                         {{"id", Id::from_words(name)}, {"name", name}});
            connection->commit();
        }
        migrate(database);
        int count = 0;
        run_text(*database.lease(false), "select name, search_text from organisation", {}, [&](const Row& row) {
            CHECK(row.text("search_text") == folded_for_search(row.view("name")));
            ++count;
        });
        CHECK(count == static_cast<int>(names.size()));
        if (is_sqlite)
            run_text(*database.lease(false), "select count(*) as count from organisation_words where organisation_words match '\"990green\"* \"990john\"*'", {},
                     [&](const Row& row) { CHECK(row.integer("count") == 1); });
    });
}

}  // namespace waymark::directory
