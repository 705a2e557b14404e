-- The terms and closures that school days are counted in; organisation_id none: the authority's own.

-- name: terms_of
-- An organisation's own and the authority's.
select id, organisation_id, name, from_day, to_day, version
from calendar_term
where authority_id = :authority and (organisation_id is null or organisation_id = cast(:organisation as uuid))
order by from_day, id;

-- name: closures_of
-- An organisation's own and the authority's.
select id, organisation_id, day, kind, name, version
from calendar_closure
where authority_id = :authority and (organisation_id is null or organisation_id = cast(:organisation as uuid))
order by day, id;

-- name: all_terms
select id, organisation_id, name, from_day, to_day, version
from calendar_term
where authority_id = :authority
order by from_day, id;

-- name: all_closures
select id, organisation_id, day, kind, name, version
from calendar_closure
where authority_id = :authority
order by day, id;

-- name: names_of_calendars
select a.name as authority_name, o.name as organisation_name
from authority a
left join organisation o on o.authority_id = a.id and o.id = cast(:organisation as uuid)
where a.id = :authority;

-- name: insert_term
insert into calendar_term (authority_id, id, organisation_id, name, from_day, to_day)
values (:authority, :id, :organisation, :name, :from, :to);

-- name: update_term
update calendar_term
set name = :name, from_day = :from, to_day = :to, version = version + 1
where authority_id = :authority and id = :id and version = :seen_version;

-- name: remove_term
delete from calendar_term where authority_id = :authority and id = :id and version = :seen_version;

-- name: insert_closure
insert into calendar_closure (authority_id, id, organisation_id, day, kind, name)
values (:authority, :id, :organisation, :day, :kind, :name);

-- name: update_closure
update calendar_closure
set day = :day, kind = :kind, name = :name, version = version + 1
where authority_id = :authority and id = :id and version = :seen_version;

-- name: remove_closure
delete from calendar_closure where authority_id = :authority and id = :id and version = :seen_version;
