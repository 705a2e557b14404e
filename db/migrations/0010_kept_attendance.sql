-- area: placements
-- Which revision of its mark stands for an expected session; 0 while nobody has said anything. Kept by the same transaction
-- that writes the mark, so that a register, a day's absence and a rate need no search for the latest revision.
alter table expected_session add column standing_revision integer not null default 0;
update expected_session
set standing_revision = coalesce((select max(m.revision) from attendance_mark m
                                  where m.authority_id = expected_session.authority_id and m.pupil_id = expected_session.pupil_id
                                    and m.day = expected_session.day and m.session = expected_session.session), 0);
create index expected_session_not_marked on expected_session (authority_id, day, organisation_id, session, pupil_id, placement_id, standing_revision)
    where standing_revision = 0;

-- area: attendance
-- How often each code stands for a placement in a month: what rates are added up from. Kept by the same transaction that
-- writes the mark; attendance::recount says where the two differ.
create table attendance_month (
    authority_id    text not null,
    placement_id    uuid not null,
    month           date not null,                  -- its first day
    code            text not null,
    organisation_id uuid not null,
    pupil_id        uuid not null,
    sessions        integer not null,
    primary key (authority_id, placement_id, month, code)
);
create index attendance_month_by_organisation on attendance_month (authority_id, organisation_id, month, pupil_id, code, sessions, placement_id);
create index attendance_month_by_pupil on attendance_month (authority_id, pupil_id, month, organisation_id, code, sessions, placement_id);
-- engine: sqlite
insert into attendance_month (authority_id, placement_id, month, code, organisation_id, pupil_id, sessions)
select m.authority_id, m.placement_id, strftime('%Y-%m-01', m.day), m.code, m.organisation_id, m.pupil_id, count(*)
from expected_session e
join attendance_mark m on m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session
     and m.revision = e.standing_revision
group by m.authority_id, m.placement_id, strftime('%Y-%m-01', m.day), m.code, m.organisation_id, m.pupil_id;
-- engine: postgres
insert into attendance_month (authority_id, placement_id, month, code, organisation_id, pupil_id, sessions)
select m.authority_id, m.placement_id, cast(date_trunc('month', m.day) as date), m.code, m.organisation_id, m.pupil_id, count(*)
from expected_session e
join attendance_mark m on m.authority_id = e.authority_id and m.pupil_id = e.pupil_id and m.day = e.day and m.session = e.session
     and m.revision = e.standing_revision
group by m.authority_id, m.placement_id, date_trunc('month', m.day), m.code, m.organisation_id, m.pupil_id;
-- engine: both
