-- area: pupils
-- A note about a child that only some may read. Whoever sees the child sees that there is one, when and by whom it was written, and whom
-- to ask. Never changed: a later one takes its place.
create table restricted_note (
    authority_id    text not null,
    id              uuid not null,
    pupil_id        uuid not null,
    words           text not null check (length(words) > 0),
    why_restricted  text not null check (length(why_restricted) > 0),
    supersedes_id   uuid,
    organisation_id uuid not null,                  -- where the writer worked, and in which role
    role            text not null,
    created_at      bigint not null,
    created_by      uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id),
    foreign key (authority_id, supersedes_id) references restricted_note (authority_id, id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id),
    foreign key (authority_id, created_by) references app_user (authority_id, id)
);
create index restricted_note_by_pupil on restricted_note (authority_id, pupil_id, created_at);
create unique index restricted_note_superseded_once on restricted_note (authority_id, supersedes_id) where supersedes_id is not null;

-- Who may read it, besides whoever wrote it.
create table restricted_note_reader (
    authority_id    text not null,
    id              uuid not null,
    note_id         uuid not null,
    kind            text not null check (kind in ('school_leads', 'commissioners', 'virtual_school', 'person')),
    user_id         uuid check ((user_id is null) = (kind <> 'person')),
    primary key (authority_id, id),
    foreign key (authority_id, note_id) references restricted_note (authority_id, id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);
create index restricted_note_reader_by_note on restricted_note_reader (authority_id, note_id);

-- What a court or somebody else who may decide it forbids about a contact of a child. It ends by a last day and is never taken away.
create table contact_restriction (
    authority_id    text not null,
    id              uuid not null,
    pupil_id        uuid not null,
    contact_id      uuid not null,
    kind            text not null check (kind in ('no_contact', 'address_not_given')),
    source          text not null check (length(source) > 0),   -- the order in words: which court, which day
    from_day        date not null,
    to_day          date check (to_day is null or to_day >= from_day),
    created_at      bigint not null,
    created_by      uuid,
    version         integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id),
    foreign key (authority_id, contact_id) references contact (authority_id, id)
);
create index contact_restriction_by_pupil on contact_restriction (authority_id, pupil_id, from_day);

-- engine: sqlite
create trigger restricted_note_refuses_update before update on restricted_note begin select raise(abort, 'restricted_note is append-only'); end;
create trigger restricted_note_reader_refuses_update before update on restricted_note_reader begin select raise(abort, 'restricted_note_reader is append-only'); end;
-- engine: postgres
create trigger restricted_note_refuses_change before update on restricted_note execute function refuse_change();
create trigger restricted_note_reader_refuses_change before update on restricted_note_reader execute function refuse_change();
-- engine: both
