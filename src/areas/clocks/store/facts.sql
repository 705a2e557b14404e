-- What the clocks of a child, or of all children, are counted from. Each statement stands twice: for one child by its index, and for
-- every child of the authority in one pass.

-- fragment: pupil
select p.id as pupil_id, p.born from pupil p

-- name: pupil_of_clocks
-- include: clocks/store/facts.sql#pupil
where p.authority_id = :authority and p.id = :pupil;

-- name: pupils_of_clocks
-- include: clocks/store/facts.sql#pupil
where p.authority_id = :authority;

-- fragment: enrolment
select e.pupil_id, e.organisation_id, e.status, e.year_group, e.from_day, e.to_day from enrolment e

-- name: enrolments_of_pupil
-- include: clocks/store/facts.sql#enrolment
where e.authority_id = :authority and e.pupil_id = :pupil
order by e.from_day;

-- name: enrolments_of_all
-- include: clocks/store/facts.sql#enrolment
where e.authority_id = :authority
order by e.pupil_id, e.from_day;

-- fragment: exclusion
select x.pupil_id, x.id, x.organisation_id, x.kind, x.first_day, x.starts_session, x.sessions, x.status from exclusion x

-- name: exclusions_of_pupil
-- include: clocks/store/facts.sql#exclusion
where x.authority_id = :authority and x.pupil_id = :pupil
order by x.first_day desc;

-- name: exclusions_of_all
-- include: clocks/store/facts.sql#exclusion
where x.authority_id = :authority
order by x.pupil_id, x.first_day desc;

-- fragment: circumstance
select c.pupil_id, c.kind, c.from_day, c.to_day from circumstance c

-- name: circumstances_of_pupil
-- include: clocks/store/facts.sql#circumstance
where c.authority_id = :authority and c.pupil_id = :pupil and c.kind in ('looked_after', 'social_worker')
order by c.from_day;

-- name: circumstances_of_all
-- include: clocks/store/facts.sql#circumstance
where c.authority_id = :authority and c.kind in ('looked_after', 'social_worker')
order by c.pupil_id, c.from_day;

-- fragment: plan
select s.pupil_id, s.from_day, s.to_day from sen_record s

-- name: plans_of_pupil
-- include: clocks/store/facts.sql#plan
where s.authority_id = :authority and s.pupil_id = :pupil and s.provision = 'ehcp'
order by s.from_day;

-- name: plans_of_all
-- include: clocks/store/facts.sql#plan
where s.authority_id = :authority and s.provision = 'ehcp'
order by s.pupil_id, s.from_day;

-- fragment: referral
select r.pupil_id, r.authority_told_on, r.decided_on from referral r

-- name: referrals_of_pupil
-- include: clocks/store/facts.sql#referral
where r.authority_id = :authority and r.pupil_id = :pupil and r.authority_told_on is not null and r.state <> 'withdrawn'
order by r.authority_told_on;

-- name: referrals_of_all
-- include: clocks/store/facts.sql#referral
where r.authority_id = :authority and r.authority_told_on is not null and r.state <> 'withdrawn'
order by r.pupil_id, r.authority_told_on;

-- fragment: placement
select pl.pupil_id, pl.id, pl.state, pl.legal_basis, pl.from_day, pl.expected_end, pl.ended_on, pl.notice_given_on,
       case when programme.offer_category_id = 'step_out' then 1 else 0 end as is_step_out,
       (select max(review.held_on) from review where review.authority_id = pl.authority_id and review.placement_id = pl.id) as last_review
from placement pl
join programme on programme.authority_id = pl.authority_id and programme.id = pl.programme_id

-- name: placements_of_pupil
-- include: clocks/store/facts.sql#placement
where pl.authority_id = :authority and pl.pupil_id = :pupil
order by pl.from_day;

-- name: placements_of_all
-- include: clocks/store/facts.sql#placement
where pl.authority_id = :authority
order by pl.pupil_id, pl.from_day;

-- fragment: slot
-- Only an excluded child's hours are counted, so only those are read.
select s.pupil_id, s.placement_id, s.weekday, s.session, s.minutes, s.from_day, s.to_day from timetable_slot s

-- name: slots_of_pupil
-- include: clocks/store/facts.sql#slot
where s.authority_id = :authority and s.pupil_id = :pupil
order by s.from_day;

-- name: slots_of_all
-- include: clocks/store/facts.sql#slot
where s.authority_id = :authority and s.pupil_id in (select x.pupil_id from exclusion x where x.authority_id = :authority)
order by s.pupil_id, s.from_day;

-- name: ill_of_pupil
select m.pupil_id, sum(m.sessions) as half_days from attendance_month m
where m.authority_id = :authority and m.pupil_id = :pupil and m.code = 'I' and m.month >= :from_day
group by m.pupil_id;

-- name: ill_of_all
select m.pupil_id, sum(m.sessions) as half_days from attendance_month m
where m.authority_id = :authority and m.code = 'I' and m.month >= :from_day
group by m.pupil_id;

-- fragment: fact
select f.pupil_id, f.id, f.kind, f.on_day, f.about_id, f.note from dated_fact f

-- name: facts_of_pupil
-- include: clocks/store/facts.sql#fact
where f.authority_id = :authority and f.pupil_id = :pupil and f.taken_back_at is null
order by f.on_day, f.id;

-- name: facts_of_all
-- include: clocks/store/facts.sql#fact
where f.authority_id = :authority and f.taken_back_at is null
order by f.pupil_id, f.on_day, f.id;

-- fragment: reason
select l.pupil_id, l.id, l.clock, l.about_id, l.ground, l.words from lawful_reason l

-- name: reasons_of_pupil
-- include: clocks/store/facts.sql#reason
where l.authority_id = :authority and l.pupil_id = :pupil and l.taken_back_at is null
order by l.created_at;

-- name: reasons_of_all
-- include: clocks/store/facts.sql#reason
where l.authority_id = :authority and l.taken_back_at is null
order by l.pupil_id, l.created_at;

-- name: calendar_owners
select distinct t.organisation_id from calendar_term t
where t.authority_id = :authority and t.organisation_id is not null;

-- name: trail_of_clocks
select head.sequence, head.hash from event_head head where head.authority_id = :authority;

-- name: hash_of_event
select e.hash from event e where e.authority_id = :authority and e.sequence = :sequence;

-- name: events_of_clocks
-- What happened since then and may move a clock. Who signs in, downloads a list or changes an account moves none, nor does a panel's own calendar.
select e.verb, e.about, e.pupil_id, e.after from event e
where e.authority_id = :authority and e.sequence > :since
  and e.entity not in ('user', 'meeting', 'panel', 'panel_member')
order by e.sequence limit :at_most;

-- name: ill_in_register
select e.pupil_id from expected_session e
where e.authority_id = :authority and e.organisation_id = :setting and e.day = :day and e.session = :session
  and exists (select 1 from attendance_mark m
              where m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session and m.code = 'I');

-- name: insert_fact
insert into dated_fact (authority_id, id, pupil_id, kind, on_day, about_id, note, created_at, created_by)
values (:authority, :id, :pupil, :kind, :on_day, :about, :note, :now, :actor);

-- name: take_back_fact
update dated_fact set taken_back_reason = :reason, taken_back_at = :now, taken_back_by = :actor
where authority_id = :authority and id = :id and pupil_id = :pupil and taken_back_at is null;

-- name: insert_reason
insert into lawful_reason (authority_id, id, pupil_id, clock, about_id, ground, words, created_at, created_by)
values (:authority, :id, :pupil, :clock, :about, :ground, :words, :now, :actor);

-- name: take_back_reason
update lawful_reason set taken_back_reason = :reason, taken_back_at = :now, taken_back_by = :actor
where authority_id = :authority and id = :id and pupil_id = :pupil and taken_back_at is null;

-- name: visible_pupils
-- The children whose clocks this person may see, with what a list shows of them.
select p.id, p.reference, p.known_as, p.last_name, p.born,
       (select o.name from enrolment e join organisation o on o.authority_id = e.authority_id and o.id = e.organisation_id
        where e.authority_id = p.authority_id and e.pupil_id = p.id and e.status in ('current_single', 'current_main')
          and e.from_day <= :today and (e.to_day is null or e.to_day >= :today) limit 1) as school_name
from pupil p
where p.authority_id = :authority and
-- include: pupils/store/access.sql#visible_to
