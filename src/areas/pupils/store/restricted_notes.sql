-- Restricted notes. What everybody who sees the child may know of one, and its words, are asked for apart: no list reads the words.

-- name: notes_of_pupil
-- Those in force, the latest first; one that another took the place of is reached from that.
select note.id, note.created_at, note.created_by, writer.name as written_by, note.role, place.name as organisation_name, note.supersedes_id
from restricted_note note
join app_user writer on writer.authority_id = note.authority_id and writer.id = note.created_by
join organisation place on place.authority_id = note.authority_id and place.id = note.organisation_id
left join restricted_note later on later.authority_id = note.authority_id and later.supersedes_id = note.id
where note.authority_id = :authority and note.pupil_id = :pupil and later.id is null
order by note.created_at desc, note.id desc;

-- name: note_of_pupil
-- Of that child only: an address made of one child and another's note finds nothing.
select note.id, note.created_at, note.created_by, writer.name as written_by, note.role, place.name as organisation_name, note.supersedes_id,
       (select later.id from restricted_note later where later.authority_id = note.authority_id and later.supersedes_id = note.id) as superseded_by
from restricted_note note
join app_user writer on writer.authority_id = note.authority_id and writer.id = note.created_by
join organisation place on place.authority_id = note.authority_id and place.id = note.organisation_id
where note.authority_id = :authority and note.pupil_id = :pupil and note.id = :note;

-- name: readers_of_note
select reader.kind, reader.user_id, person.name
from restricted_note_reader reader
left join app_user person on person.authority_id = reader.authority_id and person.id = reader.user_id
where reader.authority_id = :authority and reader.note_id = :note
order by reader.kind, person.name, reader.id;

-- name: words_of_note
select words, why_restricted from restricted_note where authority_id = :authority and id = :note;

-- name: insert_note
insert into restricted_note (authority_id, id, pupil_id, words, why_restricted, supersedes_id, organisation_id, role, created_at, created_by)
values (:authority, :id, :pupil, :words, :why, :supersedes, :organisation, :role, :now, :actor)
on conflict do nothing;

-- name: insert_reader
insert into restricted_note_reader (authority_id, id, note_id, kind, user_id) values (:authority, :id, :note, :kind, :user);

-- name: people_who_may_be_named
-- People with an account and a role today, by name: those at the child's school, at organisations with a reason to see the child today, and
-- in the authority's teams.
select distinct u.id, u.name, place.name as organisation_name
from app_user u
join membership m on m.authority_id = u.authority_id and m.user_id = u.id and m.from_day <= :today and (m.to_day is null or m.to_day >= :today)
join organisation place on place.authority_id = m.authority_id and place.id = m.organisation_id
where u.authority_id = :authority and u.active and m.role not in ('inspector', 'administrator')
  and (place.kind = 'authority_team'
       or exists (select 1 from pupil_access reason
                  where reason.authority_id = m.authority_id and reason.organisation_id = m.organisation_id and reason.pupil_id = :pupil
                    and reason.from_day <= :today and (reason.to_day is null or reason.to_day >= :today)))
order by u.name, place.name, u.id;
