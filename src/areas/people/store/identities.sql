-- Accounts elsewhere that people sign in with, and who has gone to sign in there and is not back yet.

-- fragment: columns
select id, user_id, identity_provider, email, created_at, last_used_at from sign_in_identity

-- name: identities_of
-- include: people/store/identities.sql#columns
where authority_id = :authority and user_id = :user
order by identity_provider;

-- name: identity_by_subject
-- include: people/store/identities.sql#columns
where authority_id = :authority and identity_provider = :identity_provider and subject = :subject;

-- name: insert_identity
insert into sign_in_identity (authority_id, id, user_id, identity_provider, subject, email, created_at, last_used_at)
values (:authority, :id, :user, :identity_provider, :subject, :email, :now, :now);

-- name: note_identity_used
update sign_in_identity set last_used_at = :now where authority_id = :authority and id = :id;

-- name: remove_identity
delete from sign_in_identity where authority_id = :authority and id = :id and user_id = :user;

-- name: forget_gone
-- Those who will not come back any more.
delete from identity_sign_in where authority_id = :authority and created_at < :before;

-- name: insert_gone
insert into identity_sign_in (state_hash, authority_id, identity_provider, browser_hash, next_page, created_at)
values (:state_hash, :authority, :identity_provider, :browser_hash, :next_page, :now);

-- name: take_back
-- Once: no row changes when it was used, is another browser's or another provider's, or too old.
update identity_sign_in set used_at = :now
where state_hash = :state_hash and authority_id = :authority and identity_provider = :identity_provider and browser_hash = :browser_hash
  and used_at is null and created_at > :created_after
returning next_page;
