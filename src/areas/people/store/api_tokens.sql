-- Tokens of other programs.

-- name: api_token_by_hash
select t.id, t.user_id, t.name, t.role, t.organisation_id, o.name as organisation_name, t.scopes, t.last_used_at
from api_token t
join organisation o on o.authority_id = t.authority_id and o.id = t.organisation_id
where t.token_hash = :token_hash and t.authority_id = :authority and t.revoked_at is null and t.last_day >= :today;

-- name: note_token_used
update api_token set last_used_at = :now, last_used_from = :from_address where authority_id = :authority and id = :id;

-- fragment: kept
select t.id, t.name, t.organisation_id, o.name as organisation_name, t.role, t.scopes, t.last_day, t.kept_at, t.created_at, u.name as made_by,
    t.last_used_at, t.last_used_from, t.revoked_at
from api_token t
join organisation o on o.authority_id = t.authority_id and o.id = t.organisation_id
left join app_user u on u.authority_id = t.authority_id and u.id = t.created_by

-- name: api_tokens
-- include: people/store/api_tokens.sql#kept
where t.authority_id = :authority
order by case when t.revoked_at is null and t.last_day >= :today then 0 else 1 end, t.last_day, t.id;

-- name: api_token_by_id
-- include: people/store/api_tokens.sql#kept
where t.authority_id = :authority and t.id = :id;

-- name: insert_program
-- Never active: nobody can sign in as a program. Where an address would stand there is none.
insert into app_user (authority_id, id, name, email, active, created_at, created_by)
values (:authority, :id, :name, :no_email, false, :now, :actor);

-- name: insert_api_token
insert into api_token (authority_id, id, token_hash, user_id, name, organisation_id, role, scopes, last_day, kept_at, created_at, created_by)
values (:authority, :id, :token_hash, :user, :name, :organisation, :role, :scopes, :last_day, :kept_at, :now, :actor);

-- name: revoke_api_token
update api_token set revoked_at = :now, revoked_by = :actor where authority_id = :authority and id = :id and revoked_at is null;
