-- A child’s record is erased: goals, readings and reviews. In this order, since one row refers to another.

-- name: erase_review
delete from review where authority_id = :authority and pupil_id = :pupil;

-- name: erase_goal_reading
delete from goal_reading where authority_id = :authority and goal_id in (select id from goal where authority_id = :authority and pupil_id = :pupil);

-- name: erase_goal
delete from goal where authority_id = :authority and pupil_id = :pupil;
