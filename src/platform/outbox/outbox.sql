-- Messages that leave.

-- name: put_message
insert into message_outbox (authority_id, id, sent_to, subject, sealed_body, created_at, next_try_at)
values (:authority, :id, :sent_to, :subject, :sealed_body, :now, :now);

-- name: due_messages
select id, sent_to, subject, sealed_body, tries from message_outbox
where authority_id = :authority and next_try_at is not null and next_try_at <= :now
order by next_try_at, id limit :at_most;

-- name: claim_message
-- Whoever claims it first sends it. If that program ends before it has sent it, another try is due later.
update message_outbox set tries = tries + 1, next_try_at = :next_try_at
where authority_id = :authority and id = :id and tries = :tries and next_try_at is not null;

-- name: message_sent
update message_outbox set sent_at = :now, next_try_at = null, sealed_body = null, failure = null where authority_id = :authority and id = :id;

-- name: message_failed
update message_outbox set failure = :failure where authority_id = :authority and id = :id;

-- name: message_given_up
update message_outbox set failure = :failure, next_try_at = null, sealed_body = null where authority_id = :authority and id = :id;

-- name: messages_waiting
select count(*) as count from message_outbox where authority_id = :authority and next_try_at is not null;

-- name: erase_message
delete from message_outbox where authority_id = :authority and id = :id;

-- name: forget_messages
-- One that still waits is never among them.
delete from message_outbox where authority_id = :authority and next_try_at is null and created_at < :before;
