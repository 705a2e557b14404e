-- Who has terms of its own.

-- name: organisations_with_terms
select distinct t.organisation_id as id, o.name
from calendar_term t
left join organisation o on o.authority_id = t.authority_id and o.id = t.organisation_id
where t.authority_id = :authority
order by o.name;
