-- area: platform
-- Each backup that was tried, told to every authority that the database holds: whoever looks after a service sees when the last good one
-- was. A night's own backup is made by one server of several: whoever's row of that night it is.
create table backup_run (
    authority_id  text not null,
    id            uuid not null,
    night         date,                            -- none: somebody's own `waymark backup`
    state         text not null check (state in ('running', 'good', 'failed')),
    made_by       text not null,                   -- the machine, and for a night's own one the server on it
    began_at      bigint not null,
    seen_at       bigint not null,                 -- when it last said that it goes on
    ended_at      bigint,
    file          text,
    bytes         bigint,
    words         text not null default '',        -- what was proven, or why it failed
    primary key (authority_id, id),
    check ((state = 'running') = (ended_at is null)),
    foreign key (authority_id) references authority (id)
);
create index backup_run_by_time on backup_run (authority_id, began_at);
create unique index backup_run_of_night on backup_run (authority_id, night) where night is not null;
