-- Meetings, who came, and who declared a conflict in which case.

-- fragment: columns
m.id, m.panel_id, p.name as panel_name, m.on_day, m.starts, m.place, m.state, m.chair_id, p.members_min, p.agencies_min, m.version

-- name: find_meeting
select
-- include: panel/store/meetings.sql#columns
from meeting m
join panel p on p.authority_id = m.authority_id and p.id = m.panel_id
where m.authority_id = :authority and m.id = :meeting;

-- name: meetings_from
-- Those on or after a day, the next first, each with what is on its agenda.
select
-- include: panel/store/meetings.sql#columns
    , (select count(*) from agenda_item i where i.authority_id = m.authority_id and i.meeting_id = m.id) as items,
    (select count(*) from agenda_item i where i.authority_id = m.authority_id and i.meeting_id = m.id and i.state = 'waiting') as waiting
from meeting m
join panel p on p.authority_id = m.authority_id and p.id = m.panel_id
where m.authority_id = :authority and m.on_day >= cast(:day as date)
order by m.on_day, m.starts, m.id;

-- name: meetings_before
-- Those before a day, the last first.
select
-- include: panel/store/meetings.sql#columns
    , (select count(*) from agenda_item i where i.authority_id = m.authority_id and i.meeting_id = m.id) as items,
    (select count(*) from agenda_item i where i.authority_id = m.authority_id and i.meeting_id = m.id and i.state = 'waiting') as waiting
from meeting m
join panel p on p.authority_id = m.authority_id and p.id = m.panel_id
where m.authority_id = :authority and m.on_day < cast(:day as date)
order by m.on_day desc, m.starts desc, m.id
limit :most;

-- name: insert_meeting
insert into meeting (authority_id, id, panel_id, on_day, starts, place, state, chair_id, created_at, created_by)
values (:authority, :id, :panel, :on_day, :starts, :place, 'planned', cast(:chair as uuid), :now, :actor);

-- name: set_meeting_state
update meeting set state = :state, version = version + 1
where authority_id = :authority and id = :meeting and version = :seen_version;

-- name: set_chair
update meeting set chair_id = cast(:chair as uuid), version = version + 1
where authority_id = :authority and id = :meeting and version = :seen_version;

-- name: attendance_of_meeting
select panel_member_id, present from meeting_attendance where authority_id = :authority and meeting_id = :meeting;

-- name: set_present
insert into meeting_attendance (authority_id, meeting_id, panel_member_id, present) values (:authority, :meeting, :member, :present)
on conflict (authority_id, meeting_id, panel_member_id) do update set present = excluded.present;

-- name: conflicts_of_item
select panel_member_id, reason from conflict_of_interest where authority_id = :authority and agenda_item_id = :item order by id;

-- name: insert_conflict
insert into conflict_of_interest (authority_id, id, agenda_item_id, panel_member_id, reason, created_at, created_by)
values (:authority, :id, :item, :member, :reason, :now, :actor)
on conflict (authority_id, agenda_item_id, panel_member_id) do nothing;
