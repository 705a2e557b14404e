-- Accounts as whoever looks after them sees them: people, their roles, and how they sign in. Nothing about a child.

-- name: accounts
-- One row a role that holds or will hold, or one without, by name.
select u.id, u.name, u.email, u.password_hash is not null as has_password, m.role, o.name as organisation_name,
    exists (select 1 from authenticator a where a.authority_id = u.authority_id and a.user_id = u.id) as has_authenticator,
    exists (select 1 from sign_in_identity i where i.authority_id = u.authority_id and i.user_id = u.id) as has_identity,
    (select r.asked_at from reset_request r where r.authority_id = u.authority_id and r.user_id = u.id) as asked_at
from app_user u
left join membership m on m.authority_id = u.authority_id and m.user_id = u.id and (m.to_day is null or m.to_day >= :today)
left join organisation o on o.authority_id = m.authority_id and o.id = m.organisation_id
where u.authority_id = :authority and u.active
  and (cast(:find as text) is null or lower(u.name) like cast(:find as text) or u.email like cast(:find as text)
       or lower(o.name) like cast(:find as text))
order by u.name, u.id, m.from_day, m.id
limit :at_most;

-- name: every_membership_of
-- Past ones and those to come included, the newest first.
select m.id, m.role, m.from_day, m.to_day, m.organisation_id, o.name as organisation_name
from membership m
join organisation o on o.authority_id = m.authority_id and o.id = m.organisation_id
where m.authority_id = :authority and m.user_id = :user
order by m.from_day desc, m.id;

-- name: end_membership
update membership set to_day = :to
where authority_id = :authority and id = :membership and user_id = :user and from_day <= :to and (to_day is null or to_day >= :today);

-- name: lasting_administrators
-- Who looks after accounts today and for good.
select count(distinct m.user_id) as count from membership m
join app_user u on u.authority_id = m.authority_id and u.id = m.user_id
where m.authority_id = :authority and m.role = 'administrator' and m.to_day is null and m.from_day <= :today and u.active;

-- name: organisations_to_work_at
-- All that are open, by kind and name.
select id, kind, name from organisation
where authority_id = :authority and (closed_on is null or closed_on > :today)
order by name, id;
