-- Absence across settings: today's list for school and authority, and contacts made.

-- name: absence_of_day
-- Every session of that day whose child is not there, or of whom nobody has said anything yet, within what this person may see.
select e.pupil_id, e.session, e.placement_id, e.organisation_id, p.reference, p.known_as, p.last_name, setting.name as setting_name,
       setting.telephone as setting_telephone, pl.roll_school_id, school.name as school_name, m.code, m.arrival, m.reason, m.revision,
       m.recorded_at, recorder.name as recorded_by_name,
       (select count(*) from absence_contact c where c.authority_id = e.authority_id and c.pupil_id = e.pupil_id and c.day = e.day
        and c.session = e.session) as contacts,
       exists (select 1 from circumstance k where k.authority_id = p.authority_id and k.pupil_id = p.id
               and k.kind in ('looked_after', 'child_in_need', 'protection_plan', 'social_worker') and k.from_day <= e.day
               and (k.to_day is null or k.to_day >= e.day)) as watched,
       exists (select 1 from circumstance k where k.authority_id = p.authority_id and k.pupil_id = p.id and k.kind = 'looked_after'
               and k.from_day <= e.day and (k.to_day is null or k.to_day >= e.day)) as looked_after
from expected_session e
join pupil p on p.authority_id = e.authority_id and p.id = e.pupil_id
join placement pl on pl.authority_id = e.authority_id and pl.id = e.placement_id
join organisation setting on setting.authority_id = e.authority_id and setting.id = e.organisation_id
left join organisation school on school.authority_id = pl.authority_id and school.id = pl.roll_school_id
left join attendance_mark m on m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session
     and m.revision = e.standing_revision
left join app_user recorder on recorder.authority_id = m.authority_id and recorder.id = m.recorded_by
where e.authority_id = :authority and e.day = :day and (m.code is null or m.arrival = 'not_here')
  and (
-- include: pupils/store/access.sql#visible_to
  )
order by p.known_as, p.last_name, p.reference, e.session;

-- name: contacts_of_day
select c.pupil_id, c.session, c.spoke_to, c.method, c.outcome, c.words, c.created_at, u.name as by_name
from absence_contact c
left join app_user u on u.authority_id = c.authority_id and u.id = c.created_by
where c.authority_id = :authority and c.pupil_id = :pupil and c.day >= :from_day and c.day <= :to_day
order by c.created_at desc;

-- name: insert_contact
insert into absence_contact (authority_id, id, pupil_id, day, session, spoke_to, method, outcome, words, created_at, created_by)
values (:authority, :id, :pupil, :day, :session, :spoke_to, :method, :outcome, :words, :now, :actor);

-- name: days_of_pupil
-- One child's expected sessions with the mark that stands, at every setting.
select e.day, e.session, e.placement_id, e.organisation_id, setting.name as setting_name, m.code, m.arrival, m.minutes_late, m.reason,
       m.recorded_at
from expected_session e
join organisation setting on setting.authority_id = e.authority_id and setting.id = e.organisation_id
left join attendance_mark m on m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session
     and m.revision = e.standing_revision
where e.authority_id = :authority and e.pupil_id = :pupil and e.day >= :from_day and e.day <= :to_day
order by e.day, e.session;
