-- What nobody needs any more of signing in. :before is the instant before which a row is too old.

-- name: forget_attempts
-- But wrong codes without a success since: they lock the account until somebody unlocks it.
delete from sign_in_attempt
where authority_id = :authority and at < :before
  and (kind <> 'code' or succeeded or exists (
      select 1 from sign_in_attempt later
      where later.authority_id = sign_in_attempt.authority_id and later.email = sign_in_attempt.email
        and later.at >= sign_in_attempt.at and later.succeeded));

-- name: forget_sign_ins
-- One that nobody ended has ended by itself, half a day after it began.
delete from sign_in where authority_id = :authority and created_at < :before and coalesce(ended_at, seen_at) < :before;

-- name: forget_links
delete from single_use_link where authority_id = :authority and expires_at < :before;

-- name: forget_reset_requests
delete from reset_request where authority_id = :authority and asked_at < :before;

-- name: forget_typed_forms
-- What was typed when the time was up stands under the path of its page; drafts that somebody means to go on with do not.
delete from draft where authority_id = :authority and form_key like 'typed /%' and saved_at < :before;

-- name: forget_unfinished
delete from unfinished_sign_in where authority_id = :authority and created_at < :before;

-- name: forget_gone_elsewhere
delete from identity_sign_in where authority_id = :authority and created_at < :before;

-- name: forget_set_ups
delete from authenticator_set_up where authority_id = :authority and started_at < :before;

-- name: forget_sent_forms
delete from sent_form where authority_id = :authority and sent_at < :before;
