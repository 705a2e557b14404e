-- Links by which somebody sets a password, once; and who asked for one on the sign-in page.

-- name: insert_link
insert into single_use_link (token_hash, authority_id, user_id, kind, created_at, created_by, expires_at)
values (:token_hash, :authority, :user, :kind, :now, :actor, :expires_at);

-- name: end_links
-- Those of a person that were not used: a new one takes their place.
update single_use_link set ended_at = :now
where authority_id = :authority and user_id = :user and used_at is null and ended_at is null;

-- name: open_link
-- A link that may still be used, of an active person.
select l.user_id, l.kind, l.expires_at
from single_use_link l
join app_user u on u.authority_id = l.authority_id and u.id = l.user_id
where l.token_hash = :token_hash and l.authority_id = :authority
  and l.used_at is null and l.ended_at is null and l.expires_at > :now and u.active;

-- name: use_link
-- No row changes when somebody was quicker.
update single_use_link set used_at = :now
where token_hash = :token_hash and authority_id = :authority and used_at is null and ended_at is null and expires_at > :now;

-- name: links_since
-- Links of a person that were made after that moment and may still be used.
select count(*) as count from single_use_link
where authority_id = :authority and user_id = :user and created_at > :since and used_at is null and ended_at is null;

-- name: ask_for_reset
insert into reset_request (authority_id, user_id, asked_at) values (:authority, :user, :now)
on conflict (authority_id, user_id) do update set asked_at = excluded.asked_at;

-- name: end_reset_request
delete from reset_request where authority_id = :authority and user_id = :user;
