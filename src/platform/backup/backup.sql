-- What a backup asks of a database as a whole: every authority in it that has a trail, as each has from its first day.

-- name: heads_of_trails
select authority_id, sequence, hash from event_head order by authority_id;

-- name: authorities
-- Those that ever recorded anything: where nothing was, nothing was saved.
select authority_id as id from event_head order by authority_id;

-- name: moment_for_others
-- The name under which another connection sees the very moment that this one sees.
-- engine: postgres
select pg_export_snapshot() as name;
-- engine: sqlite
select '' as name;
-- engine: both
