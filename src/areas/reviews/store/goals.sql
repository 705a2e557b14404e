-- Goals of a placement and what was read of them over time.

-- name: insert_goal
insert into goal (authority_id, id, pupil_id, placement_id, words, measure, baseline, target, unit, position, created_at, created_by)
values (:authority, :id, :pupil, :placement, :words, :measure, :baseline, :target, :unit,
        (select coalesce(max(g.position), 0) + 1 from goal g where g.authority_id = :authority and g.placement_id = :placement), :now, :actor);

-- name: goals_of_placement
-- Each open goal with its latest reading.
select g.id, g.placement_id, g.words, g.measure, g.baseline, g.target, g.unit, last.value as last_value, last.words as last_words,
       last.read_on as last_read_on
from goal g
left join goal_reading last on last.authority_id = g.authority_id and last.goal_id = g.id
     and not exists (select 1 from goal_reading later where later.authority_id = last.authority_id and later.goal_id = last.goal_id
                     and (later.read_on > last.read_on or (later.read_on = last.read_on and later.id > last.id)))
where g.authority_id = :authority and g.placement_id = :placement and g.closed_on is null
order by g.position;

-- name: readings_of_placement
-- All readings of a placement's goals, oldest first: how each goal has moved.
select r.goal_id, r.read_on, r.value, r.words
from goal_reading r
join goal g on g.authority_id = r.authority_id and g.id = r.goal_id
where r.authority_id = :authority and g.placement_id = :placement
order by g.position, r.read_on, r.id;

-- name: insert_reading
insert into goal_reading (authority_id, id, goal_id, review_id, read_on, value, words, created_at, created_by)
values (:authority, :id, :goal, :review, :read_on, :value, :words, :now, :actor);
