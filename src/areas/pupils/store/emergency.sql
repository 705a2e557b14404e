-- Records opened in an emergency. The condition says what sight_of in pupils/rules/emergency.cpp says; a test holds the two together.

-- name: count_open_in_emergency
-- More than 0 when this person, in this role and place, has the child's record open now.
select count(*) as count
from emergency_access opened
where opened.authority_id = :authority and opened.pupil_id = :pupil and opened.user_id = :user
  and opened.organisation_id = :organisation and opened.role = :role and opened.opened_at <= :now and opened.ends_at > :now;

-- name: open_until
-- Until when it is open; the later one, where somebody opened it twice.
select max(opened.ends_at) as ends_at
from emergency_access opened
where opened.authority_id = :authority and opened.pupil_id = :pupil and opened.user_id = :user
  and opened.organisation_id = :organisation and opened.role = :role and opened.opened_at <= :now and opened.ends_at > :now
having count(*) > 0;

-- name: pupils_born
-- Every child of the authority with that date of birth: the one place besides "find or add" that asks past what the person may see.
select p.id, p.last_name from pupil p where p.authority_id = :authority and p.born = :born;

-- name: insert_try
insert into emergency_try (authority_id, id, user_id, at) values (:authority, :id, :actor, :now);

-- name: tries_since
select count(*) as count from emergency_try where authority_id = :authority and user_id = :actor and at > :since;

-- name: insert_emergency
insert into emergency_access (authority_id, id, pupil_id, user_id, organisation_id, role, danger, why, opened_at, ends_at, review_due, created_at, created_by)
values (:authority, :id, :pupil, :actor, :organisation, :role, :danger, :why, :now, :ends_at, :review_due, :now, :actor);

-- name: end_emergency
update emergency_access set ends_at = :now, ended_by = :actor, version = version + 1
where authority_id = :authority and id = :id and opened_at <= :now and ends_at > :now;

-- name: review_emergency
update emergency_access
set finding = :finding, review_words = :words, reviewed_at = :now, reviewed_by = :actor, version = version + 1
where authority_id = :authority and id = :id and reviewed_at is null;

-- fragment: columns
opened.id, opened.pupil_id, child.reference, opened.user_id, who.name as by_name, opened.role, place.name as organisation_name, opened.danger,
opened.why, opened.opened_at, opened.ends_at, opened.ended_by, ender.name as ended_by_name, opened.review_due, opened.finding, opened.review_words,
opened.reviewed_at, reviewer.name as reviewed_by_name

-- fragment: with_names
from emergency_access opened
join pupil child on child.authority_id = opened.authority_id and child.id = opened.pupil_id
join app_user who on who.authority_id = opened.authority_id and who.id = opened.user_id
join organisation place on place.authority_id = opened.authority_id and place.id = opened.organisation_id
left join app_user ender on ender.authority_id = opened.authority_id and ender.id = opened.ended_by
left join app_user reviewer on reviewer.authority_id = opened.authority_id and reviewer.id = opened.reviewed_by

-- name: emergency_by_id
select
-- include: pupils/store/emergency.sql#columns
-- include: pupils/store/emergency.sql#with_names
where opened.authority_id = :authority and opened.id = :id;

-- name: emergencies
-- Those that wait for a review first, then by when they were opened, the latest first.
select
-- include: pupils/store/emergency.sql#columns
-- include: pupils/store/emergency.sql#with_names
where opened.authority_id = :authority
order by case when opened.reviewed_at is null then 0 else 1 end, opened.opened_at desc, opened.id desc
limit :at_most;

-- name: emergencies_of_pupil
select
-- include: pupils/store/emergency.sql#columns
-- include: pupils/store/emergency.sql#with_names
where opened.authority_id = :authority and opened.pupil_id = :pupil
order by opened.opened_at desc, opened.id desc;

-- name: looks_in_emergency
-- When, and at what, the person looked at this child in an emergency between two instants.
select v.at, v.what
from view_log v
where v.authority_id = :authority and v.pupil_id = :pupil and v.actor = :user and v.what = 'emergency_look' and v.at >= :since and v.at <= :until
order by v.at, v.id;
