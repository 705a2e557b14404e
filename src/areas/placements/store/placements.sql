-- Placements, their timetables, confirmations and expected sessions.

-- fragment: columns
pl.id, pl.pupil_id, pl.programme_id, pl.organisation_id, pl.referral_id, pl.decision_id, pl.place_offer_id, pl.commissioner_id,
pl.funder_id, pl.legal_basis, pl.purpose, pl.from_day, pl.expected_end, pl.state, pl.registration, pl.price_pence, pl.price_unit,
pl.started_on, pl.ended_on, pl.end_reason, pl.destination, pl.end_note, pl.end_child_view, pl.provider_report, pl.part_time_reason,
pl.roll_school_id, pl.authority_officer, pl.school_lead, pl.provider_lead, pl.social_worker, pl.notice_given_on, pl.override_reason,
pl.override_by, pl.version, p.reference as pupil_reference, p.known_as, p.last_name, provider.name as provider_name,
g.name as programme_name, g.offer_category_id, c.name as category_name, commissioner.name as commissioner_name, funder.name as funder_name,
roll.name as roll_school_name

-- fragment: joined
from placement pl
join pupil p on p.authority_id = pl.authority_id and p.id = pl.pupil_id
join organisation provider on provider.authority_id = pl.authority_id and provider.id = pl.organisation_id
join programme g on g.authority_id = pl.authority_id and g.id = pl.programme_id
join offer_category c on c.authority_id = g.authority_id and c.id = g.offer_category_id
join organisation commissioner on commissioner.authority_id = pl.authority_id and commissioner.id = pl.commissioner_id
join organisation funder on funder.authority_id = pl.authority_id and funder.id = pl.funder_id
left join organisation roll on roll.authority_id = pl.authority_id and roll.id = pl.roll_school_id

-- name: insert_placement
insert into placement (authority_id, id, pupil_id, programme_id, organisation_id, referral_id, decision_id, place_offer_id, commissioner_id,
                       funder_id, legal_basis, purpose, from_day, expected_end, state, registration, price_pence, price_unit, part_time_reason,
                       roll_school_id, authority_officer, school_lead, provider_lead, social_worker, override_reason, override_by,
                       created_at, created_by)
values (:authority, :id, :pupil, :programme, :provider, :referral, :decision, :offer, :commissioner,
        :funder, :legal_basis, :purpose, :from_day, :expected_end, 'planned', :registration, :price, :price_unit, :part_time_reason,
        :roll_school, :authority_officer, :school_lead, :provider_lead, :social_worker, :override_reason, :override_by,
        :now, :actor);

-- name: placement_by_id
select
-- include: placements/store/placements.sql#columns
-- include: placements/store/placements.sql#joined
where pl.authority_id = :authority and pl.id = :placement;

-- name: placements_of_pupil
-- Those of one child, the latest first.
select
-- include: placements/store/placements.sql#columns
-- include: placements/store/placements.sql#joined
where pl.authority_id = :authority and pl.pupil_id = :pupil
order by pl.from_day desc, pl.id desc;

-- name: placements_of_referral
select
-- include: placements/store/placements.sql#columns
-- include: placements/store/placements.sql#joined
where pl.authority_id = :authority and pl.pupil_id = :pupil and pl.referral_id = :referral
order by pl.from_day, pl.id;

-- name: list_placements
-- The placements this person may see, those that end first at the top; a provider sees only its own.
select
-- include: placements/store/placements.sql#columns
-- include: placements/store/placements.sql#joined
where pl.authority_id = :authority
  and (cast(:state as text) is null or pl.state = cast(:state as text))
  and (cast(:past_end as integer) = 0 or (pl.state <> 'ended' and pl.expected_end < :today))
  and (cast(:provider as uuid) is null or pl.organisation_id = cast(:provider as uuid))
  and (cast(:commissioner as uuid) is null or pl.commissioner_id = cast(:commissioner as uuid))
  and (cast(:category as text) is null or g.offer_category_id = cast(:category as text))
  and (cast(:mine as text) is null or pl.authority_officer = cast(:mine as text))
  and
-- include: pupils/store/access.sql#visible_to
order by case pl.state when 'planned' then 0 when 'active' then 1 else 2 end, pl.expected_end, pl.id;

-- name: set_started
update placement
set state = 'active', started_on = :first_day, from_day = :first_day, notice_given_on = :notice_given_on,
    authority_officer = :authority_officer, school_lead = :school_lead, provider_lead = :provider_lead, social_worker = :social_worker,
    part_time_reason = :part_time_reason, override_reason = :override_reason, override_by = :override_by, version = version + 1
where authority_id = :authority and id = :placement and version = :seen_version and state = 'planned';

-- name: set_ended
update placement
set state = 'ended', ended_on = :ended_on, end_reason = :end_reason, destination = :destination, end_note = :end_note,
    end_child_view = :end_child_view, provider_report = :provider_report, version = version + 1
where authority_id = :authority and id = :placement and version = :seen_version and state <> 'ended';

-- name: set_expected_end
update placement set expected_end = :new_end, version = version + 1
where authority_id = :authority and id = :placement and version = :seen_version;

-- name: set_changed
update placement
set override_reason = :override_reason, override_by = :override_by, part_time_reason = :part_time_reason, version = version + 1
where authority_id = :authority and id = :placement and version = :seen_version and state <> 'ended';

-- name: insert_extension
insert into placement_extension (authority_id, id, placement_id, old_end, new_end, reason, review_id, created_at, created_by)
values (:authority, :id, :placement, :old_end, :new_end, :reason, :review, :now, :actor);

-- name: extensions_of
select e.old_end, e.new_end, e.reason, e.created_at, u.name as created_by_name
from placement_extension e
left join app_user u on u.authority_id = e.authority_id and u.id = e.created_by
where e.authority_id = :authority and e.placement_id = :placement
order by e.created_at desc, e.id desc;
