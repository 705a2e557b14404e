-- Children as far as the end of keeping goes, and legal holds.

-- fragment: kept_child
select p.id, p.reference, p.known_as, p.last_name, p.born,
       exists (select 1 from sen_record s where s.authority_id = p.authority_id and s.pupil_id = p.id and s.provision = 'ehcp') as has_plan,
       exists (select 1 from circumstance c where c.authority_id = p.authority_id and c.pupil_id = p.id and c.kind = 'looked_after') as was_looked_after,
       (select count(*) from referral r where r.authority_id = p.authority_id and r.pupil_id = p.id and r.sent_at is not null) as referrals_sent,
       (select max(r.sent_at) from referral r where r.authority_id = p.authority_id and r.pupil_id = p.id) as last_sent_at,
       (select count(*) from placement l where l.authority_id = p.authority_id and l.pupil_id = p.id) as placements,
       (select min(l.from_day) from placement l where l.authority_id = p.authority_id and l.pupil_id = p.id) as first_placed,
       exists (select 1 from placement l where l.authority_id = p.authority_id and l.pupil_id = p.id and l.state in ('planned', 'active')) as is_placed,
       (select h.reason from legal_hold h where h.authority_id = p.authority_id and h.pupil_id = p.id and h.ended_on is null) as hold_reason
from pupil p

-- name: kept_child
-- include: sharing/store/kept_children.sql#kept_child
where p.authority_id = :authority and p.id = :pupil;

-- name: kept_children_born_by
-- Whoever was born on or before that day: their records may have been kept long enough.
-- include: sharing/store/kept_children.sql#kept_child
where p.authority_id = :authority and p.born <= :born
order by p.born, p.id
limit :most;

-- name: unplaced_children
-- Whose last referral was sent before that instant and led to no place.
-- include: sharing/store/kept_children.sql#kept_child
where p.authority_id = :authority
  and exists (select 1 from referral r where r.authority_id = p.authority_id and r.pupil_id = p.id and r.sent_at < :sent_before)
  and not exists (select 1 from referral r where r.authority_id = p.authority_id and r.pupil_id = p.id and r.sent_at >= :sent_before)
  and not exists (select 1 from placement l where l.authority_id = p.authority_id and l.pupil_id = p.id)
order by p.born, p.id
limit :most;

-- name: children_on_hold
-- include: sharing/store/kept_children.sql#kept_child
where p.authority_id = :authority
  and p.id in (select h.pupil_id from legal_hold h where h.authority_id = :authority and h.ended_on is null)
order by p.last_name, p.known_as, p.id;

-- name: insert_hold
insert into legal_hold (authority_id, id, pupil_id, reason, from_day, created_at, created_by)
values (:authority, :id, :pupil, :reason, :today, :now, :actor)
on conflict do nothing;

-- name: end_hold
update legal_hold set ended_on = :today, ended_reason = :reason where authority_id = :authority and pupil_id = :pupil and ended_on is null;

-- name: records_of_child
-- What a draft's key can name: the records about the child by their ids.
select r.id from referral r where r.authority_id = :authority and r.pupil_id = :pupil
union all select l.id from placement l where l.authority_id = :authority and l.pupil_id = :pupil
union all select w.id from review w where w.authority_id = :authority and w.pupil_id = :pupil
union all select o.id from place_offer o where o.authority_id = :authority and o.pupil_id = :pupil;

-- name: begin_erasure
insert into erasure_under_way (authority_id, pupil_id) values (:authority, :pupil);

-- name: end_erasure
delete from erasure_under_way where authority_id = :authority and pupil_id = :pupil;

-- name: erase_requests
delete from subject_access_request where authority_id = :authority and pupil_id = :pupil;

-- name: erase_holds
delete from legal_hold where authority_id = :authority and pupil_id = :pupil;

-- name: insert_erasure
insert into erasure (authority_id, id, pupil_id, ground, reason, born_year, placements, first_year, erased_at, erased_by)
values (:authority, :id, :pupil, :ground, :reason, :born_year, :placements, :first_year, :now, :actor);

-- name: erasures
select e.ground, e.reason, e.born_year, e.placements, e.first_year, e.erased_at, u.name as erased_by_name
from erasure e
left join app_user u on u.authority_id = e.authority_id and u.id = e.erased_by
where e.authority_id = :authority
order by e.erased_at desc, e.id desc
limit :most;
