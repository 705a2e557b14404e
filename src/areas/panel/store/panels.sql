-- Panels and who sits on them.

-- name: panels
select id, name, terms, members_min, agencies_min, version from panel where authority_id = :authority order by name, id;

-- name: find_panel
select id, name, terms, members_min, agencies_min, version from panel where authority_id = :authority and id = :panel;

-- name: members_of_panel
-- Those whose term holds the day. Where somebody works is the membership in which they sit on the panel, else their first.
select m.id, m.user_id, u.name, m.agency, m.is_chair, m.from_day, m.to_day, o.id as organisation_id, o.name as organisation_name
from panel_member m
join app_user u on u.authority_id = m.authority_id and u.id = m.user_id
left join membership works on works.authority_id = m.authority_id and works.id = (
    select w.id from membership w
    where w.authority_id = m.authority_id and w.user_id = m.user_id and w.from_day <= cast(:day as date)
      and (w.to_day is null or w.to_day >= cast(:day as date))
    order by case when w.role in ('panel_member', 'panel_chair') then 0 else 1 end, w.from_day, w.id limit 1)
left join organisation o on o.authority_id = works.authority_id and o.id = works.organisation_id
where m.authority_id = :authority and m.panel_id = :panel
  and m.from_day <= cast(:day as date) and (m.to_day is null or m.to_day >= cast(:day as date))
order by m.is_chair desc, u.name, m.id;

-- name: insert_panel
insert into panel (authority_id, id, name, terms, members_min, agencies_min, created_at, created_by)
values (:authority, :id, :name, :terms, :members_min, :agencies_min, :now, :actor);

-- name: update_panel
update panel set name = :name, terms = :terms, members_min = :members_min, agencies_min = :agencies_min, version = version + 1
where authority_id = :authority and id = :panel and version = :seen_version;

-- name: insert_panel_member
insert into panel_member (authority_id, id, panel_id, user_id, agency, is_chair, from_day)
values (:authority, :id, :panel, :user, :agency, :is_chair, :from);

-- name: end_panel_member
-- A term ends once, and never before it began.
update panel_member set to_day = :last_day
where authority_id = :authority and panel_id = :panel and id = :member and to_day is null and from_day <= cast(:last_day as date);
