-- name: head
select sequence, hash from event_head where authority_id = :authority;

-- name: move_head
insert into event_head (authority_id, sequence, hash) values (:authority, :sequence, :hash)
on conflict (authority_id) do update set sequence = excluded.sequence, hash = excluded.hash;

-- name: insert_event
insert into event (authority_id, sequence, at, actor, acting_as, organisation_id, verb, entity, about, pupil_id,
                   before, after, reason, details_salt, details_hash, from_address, previous_hash, hash)
values (:authority, :sequence, :at, :actor, :acting_as, :organisation, :verb, :entity, :about, :pupil,
        :before, :after, :reason, :salt, :details_hash, :from_address, :previous_hash, :hash);

-- name: chain
select sequence, at, actor, acting_as, organisation_id, verb, entity, about, pupil_id, before, after, reason, details_salt, details_hash,
       from_address, previous_hash, hash
from event
where authority_id = :authority and sequence > :after and sequence <= :up_to
order by sequence;

-- name: events_after_head
select count(*) as count from event where authority_id = :authority and sequence > :head;

-- name: erase_details
update event set before = null, after = null, reason = null, details_salt = null
where authority_id = :authority and pupil_id = :pupil and details_salt is not null;

-- name: events_about_pupil
select sequence, at, actor, acting_as, organisation_id, verb, entity, about, before, after, reason
from event
where authority_id = :authority and pupil_id = :pupil and sequence < :older_than
order by sequence desc
limit :most;

-- name: events_about_record
select sequence, at, actor, acting_as, organisation_id, verb, entity, about, before, after, reason
from event
where authority_id = :authority and about = :about and sequence < :older_than
order by sequence desc
limit :most;

-- name: insert_view
insert into view_log (authority_id, id, at, actor, acting_as, organisation_id, pupil_id, what, from_address)
values (:authority, :id, :at, :seen_by, :acting_as, :organisation, :pupil, :what, :from_address);

-- name: views_of_pupil
select at, actor, acting_as, organisation_id, what
from view_log
where authority_id = :authority and pupil_id = :pupil and at < :before
order by at desc, id desc
limit :most;
