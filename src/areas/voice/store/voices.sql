-- What children and families said.

-- name: voices_of_pupil
select id, stage, said_by, method, words, said_on, about_entity, about_id, acted_on
from voice
where authority_id = :authority and pupil_id = :pupil
order by said_on desc, id desc;

-- name: voices_about
select id, stage, said_by, method, words, said_on, about_entity, about_id, acted_on
from voice
where authority_id = :authority and about_id = :about
order by said_on desc, id desc;

-- name: insert_voice
insert into voice (authority_id, id, pupil_id, stage, said_by, method, words, said_on, about_entity, about_id, created_at, created_by)
values (:authority, :id, :pupil, :stage, :said_by, :method, :words, :said_on, :about_entity, :about, :now, :actor);

-- name: set_acted_on
update voice set acted_on = :acted_on where authority_id = :authority and id = :voice;
