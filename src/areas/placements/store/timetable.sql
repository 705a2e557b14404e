-- The child's week: timetable slots, and the dated sessions made from them.

-- name: insert_slot
insert into timetable_slot (authority_id, id, placement_id, pupil_id, weekday, session, minutes, site_id, from_day, to_day)
values (:authority, :id, :placement, :pupil, :weekday, :session, :minutes, :site, :from_day, :to_day);

-- name: slots_of_placement
select s.weekday, s.session, s.minutes, s.site_id, s.from_day, s.to_day, site.name as site_name, site.address as site_address
from timetable_slot s
left join site on site.authority_id = s.authority_id and site.id = s.site_id
where s.authority_id = :authority and s.placement_id = :placement
order by s.from_day, s.id;

-- name: slots_of_pupil
-- Every slot of a child in placements that have not ended, or ended on or after that day, with the setting's name.
select s.placement_id, s.weekday, s.session, s.minutes, s.from_day, s.to_day, pl.state, pl.expected_end, pl.ended_on,
       pl.organisation_id, o.name as setting
from timetable_slot s
join placement pl on pl.authority_id = s.authority_id and pl.id = s.placement_id
join organisation o on o.authority_id = pl.authority_id and o.id = pl.organisation_id
where s.authority_id = :authority and s.pupil_id = :pupil
  and (pl.ended_on is null or pl.ended_on >= :from_day)
  and (s.to_day is null or s.to_day >= :from_day)
order by s.from_day, s.id;

-- fragment: with_provider
select here.pupil_id from placement here
where here.authority_id = :authority and here.organisation_id = :provider and here.state in ('planned', 'active')

-- name: slots_at_provider
-- For the registration threshold: all slots of the children who are at this provider, and of one more, wherever they are.
select s.pupil_id, s.placement_id, s.minutes, s.from_day, s.to_day, pl.state, pl.expected_end, pl.ended_on, pl.organisation_id, pl.registration,
       pl.legal_basis, p.born
from timetable_slot s
join placement pl on pl.authority_id = s.authority_id and pl.id = s.placement_id
join pupil p on p.authority_id = s.authority_id and p.id = s.pupil_id
where s.authority_id = :authority and (s.pupil_id = :pupil or s.pupil_id in (
-- include: placements/store/timetable.sql#with_provider
  ))
  and pl.state in ('planned', 'active') and s.from_day <= :to_day and (s.to_day is null or s.to_day >= :from_day)
order by s.pupil_id;

-- name: needs_at_provider
-- For the registration threshold: the days on which the same children have a plan or support for special needs, or are looked after.
select sen.pupil_id, sen.provision as kind, sen.from_day, sen.to_day
from sen_record sen
where sen.authority_id = :authority and sen.provision in ('ehcp', 'support') and (sen.pupil_id = :pupil or sen.pupil_id in (
-- include: placements/store/timetable.sql#with_provider
  ))
union all
select care.pupil_id, care.kind, care.from_day, care.to_day
from circumstance care
where care.authority_id = :authority and care.kind = 'looked_after' and (care.pupil_id = :pupil or care.pupil_id in (
-- include: placements/store/timetable.sql#with_provider
  ));

-- name: end_slots
-- Ends what is in force on that day, and takes away what had not begun.
update timetable_slot set to_day = cast(:last_day as date)
where authority_id = :authority and placement_id = :placement and from_day <= cast(:last_day as date)
  and (to_day is null or to_day > cast(:last_day as date));

-- name: delete_slots_after
delete from timetable_slot
where authority_id = :authority and placement_id = :placement and from_day > cast(:last_day as date);

-- name: insert_expected
insert into expected_session (authority_id, pupil_id, day, session, placement_id, organisation_id, site_id)
values (:authority, :pupil, :day, :session, :placement, :provider, :site);

-- name: mark_expected
update expected_session set standing_revision = :revision
where authority_id = :authority and pupil_id = :pupil and day = :day and session = :session;

-- name: delete_expected_after
delete from expected_session
where authority_id = :authority and placement_id = :placement and day > cast(:last_day as date);

-- name: first_taken_session
-- The first of a child's dated sessions in a stretch of days that another placement already has, with that setting's name.
select e.day, e.session, o.name as setting
from expected_session e
join organisation o on o.authority_id = e.authority_id and o.id = e.organisation_id
where e.authority_id = :authority and e.pupil_id = :pupil and e.day = :day and e.session = :session and e.placement_id <> :placement;

-- name: expected_on
-- Whom a setting expects on a day, by session.
select e.pupil_id, e.placement_id, e.session, e.site_id, p.reference, p.known_as, p.last_name
from expected_session e
join pupil p on p.authority_id = e.authority_id and p.id = e.pupil_id
where e.authority_id = :authority and e.organisation_id = :organisation and e.day = :day
order by e.session, p.known_as, p.last_name, p.reference;

-- name: expected_of_placement
select e.day, e.session, e.site_id
from expected_session e
where e.authority_id = :authority and e.placement_id = :placement and e.day >= :from_day
order by e.day, e.session;

-- name: taken_stays
-- Every stay that takes a place in a programme in that time, in no order. A placement past its agreed end still takes its place.
select pl.programme_id, s.weekday, s.session, s.from_day, s.to_day, pl.state, pl.expected_end, pl.ended_on
from placement pl
join timetable_slot s on s.authority_id = pl.authority_id and s.placement_id = pl.id
where pl.authority_id = :authority and pl.state in ('planned', 'active')
  and (cast(:programme as uuid) is null or pl.programme_id = cast(:programme as uuid))
  and (cast(:provider as uuid) is null or pl.organisation_id = cast(:provider as uuid))
  and s.from_day <= :to_day and (s.to_day is null or s.to_day >= :from_day);
