// The second lock: as the database role of one authority, no SQL, however it is written, opens another authority's rows.
#include "platform/database/authority_lock.hpp"

#include <algorithm>
#include <deque>

#include <doctest/doctest.h>

#include "platform/audit/trail.hpp"
#include "pupils/store/pupils.hpp"
#include "support/engines.hpp"
#include "support/scratch_postgres.hpp"

using namespace waymark;
using namespace waymark::testing;

namespace {

/// SQL written by hand, as somebody with psql would write it.
class ByHand {
public:
    explicit ByHand(Database& database) : database_{&database} {}

    /// The first column of each row.
    std::vector<std::string> texts(const std::string& sql)
    {
        std::vector<std::string> found;
        run(sql, [&](const Row& row) { found.push_back(row.text("found")); });
        return found;
    }
    long long count(const std::string& table_and_condition)
    {
        long long count = 0;
        run("select count(*) as found from " + table_and_condition, [&](const Row& row) { count = row.integer("found"); });
        return count;
    }
    std::int64_t change(const std::string& sql) { return run(sql, [](const Row&) {}); }

private:
    std::int64_t run(const std::string& sql, const std::function<void(const Row&)>& each)
    {
        kept_.push_back(sql);  // an engine knows a prepared statement by its text's place
        const Statement statement{"test.by_hand", kept_.back(), kept_.back(), {}};
        const auto connection = database_->lease(true);
        connection->begin(true, "by hand");
        try {
            const auto changed = connection->execute(statement, {}, each);
            connection->commit();
            return changed;
        } catch (...) {
            connection->roll_back();
            throw;
        }
    }
    Database* database_;
    static std::deque<std::string> kept_;
};
std::deque<std::string> ByHand::kept_;

constexpr const char* tables_of_authorities =
    "select t.relname as found from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attname = 'authority_id' and not a.attisdropped "
    "where t.relnamespace = current_schema()::regnamespace and t.relkind in ('r', 'p')";

std::unique_ptr<Database> as_role_of_990(Database& owners)
{
    REQUIRE(make_authority_role(owners, "990", "a password of the tests").has_value());
    std::string address = scratch_postgres().address("harrowdale");
    return open_database(address.replace(address.find("user=waymark"), std::string_view{"user=waymark"}.size(), "user=waymark_990"));
}

/// A child of each of two authorities, with what stands around a child.
void add_child_of(ByHand& owner, const std::string& authority, const std::string& name)
{
    const std::string id = Id::from_words("child of " + authority).text(), school = Id::from_words("school of " + authority).text();
    owner.change("insert into organisation (authority_id, id, kind, name, created_at) values ('" + authority + "', '" + school + "', 'school', 'School of " + name + "', 0)");
    owner.change("insert into pupil (authority_id, id, reference, first_name, last_name, known_as, born, sex, home_authority_id, search_text, created_at) values ('" + authority +
                 "', '" + id + "', 'AAAA-" + authority + "', '" + name + "', 'Mercer', '" + name + "', '2012-01-04', 'male', '" + authority + "', 'x', 0)");
    owner.change("insert into enrolment (authority_id, id, pupil_id, organisation_id, status, year_group, from_day, created_at) values ('" + authority + "', '" + Id::from_words("roll of " + authority).text() +
                 "', '" + id + "', '" + school + "', 'current_single', 10, '2026-09-01', 0)");
}

void on_postgres(const std::function<void(World&, ByHand& owner, Database& role, ByHand& by_hand)>& test)
{
    for_each_engine([&](World& world) {
        if (world.database.engine() == Engine::sqlite) {
            CHECK(code_of(make_authority_role(world.database, "990", "x")) == "database.no_roles");
            return;
        }
        ByHand owner{world.database};
        add_child_of(owner, "990", "Kai");
        add_child_of(owner, "991", "Noor");
        const auto role = as_role_of_990(world.database);
        ByHand by_hand{*role};
        test(world, owner, *role, by_hand);
    });
}

}  // namespace

TEST_CASE("every table that holds rows of an authority is locked, and a new one that is not is found and locked by the next migration")
{
    on_postgres([](World& world, ByHand& owner, Database&, ByHand&) {
        const std::string open_ones = std::string{tables_of_authorities} + " and not t.relrowsecurity";
        CHECK(owner.texts(tables_of_authorities).size() > 60);
        CHECK(owner.texts(open_ones).empty());
        owner.change("create table planted (authority_id text not null, secret text)");
        CHECK(owner.texts(open_ones) == std::vector<std::string>{"planted"});
        {
            const auto connection = world.database.lease(true);
            lock_rows_by_authority(*connection, Engine::postgres);
        }
        CHECK(owner.texts(open_ones).empty());
        owner.change("drop table planted");
    });
}

TEST_CASE("SQL written by hand as the role of one authority finds its own rows and nobody else’s, in every table")
{
    on_postgres([](World&, ByHand& owner, Database&, ByHand& by_hand) {
        CHECK(owner.texts("select first_name as found from pupil order by first_name") == std::vector<std::string>{"Kai", "Noor"});
        CHECK(by_hand.texts("select first_name as found from pupil") == std::vector<std::string>{"Kai"});
        CHECK(by_hand.texts("select first_name as found from pupil where authority_id = '991' or true") == std::vector<std::string>{"Kai"});
        CHECK(by_hand.texts("select id as found from authority") == std::vector<std::string>{"990"});
        CHECK(by_hand.texts("select p.first_name as found from enrolment e join pupil p on p.id = e.pupil_id or true") == std::vector<std::string>{"Kai"});
        int with_rows_of_others = 0;
        for (const auto& table : owner.texts(tables_of_authorities)) {
            CAPTURE(table);
            with_rows_of_others += owner.count(table + " where authority_id <> '990'") > 0 ? 1 : 0;
            CHECK(by_hand.count(table + " where authority_id <> '990'") == 0);
        }
        CHECK(with_rows_of_others >= 3);
    });
}

TEST_CASE("the role of one authority changes, adds and removes no row of another")
{
    on_postgres([](World&, ByHand& owner, Database&, ByHand& by_hand) {
        CHECK(by_hand.change("update pupil set first_name = 'Nobody' where authority_id = '991'") == 0);
        CHECK(by_hand.change("delete from enrolment where authority_id = '991'") == 0);
        CHECK_THROWS_AS(by_hand.change("insert into organisation (authority_id, id, kind, name, created_at) values ('991', '" + Id::from_words("planted").text() + "', 'school', 'Planted', 0)"),
                        DatabaseFailure);
        CHECK_THROWS_AS(by_hand.change("update pupil set authority_id = '991'"), DatabaseFailure);
        CHECK(owner.count("enrolment where authority_id = '991'") == 1);
        CHECK(owner.count("pupil where first_name = 'Noor'") == 1);
    });
}

TEST_CASE("the role cannot put the lock aside: not by a setting, another role, or a change of the table; nor change the trail")
{
    on_postgres([](World&, ByHand&, Database&, ByHand& by_hand) {
        for (const std::string attempt : {"alter table pupil disable row level security", "drop policy of_authority on pupil", "create policy wide on pupil using (true)",
                                          "set local role waymark", "set session authorization waymark", "alter role waymark_990 bypassrls", "truncate pupil",
                                          "update event set verb = ''", "delete from event", "delete from view_log", "create table stolen as select * from pupil"}) {
            CAPTURE(attempt);
            CHECK_THROWS_AS(by_hand.change(attempt), DatabaseFailure);
        }
        by_hand.change("select set_config('row_security', 'off', false)");
        CHECK_THROWS_AS(by_hand.count("pupil"), DatabaseFailure);  // refused rather than answered in part
    });
}

TEST_CASE("a server that connects as the role finds the schema up to date, works for its own authority, and sees nothing of another even when asked to serve it")
{
    on_postgres([](World& world, ByHand&, Database& role, ByHand&) {
        CHECK(migrate(role) == 0);
        Context own{role, "990", world.context.today, world.context.now};
        own.who = world.context.who;
        CHECK(own.read([](Transaction& tx) { return pupils::find_pupil_by_reference(tx, "AAAA-990"); }).has_value());
        CHECK(code_of(own.in_transaction([](Transaction& tx) {
            return tx.record({.verb = "looked", .entity = "pupil", .about = Id::from_words("child of 990"), .pupil = Id::from_words("child of 990")});
        })) == "");
        CHECK_FALSE(own.read([](Transaction& tx) { return audit::verify(tx); }).has_value());
        CHECK(code_of(own.in_transaction([](Transaction& tx) { return audit::erase_details(tx, Id::from_words("child of 990"), "Its time is over."); })) == "");
        CHECK_FALSE(own.read([](Transaction& tx) { return audit::verify(tx); }).has_value());
        Context other{role, "991", world.context.today, world.context.now};
        other.who = world.context.who;
        CHECK_FALSE(other.read([](Transaction& tx) { return pupils::find_pupil_by_reference(tx, "AAAA-991"); }).has_value());
        CHECK_THROWS_AS((void)other.in_transaction([](Transaction& tx) {
            return tx.record({.verb = "looked", .entity = "pupil", .about = Id::from_words("child of 991"), .pupil = Id::from_words("child of 991")});
        }), DatabaseFailure);
    });
}
