-- name: list_of_migrations
-- 1 when there is a list of the migrations that were applied.
-- engine: sqlite
select count(*) as count from sqlite_master where type = 'table' and name = 'schema_migration';
-- engine: postgres
select count(*) as count from pg_class where relname = 'schema_migration' and relnamespace = current_schema()::regnamespace;
-- engine: both

-- name: applied_migrations
select number, name from schema_migration order by number;

-- name: note_migration
insert into schema_migration (number, name) values (:number, :name);
