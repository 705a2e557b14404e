// Row-level security by the name of the role: a setting could be changed by whoever can send SQL, a role cannot.
#include "platform/database/authority_lock.hpp"

#include <algorithm>

#include "platform/database/authority_lock.sql.hpp"

namespace waymark {
namespace {

// A migration of its own would lock the tables of today. This runs after each, so that none is forgotten.
constexpr std::string_view lock_new_tables = R"(
do $$
declare found record;
begin
    for found in
        select t.relname as name, a.attname as key
        from pg_class t
        join pg_attribute a on a.attrelid = t.oid and not a.attisdropped
             and a.attname = case when t.relname = 'authority' then 'id' else 'authority_id' end
        where t.relnamespace = current_schema()::regnamespace and t.relkind in ('r', 'p') and not t.relrowsecurity
    loop
        execute format('alter table %I enable row level security', found.name);
        execute format('create policy of_authority on %I using (%I = substring(current_user::text from ''^waymark_([0-9]{3})$''))',
                       found.name, found.key);
    end loop;
end
$$;
)";

// The name and the password come in settings of this transaction: a block takes no parameters, and a password is never pasted into text.
constexpr std::string_view make_role = R"(
do $$
declare
    role_name text := current_setting('waymark.role');
    found record;
begin
    if not exists (select 1 from pg_roles where rolname = role_name) then
        execute format('create role %I', role_name);
    end if;
    execute format('alter role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password %L',
                   role_name, current_setting('waymark.role_password'));
    execute format('grant usage on schema %I to %I', current_schema(), role_name);
    execute format('grant select on all tables in schema %I to %I', current_schema(), role_name);
    for found in
        select t.relname as name, t.relname in ('event', 'view_log') as only_grows
        from pg_class t
        join pg_attribute a on a.attrelid = t.oid and a.attname = 'authority_id' and not a.attisdropped
        where t.relnamespace = current_schema()::regnamespace and t.relkind in ('r', 'p')
    loop
        execute format('grant %s on %I to %I', case when found.only_grows then 'insert' else 'insert, update, delete' end, found.name, role_name);
    end loop;
    execute format('grant update (before, after, reason, details_salt) on event to %I', role_name);  -- an erasure; a trigger lets nothing else
end
$$;
)";

bool is_code(std::string_view authority)
{
    return authority.size() == 3 && std::ranges::all_of(authority, [](char c) { return c >= '0' && c <= '9'; });
}

void set(Connection& connection, const Statement& statement, std::string_view value)
{
    const Binding given{"value", value};
    const Binding* const bindings[] = {&given};
    connection.execute(statement, bindings, [](const Row&) {});
}

}  // namespace

std::string role_of_authority(std::string_view authority) { return "waymark_" + std::string{authority}; }

void lock_rows_by_authority(Connection& connection, Engine engine)
{
    if (engine == Engine::postgres) connection.run_script(lock_new_tables);
}

Result<void> make_authority_role(Database& database, std::string_view authority, std::string_view password)
{
    if (database.engine() != Engine::postgres)
        return refused("database.no_roles", "SQLite has no roles: one file holds one area, and whoever may read the file reads it all. Use PostgreSQL.");
    if (!is_code(authority)) return refused("database.wrong_code", "An authority’s code is three digits, such as 990.");
    expects(!password.empty());
    const auto connection = database.lease(true);
    connection->begin(true, authority);
    try {
        lock_rows_by_authority(*connection, Engine::postgres);
        set(*connection, database::sql::set_role, role_of_authority(authority));
        set(*connection, database::sql::set_role_password, password);
        connection->run_script(make_role);
        connection->commit();
    } catch (...) {
        connection->roll_back();
        throw;
    }
    return {};
}

}  // namespace waymark
