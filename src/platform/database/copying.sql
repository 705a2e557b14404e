-- Where an unfinished copy stands. The two tables are there only while a copy lasts.

-- name: list_of_copy
-- 1 when a copy into this database is unfinished.
-- engine: sqlite
select count(*) as count from sqlite_master where type = 'table' and name = 'copy_place';
-- engine: postgres
select count(*) as count from pg_class where relname = 'copy_place' and relnamespace = current_schema()::regnamespace;
-- engine: both

-- name: foreign_keys_there
-- engine: postgres
select c.conname as name, t.relname as on_table, pg_get_constraintdef(c.oid) as definition
from pg_constraint c
join pg_class t on t.oid = c.conrelid
where c.contype = 'f' and c.conparentid = 0 and t.relnamespace = current_schema()::regnamespace
order by t.relname, c.conname;
-- engine: sqlite
select '' as name, '' as on_table, '' as definition where false;
-- engine: both
