-- What rates are added up from: kept counts for whole months, single sessions for the days at either end, and the sessions
-- nobody has marked. Each mark moves the kept counts in its own transaction.

-- name: count_mark
insert into attendance_month (authority_id, placement_id, month, code, organisation_id, pupil_id, sessions)
values (:authority, :placement, :month, :code, :setting, :pupil, :sessions)
on conflict (authority_id, pupil_id, month, placement_id, code) do update set sessions = attendance_month.sessions + excluded.sessions;

-- name: mark_of_revision
-- What an earlier revision said, so that it can be taken out of the counts.
select m.placement_id, m.organisation_id, m.code
from attendance_mark m
where m.authority_id = :authority and m.pupil_id = :pupil and m.day = :day and m.session = :session and m.revision = :revision;

-- fragment: counted
select a.authority_id, a.organisation_id, a.placement_id, a.pupil_id, a.code, a.sessions
from attendance_month a
where a.authority_id = :authority and a.month >= :first_month and a.month <= :last_month
union all
select e.authority_id, e.organisation_id, e.placement_id, e.pupil_id, m.code, 1
from expected_session e
join attendance_mark m on m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session
     and m.revision = e.standing_revision
where e.authority_id = :authority and e.day >= :head_from and e.day <= :head_to
union all
select e.authority_id, e.organisation_id, e.placement_id, e.pupil_id, m.code, 1
from expected_session e
join attendance_mark m on m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session
     and m.revision = e.standing_revision
where e.authority_id = :authority and e.day >= :tail_from and e.day <= :tail_to
union all
select e.authority_id, e.organisation_id, e.placement_id, e.pupil_id, null, 1
from expected_session e
where e.authority_id = :authority and e.standing_revision = 0 and e.day >= :from_day and e.day <= :to_day

-- name: codes_of_placement
-- How often each code stands for a placement between two days, and how many sessions have no mark yet.
select c.code, sum(c.sessions) as sessions
from (
-- include: attendance/store/counts.sql#counted
) c
where c.placement_id = :placement
group by c.code;

-- name: codes_by_placement
-- The same counts for each placement, over the children this person may see.
with seen as materialized (
    select p.id from pupil p
    where p.authority_id = :authority and
-- include: pupils/store/access.sql#visible_to
)
select c.placement_id, c.code, sum(c.sessions) as sessions
from (
-- include: attendance/store/counts.sql#counted
) c
join seen on seen.id = c.pupil_id
group by c.placement_id, c.code;

-- name: codes_by_setting
-- The same counts for each setting, over the children this person may see.
with seen as materialized (
    select p.id from pupil p
    where p.authority_id = :authority and
-- include: pupils/store/access.sql#visible_to
)
select c.organisation_id, setting.name, c.code, sum(c.sessions) as sessions
from (
-- include: attendance/store/counts.sql#counted
) c
join seen on seen.id = c.pupil_id
join organisation setting on setting.authority_id = c.authority_id and setting.id = c.organisation_id
group by c.organisation_id, setting.name, c.code
order by setting.name, c.organisation_id, c.code;

-- name: kept_codes_by_setting
-- The same counts for each setting over all children, from the totals kept by month: for whoever sees the whole authority.
select setting.id as organisation_id, setting.name, c.code, sum(c.sessions) as sessions
from (
    select t.organisation_id, t.code, t.sessions
    from organisation o
    cross join attendance_total t
    where o.authority_id = :authority and t.authority_id = :authority and t.span = 'month' and t.organisation_id = o.id
      and t.from_day >= :first_month and t.from_day <= :last_month and t.sessions <> 0
    union all
    select e.organisation_id, m.code, 1
    from expected_session e
    join attendance_mark m on m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session
         and m.revision = e.standing_revision
    where e.authority_id = :authority and e.day >= :head_from and e.day <= :head_to
    union all
    select e.organisation_id, m.code, 1
    from expected_session e
    join attendance_mark m on m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session
         and m.revision = e.standing_revision
    where e.authority_id = :authority and e.day >= :tail_from and e.day <= :tail_to
    union all
    select e.organisation_id, null, 1
    from expected_session e
    where e.authority_id = :authority and e.standing_revision = 0 and e.day >= :from_day and e.day <= :to_day
) c
join organisation setting on setting.authority_id = :authority and setting.id = c.organisation_id
group by setting.id, setting.name, c.code
order by setting.name, setting.id, c.code;

-- name: codes_by_pupil
-- The same counts for each child at one setting.
select c.pupil_id, p.reference, p.known_as, p.last_name, setting.name as setting_name, c.code, sum(c.sessions) as sessions
from (
-- include: attendance/store/counts.sql#counted
) c
join pupil p on p.authority_id = c.authority_id and p.id = c.pupil_id
join organisation setting on setting.authority_id = c.authority_id and setting.id = c.organisation_id
where c.organisation_id = :setting and (
-- include: pupils/store/access.sql#visible_to
)
group by c.pupil_id, p.reference, p.known_as, p.last_name, setting.name, c.code
order by p.known_as, p.last_name, p.reference, c.code;

-- name: expected_pupils
-- Every child who was ever expected anywhere.
select distinct e.pupil_id from expected_session e where e.authority_id = :authority;

-- name: months_of_pupil
-- The kept counts of one child, to hold against a count afresh.
select a.placement_id, a.month, a.code, a.sessions
from attendance_month a
where a.authority_id = :authority and a.pupil_id = :pupil and a.sessions <> 0;

-- name: revisions_of_pupil
-- Each session of one child with every mark ever made for it: what the kept counts must agree with.
select e.day, e.session, e.standing_revision, m.revision, m.placement_id, m.code
from expected_session e
left join attendance_mark m on m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session
where e.authority_id = :authority and e.pupil_id = :pupil
order by e.day, e.session, m.revision;
