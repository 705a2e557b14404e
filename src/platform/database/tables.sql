-- What is asked of a database as a whole before it is copied, backed up or restored into.

-- name: things_there
-- Tables, views, sequences and the like that somebody made: none in an empty database.
-- engine: sqlite
select count(*) as count from sqlite_master;
-- engine: postgres
select count(*) as count from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname not like 'pg_temp%' and n.nspname not like 'pg_toast_temp%';
-- engine: both

-- name: sees_every_row
-- Row-level security keeps rows from a role that neither owns the tables nor passes it.
-- engine: postgres
select not exists (select 1 from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relrowsecurity and row_security_active(c.oid)) as sees;
-- engine: sqlite
select true as sees;
-- engine: both
