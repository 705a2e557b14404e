-- area: pupils
-- The child: who they are, which roll, which needs, who to ring, and which organisations have a reason to see them.

create table pupil (
    authority_id      text not null references authority (id),
    id                uuid not null,
    reference         text not null,                -- "7F3K-2M": what stands in URLs, titles and messages
    upn               text,
    former_upn        text,
    uln               text,
    first_name        text not null,
    last_name         text not null,
    known_as          text not null,                -- shown first, everywhere
    pronouns          text,
    born              date not null,
    sex               text not null check (sex in ('female', 'male', 'unknown')),
    ethnicity         text,                         -- codes.md 3
    first_language    text,                         -- codes.md 4
    address           text,
    postcode          text,
    address_protected boolean not null default false,
    home_authority_id text not null,                -- DfE code of where the child lives
    one_page_words    text,                         -- the child's own latest words about themselves
    search_text       text not null,                -- folded names, for finding
    created_at        bigint not null,
    created_by        uuid,
    version           integer not null default 1,
    primary key (authority_id, id)
);
create unique index pupil_by_reference on pupil (authority_id, reference);
create unique index pupil_by_upn on pupil (authority_id, upn) where upn is not null;
create index pupil_by_name on pupil (authority_id, last_name, first_name);
create index pupil_by_born on pupil (authority_id, born);

create table enrolment (
    authority_id    text not null,
    id              uuid not null,
    pupil_id        uuid not null,
    organisation_id uuid not null,
    status          text not null check (status in ('current_single', 'current_main', 'current_subsidiary', 'guest')),
    year_group      integer not null,
    from_day        date not null,
    to_day          date,
    leaving_ground  text,
    created_at      bigint not null,
    created_by      uuid,
    version         integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id),
    check (to_day is null or to_day >= from_day)
);
create index enrolment_by_pupil on enrolment (authority_id, pupil_id, from_day);
create index enrolment_by_organisation on enrolment (authority_id, organisation_id, from_day);

create table sen_record (
    authority_id   text not null,
    id             uuid not null,
    pupil_id       uuid not null,
    provision      text not null check (provision in ('none', 'support', 'ehcp')),
    primary_need   text,                            -- codes.md 2.2
    secondary_need text,
    from_day       date not null,
    to_day         date,
    created_at     bigint not null,
    created_by     uuid,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index sen_record_by_pupil on sen_record (authority_id, pupil_id, from_day);

create table circumstance (
    authority_id text not null,
    id           uuid not null,
    pupil_id     uuid not null,
    kind         text not null check (kind in ('looked_after', 'previously_looked_after', 'child_in_need', 'protection_plan',
                 'young_carer', 'youth_justice', 'fsm', 'eal', 'medical', 'social_worker')),
    note         text,                              -- looked after: by which authority
    from_day     date not null,
    to_day       date,
    created_at   bigint not null,
    created_by   uuid,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index circumstance_by_pupil on circumstance (authority_id, pupil_id, from_day);

create table contact (
    authority_id            text not null,
    id                      uuid not null,
    pupil_id                uuid not null,
    name                    text not null,
    relation                text not null,
    parental_responsibility boolean not null,
    may_contact             boolean not null default true,
    telephone               text,
    email                   text,
    position                integer not null default 1,
    created_at              bigint not null,
    created_by              uuid,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index contact_by_pupil on contact (authority_id, pupil_id, position);

create table exclusion (
    authority_id    text not null,
    id              uuid not null,
    pupil_id        uuid not null,
    organisation_id uuid not null,                  -- the school that excluded
    kind            text not null check (kind in ('suspension', 'permanent')),
    first_day       date not null,                  -- first school day of it: day 1 of the clock
    starts_session  text not null default 'am' check (starts_session in ('am', 'pm')),
    sessions        integer,                        -- suspension: half days
    reasons         text not null,                  -- codes.md 5, up to three, "PP PA"
    status          text not null check (status in ('in_force', 'governors_pending', 'upheld', 'review_panel', 'reinstated', 'rescinded', 'ended')),
    created_at      bigint not null,
    created_by      uuid,
    version         integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id)
);
create index exclusion_by_pupil on exclusion (authority_id, pupil_id, first_day);

-- An organisation's reason to see this child, with its dates. Made and ended by the action that gives the reason.
create table pupil_access (
    authority_id    text not null,
    id              uuid not null,
    pupil_id        uuid not null,
    organisation_id uuid not null,
    kind            text not null check (kind in ('enrolled', 'referred', 'offered', 'placed', 'on_agenda', 'working_with')),
    about_id        uuid not null,                  -- the enrolment, referral, offer, placement …
    from_day        date not null,
    to_day          date,
    created_at      bigint not null,
    created_by      uuid,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id)
);
create index pupil_access_by_pupil on pupil_access (authority_id, pupil_id, organisation_id);
create index pupil_access_by_organisation on pupil_access (authority_id, organisation_id, from_day);
create unique index pupil_access_once on pupil_access (authority_id, about_id, organisation_id, kind);

-- area: voice
-- What the child or family said, exactly, at which stage, and what changed because of it.
create table voice (
    authority_id text not null,
    id           uuid not null,
    pupil_id     uuid not null,
    stage        text not null check (stage in ('assessment', 'commissioning', 'monitoring', 'quality_assurance', 'ending')),
    said_by      text not null check (said_by in ('child', 'parent', 'carer')),
    method       text not null check (method in ('in_words', 'conversation', 'telephone', 'drawing', 'prefers_not_to_say')),
    words        text not null,
    said_on      date not null,
    about_entity text not null,
    about_id     uuid not null,
    acted_on     text,
    created_at   bigint not null,
    created_by   uuid,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index voice_by_pupil on voice (authority_id, pupil_id, said_on);
create index voice_by_about on voice (authority_id, about_id);
