-- Who is signed in, by the hash of the browser's token; and tries to sign in, so that guessing gets slow.

-- name: insert_sign_in
insert into sign_in (token_hash, authority_id, user_id, membership_id, csrf_token, from_address, created_at, seen_at)
values (:token_hash, :authority, :user, :membership, :csrf_token, :from_address, :now, :now);

-- fragment: of_token
-- A sign-in of a person still active in a membership that holds today.
select s.user_id, s.membership_id, s.csrf_token, s.created_at, s.seen_at, u.name, m.role, m.organisation_id,
    o.name as organisation_name
from sign_in s
join app_user u on u.authority_id = s.authority_id and u.id = s.user_id
join membership m on m.authority_id = s.authority_id and m.id = s.membership_id
join organisation o on o.authority_id = m.authority_id and o.id = m.organisation_id
where s.token_hash = :token_hash and s.authority_id = :authority
  and u.active and m.from_day <= :today and (m.to_day is null or m.to_day >= :today)

-- name: sign_in_by_token
-- One that still holds: neither ended nor too old.
-- include: people/store/sign_ins.sql#of_token
  and s.ended_at is null and s.seen_at > :seen_after and s.created_at > :created_after;

-- name: lapsed_sign_in
-- One that may have ended or grown too old.
-- include: people/store/sign_ins.sql#of_token
;

-- name: note_seen
update sign_in set seen_at = :now where token_hash = :token_hash and authority_id = :authority;

-- name: act_as
-- The same person goes on in another of their memberships.
update sign_in set membership_id = :membership
where token_hash = :token_hash and authority_id = :authority and user_id = :user and ended_at is null;

-- name: end_sign_in
update sign_in set ended_at = :now where token_hash = :token_hash and authority_id = :authority and ended_at is null;

-- name: open_sign_ins
-- Where a person is signed in now, the one seen last on top.
select s.token_hash, s.from_address, s.created_at, s.seen_at, m.role, o.name as organisation_name
from sign_in s
join membership m on m.authority_id = s.authority_id and m.id = s.membership_id
join organisation o on o.authority_id = m.authority_id and o.id = m.organisation_id
where s.authority_id = :authority and s.user_id = :user
  and s.ended_at is null and s.seen_at > :seen_after and s.created_at > :created_after
  and m.from_day <= :today and (m.to_day is null or m.to_day >= :today)
order by s.seen_at desc, s.token_hash;

-- name: end_sign_in_of
-- One of a person's own.
update sign_in set ended_at = :now
where authority_id = :authority and user_id = :user and token_hash = :token_hash and ended_at is null;

-- name: end_sign_ins_but
-- All of a person's; `but` may be the one that stays.
update sign_in set ended_at = :now
where authority_id = :authority and user_id = :user and ended_at is null and token_hash <> cast(:but as text);

-- name: insert_attempt
insert into sign_in_attempt (authority_id, id, email, from_address, at, succeeded, kind, browser)
values (:authority, :id, :email, :from_address, :now, :succeeded, :kind, :browser);

-- name: mark_attempt
-- A try that was counted as failed before it was weighed, and was right.
update sign_in_attempt set succeeded = :succeeded, kind = :kind where authority_id = :authority and id = :id;

-- name: recent_failures
-- Failed tries for this account since its last success, in that browser or by strangers, and from this address by strangers, within the
-- time that counts. Wrong codes count whoever typed them.
select
    (select count(*) from sign_in_attempt a
     where a.authority_id = :authority and a.email = :email and a.browser = :browser and a.at > :since and not a.succeeded and a.kind <> 'right_so_far'
       and not exists (select 1 from sign_in_attempt later
                       where later.authority_id = a.authority_id and later.email = a.email and later.browser = a.browser and later.at >= a.at
                         and later.succeeded)) as of_account,
    (select count(*) from sign_in_attempt b
     where b.authority_id = :authority and b.from_address = :from_address and b.browser = '' and b.at > :since and not b.succeeded
       and b.kind <> 'right_so_far') as of_address,
    (select count(*) from sign_in_attempt e
     where e.authority_id = :authority and e.email = :email and e.kind = 'code' and not e.succeeded
       and not exists (select 1 from sign_in_attempt later
                       where later.authority_id = e.authority_id and later.email = e.email and later.at >= e.at and later.succeeded)) as codes_of_account,
    (select max(c.at) from sign_in_attempt c
     where c.authority_id = :authority and c.email = :email and c.browser = :browser and c.at > :since) as last_of_account,
    (select max(d.at) from sign_in_attempt d
     where d.authority_id = :authority and d.from_address = :from_address and d.browser = '' and d.at > :since) as last_of_address;

-- name: is_known_browser
-- Whether somebody with this address signed in there since then.
select b.user_id
from known_browser b
join app_user u on u.authority_id = b.authority_id and u.id = b.user_id
where b.authority_id = :authority and b.token_hash = :token_hash and u.email = :email and b.last_at > :since;

-- name: is_anybodys_browser
select b.user_id
from known_browser b
where b.authority_id = :authority and b.token_hash = :token_hash and b.last_at > :since
limit 1;

-- name: note_known_browser
insert into known_browser (authority_id, token_hash, user_id, first_at, last_at) values (:authority, :token_hash, :user, :now, :now)
on conflict (authority_id, token_hash, user_id) do update set last_at = excluded.last_at;
