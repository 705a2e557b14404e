-- area: people
-- Authorities, organisations, people and their roles; sign-in; drafts; the calendars that school days are counted in.

create table authority (
    id            text not null primary key check (length(id) = 3),   -- DfE code
    gss           text,
    name          text not null,
    created_at    bigint not null
);

-- One of the authority's own choices (L in the rules): offer length, review interval, reporting time.
create table authority_setting (
    authority_id  text not null references authority (id),
    name          text not null,
    value         text not null,
    from_day      date not null,
    primary key (authority_id, name, from_day)
);

create table organisation (
    authority_id   text not null references authority (id),
    id             uuid not null,
    kind           text not null check (kind in ('authority_team', 'school', 'trust', 'provider', 'agency')),
    name           text not null,
    urn            text,
    ukprn          text,
    dfe_number     text,
    company_number text,
    parent_id      uuid,                -- the trust a school belongs to
    phase          text check (phase in ('primary', 'secondary', 'all_through', 'special', 'alternative_provision', 'post_16')),
    street         text,
    town           text,
    postcode       text,
    telephone      text,
    email          text,
    opened_on      date,
    closed_on      date,
    in_authority   boolean not null default true,   -- false: in a neighbour's area
    created_at     bigint not null,
    created_by     uuid,
    version        integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, parent_id) references organisation (authority_id, id)
);
create index organisation_by_kind on organisation (authority_id, kind, name);
create unique index organisation_by_urn on organisation (authority_id, urn) where urn is not null;
create index organisation_by_parent on organisation (authority_id, parent_id) where parent_id is not null;

create table app_user (
    authority_id   text not null references authority (id),
    id             uuid not null,
    name           text not null,
    email          text not null,                   -- folded to lower case
    password_hash  text,                            -- argon2id; none: cannot sign in by password
    telephone      text,
    demonstration  text,                            -- in a made-up area: what this person can show you
    active         boolean not null default true,
    created_at     bigint not null,
    created_by     uuid,
    version        integer not null default 1,
    primary key (authority_id, id)
);
create unique index app_user_by_email on app_user (authority_id, email);

create table membership (
    authority_id    text not null,
    id              uuid not null,
    user_id         uuid not null,
    organisation_id uuid not null,
    role            text not null,
    from_day        date not null,
    to_day          date,
    created_at      bigint not null,
    created_by      uuid,
    primary key (authority_id, id),
    foreign key (authority_id, user_id) references app_user (authority_id, id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id),
    check (to_day is null or to_day >= from_day)
);
create index membership_by_user on membership (authority_id, user_id);
create index membership_by_organisation on membership (authority_id, organisation_id, role);

-- A person signed in, in one role. Only the hash of the cookie's token is kept.
create table sign_in (
    token_hash     text not null primary key,
    authority_id   text not null,
    user_id        uuid not null,
    membership_id  uuid not null,
    csrf_token     text not null,
    success        text,                            -- shown once on the next page
    from_address   text,
    created_at     bigint not null,
    seen_at        bigint not null,
    ended_at       bigint,
    foreign key (authority_id, user_id) references app_user (authority_id, id),
    foreign key (authority_id, membership_id) references membership (authority_id, id)
);
create index sign_in_by_user on sign_in (authority_id, user_id);

create table sign_in_attempt (
    authority_id  text not null,
    id            uuid not null,
    email         text not null,
    from_address  text not null,
    at            bigint not null,
    succeeded     boolean not null,
    primary key (authority_id, id)
);
create index sign_in_attempt_by_email on sign_in_attempt (authority_id, email, at);
create index sign_in_attempt_by_address on sign_in_attempt (authority_id, from_address, at);

-- What a person has typed into a form and not yet sent.
create table draft (
    authority_id  text not null,
    user_id       uuid not null,
    form_key      text not null,
    content       text not null,                    -- JSON: [[name, value], …]
    saved_at      bigint not null,
    primary key (authority_id, user_id, form_key)
);

-- Terms of a school, or of the authority itself (organisation_id none), which stand in where a school has none of its own.
create table calendar_term (
    authority_id    text not null references authority (id),
    id              uuid not null,
    organisation_id uuid,
    name            text not null,                  -- "Autumn 1"
    from_day        date not null,
    to_day          date not null check (to_day >= from_day),
    primary key (authority_id, id)
);
create index calendar_term_by_organisation on calendar_term (authority_id, organisation_id, from_day);

create table calendar_closure (
    authority_id    text not null references authority (id),
    id              uuid not null,
    organisation_id uuid,
    day             date not null,
    kind            text not null check (kind in ('inset', 'closure', 'bank_holiday')),
    name            text not null,
    primary key (authority_id, id)
);
create index calendar_closure_by_organisation on calendar_closure (authority_id, organisation_id, day);

-- area: tasks
-- What somebody must do by when, about any record. A task made by a rule names the rule and closes when the rule is met.
create table task (
    authority_id    text not null references authority (id),
    id              uuid not null,
    kind            text not null,                  -- "unexplained_absence", "confirmations_missing", …
    title           text not null,                  -- without a child's name
    why             text not null default '',
    severity        text not null check (severity in ('info', 'warn', 'breach')),
    due_on          date not null,
    about_entity    text not null,
    about_id        uuid not null,
    href            text not null,                  -- where it is done
    pupil_id        uuid,
    organisation_id uuid not null,                  -- whose work it is
    role            text,                           -- in that organisation; none: anyone there
    user_id         uuid,                           -- one person; none: the role
    state           text not null default 'open' check (state in ('open', 'done', 'no_longer_needed')),
    snoozed_until   date,
    snooze_reason   text,
    done_at         bigint,
    done_by         uuid,
    created_at      bigint not null,
    created_by      uuid,
    version         integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id)
);
create index task_open_by_organisation on task (authority_id, organisation_id, due_on) where state = 'open';
create unique index task_once on task (authority_id, kind, about_id, due_on, organisation_id) where state = 'open';
create index task_by_about on task (authority_id, about_id);
