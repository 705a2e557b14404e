-- The whole trail of the authority, for whoever looks after it.

-- name: events_of_authority
select e.sequence, e.at, u.name as actor_name, e.acting_as, o.name as organisation_name, e.verb, e.entity, e.reason, p.reference, p.id as pupil_id,
       e.pupil_id is not null as is_about_child, e.from_address
from event e
left join app_user u on u.authority_id = e.authority_id and u.id = e.actor
left join organisation o on o.authority_id = e.authority_id and o.id = e.organisation_id
left join pupil p on p.authority_id = e.authority_id and p.id = e.pupil_id
where e.authority_id = :authority and e.sequence < :older_than
  and (cast(:since as bigint) is null or e.at >= cast(:since as bigint))
  and (cast(:until as bigint) is null or e.at < cast(:until as bigint))
  and (cast(:entity as text) is null or e.entity = cast(:entity as text))
  and (cast(:who as text) is null or e.actor in (
        select w.id from app_user w where w.authority_id = :authority and (lower(w.name) like cast(:who as text) or lower(w.email) like cast(:who as text))))
  and (cast(:reference as text) is null or p.reference = cast(:reference as text))
order by e.sequence desc
limit :most;

-- name: event_entities
-- Each kind once, by the index alone: the next greater one after the last.
with recursive kind (entity) as (
    select (select f.entity from event f where f.authority_id = :authority and f.entity > '' order by f.entity limit 1)
    union all
    select (select e.entity from event e where e.authority_id = :authority and e.entity > k.entity order by e.entity limit 1)
    from kind k where k.entity is not null
)
select entity from kind where entity is not null order by entity;
