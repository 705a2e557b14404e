-- What the shortlist reads of child, decision and directory.

-- name: child_to_place
-- The child's facts that fit asks for, as they stand today.
select p.id, p.reference, p.known_as, p.first_name, p.last_name, p.born, p.sex, p.postcode, p.address_protected, e.year_group, e.organisation_id as school_id,
       school.name as school_name, school.phase as school_phase, sen.provision, sen.primary_need, sen.secondary_need,
       home.easting, home.northing, home.latitude, home.longitude,
       case when exists (select 1 from circumstance x where x.authority_id = p.authority_id and x.pupil_id = p.id and x.kind = 'looked_after'
                         and x.from_day <= :today and (x.to_day is null or x.to_day >= :today)) then 1 else 0 end as looked_after,
       case when exists (select 1 from circumstance x where x.authority_id = p.authority_id and x.pupil_id = p.id
                         and x.kind in ('social_worker', 'looked_after', 'child_in_need', 'protection_plan')
                         and x.from_day <= :today and (x.to_day is null or x.to_day >= :today)) then 1 else 0 end as has_social_worker
from pupil p
left join enrolment e on e.authority_id = p.authority_id and e.pupil_id = p.id and e.status in ('current_single', 'current_main')
     and e.from_day <= :today and (e.to_day is null or e.to_day >= :today)
left join organisation school on school.authority_id = e.authority_id and school.id = e.organisation_id
left join sen_record sen on sen.authority_id = p.authority_id and sen.pupil_id = p.id
     and sen.from_day <= :today and (sen.to_day is null or sen.to_day >= :today)
left join postcode_point home on home.postcode = p.postcode
where p.authority_id = :authority and p.id = :pupil
order by e.from_day desc, sen.from_day desc
limit 1;

-- name: decided_referral_of_pupil
-- The child's referral that a decision has been made on and that still looks for a place, or found one; the latest.
select r.id from referral r
where r.authority_id = :authority and r.pupil_id = :pupil and r.state in ('decided', 'placed')
order by case r.state when 'decided' then 0 else 1 end, r.decided_on desc, r.id desc
limit 1;

-- name: standing_decision_to_place
-- The decision that stands, if it asks for a place.
select d.id, d.reasons, d.offer_category_id, c.name as category_name, c.description as category_description, d.sessions_per_week, d.weeks,
       d.roll, d.split, d.unregistered, d.out_of_area, d.outcome_measure, d.decided_on, d.conditions
from decision d
left join decision later on later.authority_id = d.authority_id and later.supersedes_id = d.id
left join offer_category c on c.authority_id = d.authority_id and c.id = d.offer_category_id
where d.authority_id = :authority and d.referral_id = :referral and d.outcome = 'place_in_provision' and later.id is null
order by d.decided_on desc, d.id desc
limit 1;

-- name: later_decision
-- A decision about this child that was made after that day and stands: what a step-out extension needs.
select count(*) as count
from decision d
join referral r on r.authority_id = d.authority_id and r.id = d.referral_id
left join decision later on later.authority_id = d.authority_id and later.supersedes_id = d.id
where r.authority_id = :authority and r.pupil_id = :pupil and d.decided_on > :day and d.outcome = 'place_in_provision' and later.id is null;

-- name: sender_team
-- The authority's team that an officer works in; any team of the authority when they work in none.
select o.id from organisation o
left join membership m on m.authority_id = o.authority_id and m.organisation_id = o.id and m.user_id = :user
     and m.from_day <= :today and (m.to_day is null or m.to_day >= :today)
where o.authority_id = :authority and o.kind = 'authority_team'
order by case when m.id is null then 1 else 0 end, o.name
limit 1;

-- name: lead_at_school
-- Who leads on inclusion at a school today.
select u.name from membership m
join app_user u on u.authority_id = m.authority_id and u.id = m.user_id
where m.authority_id = :authority and m.organisation_id = :school and m.role = 'school_lead'
  and m.from_day <= :today and (m.to_day is null or m.to_day >= :today)
order by m.from_day, m.id
limit 1;

-- name: waiting_children
-- Children with a decision to place and no full place yet, whom this person may see.
select r.id as referral_id, r.reference, r.urgency, r.primary_reason, r.authority_told_on, r.decided_on, r.need_since, r.pupil_id,
       p.reference as pupil_reference, p.known_as, p.last_name,
       (select count(*) from place_offer o where o.authority_id = r.authority_id and o.referral_id = r.id
        and o.state in ('sent', 'question_asked')) as offers_open,
       (select count(*) from place_offer o where o.authority_id = r.authority_id and o.referral_id = r.id and o.state = 'declined') as offers_declined
from referral r
join pupil p on p.authority_id = r.authority_id and p.id = r.pupil_id
where r.authority_id = :authority and r.state = 'decided'
  and exists (select 1 from decision d
              left join decision later on later.authority_id = d.authority_id and later.supersedes_id = d.id
              where d.authority_id = r.authority_id and d.referral_id = r.id and d.outcome = 'place_in_provision' and later.id is null)
  and
-- include: pupils/store/access.sql#visible_to
order by r.decided_on, r.id;
