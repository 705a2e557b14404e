-- A whole school year at once: rows that would be the same for thousands of children are made by the engine from those of one.

-- name: start_placement
update placement set state = 'active', started_on = from_day where authority_id = :authority and id = :placement;

-- name: stand_as_marked
-- Each session up to that day has one mark, which copy_marks brings.
update expected_session set standing_revision = 1
where authority_id = :authority and placement_id = :placement and day <= :last_day;

-- name: copy_expected
-- The same sessions as another child's, at this child's own setting.
insert into expected_session (authority_id, pupil_id, day, session, placement_id, organisation_id, site_id, standing_revision)
select model.authority_id, cast(:pupil as uuid), model.day, model.session, cast(:placement as uuid), cast(:setting as uuid), cast(:site as uuid), model.standing_revision
from expected_session model
where model.authority_id = :authority and model.placement_id = :model;

-- name: mark_a_year
-- A mark for each session that stands as marked, drawn by lot from the day, the session and the child's own number: in 97 lots
-- 86 are present, 4 late and 7 absent. The parts of a date are cut from its text, which is the same on both engines.
insert into attendance_mark (authority_id, pupil_id, day, session, revision, school_year, placement_id, organisation_id, arrival, code,
                             minutes_late, reason, correction, recorded_at, recorded_by)
select drawn.authority_id, drawn.pupil_id, drawn.day, drawn.session, 1, cast(:school_year as integer), drawn.placement_id, drawn.organisation_id,
       case when drawn.lot < 86 then 'here' when drawn.lot < 90 then 'late' else 'not_here' end,
       case when drawn.lot < 86 then cast(:here as text) when drawn.lot < 90 then cast(:late as text) when drawn.lot < 94 then cast(:ill as text)
            when drawn.lot < 96 then cast(:no_good_reason as text) else cast(:appointment as text) end,
       case when drawn.lot >= 86 and drawn.lot < 90 then 5 + drawn.lot % 30 end,
       case when drawn.lot < 90 then '' when drawn.lot < 94 then 'ill' when drawn.lot < 96 then 'no_good_reason' else 'medical_appointment' end,
       '', :now, :actor
from (select e.authority_id, e.pupil_id, e.day, e.session, e.placement_id, e.organisation_id,
             (cast(substr(cast(e.day as text), 9, 2) as integer) * 31 + cast(substr(cast(e.day as text), 6, 2) as integer) * 17
              + case e.session when 'am' then 5 else 0 end + cast(:number as integer) * 13) % 97 as lot
      from expected_session e
      where e.authority_id = :authority and e.placement_id = :placement and e.standing_revision = 1) drawn;

-- name: count_a_year
-- What insert_mark would have kept, mark by mark: how often each code stands in a month.
insert into attendance_month (authority_id, placement_id, month, code, organisation_id, pupil_id, sessions)
select m.authority_id, m.placement_id, cast(substr(cast(m.day as text), 1, 7) || '-01' as date), m.code, m.organisation_id, m.pupil_id, count(*)
from attendance_mark m
where m.authority_id = :authority and m.placement_id = :placement
group by m.authority_id, m.placement_id, substr(cast(m.day as text), 1, 7), m.code, m.organisation_id, m.pupil_id;
