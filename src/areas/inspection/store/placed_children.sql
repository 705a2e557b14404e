-- Children in alternative provision as they stood on a day, within what the person who asks may see today.

-- fragment: ran_on
-- A placement ran from the day it started to the day it ended; one that is only planned did not.
pl.started_on is not null and pl.started_on <= cast(:day as date) and (pl.ended_on is null or pl.ended_on >= cast(:day as date))

-- name: placed_children
-- present: the codes of a session attended, between bars: "|/|\|B|".
with placed as materialized (
    select pl.id as placement_id, pl.pupil_id, pl.referral_id, pl.organisation_id, pl.started_on, pl.expected_end,
           pl.legal_basis, pl.purpose, pl.registration as roll,
           p.reference, p.known_as, p.last_name, p.born,
           setting.name as setting_name, setting.in_authority as setting_in_authority, v.registration, g.name as programme_name,
           placer.name as commissioner_name, placer.kind as commissioner_kind, school.name as school_name,
           (select coalesce(sum(s.minutes), 0) from timetable_slot s
            where s.authority_id = pl.authority_id and s.placement_id = pl.id and s.from_day <= cast(:day as date)
              and (s.to_day is null or s.to_day >= cast(:day as date))) as minutes,
           (select min(r.due_on) from review r
            where r.authority_id = pl.authority_id and r.placement_id = pl.id
              and (r.state = 'due' or (r.state = 'held' and r.held_on > cast(:day as date)))) as review_due,
           exists (select 1 from goal o where o.authority_id = pl.authority_id and o.placement_id = pl.id and o.target is not null
                   and o.created_at < :day_end) as has_measured_goal,
           coalesce((select d.exit_plan <> '' from decision d where d.authority_id = pl.authority_id and d.id = pl.decision_id), false) as has_way_on,
           exists (select 1 from voice w where w.authority_id = pl.authority_id and w.pupil_id = pl.pupil_id and w.said_by = 'child'
                   and w.said_on >= pl.started_on and w.said_on <= cast(:day as date))
           or exists (select 1 from review h where h.authority_id = pl.authority_id and h.placement_id = pl.id and h.state = 'held'
                      and h.held_on <= cast(:day as date) and h.child_view <> '') as child_was_heard,
           exists (select 1 from sen_record n where n.authority_id = pl.authority_id and n.pupil_id = pl.pupil_id and n.provision = 'ehcp'
                   and n.from_day <= cast(:day as date) and (n.to_day is null or n.to_day >= cast(:day as date))) as has_plan,
           exists (select 1 from circumstance c where c.authority_id = pl.authority_id and c.pupil_id = pl.pupil_id and c.kind = 'looked_after'
                   and c.from_day <= cast(:day as date) and (c.to_day is null or c.to_day >= cast(:day as date))) as is_looked_after,
           exists (select 1 from circumstance c where c.authority_id = pl.authority_id and c.pupil_id = pl.pupil_id and c.kind in ('child_in_need', 'protection_plan')
                   and c.from_day <= cast(:day as date) and (c.to_day is null or c.to_day >= cast(:day as date))) as is_in_need,
           exists (select 1 from enrolment l where l.authority_id = pl.authority_id and l.pupil_id = pl.pupil_id
                   and l.from_day <= cast(:day as date) and (l.to_day is null or l.to_day >= cast(:day as date))) as is_on_a_roll,
           (select e.day from expected_session e
            join attendance_mark m on m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session
                 and m.revision = e.standing_revision
            where e.authority_id = pl.authority_id and e.placement_id = pl.id and e.day <= cast(:day as date)
              and cast(:present as text) like '%|' || m.code || '|%' escape '~'
            order by e.day desc limit 1) as last_seen
    from placement pl
    join pupil p on p.authority_id = pl.authority_id and p.id = pl.pupil_id
    join organisation setting on setting.authority_id = pl.authority_id and setting.id = pl.organisation_id
    join provider v on v.authority_id = pl.authority_id and v.organisation_id = pl.organisation_id
    join programme g on g.authority_id = pl.authority_id and g.id = pl.programme_id
    join organisation placer on placer.authority_id = pl.authority_id and placer.id = pl.commissioner_id
    left join organisation school on school.authority_id = pl.authority_id and school.id = pl.roll_school_id
    where pl.authority_id = :authority and
-- include: inspection/store/placed_children.sql#ran_on
      and
-- include: pupils/store/access.sql#visible_to
)
select f.*,
       (select count(distinct e.day) from expected_session e
        where e.authority_id = :authority and e.placement_id = f.placement_id and e.day >= coalesce(f.last_seen, f.started_on)
          and e.day <= cast(:day as date) and (f.last_seen is null or e.day > f.last_seen)) as days_not_seen
from placed f
order by f.setting_name, f.last_name, f.known_as, f.placement_id;

-- name: reasons_for_placement
-- Why each of those children was referred.
select rr.referral_id, rr.reason
from placement pl
join referral_reason rr on rr.authority_id = pl.authority_id and rr.referral_id = pl.referral_id
where pl.authority_id = :authority and
-- include: inspection/store/placed_children.sql#ran_on
order by rr.referral_id, rr.reason;

-- name: places_begun
-- Places that began between two days, for the tiers.
select pl.id as placement_id, pl.started_on, coalesce(pl.ended_on, pl.expected_end) as last_day, pl.destination, pl.registration as roll, pl.legal_basis,
       p.reference, p.known_as, p.last_name, p.born, p.id as pupil_id, setting.name as setting_name
from placement pl
join pupil p on p.authority_id = pl.authority_id and p.id = pl.pupil_id
join organisation setting on setting.authority_id = pl.authority_id and setting.id = pl.organisation_id
where pl.authority_id = :authority and pl.started_on >= :from_day and pl.started_on <= :to_day and
-- include: pupils/store/access.sql#visible_to
order by pl.started_on, p.last_name, p.known_as, pl.id;

-- name: outreach_begun
-- Outreach that the panel decided between two days, or that triage chose last and without a panel.
select r.id as referral_id, p.id as pupil_id, p.reference, p.known_as, p.last_name, min(o.decided_on) as decided_on, min(o.chosen_at) as chosen_at
from (
    select d.referral_id, d.decided_on, cast(null as bigint) as chosen_at from decision d
    where d.authority_id = :authority and d.outcome = 'outreach_in_school' and d.decided_on >= :from_day and d.decided_on <= :to_day
      and not exists (select 1 from decision later where later.authority_id = d.authority_id and later.supersedes_id = d.id)
    union all
    select t.referral_id, cast(null as date), t.created_at from referral_triage t
    where t.authority_id = :authority and t.route = 'outreach' and t.created_at >= :from_at and t.created_at < :to_at
      and not exists (select 1 from referral_triage later
                      where later.authority_id = t.authority_id and later.referral_id = t.referral_id and later.created_at > t.created_at)
      and not exists (select 1 from decision d where d.authority_id = t.authority_id and d.referral_id = t.referral_id)
) o
join referral r on r.authority_id = :authority and r.id = o.referral_id
join pupil p on p.authority_id = r.authority_id and p.id = r.pupil_id
where
-- include: pupils/store/access.sql#visible_to
group by r.id, p.id, p.reference, p.known_as, p.last_name
order by p.last_name, p.known_as, r.id;
