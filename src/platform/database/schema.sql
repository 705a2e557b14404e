-- What each engine keeps for its full-text index is left out: SQLite's virtual tables with their shadows, PostgreSQL's generated columns.

-- name: columns_of_schema
-- engine: sqlite
select m.name as table_name, c.name as column_name, c.type as type, c."notnull" as required, c.dflt_value as fallback
from pragma_table_list m, pragma_table_info(m.name) c
where m.schema = 'main' and m.type = 'table' and m.name not like 'sqlite%'
order by m.name, c.cid;
-- engine: postgres
select t.relname as table_name, a.attname as column_name, format_type(a.atttypid, a.atttypmod) as type,
       a.attnotnull as required, pg_get_expr(d.adbin, d.adrelid) as fallback
from pg_class t
join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
where t.relkind in ('r', 'p') and not t.relispartition and a.attgenerated = ''  -- a part of a table is no table of its own
order by t.relname, a.attnum;
-- engine: both

-- name: keys_of_schema
-- Primary keys, unique constraints and foreign keys, each with its columns in order.
-- engine: sqlite
select m.name as table_name, 'primary key' as kind,
       (select group_concat(name, ', ') from (select name from pragma_table_info(m.name) where pk > 0 order by pk)) as columns,
       null as other_table, null as other_columns
from pragma_table_list m
where m.schema = 'main' and m.type = 'table' and m.name not like 'sqlite%'
union all
select m.name, 'unique', (select group_concat(name, ', ') from (select name from pragma_index_info(i.name) order by seqno)), null, null
from pragma_table_list m, pragma_index_list(m.name) i
where m.schema = 'main' and m.type = 'table' and i.origin = 'u'
union all
select f.table_name, 'foreign key', group_concat(f.column_name, ', '), f.other_table, group_concat(f.other_column, ', ')
from (select m.name as table_name, k.id, k."from" as column_name, k."table" as other_table, k."to" as other_column
      from pragma_table_list m, pragma_foreign_key_list(m.name) k
      where m.schema = 'main' and m.type = 'table'
      order by m.name, k.id, k.seq) f
group by f.table_name, f.id, f.other_table;
-- engine: postgres
select t.relname as table_name,
       case c.contype when 'p' then 'primary key' when 'u' then 'unique' else 'foreign key' end as kind,
       (select string_agg(a.attname, ', ' order by k.at) from unnest(c.conkey) with ordinality k (number, at)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number) as columns,
       o.relname as other_table,
       (select string_agg(a.attname, ', ' order by k.at) from unnest(c.confkey) with ordinality k (number, at)
        join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number) as other_columns
from pg_constraint c
join pg_class t on t.oid = c.conrelid
join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
left join pg_class o on o.oid = c.confrelid
where c.contype in ('p', 'u', 'f') and not t.relispartition;
-- engine: both

-- name: indexes_of_schema
-- The indexes that migrations made by name, as the engine remembers their text.
-- engine: sqlite
select tbl_name as table_name, sql as definition from sqlite_master where type = 'index' and sql is not null;
-- engine: postgres
select t.relname as table_name, pg_get_indexdef(i.indexrelid) as definition
from pg_index i
join pg_class t on t.oid = i.indrelid
join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
join pg_class x on x.oid = i.indexrelid
join pg_am m on m.oid = x.relam and m.amname = 'btree'
where not t.relispartition and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'));
-- engine: both
