-- Documents, their content, and what a virus scanner said of it.

-- fragment: columns
d.id, d.sha256, d.name, d.kind, d.type, d.size, d.entity, d.about, d.pupil_id, d.uploaded_at, d.uploaded_by, coalesce(s.state, 'not_scanned') as scan

-- name: keep_content
insert into document_content (authority_id, sha256, bytes) values (:authority, :sha256, :bytes)
on conflict (authority_id, sha256) do nothing;

-- name: insert_document
insert into document (authority_id, id, sha256, name, kind, type, size, entity, about, pupil_id, uploaded_at, uploaded_by)
values (:authority, :id, :sha256, :name, :kind, :type, :size, :entity, :about, :pupil, :now, :actor);

-- name: find_document
select
-- include: platform/documents/documents.sql#columns
from document d left join document_scan s on s.authority_id = d.authority_id and s.sha256 = d.sha256
where d.authority_id = :authority and d.id = :id;

-- name: documents_about
select
-- include: platform/documents/documents.sql#columns
from document d left join document_scan s on s.authority_id = d.authority_id and s.sha256 = d.sha256
where d.authority_id = :authority and d.about = :about
order by d.uploaded_at, d.id;

-- name: documents_of_pupil
select
-- include: platform/documents/documents.sql#columns
from document d left join document_scan s on s.authority_id = d.authority_id and s.sha256 = d.sha256
where d.authority_id = :authority and d.pupil_id = :pupil
order by d.uploaded_at, d.id;

-- name: content
select bytes from document_content where authority_id = :authority and sha256 = :sha256;

-- name: contents_of_pupil
select distinct sha256 from document where authority_id = :authority and pupil_id = :pupil;

-- name: erase_documents
delete from document where authority_id = :authority and pupil_id = :pupil;

-- name: erase_scan
delete from document_scan where authority_id = :authority and sha256 = :sha256
  and not exists (select 1 from document d where d.authority_id = document_scan.authority_id and d.sha256 = document_scan.sha256);

-- name: erase_content
delete from document_content where authority_id = :authority and sha256 = :sha256
  and not exists (select 1 from document d where d.authority_id = document_content.authority_id and d.sha256 = document_content.sha256);

-- name: keep_scan
-- A file that waits changes nothing where an answer is known; an answer counts from now on for every upload of these bytes.
insert into document_scan (authority_id, sha256, state, signature, at) values (:authority, :sha256, :state, :signature, :now)
on conflict (authority_id, sha256) do update
set state = excluded.state, signature = excluded.signature, at = excluded.at where excluded.state <> 'waiting';

-- name: scan_of_content
select state from document_scan where authority_id = :authority and sha256 = :sha256;

-- name: waiting_contents
select sha256 from document_scan
where authority_id = :authority and state = 'waiting' and sha256 > :after
order by sha256 limit :most;

-- name: contents_without_scan
select c.sha256 from document_content c
where c.authority_id = :authority and c.sha256 > :after
  and not exists (select 1 from document_scan s where s.authority_id = c.authority_id and s.sha256 = c.sha256)
order by c.sha256 limit :most;

-- name: documents_of_content
select
-- include: platform/documents/documents.sql#columns
from document d left join document_scan s on s.authority_id = d.authority_id and s.sha256 = d.sha256
where d.authority_id = :authority and d.sha256 = :sha256
order by d.uploaded_at, d.id;
