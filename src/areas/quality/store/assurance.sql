-- What the assured status is worked out from: visits, suspensions, documents. With :organisation none, of all providers.

-- name: visits
select id, organisation_id, kind, held_on, officer, announced, critical_not_met, lowest_area_percent, summary
from qa_visit
where authority_id = :authority and (cast(:organisation as uuid) is null or organisation_id = cast(:organisation as uuid))
order by held_on desc, id desc;

-- name: suspensions
select id, organisation_id, from_day, to_day, reason
from provider_suspension
where authority_id = :authority and (cast(:organisation as uuid) is null or organisation_id = cast(:organisation as uuid))
order by from_day desc, id desc;

-- name: documents
select d.id, d.organisation_id, d.kind, d.name, d.document_id, d.issued_on, d.expires_on, d.verified_at, d.version,
       verifier.name as verified_by_name
from compliance_document d
left join app_user verifier on verifier.authority_id = d.authority_id and verifier.id = d.verified_by
where d.authority_id = :authority and (cast(:organisation as uuid) is null or d.organisation_id = cast(:organisation as uuid))
order by d.kind, d.issued_on desc, d.id desc;

-- name: document_by_id
select d.id, d.organisation_id, d.kind, d.name, d.document_id, d.issued_on, d.expires_on, d.verified_at, d.version,
       verifier.name as verified_by_name
from compliance_document d
left join app_user verifier on verifier.authority_id = d.authority_id and verifier.id = d.verified_by
where d.authority_id = :authority and d.id = :id;

-- name: insert_visit
insert into qa_visit (authority_id, id, organisation_id, kind, held_on, officer, announced, critical_not_met,
                      lowest_area_percent, summary, created_at, created_by)
values (:authority, :id, :organisation, :kind, :held_on, :officer, :announced, :critical_not_met,
        :lowest_area_percent, :summary, :now, :actor);

-- name: insert_suspension
insert into provider_suspension (authority_id, id, organisation_id, from_day, to_day, reason, created_at, created_by)
values (:authority, :id, :organisation, :from_day, :to_day, :reason, :now, :actor);

-- name: end_suspensions
-- Every suspension that runs on that day ends with it.
update provider_suspension set to_day = :last_day
where authority_id = :authority and organisation_id = :organisation
  and from_day <= :last_day and (to_day is null or to_day > :last_day);

-- name: insert_document
insert into compliance_document (authority_id, id, organisation_id, kind, name, document_id, issued_on, expires_on,
                                 verified_at, verified_by, created_at, created_by)
values (:authority, :id, :organisation, :kind, :name, :document, :issued_on, :expires_on,
        :verified_at, :verified_by, :now, :actor);

-- name: verify_document
update compliance_document set verified_at = :now, verified_by = :actor, version = version + 1
where authority_id = :authority and id = :id and verified_at is null and version = :seen_version;
