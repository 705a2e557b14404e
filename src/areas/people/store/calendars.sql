-- The terms and closures that school days are counted in; organisation_id none: the authority's own.

-- name: terms_of
select name, from_day, to_day
from calendar_term
where authority_id = :authority
  and ((cast(:organisation as uuid) is null and organisation_id is null) or organisation_id = cast(:organisation as uuid))
order by from_day;

-- name: closures_of
-- Its own closures, and what closes every school of the authority.
select day, kind, name
from calendar_closure
where authority_id = :authority and (organisation_id is null or organisation_id = cast(:organisation as uuid))
order by day;

-- name: whose_calendar
select coalesce(o.name, a.name) as whose
from authority a
left join organisation o on o.authority_id = a.id and o.id = cast(:organisation as uuid)
where a.id = :authority;

-- name: insert_term
insert into calendar_term (authority_id, id, organisation_id, name, from_day, to_day)
values (:authority, :id, :organisation, :name, :from, :to);

-- name: insert_closure
insert into calendar_closure (authority_id, id, organisation_id, day, kind, name)
values (:authority, :id, :organisation, :day, :kind, :name);
