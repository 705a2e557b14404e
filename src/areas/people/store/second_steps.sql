-- Authenticators, recovery codes, and sign-ins that wait for a code.

-- name: authenticator
select sealed_secret, last_step, created_at from authenticator where authority_id = :authority and user_id = :user;

-- name: keep_authenticator
-- A new one takes the place of the old.
insert into authenticator (authority_id, user_id, sealed_secret, last_step, created_at)
values (:authority, :user, :sealed_secret, :last_step, :now)
on conflict (authority_id, user_id) do update
set sealed_secret = excluded.sealed_secret, last_step = excluded.last_step, created_at = excluded.created_at;

-- name: use_step
-- No row changes when that code, or a later one, was used before.
update authenticator set last_step = :step where authority_id = :authority and user_id = :user and last_step < :step;

-- name: remove_authenticator
delete from authenticator where authority_id = :authority and user_id = :user;

-- name: set_up_under_way
select sealed_secret, started_at from authenticator_set_up
where authority_id = :authority and user_id = :user and started_at > :started_after;

-- name: start_set_up
insert into authenticator_set_up (authority_id, user_id, sealed_secret, started_at)
values (:authority, :user, :sealed_secret, :now)
on conflict (authority_id, user_id) do update set sealed_secret = excluded.sealed_secret, started_at = excluded.started_at;

-- name: end_set_up
delete from authenticator_set_up where authority_id = :authority and user_id = :user;

-- name: recovery_codes
select id, code_hash, used_at from recovery_code where authority_id = :authority and user_id = :user order by id;

-- name: insert_recovery_code
insert into recovery_code (authority_id, id, user_id, code_hash, created_at) values (:authority, :id, :user, :code_hash, :now);

-- name: use_recovery_code
update recovery_code set used_at = :now where authority_id = :authority and id = :id and used_at is null;

-- name: remove_recovery_codes
delete from recovery_code where authority_id = :authority and user_id = :user;

-- name: insert_unfinished_sign_in
insert into unfinished_sign_in (token_hash, authority_id, user_id, from_address, created_at)
values (:token_hash, :authority, :user, :from_address, :now);

-- name: unfinished_sign_in
-- That of an active person, if it is not too old.
select s.user_id
from unfinished_sign_in s
join app_user u on u.authority_id = s.authority_id and u.id = s.user_id
where s.token_hash = :token_hash and s.authority_id = :authority and s.ended_at is null and s.created_at > :created_after and u.active;

-- name: end_unfinished_sign_in
update unfinished_sign_in set ended_at = :now where token_hash = :token_hash and authority_id = :authority and ended_at is null;
