-- Backups that were tried. A row for each authority of the database that has a trail, as each has from its first day: a backup holds them all.

-- name: note_run
insert into backup_run (authority_id, id, night, state, made_by, began_at, seen_at, ended_at, file, bytes, words)
select h.authority_id, cast(:id as uuid), null, :state, :made_by, :began_at, :ended_at, :ended_at, cast(:file as text), cast(:bytes as bigint), :words
from event_head h;

-- name: claim_night
-- Rows changed: none when another has this night, unless it failed a while ago or says nothing any more.
insert into backup_run (authority_id, id, night, state, made_by, began_at, seen_at)
select h.authority_id, cast(:id as uuid), cast(:night as date), 'running', :made_by, cast(:now as bigint), cast(:now as bigint)
from event_head h
where true
on conflict (authority_id, night) where night is not null do update
set state = 'running', made_by = excluded.made_by, began_at = excluded.began_at, seen_at = excluded.seen_at, ended_at = null, file = null, bytes = null, words = ''
where (backup_run.state = 'failed' and backup_run.ended_at <= :failed_before) or (backup_run.state = 'running' and backup_run.seen_at <= :lost_before);

-- name: still_at_it
update backup_run set seen_at = :now where night = :night and made_by = :made_by and state = 'running';

-- name: end_of_night
update backup_run set state = :state, ended_at = :now, seen_at = :now, file = cast(:file as text), bytes = cast(:bytes as bigint), words = :words
where night = :night and made_by = :made_by and state = 'running';

-- name: last_runs
select state, made_by, night, began_at, ended_at, file, bytes, words
from backup_run
where authority_id = :authority
order by began_at desc, id desc
limit :most;

-- name: last_good_run
select state, made_by, night, began_at, ended_at, file, bytes, words
from backup_run
where authority_id = :authority and state = 'good'
order by began_at desc, id desc
limit 1;
