-- Reviews of placements: due, held, and what was said.

-- name: insert_review
insert into review (authority_id, id, pupil_id, placement_id, due_on, state, created_at, created_by)
values (:authority, :id, :pupil, :placement, :due_on, 'due', :now, :actor)
on conflict do nothing;

-- name: move_due_review
-- The one review that is still due for a placement gets another date.
update review set due_on = :due_on, version = version + 1
where authority_id = :authority and placement_id = :placement and state = 'due';

-- name: due_reviews_to_count
-- What the date of each review that is due is counted from.
select r.id, r.placement_id, r.pupil_id, r.due_on, pl.from_day, pl.expected_end, pl.roll_school_id,
       (select max(h.held_on) from review h where h.authority_id = r.authority_id and h.placement_id = r.placement_id and h.state = 'held') as last_held
from review r
join placement pl on pl.authority_id = r.authority_id and pl.id = r.placement_id
where r.authority_id = :authority and r.state = 'due'
order by r.due_on, r.id;

-- name: drop_due_review
-- The placement has ended: what was due is no longer needed.
update review set state = 'no_longer_needed', version = version + 1
where authority_id = :authority and placement_id = :placement and state = 'due';

-- name: record_review
update review
set state = 'held', held_on = :held_on, attendees = :attendees, child_view = :child_view, child_view_method = :child_view_method,
    family_view = :family_view, is_safe = :is_safe, meets_need = :meets_need, summary = :summary, attended = :attended,
    possible = :possible, next_step = :next_step, next_step_reason = :next_step_reason, version = version + 1
where authority_id = :authority and id = :id and state = 'due' and version = :seen_version;

-- name: review_by_id
select r.id, r.pupil_id, r.placement_id, r.due_on, r.state, r.held_on, r.attendees, r.child_view, r.child_view_method, r.family_view,
       r.is_safe, r.meets_need, r.summary, r.attended, r.possible, r.next_step, r.next_step_reason, r.version
from review r
where r.authority_id = :authority and r.id = :id;

-- name: reviews_of_placement
select r.id, r.pupil_id, r.placement_id, r.due_on, r.state, r.held_on, r.attendees, r.child_view, r.child_view_method, r.family_view,
       r.is_safe, r.meets_need, r.summary, r.attended, r.possible, r.next_step, r.next_step_reason, r.version
from review r
where r.authority_id = :authority and r.placement_id = :placement
order by coalesce(r.held_on, r.due_on) desc, r.id desc;

-- name: last_held
select max(r.held_on) as held_on from review r
where r.authority_id = :authority and r.placement_id = :placement and r.state = 'held';

-- name: due_reviews
-- What is due or overdue, soonest first, within what this person may see.
select r.id, r.due_on, r.state, r.held_on, r.next_step, p.reference, p.known_as, p.last_name, setting.name as setting_name, pl.expected_end
from review r
join pupil p on p.authority_id = r.authority_id and p.id = r.pupil_id
join placement pl on pl.authority_id = r.authority_id and pl.id = r.placement_id
join organisation setting on setting.authority_id = pl.authority_id and setting.id = pl.organisation_id
where r.authority_id = :authority and r.state = 'due' and r.due_on <= :until and (
-- include: pupils/store/access.sql#visible_to
)
order by r.due_on, p.known_as, p.last_name, r.id;

-- name: held_reviews
-- Those held since a day, newest first.
select r.id, r.due_on, r.state, r.held_on, r.next_step, p.reference, p.known_as, p.last_name, setting.name as setting_name, pl.expected_end
from review r
join pupil p on p.authority_id = r.authority_id and p.id = r.pupil_id
join placement pl on pl.authority_id = r.authority_id and pl.id = r.placement_id
join organisation setting on setting.authority_id = pl.authority_id and setting.id = pl.organisation_id
where r.authority_id = :authority and r.state = 'held' and r.held_on >= :since and (
-- include: pupils/store/access.sql#visible_to
)
order by r.held_on desc, p.known_as, p.last_name, r.id;

-- name: placement_under_review
-- The facts of the placement that the pack is made from.
select pl.id, pl.pupil_id, pl.organisation_id, pl.purpose, pl.from_day, pl.expected_end, pl.state, pl.roll_school_id, pl.authority_officer,
       pl.school_lead, pl.provider_lead, p.reference, p.known_as, setting.name as setting_name, g.name as programme_name,
       school.name as school_name
from placement pl
join pupil p on p.authority_id = pl.authority_id and p.id = pl.pupil_id
join organisation setting on setting.authority_id = pl.authority_id and setting.id = pl.organisation_id
join programme g on g.authority_id = pl.authority_id and g.id = pl.programme_id
left join organisation school on school.authority_id = pl.authority_id and school.id = pl.roll_school_id
where pl.authority_id = :authority and pl.id = :placement;
