-- Imports as they run, what they made of their rows, and what was wrong with which.

-- name: insert_import_run
insert into import_run (authority_id, id, kind, file_name, file_sha256, state, content, started_at, started_by)
values (:authority, :id, :kind, :file_name, :file_sha256, :state, :content, :now, :actor);

-- name: import_runs
-- The newest first, without their content.
select id, kind, file_name, file_sha256, state, rows_read, rows_new, rows_changed, rows_same, rows_refused, started_at, finished_at
from import_run
where authority_id = :authority and (cast(:kind as text) is null or kind = cast(:kind as text))
order by started_at desc, id desc
limit 100;

-- name: import_run
select id, kind, file_name, file_sha256, state, rows_read, rows_new, rows_changed, rows_same, rows_refused, started_at, finished_at
from import_run
where authority_id = :authority and id = :id;

-- name: import_content
select content
from import_run
where authority_id = :authority and id = :id and content is not null;

-- name: same_file_import
-- The last time this very file was imported to its end.
select finished_at
from import_run
where authority_id = :authority and kind = :kind and file_sha256 = :file_sha256 and state = 'finished'
order by finished_at desc
limit 1;

-- name: set_import_progress
update import_run
set rows_read = :rows_read
where authority_id = :authority and id = :id and state = 'running';

-- name: change_import_state
-- Moves from one state to another, with what the import came to; changes nothing when it is in another state by now.
update import_run
set state = :becomes, rows_read = :rows_read, rows_new = :rows_new, rows_changed = :rows_changed, rows_same = :rows_same,
    rows_refused = :rows_refused, content = :content, finished_at = :now
where authority_id = :authority and id = :id and state = :was;

-- name: insert_import_problem
insert into import_problem (authority_id, import_run_id, line, position, field, message)
values (:authority, :run, :line, :position, :field, :message);

-- name: import_problems
select line, field, message
from import_problem
where authority_id = :authority and import_run_id = :run
order by line, position
limit 1000;
