-- What a provider has confirmed in writing for a placement.

-- name: insert_confirmation
insert into confirmation (authority_id, id, placement_id, kind, words, given_on, given_by, site_id, document_id, created_at, created_by)
values (:authority, :id, :placement, :kind, :words, :given_on, :given_by, :site, :document, :now, :actor);

-- name: confirmations_of
select c.kind, c.words, c.given_on, c.given_by, c.site_id, c.document_id, s.name as site_name
from confirmation c
left join site s on s.authority_id = c.authority_id and s.id = c.site_id
where c.authority_id = :authority and c.placement_id = :placement
order by c.given_on desc, c.created_at desc, c.id desc;
