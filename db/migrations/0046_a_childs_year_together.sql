-- A child's expected sessions, marks and kept counts lie together in the order of their days: a page of one child's year reads a few
-- neighbouring pages, and a register that is saved touches half as many as when each row stood beside its key.
-- On PostgreSQL the marks are parted by school year, 1 September to 31 August, so that indexes stay small and a year can be moved
-- or put away as one. Marks outside those years go into the last part and are found just the same.

-- area: placements
-- engine: sqlite
create table expected_session_together (
    authority_id      text not null,
    pupil_id          uuid not null,
    day               date not null,
    session           text not null,
    placement_id      uuid not null,
    organisation_id   uuid not null,
    site_id           uuid,
    standing_revision integer not null default 0,
    primary key (authority_id, pupil_id, day, session),
    foreign key (authority_id, placement_id) references placement (authority_id, id)
) without rowid;
insert into expected_session_together (authority_id, pupil_id, day, session, placement_id, organisation_id, site_id, standing_revision)
select authority_id, pupil_id, day, session, placement_id, organisation_id, site_id, standing_revision
from expected_session
order by authority_id, pupil_id, day, session;
-- engine: both

-- area: attendance
-- engine: sqlite
create table attendance_mark_together (
    authority_id    text not null,
    pupil_id        uuid not null,
    day             date not null,
    session         text not null,
    revision        integer not null,
    school_year     integer not null,
    placement_id    uuid not null,
    organisation_id uuid not null,
    arrival         text not null,
    code            text not null,
    minutes_late    integer,
    reason          text not null default '',
    correction      text not null default '',
    recorded_at     bigint not null,
    recorded_by     uuid not null,
    primary key (authority_id, pupil_id, day, session, revision),
    foreign key (authority_id, pupil_id, day, session) references expected_session_together (authority_id, pupil_id, day, session)
) without rowid;
insert into attendance_mark_together (authority_id, pupil_id, day, session, revision, school_year, placement_id, organisation_id, arrival, code,
                                      minutes_late, reason, correction, recorded_at, recorded_by)
select authority_id, pupil_id, day, session, revision, school_year, placement_id, organisation_id, arrival, code,
       minutes_late, reason, correction, recorded_at, recorded_by
from attendance_mark
order by authority_id, pupil_id, day, session, revision;
drop table attendance_mark;
drop table expected_session;
alter table expected_session_together rename to expected_session;
alter table attendance_mark_together rename to attendance_mark;
create index expected_session_by_organisation on expected_session (authority_id, organisation_id, day, session);
create index expected_session_by_placement on expected_session (authority_id, placement_id, day, session);
create index expected_session_by_day on expected_session (authority_id, day, session);
create index expected_session_not_marked on expected_session (authority_id, day, organisation_id, session, pupil_id, placement_id, standing_revision)
    where standing_revision = 0;
create trigger attendance_mark_refuses_update before update on attendance_mark begin select raise(abort, 'attendance_mark is append-only'); end;
create trigger attendance_mark_refuses_delete before delete on attendance_mark
when not exists (select 1 from erasure_under_way where authority_id = old.authority_id and pupil_id = old.pupil_id)
begin select raise(abort, 'attendance_mark is append-only'); end;

create table attendance_month_together (
    authority_id    text not null,
    placement_id    uuid not null,
    month           date not null,
    code            text not null,
    organisation_id uuid not null,
    pupil_id        uuid not null,
    sessions        integer not null,
    primary key (authority_id, pupil_id, month, placement_id, code)
) without rowid;
insert into attendance_month_together (authority_id, pupil_id, month, placement_id, code, organisation_id, sessions)
select authority_id, pupil_id, month, placement_id, code, organisation_id, sessions
from attendance_month
order by authority_id, pupil_id, month, placement_id, code;
drop table attendance_month;
alter table attendance_month_together rename to attendance_month;
create index attendance_month_by_organisation on attendance_month (authority_id, organisation_id, month, pupil_id, code, sessions, placement_id);
create index attendance_month_ill on attendance_month (authority_id, pupil_id, month, sessions) where code = 'I';

-- engine: postgres
alter table attendance_mark rename to attendance_mark_whole;
alter table attendance_mark_whole rename constraint attendance_mark_pkey to attendance_mark_whole_pkey;
create table attendance_mark (
    authority_id    text not null,
    pupil_id        uuid not null,
    day             date not null,
    session         text not null,
    revision        integer not null,
    school_year     integer not null,
    placement_id    uuid not null,
    organisation_id uuid not null,
    arrival         text not null,
    code            text not null,
    minutes_late    integer,
    reason          text not null default '',
    correction      text not null default '',
    recorded_at     bigint not null,
    recorded_by     uuid not null,
    primary key (authority_id, pupil_id, day, session, revision),
    foreign key (authority_id, pupil_id, day, session) references expected_session (authority_id, pupil_id, day, session)
) partition by range (day);
do $$
begin
    for year in 2019..2034 loop
        execute format('create table attendance_mark_%s partition of attendance_mark for values from (%L) to (%L)',
                       year, make_date(year, 9, 1), make_date(year + 1, 9, 1));
    end loop;
end
$$;
create table attendance_mark_other_years partition of attendance_mark default;
insert into attendance_mark (authority_id, pupil_id, day, session, revision, school_year, placement_id, organisation_id, arrival, code,
                             minutes_late, reason, correction, recorded_at, recorded_by)
select authority_id, pupil_id, day, session, revision, school_year, placement_id, organisation_id, arrival, code,
       minutes_late, reason, correction, recorded_at, recorded_by
from attendance_mark_whole
order by authority_id, pupil_id, day, session, revision;
drop table attendance_mark_whole;
-- Those of a row stand on each part too; a part can be emptied by its own name, so each refuses that itself.
create trigger attendance_mark_refuses_change before update on attendance_mark for each row execute function refuse_change();
create trigger attendance_mark_refuses_removal before delete on attendance_mark for each row execute function attendance_mark_goes_with_its_child();
create trigger attendance_mark_refuses_emptying before truncate on attendance_mark execute function refuse_change();
do $$
declare part regclass;
begin
    for part in select inhrelid from pg_inherits where inhparent = 'attendance_mark'::regclass loop
        execute format('create trigger attendance_mark_refuses_emptying before truncate on %s execute function refuse_change()', part);
    end loop;
end
$$;

alter table attendance_month drop constraint attendance_month_pkey;
alter table attendance_month add primary key (authority_id, pupil_id, month, placement_id, code);
drop index attendance_month_by_pupil;
-- engine: both
create index attendance_month_by_placement on attendance_month (authority_id, placement_id, month);
