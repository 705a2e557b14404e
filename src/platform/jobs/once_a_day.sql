-- Work that is done once a day.

-- name: take_job
-- Changes nothing where it was done for that day already, or for a later one by a server whose clock is ahead.
insert into job_done (authority_id, job, done_for, done_at) values (:authority, :job, :today, :now)
on conflict (authority_id, job) do update
set done_for = excluded.done_for, done_at = excluded.done_at where job_done.done_for < excluded.done_for;
