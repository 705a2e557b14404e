-- What is forbidden about the people to ring. That somebody may not be contacted today is part of contacts_of in pupils.sql already.

-- name: restrictions_of_pupil
-- All of them, past ones too, the latest first.
select id, contact_id, kind, source, from_day, to_day from contact_restriction
where authority_id = :authority and pupil_id = :pupil
order by from_day desc, id desc;

-- name: insert_restriction
insert into contact_restriction (authority_id, id, pupil_id, contact_id, kind, source, from_day, to_day, created_at, created_by)
values (:authority, :id, :pupil, :contact, :kind, :source, :from, :to, :now, :actor);

-- name: end_restriction
update contact_restriction set to_day = :to, version = version + 1
where authority_id = :authority and pupil_id = :pupil and contact_id = :contact and id = :id and from_day <= :to
  and (to_day is null or to_day >= :today);
