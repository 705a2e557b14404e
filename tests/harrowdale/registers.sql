-- What the made-up area writes that no area writes yet: registers that come by import in a real one.

-- name: insert_subcontract
insert into subcontract (authority_id, id, organisation_id, subcontractor_id, from_day, created_at, created_by)
values (:authority, :id, :provider, :subcontractor, :from_day, :now, :actor);

-- name: count_rows_afresh
-- PostgreSQL chooses its plans from counts that it takes in its own time, and only of what was committed. In the middle of
-- so large a transaction it would still believe that these tables are empty, and read them whole for every child. SQLite does
-- well without.
-- engine: sqlite
select 1 where false;
-- engine: postgres
analyze pupil, referral, placement, expected_session, attendance_mark, review, goal, event;
-- engine: both
