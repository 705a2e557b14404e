-- area: attendance
-- Marks are never changed: a correction is a new row with the next revision. The largest table of the house.
create table attendance_mark (
    authority_id   text not null,
    pupil_id       uuid not null,
    day            date not null,
    session        text not null,
    revision       integer not null check (revision >= 1),
    school_year    integer not null,                -- 2026 for 2026 to 2027
    placement_id   uuid not null,
    organisation_id uuid not null,
    arrival        text not null check (arrival in ('here', 'late', 'not_here', 'left_early')),
    code           text not null,                   -- statutory code of the roll school, as mapped or settled (R44)
    minutes_late   integer,
    reason         text not null default '',
    correction     text not null default '',        -- why this revision
    recorded_at    bigint not null,
    recorded_by    uuid not null,
    primary key (authority_id, pupil_id, day, session, revision),
    foreign key (authority_id, pupil_id, day, session) references expected_session (authority_id, pupil_id, day, session)
);
create index attendance_mark_by_organisation on attendance_mark (authority_id, organisation_id, day, session);
create index attendance_mark_by_placement on attendance_mark (authority_id, placement_id, day);
create index attendance_mark_by_day on attendance_mark (authority_id, day, session, code);
-- engine: sqlite
create trigger attendance_mark_refuses_update before update on attendance_mark begin select raise(abort, 'attendance_mark is append-only'); end;
create trigger attendance_mark_refuses_delete before delete on attendance_mark begin select raise(abort, 'attendance_mark is append-only'); end;
-- engine: postgres
create trigger attendance_mark_refuses_change before update or delete or truncate on attendance_mark execute function refuse_change();
-- engine: both

create table absence_contact (
    authority_id text not null,
    id           uuid not null,
    pupil_id     uuid not null,
    day          date not null,
    session      text not null,
    spoke_to     text not null,
    method       text not null check (method in ('telephone', 'text_message', 'email', 'visit', 'in_person')),
    outcome      text not null check (outcome in ('reason_given', 'no_answer', 'message_left', 'child_seen_safe', 'concern_raised')),
    words        text not null default '',
    created_at   bigint not null,
    created_by   uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index absence_contact_by_pupil on absence_contact (authority_id, pupil_id, day);

-- area: reviews
create table goal (
    authority_id text not null,
    id           uuid not null,
    pupil_id     uuid not null,
    placement_id uuid not null,
    words        text not null,                     -- "I can stay in a maths lesson for 40 minutes"
    measure      text not null,
    baseline     double precision,
    target       double precision,
    unit         text not null default '',
    position     integer not null default 1,
    closed_on    date,
    created_at   bigint not null,
    created_by   uuid not null,
    version      integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, placement_id) references placement (authority_id, id)
);
create index goal_by_placement on goal (authority_id, placement_id, position);
create index goal_by_pupil on goal (authority_id, pupil_id);

create table review (
    authority_id   text not null,
    id             uuid not null,
    pupil_id       uuid not null,
    placement_id   uuid not null,
    due_on         date not null,
    state          text not null check (state in ('due', 'held', 'no_longer_needed')),
    held_on        date,
    attendees      text not null default '',
    child_view     text not null default '',
    child_view_method text,
    family_view    text not null default '',
    is_safe        boolean,
    meets_need     boolean,
    summary        text not null default '',
    attended       integer,                         -- the record as it stood when the review was held
    possible       integer,
    next_step      text check (next_step in ('go_on', 'change', 'extend', 'end')),
    next_step_reason text not null default '',
    created_at     bigint not null,
    created_by     uuid,
    version        integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, placement_id) references placement (authority_id, id)
);
create index review_by_placement on review (authority_id, placement_id, due_on);
create index review_by_pupil on review (authority_id, pupil_id, due_on);
create index review_due on review (authority_id, due_on) where state = 'due';
create unique index review_due_once on review (authority_id, placement_id) where state = 'due';

create table goal_reading (
    authority_id text not null,
    id           uuid not null,
    goal_id      uuid not null,
    review_id    uuid,
    read_on      date not null,
    value        double precision,
    words        text not null default '',
    created_at   bigint not null,
    created_by   uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, goal_id) references goal (authority_id, id)
);
create index goal_reading_by_goal on goal_reading (authority_id, goal_id, read_on);
