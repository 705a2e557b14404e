-- Which organisations have a reason to see which child, and the one condition every list of children carries.
-- What it says, pupils/rules/access.cpp says too; a test holds the two together over made-up worlds.

-- fragment: visible_to
(cast(:scope as text) = 'whole_authority'
 or (cast(:scope as text) = 'children_with_sen' and exists (
    select 1 from sen_record sen
    where sen.authority_id = p.authority_id and sen.pupil_id = p.id and sen.provision <> 'none'
      and sen.from_day <= :today and (sen.to_day is null or sen.to_day >= :today)))
 or (cast(:scope as text) = 'looked_after_children' and exists (
    select 1 from circumstance care
    where care.authority_id = p.authority_id and care.pupil_id = p.id and care.kind = 'looked_after'
      and care.from_day <= :today and (care.to_day is null or care.to_day >= :today)))
 or (cast(:scope as text) in ('own_organisation', 'schools_of_trust') and exists (
    select 1 from pupil_access reason
    where reason.authority_id = p.authority_id and reason.pupil_id = p.id and reason.organisation_id = :organisation
      and reason.from_day <= :today and (reason.to_day is null or reason.to_day >= :today)))
 or (cast(:scope as text) = 'schools_of_trust' and exists (
    select 1 from pupil_access reason
    join organisation school on school.authority_id = reason.authority_id and school.id = reason.organisation_id
    where reason.authority_id = p.authority_id and reason.pupil_id = p.id and school.parent_id = :organisation
      and reason.from_day <= :today and (reason.to_day is null or reason.to_day >= :today))))

-- name: count_visible
-- 1 when the person may see this child today, 0 when not or when there is no such child.
select count(*) as count from pupil p
where p.authority_id = :authority and p.id = :pupil and
-- include: pupils/store/access.sql#visible_to

-- name: grant_access
-- Given again while it stands, a reason keeps the earlier first day; given again after its end, it starts anew.
insert into pupil_access (authority_id, id, pupil_id, organisation_id, kind, about_id, from_day, to_day, created_at, created_by)
values (:authority, :id, :pupil, :organisation, :kind, :about, :from, null, :now, :actor)
on conflict (authority_id, about_id, organisation_id, kind) do update
set from_day = case when pupil_access.to_day is null and pupil_access.from_day < excluded.from_day
                    then pupil_access.from_day else excluded.from_day end,
    to_day = null;

-- name: end_access
-- A reason that had not yet begun ends with nothing seen: its last day is never before its first.
update pupil_access
set to_day = case when from_day > cast(:last_day as date) then from_day else cast(:last_day as date) end
where authority_id = :authority and about_id = :about and kind = :kind
  and (cast(:organisation as uuid) is null or organisation_id = cast(:organisation as uuid))
  and (to_day is null or to_day > cast(:last_day as date));
