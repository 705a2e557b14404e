-- A child’s record is erased: tasks. In this order, since one row refers to another.

-- name: erase_task
delete from task where authority_id = :authority and pupil_id = :pupil;
