-- The daily register: who is expected, what was marked, and marks that are only ever added.

-- fragment: open_to_setting
-- The setting sees the child today; or it saw them on the day of the register, which is young enough to be finished or corrected.
exists (select 1 from pupil_access reason
        where reason.authority_id = e.authority_id and reason.pupil_id = e.pupil_id and reason.organisation_id = e.organisation_id
          and reason.from_day <= :today
          and (reason.to_day is null or reason.to_day >= :today or (e.day >= cast(:open_since as date) and reason.to_day >= e.day)))

-- name: register_rows
-- Every child expected at the setting in that session, with the mark that stands now.
select e.pupil_id, e.placement_id, e.site_id, p.reference, p.known_as, p.last_name, pl.commissioner_id, pl.registration,
       pl.roll_school_id, g.attendance as programme_attendance, s.name as site_name, commissioner.kind as commissioner_kind,
       m.revision, m.arrival, m.code, m.minutes_late, m.reason, m.recorded_at, recorder.name as recorded_by_name
from expected_session e
join pupil p on p.authority_id = e.authority_id and p.id = e.pupil_id
join placement pl on pl.authority_id = e.authority_id and pl.id = e.placement_id
join programme g on g.authority_id = pl.authority_id and g.id = pl.programme_id
join organisation commissioner on commissioner.authority_id = pl.authority_id and commissioner.id = pl.commissioner_id
left join site s on s.authority_id = e.authority_id and s.id = e.site_id
left join attendance_mark m on m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session
     and m.revision = e.standing_revision
left join app_user recorder on recorder.authority_id = m.authority_id and recorder.id = m.recorded_by
where e.authority_id = :authority and e.organisation_id = :setting and e.day = :day and e.session = :session and
-- include: attendance/store/registers.sql#open_to_setting
order by p.known_as, p.last_name, p.reference;

-- name: sessions_of_day
-- The sessions of a setting on a day: how many are expected and how many have a mark.
select e.session, count(*) as expected,
       sum(case when e.standing_revision > 0 then 1 else 0 end) as marked
from expected_session e
where e.authority_id = :authority and e.organisation_id = :setting and e.day = :day and
-- include: attendance/store/registers.sql#open_to_setting
group by e.session
order by e.session;

-- name: days_not_finished
-- Sessions of the last days whose register has gaps, newest first.
select e.day, e.session, count(*) as expected,
       sum(case when e.standing_revision > 0 then 1 else 0 end) as marked
from expected_session e
where e.authority_id = :authority and e.organisation_id = :setting and e.day >= cast(:open_since as date) and e.day < :today and
-- include: attendance/store/registers.sql#open_to_setting
group by e.day, e.session
having min(e.standing_revision) = 0
order by e.day desc, e.session;

-- name: standing_mark
-- The mark that stands for one session of a child: the highest revision.
select m.revision, m.arrival, m.code, m.minutes_late, m.reason, m.recorded_at, m.placement_id, m.organisation_id, u.name as recorded_by_name
from attendance_mark m
left join app_user u on u.authority_id = m.authority_id and u.id = m.recorded_by
where m.authority_id = :authority and m.pupil_id = :pupil and m.day = :day and m.session = :session
order by m.revision desc
limit 1;

-- name: all_revisions
-- Each mark ever made for one session, the first first.
select m.revision, m.arrival, m.code, m.minutes_late, m.reason, m.correction, m.recorded_at, u.name as recorded_by_name
from attendance_mark m
left join app_user u on u.authority_id = m.authority_id and u.id = m.recorded_by
where m.authority_id = :authority and m.pupil_id = :pupil and m.day = :day and m.session = :session
order by m.revision;

-- name: insert_mark
insert into attendance_mark (authority_id, pupil_id, day, session, revision, school_year, placement_id, organisation_id, arrival, code,
                             minutes_late, reason, correction, recorded_at, recorded_by)
values (:authority, :pupil, :day, :session, :revision, :school_year, :placement, :setting, :arrival, :code,
        :minutes_late, :reason, :correction, :now, :actor);

-- name: last_codes_before
-- The standing codes of a child's latest sessions up to a moment, newest first: for runs of unexplained absence.
select e.day, e.session, m.code
from expected_session e
join attendance_mark m on m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session
     and m.revision = e.standing_revision
where e.authority_id = :authority and e.pupil_id = :pupil and e.day <= :day
order by e.day desc, e.session desc
limit 4;

-- name: expected_session_of
-- Where a child is expected in one session, and who arranged it.
select e.placement_id, e.organisation_id, e.site_id, pl.registration, pl.roll_school_id, commissioner.kind as commissioner_kind
from expected_session e
join placement pl on pl.authority_id = e.authority_id and pl.id = e.placement_id
join organisation commissioner on commissioner.authority_id = pl.authority_id and commissioner.id = pl.commissioner_id
where e.authority_id = :authority and e.pupil_id = :pupil and e.day = :day and e.session = :session;
