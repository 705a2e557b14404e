-- Changes of profiles that wait until somebody at the authority has looked at them.

-- name: changes
-- Waiting first, then what was asked back, newest first in each.
select c.id, c.organisation_id, o.name as provider_name, c.section, c.about_id, c.was, c.becomes, c.state, c.question,
       c.created_at, c.decided_at, author.name as author_name, decider.name as decider_name, c.version
from profile_change c
join organisation o on o.authority_id = c.authority_id and o.id = c.organisation_id
left join app_user author on author.authority_id = c.authority_id and author.id = c.created_by
left join app_user decider on decider.authority_id = c.authority_id and decider.id = c.decided_by
where c.authority_id = :authority and (cast(:organisation as uuid) is null or c.organisation_id = cast(:organisation as uuid))
  and c.state in ('waiting', 'asked')
order by case c.state when 'waiting' then 0 else 1 end, c.created_at desc, c.id desc;

-- name: change_by_id
select c.id, c.organisation_id, o.name as provider_name, c.section, c.about_id, c.was, c.becomes, c.state, c.question,
       c.created_at, c.decided_at, author.name as author_name, decider.name as decider_name, c.version
from profile_change c
join organisation o on o.authority_id = c.authority_id and o.id = c.organisation_id
left join app_user author on author.authority_id = c.authority_id and author.id = c.created_by
left join app_user decider on decider.authority_id = c.authority_id and decider.id = c.decided_by
where c.authority_id = :authority and c.id = :id;

-- name: insert_change
insert into profile_change (authority_id, id, organisation_id, section, about_id, was, becomes, created_at, created_by)
values (:authority, :id, :organisation, :section, :about, :was, :becomes, :now, :actor);

-- name: withdraw_open_changes
-- What is proposed anew takes the place of what was proposed before about the same record.
update profile_change set state = 'withdrawn', decided_at = :now, decided_by = :actor, version = version + 1
where authority_id = :authority and organisation_id = :organisation and section = :section
  and about_id is not distinct from cast(:about as uuid) and state in ('waiting', 'asked');

-- name: decide_change
update profile_change
set state = :state, question = :question, decided_at = :now, decided_by = :actor, version = version + 1
where authority_id = :authority and id = :id and state = 'waiting' and version = :seen_version;
