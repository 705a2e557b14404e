-- What a person has typed into a form and not yet sent, one draft a form.

-- name: save_draft
insert into draft (authority_id, user_id, form_key, content, saved_at) values (:authority, :actor, :form_key, :content, :now)
on conflict (authority_id, user_id, form_key) do update set content = excluded.content, saved_at = excluded.saved_at;

-- name: draft
select content, saved_at from draft where authority_id = :authority and user_id = :actor and form_key = :form_key;

-- name: discard_draft
delete from draft where authority_id = :authority and user_id = :actor and form_key = :form_key;

-- name: erase_drafts
-- Whoever wrote them: a key names the record by its id or reference.
delete from draft where authority_id = :authority and replace(form_key, :key, '') <> form_key;
