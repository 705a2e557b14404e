-- Subject access requests.

-- fragment: request
select q.id, q.pupil_id, p.reference, p.known_as, p.last_name, q.asked_by, q.relation, q.received_on, q.complex_reason, q.answered_on,
       q.left_out, q.version
from subject_access_request q
join pupil p on p.authority_id = q.authority_id and p.id = q.pupil_id

-- name: request
-- include: sharing/store/requests.sql#request
where q.authority_id = :authority and q.pupil_id = :pupil and q.id = :id;

-- name: requests_of_pupil
-- include: sharing/store/requests.sql#request
where q.authority_id = :authority and q.pupil_id = :pupil
order by q.received_on desc, q.id desc;

-- name: open_requests
-- include: sharing/store/requests.sql#request
where q.authority_id = :authority and q.answered_on is null
order by q.received_on, q.id;

-- name: answered_requests
-- include: sharing/store/requests.sql#request
where q.authority_id = :authority and q.answered_on is not null
order by q.answered_on desc, q.id desc
limit :most;

-- name: insert_request
insert into subject_access_request (authority_id, id, pupil_id, asked_by, relation, received_on, created_at, created_by)
values (:authority, :id, :pupil, :asked_by, :relation, :received, :now, :actor);

-- name: set_complex
update subject_access_request set complex_reason = :why, version = version + 1
where authority_id = :authority and id = :id and version = :seen_version;

-- name: set_answered
update subject_access_request set answered_on = :answered, left_out = :left_out, version = version + 1
where authority_id = :authority and id = :id and version = :seen_version;
