-- People who sign in, and their memberships: in which organisation, in which role, from when to when.

-- name: insert_user
insert into app_user (authority_id, id, name, email, password_hash, telephone, demonstration, active, created_at, created_by)
values (:authority, :id, :name, :email, :password_hash, :telephone, :demonstration, true, :now, :actor);

-- name: user_by_id
select id, name, email, password_hash, telephone, demonstration, active from app_user
where authority_id = :authority and id = :id;

-- name: user_by_email
select id, name, email, password_hash, telephone, demonstration, active from app_user
where authority_id = :authority and email = :email;

-- name: set_password
update app_user set password_hash = :password_hash, version = version + 1 where authority_id = :authority and id = :user;

-- name: insert_membership
insert into membership (authority_id, id, user_id, organisation_id, role, from_day, to_day, created_at, created_by)
values (:authority, :id, :user, :organisation, :role, :from, :to, :now, :actor);

-- name: memberships_of
-- Those that hold today, the oldest first.
select m.id, m.role, m.from_day, m.organisation_id, o.name as organisation_name
from membership m
join organisation o on o.authority_id = m.authority_id and o.id = m.organisation_id
where m.authority_id = :authority and m.user_id = :user and m.from_day <= :today and (m.to_day is null or m.to_day >= :today)
order by m.from_day, m.id;

-- name: people_to_sign_in_as
-- The people of a made-up area with what each can show, one row a membership that holds today.
select u.id as user_id, u.name, u.demonstration, m.id as membership_id, m.role, m.organisation_id, o.name as organisation_name
from app_user u
join membership m on m.authority_id = u.authority_id and m.user_id = u.id
join organisation o on o.authority_id = m.authority_id and o.id = m.organisation_id
where u.authority_id = :authority and u.active and u.demonstration is not null
  and m.from_day <= :today and (m.to_day is null or m.to_day >= :today)
order by u.name, m.from_day, m.id;

-- name: colleagues
-- Everybody who holds that role today in any organisation, by name: whom to ask, whom to hand over to.
select u.id as user_id, u.name, m.organisation_id, o.name as organisation_name
from membership m
join app_user u on u.authority_id = m.authority_id and u.id = m.user_id
join organisation o on o.authority_id = m.authority_id and o.id = m.organisation_id
where m.authority_id = :authority and m.role = :role and u.active
  and m.from_day <= :today and (m.to_day is null or m.to_day >= :today)
order by u.name, u.id;
