-- area: directory
-- Every provider the area uses, its sites, programmes, places and prices; the national registers it is checked against.

create table provider (
    authority_id         text not null,
    organisation_id      uuid not null,
    registration         text not null check (registration in ('pru', 'ap_academy', 'ap_free_school', 'hospital_school',
                         'independent_school', 'special_school', 'fe_college', 'unregistered')),
    summary              text not null default '',
    a_typical_week       text not null default '',
    how_to_get_a_place   text not null default '',
    website              text,
    safeguarding_lead    text,
    safeguarding_telephone text,
    published            boolean not null default false,
    created_at           bigint not null,
    created_by           uuid,
    version              integer not null default 1,
    primary key (authority_id, organisation_id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id)
);

create table site (
    authority_id    text not null,
    id              uuid not null,
    organisation_id uuid not null,
    name            text not null,
    address         text not null,
    postcode        text,
    easting         integer,
    northing        integer,
    latitude        double precision,
    longitude       double precision,
    access_notes    text not null default '',
    closed_on       date,
    created_at      bigint not null,
    created_by      uuid,
    version         integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id)
);
create index site_by_organisation on site (authority_id, organisation_id);

create table subcontract (
    authority_id     text not null,
    id               uuid not null,
    organisation_id  uuid not null,                 -- who answers for it
    subcontractor_id uuid not null,
    site_id          uuid,
    from_day         date not null,
    to_day           date,
    created_at       bigint not null,
    created_by       uuid,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id),
    foreign key (authority_id, subcontractor_id) references provider (authority_id, organisation_id)
);
create index subcontract_by_organisation on subcontract (authority_id, organisation_id);

create table offer_category (
    authority_id               text not null references authority (id),
    id                         text not null,       -- "step_out"; starts as the guide's eight
    name                       text not null,
    description                text not null,
    position                   integer not null,
    weeks_max                  integer,
    key_stages                 text,                -- "1 2 3"; none: any
    full_time                  boolean,             -- none: either
    dual_registration_required boolean not null default false,
    treatment_plan_required    boolean not null default false,
    from_day                   date not null,
    to_day                     date,
    primary key (authority_id, id)
);

create table programme (
    authority_id      text not null,
    id                uuid not null,
    organisation_id   uuid not null,
    site_id           uuid,                         -- none: online
    offer_category_id text not null,
    name              text not null,
    description       text not null default '',
    attendance        text not null check (attendance in ('full_time', 'part_time')),
    weeks_max         integer,
    focus             text not null check (focus in ('early_intervention', 'reintegration', 'other')),
    age_from          integer not null,
    age_to            integer not null check (age_to >= age_from),
    sex               text check (sex in ('female', 'male')),
    needs             text not null default '',     -- codes.md 2.2, blank separated: "SEMH ASD"
    price_pence       bigint not null check (price_pence >= 0),
    price_unit        text not null check (price_unit in ('session', 'day', 'week', 'term', 'place')),
    session_minutes   integer not null default 150 check (session_minutes between 15 and 300),
    from_day          date not null,
    to_day            date,
    created_at        bigint not null,
    created_by        uuid,
    version           integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id),
    foreign key (authority_id, site_id) references site (authority_id, id),
    foreign key (authority_id, offer_category_id) references offer_category (authority_id, id)
);
create index programme_by_organisation on programme (authority_id, organisation_id);
create index programme_by_category on programme (authority_id, offer_category_id);

create table capacity (
    authority_id text not null,
    programme_id uuid not null,
    weekday      text not null check (weekday in ('monday', 'tuesday', 'wednesday', 'thursday', 'friday')),
    session      text not null check (session in ('am', 'pm')),
    places       integer not null check (places >= 0),
    primary key (authority_id, programme_id, weekday, session),
    foreign key (authority_id, programme_id) references programme (authority_id, id)
);

create table course (
    authority_id  text not null,
    id            uuid not null,
    programme_id  uuid not null,
    subject       text not null,
    accreditation text not null default '',
    level         text not null default '',
    primary key (authority_id, id),
    foreign key (authority_id, programme_id) references programme (authority_id, id)
);
create index course_by_programme on course (authority_id, programme_id);

-- A change to a profile that somebody at the authority checks before it stands: price, places, registration.
create table profile_change (
    authority_id    text not null,
    id              uuid not null,
    organisation_id uuid not null,
    section         text not null,
    about_id        uuid,                           -- the programme or site
    was             text not null,                  -- JSON object
    becomes         text not null,
    state           text not null default 'waiting' check (state in ('waiting', 'accepted', 'asked', 'withdrawn')),
    question        text,
    decided_at      bigint,
    decided_by      uuid,
    created_at      bigint not null,
    created_by      uuid not null,
    version         integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id)
);
create index profile_change_waiting on profile_change (authority_id, organisation_id) where state = 'waiting';

-- The register of schools as the DfE publishes it, the same for every authority. Nothing is deleted; closures show.
create table gias_establishment (
    urn                 text not null primary key,
    authority_code      text,
    establishment_number text,
    name                text not null,
    type_code           text,
    type_name           text,
    group_code          text,
    status_code         text not null,              -- 1 open, 2 closed, 3 open but proposed to close, 4 proposed to open
    status_name         text not null,
    opened_on           date,
    closed_on           date,
    phase_name          text,
    age_low             integer,
    age_high            integer,
    capacity            integer,
    pupils              integer,
    trust_uid           text,
    trust_name          text,
    ukprn               text,
    street              text,
    town                text,
    postcode            text,
    easting             integer,
    northing            integer,
    website             text,
    telephone           text,
    last_changed_on     date,
    vintage             text not null,              -- the file it was last seen in
    row_hash            text not null
);
create index gias_establishment_by_authority on gias_establishment (authority_code, establishment_number);
create index gias_establishment_by_postcode on gias_establishment (postcode);

create table gias_link (
    urn            text not null,
    linked_urn     text not null,
    link_type      text not null,                   -- "Predecessor", "Successor", as published
    linked_name    text,
    established_on date,
    primary key (urn, linked_urn, link_type)
);

create table gias_group (
    uid              text not null primary key,
    group_id         text,
    name             text not null,
    type_name        text not null,
    status_name      text,
    companies_house  text,
    ukprn            text,
    opened_on        date,
    closed_on        date,
    postcode         text
);

create table postcode_point (
    postcode       text not null primary key,       -- "S1 2HH"
    easting        integer,
    northing       integer,
    latitude       double precision,
    longitude      double precision,
    authority_gss  text,
    terminated_on  text
);

-- One import, so that it is seen while it runs, is safe to run twice and can be undone where it wrote an area's own records.
create table import_run (
    authority_id  text not null,
    id            uuid not null,
    kind          text not null,                    -- gias, gias_links, gias_groups, postcodes, providers
    file_name     text not null,
    file_sha256   text not null,
    state         text not null check (state in ('previewed', 'running', 'finished', 'undone', 'stopped')),
    rows_read     bigint not null default 0,
    rows_new      bigint not null default 0,
    rows_changed  bigint not null default 0,
    rows_same     bigint not null default 0,
    rows_refused  bigint not null default 0,
    content       bytea,                            -- kept between preview and confirmation
    started_at    bigint not null,
    finished_at   bigint,
    started_by    uuid,
    primary key (authority_id, id)
);

create table import_problem (
    authority_id  text not null,
    import_run_id uuid not null,
    line          bigint not null,
    position      integer not null,
    field         text not null,
    message       text not null,
    primary key (authority_id, import_run_id, line, position),
    foreign key (authority_id, import_run_id) references import_run (authority_id, id)
);

-- area: quality
-- What the derived assured status is worked out from: visits, suspensions, documents that expire. Status is never typed.
create table qa_visit (
    authority_id        text not null,
    id                  uuid not null,
    organisation_id     uuid not null,
    kind                text not null check (kind in ('initial', 'annual', 'follow_up', 'desk')),
    held_on             date not null,
    officer             text not null,
    announced           boolean not null default true,
    critical_not_met    integer not null default 0,
    lowest_area_percent integer not null check (lowest_area_percent between 0 and 100),
    summary             text not null default '',
    created_at          bigint not null,
    created_by          uuid,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id)
);
create index qa_visit_by_organisation on qa_visit (authority_id, organisation_id, held_on);

create table provider_suspension (
    authority_id    text not null,
    id              uuid not null,
    organisation_id uuid not null,
    from_day        date not null,
    to_day          date,
    reason          text not null,
    created_at      bigint not null,
    created_by      uuid,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id)
);
create index provider_suspension_by_organisation on provider_suspension (authority_id, organisation_id, from_day);

create table compliance_document (
    authority_id    text not null,
    id              uuid not null,
    organisation_id uuid not null,
    kind            text not null check (kind in ('insurance', 'dbs_attestation', 'safeguarding_policy', 'fire_risk_assessment',
                    'food_or_vehicle', 'health_and_safety_policy', 'other')),
    name            text not null,
    document_id     uuid,                           -- the file, when it is held here
    issued_on       date not null,
    expires_on      date,
    verified_at     bigint,
    verified_by     uuid,
    created_at      bigint not null,
    created_by      uuid,
    version         integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id)
);
create index compliance_document_by_organisation on compliance_document (authority_id, organisation_id, kind);
