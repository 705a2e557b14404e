-- What a meeting is to hear, in its order.

-- fragment: columns
i.id, i.meeting_id, i.referral_id, i.position, i.state, i.deferred_reason, i.version, r.reference, r.urgency, r.requested_category,
r.primary_reason, r.state as referral_state, p.id as pupil_id, p.reference as pupil_reference, p.known_as, p.last_name,
o.name as organisation_name, c.name as category_name

-- fragment: of_item
agenda_item i
join referral r on r.authority_id = i.authority_id and r.id = i.referral_id
join pupil p on p.authority_id = r.authority_id and p.id = r.pupil_id
join organisation o on o.authority_id = r.authority_id and o.id = r.organisation_id
left join offer_category c on c.authority_id = r.authority_id and c.id = r.requested_category

-- name: agenda_of
-- As far as this person may see the children on it.
select
-- include: panel/store/agenda.sql#columns
from
-- include: panel/store/agenda.sql#of_item
where i.authority_id = :authority and i.meeting_id = :meeting and
-- include: pupils/store/access.sql#visible_to
order by i.position, i.id;

-- name: find_item
select
-- include: panel/store/agenda.sql#columns
from
-- include: panel/store/agenda.sql#of_item
where i.authority_id = :authority and i.id = :item;

-- name: item_of_referral
select
-- include: panel/store/agenda.sql#columns
from
-- include: panel/store/agenda.sql#of_item
where i.authority_id = :authority and i.meeting_id = :meeting and i.referral_id = :referral;

-- name: waiting_on_agendas
-- Referrals that wait on an agenda, wherever that is.
select i.referral_id, i.meeting_id, m.on_day from agenda_item i
join meeting m on m.authority_id = i.authority_id and m.id = i.meeting_id
where i.authority_id = :authority and i.state = 'waiting';

-- name: positions_of
select id, referral_id, position, state from agenda_item where authority_id = :authority and meeting_id = :meeting order by position, id;

-- name: insert_item
insert into agenda_item (authority_id, id, meeting_id, referral_id, position, state, created_at, created_by)
values (:authority, :id, :meeting, :referral, :position, 'waiting', :now, :actor)
on conflict (authority_id, meeting_id, referral_id) do update set state = 'waiting', deferred_reason = '', version = agenda_item.version + 1
where agenda_item.state = 'deferred';

-- name: set_position
update agenda_item set position = :position where authority_id = :authority and id = :item;

-- name: set_item_state
update agenda_item set state = :state, deferred_reason = :reason, version = version + 1
where authority_id = :authority and id = :item and state = 'waiting';
