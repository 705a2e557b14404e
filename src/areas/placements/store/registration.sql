-- What is known of a provider that is no school besides timetables: children it told of, and that it was reported.

-- name: insert_declared_children
insert into declared_children (authority_id, id, organisation_id, from_day, full_time, full_time_vulnerable, told_by, created_at, created_by)
values (:authority, :id, :provider, :from_day, :full_time, :full_time_vulnerable, :told_by, :now, :actor);

-- name: declared_children_of
-- The earliest day first; of one day the last that was entered stands.
select d.id, d.from_day, d.full_time, d.full_time_vulnerable, d.told_by, d.created_at, u.name as entered_by
from declared_children d
left join app_user u on u.authority_id = d.authority_id and u.id = d.created_by
where d.authority_id = :authority and d.organisation_id = :provider
order by d.from_day, d.created_at, d.id;

-- name: insert_registration_report
insert into registration_report (authority_id, id, organisation_id, reported_on, words, created_at, created_by)
values (:authority, :id, :provider, :reported_on, :words, :now, :actor);

-- name: registration_reports_of
select r.reported_on, r.words, u.name as entered_by
from registration_report r
left join app_user u on u.authority_id = r.authority_id and u.id = r.created_by
where r.authority_id = :authority and r.organisation_id = :provider
order by r.reported_on desc, r.created_at desc, r.id desc;
