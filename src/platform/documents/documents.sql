-- name: keep_content
insert into document_content (authority_id, sha256, bytes) values (:authority, :sha256, :bytes)
on conflict (authority_id, sha256) do nothing;

-- name: insert_document
insert into document (authority_id, id, sha256, name, kind, type, size, entity, about, pupil_id, uploaded_at, uploaded_by)
values (:authority, :id, :sha256, :name, :kind, :type, :size, :entity, :about, :pupil, :now, :actor);

-- name: find_document
select id, sha256, name, kind, type, size, entity, about, pupil_id, uploaded_at, uploaded_by
from document
where authority_id = :authority and id = :id;

-- name: documents_about
select id, sha256, name, kind, type, size, entity, about, pupil_id, uploaded_at, uploaded_by
from document
where authority_id = :authority and about = :about
order by uploaded_at, id;

-- name: documents_of_pupil
select id, sha256, name, kind, type, size, entity, about, pupil_id, uploaded_at, uploaded_by
from document
where authority_id = :authority and pupil_id = :pupil
order by uploaded_at, id;

-- name: content
select bytes from document_content where authority_id = :authority and sha256 = :sha256;

-- name: contents_of_pupil
select distinct sha256 from document where authority_id = :authority and pupil_id = :pupil;

-- name: erase_documents
delete from document where authority_id = :authority and pupil_id = :pupil;

-- name: erase_content
delete from document_content where authority_id = :authority and sha256 = :sha256
  and not exists (select 1 from document d where d.authority_id = document_content.authority_id and d.sha256 = document_content.sha256);
