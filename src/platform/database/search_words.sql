-- The full-text indexes that a database has as tables of their own.

-- name: word_indexes
-- engine: sqlite
select l.name from pragma_table_list l
join sqlite_master filled on filled.type = 'view' and filled.name = l.name || '_fill'
where l.schema = 'main' and l.type = 'virtual';
-- engine: postgres
select '' as name where false;
-- engine: both
