-- area: clocks

-- A dated fact about a child that a clock of the law needs and that no other record holds. Never changed; taken back with a reason.
create table dated_fact (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    kind text not null,
    on_day date not null,
    about_id uuid,
    note text not null default '',
    taken_back_reason text,
    taken_back_at bigint,
    taken_back_by uuid,
    created_at bigint not null,
    created_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index dated_fact_by_pupil on dated_fact (authority_id, pupil_id, on_day);

-- Why a duty is lawfully not met: it closes a breach while it stands. Never changed; taken back with a reason.
create table lawful_reason (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    clock text not null,
    about_id uuid,
    ground text not null,
    words text not null,
    taken_back_reason text,
    taken_back_at bigint,
    taken_back_by uuid,
    created_at bigint not null,
    created_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index lawful_reason_by_pupil on lawful_reason (authority_id, pupil_id);

-- area: attendance
-- Days missed for illness, which R14 counts over all settings.
create index attendance_month_ill on attendance_month (authority_id, pupil_id, month, sessions) where code = 'I';
