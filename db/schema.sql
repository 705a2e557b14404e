-- The schema as it stands now, made from the migrations; the same on SQLite and PostgreSQL. Do not edit:
-- WAYMARK_WRITE_SCHEMA=1 and the test program write it. Checks, triggers and full-text indexes stand in db/migrations.

-- area: platform

create table backup_run (
    authority_id text not null,
    id uuid not null,
    night date,
    state text not null,
    made_by text not null,
    began_at bigint not null,
    seen_at bigint not null,
    ended_at bigint,
    file text,
    bytes bigint,
    words text not null default '',
    primary key (authority_id, id),
    foreign key (authority_id) references authority (id)
);
create index backup_run_by_time on backup_run (authority_id, began_at);
create unique index backup_run_of_night on backup_run (authority_id, night) where night is not null;

create table document (
    authority_id text not null,
    id uuid not null,
    sha256 text not null,
    name text not null,
    kind text not null,
    type text not null,
    size bigint not null,
    entity text not null,
    about uuid not null,
    pupil_id uuid,
    uploaded_at bigint not null,
    uploaded_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, sha256) references document_content (authority_id, sha256)
);
create index document_by_content on document (authority_id, sha256);
create index document_by_pupil on document (authority_id, pupil_id, uploaded_at);
create index document_by_record on document (authority_id, about, uploaded_at);

create table document_content (
    authority_id text not null,
    sha256 text not null,
    bytes bytea not null,
    primary key (authority_id, sha256)
);

create table document_scan (
    authority_id text not null,
    sha256 text not null,
    state text not null,
    signature text,
    at bigint not null,
    primary key (authority_id, sha256),
    foreign key (authority_id, sha256) references document_content (authority_id, sha256)
);
create index document_scan_waiting on document_scan (authority_id, sha256) where state = 'waiting';

create table event (
    authority_id text not null,
    sequence bigint not null,
    at bigint not null,
    actor uuid,
    acting_as text,
    organisation_id uuid,
    verb text not null,
    entity text not null,
    about uuid not null,
    pupil_id uuid,
    before text,
    after text,
    reason text,
    from_address text,
    previous_hash text not null,
    hash text not null,
    details_salt text,
    details_hash text,
    primary key (authority_id, sequence)
);
create index event_by_actor on event (authority_id, actor, sequence);
create index event_by_entity on event (authority_id, entity, sequence);
create index event_by_pupil on event (authority_id, pupil_id, sequence);
create index event_by_record on event (authority_id, about, sequence);
create index event_by_time on event (authority_id, at);

create table event_head (
    authority_id text not null,
    sequence bigint not null,
    hash text not null,
    primary key (authority_id)
);

create table job_done (
    authority_id text not null,
    job text not null,
    done_for date not null,
    done_at bigint not null,
    primary key (authority_id, job)
);

create table message_outbox (
    authority_id text not null,
    id uuid not null,
    sent_to text not null,
    subject text not null,
    sealed_body text,
    created_at bigint not null,
    tries integer not null default 0,
    next_try_at bigint,
    sent_at bigint,
    failure text,
    primary key (authority_id, id)
);
create index message_outbox_due on message_outbox (authority_id, next_try_at) where next_try_at is not null;

create table schema_migration (
    number integer not null,
    name text not null,
    primary key (number)
);

create table view_log (
    authority_id text not null,
    id uuid not null,
    at bigint not null,
    actor uuid,
    acting_as text,
    organisation_id uuid,
    pupil_id uuid not null,
    what text not null,
    from_address text,
    primary key (authority_id, id)
);
create index view_log_by_actor on view_log (authority_id, actor, at);
create index view_log_by_pupil on view_log (authority_id, pupil_id, at);

-- area: people

create table api_token (
    authority_id text not null,
    id uuid not null,
    token_hash text not null,
    user_id uuid not null,
    name text not null,
    organisation_id uuid not null,
    role text not null,
    scopes text not null,
    last_day date not null,
    kept_at uuid not null,
    created_at bigint not null,
    created_by uuid,
    last_used_at bigint,
    last_used_from text,
    revoked_at bigint,
    revoked_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, kept_at) references organisation (authority_id, id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);
create unique index api_token_by_hash on api_token (token_hash);

create table app_user (
    authority_id text not null,
    id uuid not null,
    name text not null,
    email text not null,
    password_hash text,
    telephone text,
    demonstration text,
    active boolean not null default true,
    created_at bigint not null,
    created_by uuid,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id) references authority (id)
);
create unique index app_user_by_email on app_user (authority_id, email);

create table authenticator (
    authority_id text not null,
    user_id uuid not null,
    sealed_secret text not null,
    last_step bigint not null,
    created_at bigint not null,
    primary key (authority_id, user_id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);

create table authenticator_set_up (
    authority_id text not null,
    user_id uuid not null,
    sealed_secret text not null,
    started_at bigint not null,
    primary key (authority_id, user_id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);

create table authority (
    id text not null,
    gss text,
    name text not null,
    created_at bigint not null,
    primary key (id)
);

create table authority_setting (
    authority_id text not null,
    name text not null,
    value text not null,
    from_day date not null,
    primary key (authority_id, name, from_day),
    foreign key (authority_id) references authority (id)
);

create table calendar_closure (
    authority_id text not null,
    id uuid not null,
    organisation_id uuid,
    day date not null,
    kind text not null,
    name text not null,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id) references authority (id)
);
create index calendar_closure_by_organisation on calendar_closure (authority_id, organisation_id, day);

create table calendar_term (
    authority_id text not null,
    id uuid not null,
    organisation_id uuid,
    name text not null,
    from_day date not null,
    to_day date not null,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id) references authority (id)
);
create index calendar_term_by_organisation on calendar_term (authority_id, organisation_id, from_day);

create table draft (
    authority_id text not null,
    user_id uuid not null,
    form_key text not null,
    content text not null,
    saved_at bigint not null,
    primary key (authority_id, user_id, form_key)
);

create table identity_sign_in (
    state_hash text not null,
    authority_id text not null,
    identity_provider text not null,
    browser_hash text not null,
    next_page text not null,
    created_at bigint not null,
    used_at bigint,
    primary key (state_hash)
);
create index identity_sign_in_by_age on identity_sign_in (authority_id, created_at);

create table known_browser (
    authority_id text not null,
    token_hash text not null,
    user_id uuid not null,
    first_at bigint not null,
    last_at bigint not null,
    primary key (authority_id, token_hash, user_id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);
create index known_browser_by_user on known_browser (authority_id, user_id);

create table membership (
    authority_id text not null,
    id uuid not null,
    user_id uuid not null,
    organisation_id uuid not null,
    role text not null,
    from_day date not null,
    to_day date,
    created_at bigint not null,
    created_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);
create index membership_by_organisation on membership (authority_id, organisation_id, role);
create index membership_by_user on membership (authority_id, user_id);

create table organisation (
    authority_id text not null,
    id uuid not null,
    kind text not null,
    name text not null,
    urn text,
    ukprn text,
    dfe_number text,
    company_number text,
    parent_id uuid,
    phase text,
    street text,
    town text,
    postcode text,
    telephone text,
    email text,
    opened_on date,
    closed_on date,
    in_authority boolean not null default true,
    created_at bigint not null,
    created_by uuid,
    version integer not null default 1,
    search_text text not null default '',
    primary key (authority_id, id),
    foreign key (authority_id) references authority (id),
    foreign key (authority_id, parent_id) references organisation (authority_id, id)
);
create index organisation_by_kind on organisation (authority_id, kind, name);
create index organisation_by_parent on organisation (authority_id, parent_id) where parent_id is not null;
create unique index organisation_by_urn on organisation (authority_id, urn) where urn is not null;

create table recovery_code (
    authority_id text not null,
    id uuid not null,
    user_id uuid not null,
    code_hash text not null,
    created_at bigint not null,
    used_at bigint,
    primary key (authority_id, id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);
create index recovery_code_by_user on recovery_code (authority_id, user_id);

create table reset_request (
    authority_id text not null,
    user_id uuid not null,
    asked_at bigint not null,
    primary key (authority_id, user_id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);

create table sent_form (
    authority_id text not null,
    sending text not null,
    sent_at bigint not null,
    next_page text,
    primary key (authority_id, sending),
    foreign key (authority_id) references authority (id)
);
create index sent_form_by_time on sent_form (authority_id, sent_at);

create table sign_in (
    token_hash text not null,
    authority_id text not null,
    user_id uuid not null,
    membership_id uuid not null,
    csrf_token text not null,
    from_address text,
    created_at bigint not null,
    seen_at bigint not null,
    ended_at bigint,
    primary key (token_hash),
    foreign key (authority_id, membership_id) references membership (authority_id, id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);
create index sign_in_by_user on sign_in (authority_id, user_id);

create table sign_in_attempt (
    authority_id text not null,
    id uuid not null,
    email text not null,
    from_address text not null,
    at bigint not null,
    succeeded boolean not null,
    kind text not null default 'password',
    browser text not null default '',
    primary key (authority_id, id)
);
create index sign_in_attempt_by_address on sign_in_attempt (authority_id, from_address, at);
create index sign_in_attempt_by_email on sign_in_attempt (authority_id, email, at);

create table sign_in_identity (
    authority_id text not null,
    id uuid not null,
    user_id uuid not null,
    identity_provider text not null,
    subject text not null,
    email text not null,
    created_at bigint not null,
    last_used_at bigint not null,
    primary key (authority_id, id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);
create unique index sign_in_identity_by_subject on sign_in_identity (authority_id, identity_provider, subject);
create unique index sign_in_identity_by_user on sign_in_identity (authority_id, user_id, identity_provider);

create table single_use_link (
    token_hash text not null,
    authority_id text not null,
    user_id uuid not null,
    kind text not null,
    created_at bigint not null,
    created_by uuid,
    expires_at bigint not null,
    used_at bigint,
    ended_at bigint,
    primary key (token_hash),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);
create index single_use_link_by_user on single_use_link (authority_id, user_id);

create table unfinished_sign_in (
    token_hash text not null,
    authority_id text not null,
    user_id uuid not null,
    from_address text not null,
    created_at bigint not null,
    ended_at bigint,
    primary key (token_hash),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);

-- area: tasks

create table task (
    authority_id text not null,
    id uuid not null,
    kind text not null,
    title text not null,
    why text not null default '',
    severity text not null,
    due_on date not null,
    about_entity text not null,
    about_id uuid not null,
    href text not null,
    pupil_id uuid,
    organisation_id uuid not null,
    role text,
    user_id uuid,
    state text not null default 'open',
    snoozed_until date,
    snooze_reason text,
    done_at bigint,
    done_by uuid,
    created_at bigint not null,
    created_by uuid,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id) references authority (id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id)
);
create index task_by_about on task (authority_id, about_id);
create index task_open_by_organisation on task (authority_id, organisation_id, due_on) where state = 'open';
create unique index task_once on task (authority_id, kind, about_id, due_on, organisation_id) where state = 'open';

-- area: pupils

create table circumstance (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    kind text not null,
    note text,
    from_day date not null,
    to_day date,
    created_at bigint not null,
    created_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index circumstance_by_pupil on circumstance (authority_id, pupil_id, kind, from_day, to_day);

create table contact (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    name text not null,
    relation text not null,
    parental_responsibility boolean not null,
    may_contact boolean not null default true,
    telephone text,
    email text,
    position integer not null default 1,
    created_at bigint not null,
    created_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index contact_by_pupil on contact (authority_id, pupil_id, position);

create table contact_restriction (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    contact_id uuid not null,
    kind text not null,
    source text not null,
    from_day date not null,
    to_day date,
    created_at bigint not null,
    created_by uuid,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, contact_id) references contact (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index contact_restriction_by_pupil on contact_restriction (authority_id, pupil_id, from_day);

create table emergency_access (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    user_id uuid not null,
    organisation_id uuid not null,
    role text not null,
    danger text not null,
    why text not null,
    opened_at bigint not null,
    ends_at bigint not null,
    ended_by uuid,
    review_due date not null,
    finding text,
    review_words text,
    reviewed_at bigint,
    reviewed_by uuid,
    created_at bigint not null,
    created_by uuid,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);
create index emergency_access_by_opened on emergency_access (authority_id, opened_at);
create index emergency_access_by_pupil on emergency_access (authority_id, pupil_id, user_id, ends_at);

create table emergency_try (
    authority_id text not null,
    id uuid not null,
    user_id uuid not null,
    at bigint not null,
    primary key (authority_id, id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);
create index emergency_try_by_user on emergency_try (authority_id, user_id, at);

create table enrolment (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    organisation_id uuid not null,
    status text not null,
    year_group integer not null,
    from_day date not null,
    to_day date,
    leaving_ground text,
    created_at bigint not null,
    created_by uuid,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index enrolment_by_organisation on enrolment (authority_id, organisation_id, from_day);
create index enrolment_by_pupil on enrolment (authority_id, pupil_id, from_day, to_day, status, id, organisation_id, year_group);

create table exclusion (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    organisation_id uuid not null,
    kind text not null,
    first_day date not null,
    starts_session text not null default 'am',
    sessions integer,
    reasons text not null,
    status text not null,
    created_at bigint not null,
    created_by uuid,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index exclusion_by_pupil on exclusion (authority_id, pupil_id, first_day);

create table pupil (
    authority_id text not null,
    id uuid not null,
    reference text not null,
    upn text,
    former_upn text,
    uln text,
    first_name text not null,
    last_name text not null,
    known_as text not null,
    pronouns text,
    born date not null,
    sex text not null,
    ethnicity text,
    first_language text,
    address text,
    postcode text,
    address_protected boolean not null default false,
    home_authority_id text not null,
    one_page_words text,
    search_text text not null,
    created_at bigint not null,
    created_by uuid,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id) references authority (id)
);
create index pupil_by_born on pupil (authority_id, born);
create index pupil_by_name on pupil (authority_id, last_name, first_name);
create index pupil_in_order on pupil (authority_id, last_name, known_as, id);
create unique index pupil_by_reference on pupil (authority_id, reference);
create unique index pupil_by_upn on pupil (authority_id, upn) where upn is not null;

create table pupil_access (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    organisation_id uuid not null,
    kind text not null,
    about_id uuid not null,
    from_day date not null,
    to_day date,
    created_at bigint not null,
    created_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index pupil_access_by_organisation on pupil_access (authority_id, organisation_id, from_day);
create index pupil_access_by_pupil on pupil_access (authority_id, pupil_id, organisation_id);
create unique index pupil_access_once on pupil_access (authority_id, about_id, organisation_id, kind);

create table restricted_note (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    words text not null,
    why_restricted text not null,
    supersedes_id uuid,
    organisation_id uuid not null,
    role text not null,
    created_at bigint not null,
    created_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, created_by) references app_user (authority_id, id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id),
    foreign key (authority_id, supersedes_id) references restricted_note (authority_id, id)
);
create index restricted_note_by_pupil on restricted_note (authority_id, pupil_id, created_at);
create unique index restricted_note_superseded_once on restricted_note (authority_id, supersedes_id) where supersedes_id is not null;

create table restricted_note_reader (
    authority_id text not null,
    id uuid not null,
    note_id uuid not null,
    kind text not null,
    user_id uuid,
    primary key (authority_id, id),
    foreign key (authority_id, note_id) references restricted_note (authority_id, id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);
create index restricted_note_reader_by_note on restricted_note_reader (authority_id, note_id);

create table sen_record (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    provision text not null,
    primary_need text,
    secondary_need text,
    from_day date not null,
    to_day date,
    created_at bigint not null,
    created_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index sen_record_by_pupil on sen_record (authority_id, pupil_id, from_day, id, to_day, provision);

-- area: voice

create table voice (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    stage text not null,
    said_by text not null,
    method text not null,
    words text not null,
    said_on date not null,
    about_entity text not null,
    about_id uuid not null,
    acted_on text,
    created_at bigint not null,
    created_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index voice_by_about on voice (authority_id, about_id);
create index voice_by_pupil on voice (authority_id, pupil_id, said_on);

-- area: directory

create table capacity (
    authority_id text not null,
    programme_id uuid not null,
    weekday text not null,
    session text not null,
    places integer not null,
    primary key (authority_id, programme_id, weekday, session),
    foreign key (authority_id, programme_id) references programme (authority_id, id)
);

create table course (
    authority_id text not null,
    id uuid not null,
    programme_id uuid not null,
    subject text not null,
    accreditation text not null default '',
    level text not null default '',
    primary key (authority_id, id),
    foreign key (authority_id, programme_id) references programme (authority_id, id)
);
create index course_by_programme on course (authority_id, programme_id);

create table gias_establishment (
    urn text not null,
    authority_code text,
    establishment_number text,
    name text not null,
    type_code text,
    type_name text,
    group_code text,
    status_code text not null,
    status_name text not null,
    opened_on date,
    closed_on date,
    phase_name text,
    age_low integer,
    age_high integer,
    capacity integer,
    pupils integer,
    trust_uid text,
    trust_name text,
    ukprn text,
    street text,
    town text,
    postcode text,
    easting integer,
    northing integer,
    website text,
    telephone text,
    last_changed_on date,
    vintage text not null,
    row_hash text not null,
    primary key (urn)
);
create index gias_establishment_by_authority on gias_establishment (authority_code, establishment_number);
create index gias_establishment_by_postcode on gias_establishment (postcode);

create table gias_group (
    uid text not null,
    group_id text,
    name text not null,
    type_name text not null,
    status_name text,
    companies_house text,
    ukprn text,
    opened_on date,
    closed_on date,
    postcode text,
    primary key (uid)
);

create table gias_link (
    urn text not null,
    linked_urn text not null,
    link_type text not null,
    linked_name text,
    established_on date,
    primary key (urn, linked_urn, link_type)
);

create table import_problem (
    authority_id text not null,
    import_run_id uuid not null,
    line bigint not null,
    position integer not null,
    field text not null,
    message text not null,
    primary key (authority_id, import_run_id, line, position),
    foreign key (authority_id, import_run_id) references import_run (authority_id, id)
);

create table import_run (
    authority_id text not null,
    id uuid not null,
    kind text not null,
    file_name text not null,
    file_sha256 text not null,
    state text not null,
    rows_read bigint not null default 0,
    rows_new bigint not null default 0,
    rows_changed bigint not null default 0,
    rows_same bigint not null default 0,
    rows_refused bigint not null default 0,
    content bytea,
    started_at bigint not null,
    finished_at bigint,
    started_by uuid,
    primary key (authority_id, id)
);

create table offer_category (
    authority_id text not null,
    id text not null,
    name text not null,
    description text not null,
    position integer not null,
    weeks_max integer,
    key_stages text,
    full_time boolean,
    dual_registration_required boolean not null default false,
    treatment_plan_required boolean not null default false,
    from_day date not null,
    to_day date,
    primary key (authority_id, id),
    foreign key (authority_id) references authority (id)
);

create table postcode_point (
    postcode text not null,
    easting integer,
    northing integer,
    latitude double precision,
    longitude double precision,
    authority_gss text,
    terminated_on text,
    primary key (postcode)
);

create table profile_change (
    authority_id text not null,
    id uuid not null,
    organisation_id uuid not null,
    section text not null,
    about_id uuid,
    was text not null,
    becomes text not null,
    state text not null default 'waiting',
    question text,
    decided_at bigint,
    decided_by uuid,
    created_at bigint not null,
    created_by uuid not null,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id)
);
create index profile_change_waiting on profile_change (authority_id, organisation_id) where state = 'waiting';

create table programme (
    authority_id text not null,
    id uuid not null,
    organisation_id uuid not null,
    site_id uuid,
    offer_category_id text not null,
    name text not null,
    description text not null default '',
    attendance text not null,
    weeks_max integer,
    focus text not null,
    age_from integer not null,
    age_to integer not null,
    sex text,
    needs text not null default '',
    price_pence bigint not null,
    price_unit text not null,
    session_minutes integer not null default 150,
    from_day date not null,
    to_day date,
    created_at bigint not null,
    created_by uuid,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, offer_category_id) references offer_category (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id),
    foreign key (authority_id, site_id) references site (authority_id, id)
);
create index programme_by_category on programme (authority_id, offer_category_id);
create index programme_by_organisation on programme (authority_id, organisation_id);

create table provider (
    authority_id text not null,
    organisation_id uuid not null,
    registration text not null,
    summary text not null default '',
    a_typical_week text not null default '',
    how_to_get_a_place text not null default '',
    website text,
    safeguarding_lead text,
    safeguarding_telephone text,
    published boolean not null default false,
    created_at bigint not null,
    created_by uuid,
    version integer not null default 1,
    primary key (authority_id, organisation_id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id)
);

create table site (
    authority_id text not null,
    id uuid not null,
    organisation_id uuid not null,
    name text not null,
    address text not null,
    postcode text,
    easting integer,
    northing integer,
    latitude double precision,
    longitude double precision,
    access_notes text not null default '',
    closed_on date,
    created_at bigint not null,
    created_by uuid,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id)
);
create index site_by_organisation on site (authority_id, organisation_id);

create table subcontract (
    authority_id text not null,
    id uuid not null,
    organisation_id uuid not null,
    subcontractor_id uuid not null,
    site_id uuid,
    from_day date not null,
    to_day date,
    created_at bigint not null,
    created_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id),
    foreign key (authority_id, subcontractor_id) references provider (authority_id, organisation_id)
);
create index subcontract_by_organisation on subcontract (authority_id, organisation_id);

-- area: quality

create table compliance_document (
    authority_id text not null,
    id uuid not null,
    organisation_id uuid not null,
    kind text not null,
    name text not null,
    document_id uuid,
    issued_on date not null,
    expires_on date,
    verified_at bigint,
    verified_by uuid,
    created_at bigint not null,
    created_by uuid,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id)
);
create index compliance_document_by_organisation on compliance_document (authority_id, organisation_id, kind);

create table provider_suspension (
    authority_id text not null,
    id uuid not null,
    organisation_id uuid not null,
    from_day date not null,
    to_day date,
    reason text not null,
    created_at bigint not null,
    created_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id)
);
create index provider_suspension_by_organisation on provider_suspension (authority_id, organisation_id, from_day);

create table qa_visit (
    authority_id text not null,
    id uuid not null,
    organisation_id uuid not null,
    kind text not null,
    held_on date not null,
    officer text not null,
    announced boolean not null default true,
    critical_not_met integer not null default 0,
    lowest_area_percent integer not null,
    summary text not null default '',
    created_at bigint not null,
    created_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id)
);
create index qa_visit_by_organisation on qa_visit (authority_id, organisation_id, held_on);

-- area: referrals

create table referral (
    authority_id text not null,
    id uuid not null,
    reference text not null,
    pupil_id uuid not null,
    organisation_id uuid not null,
    state text not null,
    primary_reason text,
    requested_category text,
    urgency text not null default 'routine',
    need_since date,
    hours_now integer,
    what_was_tried text not null default '',
    strengths text not null default '',
    needs text not null default '',
    risks text not null default '',
    child_view text not null default '',
    child_view_method text,
    family_view text not null default '',
    family_told_on date,
    declared_by text,
    authority_told_on date,
    sent_at bigint,
    decided_on date,
    withdrawn_reason text,
    with_role text not null default 'school_lead',
    created_at bigint not null,
    created_by uuid not null,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id),
    foreign key (authority_id, requested_category) references offer_category (authority_id, id)
);
create index referral_by_organisation on referral (authority_id, organisation_id, state);
create index referral_by_pupil on referral (authority_id, pupil_id);
create index referral_by_state on referral (authority_id, state, sent_at);
create unique index referral_by_reference on referral (authority_id, reference);
create unique index referral_open_once on referral (authority_id, pupil_id) where state in ('draft', 'submitted', 'information_requested', 'ready_for_panel');

create table referral_question (
    authority_id text not null,
    id uuid not null,
    referral_id uuid not null,
    section text,
    question text not null,
    answer text,
    due_on date not null,
    asked_at bigint not null,
    asked_by uuid not null,
    answered_at bigint,
    answered_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, referral_id) references referral (authority_id, id)
);
create index referral_question_by_referral on referral_question (authority_id, referral_id);

create table referral_reason (
    authority_id text not null,
    referral_id uuid not null,
    reason text not null,
    primary key (authority_id, referral_id, reason),
    foreign key (authority_id, referral_id) references referral (authority_id, id)
);

create table referral_section (
    authority_id text not null,
    referral_id uuid not null,
    section text not null,
    state text not null,
    saved_at bigint not null,
    saved_by uuid not null,
    primary key (authority_id, referral_id, section),
    foreign key (authority_id, referral_id) references referral (authority_id, id)
);

create table referral_triage (
    authority_id text not null,
    id uuid not null,
    referral_id uuid not null,
    route text not null,
    reasons text not null,
    duplicate_of uuid,
    created_at bigint not null,
    created_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, referral_id) references referral (authority_id, id)
);
create index referral_triage_by_referral on referral_triage (authority_id, referral_id);

-- area: panel

create table agenda_item (
    authority_id text not null,
    id uuid not null,
    meeting_id uuid not null,
    referral_id uuid not null,
    position integer not null,
    state text not null default 'waiting',
    deferred_reason text not null default '',
    created_at bigint not null,
    created_by uuid,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, meeting_id) references meeting (authority_id, id),
    foreign key (authority_id, referral_id) references referral (authority_id, id)
);
create index agenda_item_by_referral on agenda_item (authority_id, referral_id);
create index agenda_item_waiting on agenda_item (authority_id, meeting_id) where state = 'waiting';
create unique index agenda_item_once on agenda_item (authority_id, meeting_id, referral_id);

create table conflict_of_interest (
    authority_id text not null,
    id uuid not null,
    agenda_item_id uuid not null,
    panel_member_id uuid not null,
    reason text not null,
    created_at bigint not null,
    created_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, agenda_item_id) references agenda_item (authority_id, id),
    foreign key (authority_id, panel_member_id) references panel_member (authority_id, id)
);
create unique index conflict_of_interest_once on conflict_of_interest (authority_id, agenda_item_id, panel_member_id);

create table decision (
    authority_id text not null,
    id uuid not null,
    referral_id uuid not null,
    meeting_id uuid,
    outcome text not null,
    reasons text not null,
    conditions text not null default '',
    options_considered text not null default '',
    offer_category_id text,
    sessions_per_week integer,
    weeks integer,
    roll text,
    roll_reason text not null default '',
    split boolean not null default false,
    split_reason text not null default '',
    unregistered boolean not null default false,
    unregistered_reason text not null default '',
    out_of_area boolean not null default false,
    out_of_area_reason text not null default '',
    long_reason text not null default '',
    signed_off_by uuid,
    signed_off_name text not null default '',
    child_view text not null default '',
    family_view text not null default '',
    outcome_measure text not null default '',
    exit_plan text not null default '',
    sen_team_view text not null default '',
    dissent text not null default '',
    outside_meeting_reason text not null default '',
    present text not null default '',
    chair_name text not null default '',
    decided_on date not null,
    supersedes_id uuid,
    supersede_reason text not null default '',
    created_at bigint not null,
    created_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, meeting_id) references meeting (authority_id, id),
    foreign key (authority_id, referral_id) references referral (authority_id, id),
    foreign key (authority_id, supersedes_id) references decision (authority_id, id)
);
create index decision_by_referral on decision (authority_id, referral_id);
create unique index decision_superseded_once on decision (authority_id, supersedes_id) where supersedes_id is not null;

create table decision_letter (
    authority_id text not null,
    id uuid not null,
    decision_id uuid not null,
    recipient text not null,
    addressee text not null,
    body text not null,
    state text not null,
    sent_at bigint,
    sent_by uuid,
    created_at bigint not null,
    created_by uuid,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, decision_id) references decision (authority_id, id)
);
create index decision_letter_to_send on decision_letter (authority_id, decision_id) where state = 'drafted';
create unique index decision_letter_once on decision_letter (authority_id, decision_id, recipient);

create table meeting (
    authority_id text not null,
    id uuid not null,
    panel_id uuid not null,
    on_day date not null,
    starts text not null,
    place text not null,
    state text not null,
    chair_id uuid,
    created_at bigint not null,
    created_by uuid,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, panel_id) references panel (authority_id, id)
);
create index meeting_by_day on meeting (authority_id, on_day);

create table meeting_attendance (
    authority_id text not null,
    meeting_id uuid not null,
    panel_member_id uuid not null,
    present boolean not null,
    primary key (authority_id, meeting_id, panel_member_id),
    foreign key (authority_id, meeting_id) references meeting (authority_id, id),
    foreign key (authority_id, panel_member_id) references panel_member (authority_id, id)
);

create table panel (
    authority_id text not null,
    id uuid not null,
    name text not null,
    terms text not null default '',
    members_min integer not null,
    agencies_min integer not null default 1,
    created_at bigint not null,
    created_by uuid,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id) references authority (id)
);

create table panel_member (
    authority_id text not null,
    id uuid not null,
    panel_id uuid not null,
    user_id uuid not null,
    agency text not null,
    is_chair boolean not null default false,
    from_day date not null,
    to_day date,
    primary key (authority_id, id),
    foreign key (authority_id, panel_id) references panel (authority_id, id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);
create index panel_member_by_panel on panel_member (authority_id, panel_id);
create index panel_member_by_user on panel_member (authority_id, user_id);

-- area: placements

create table confirmation (
    authority_id text not null,
    id uuid not null,
    placement_id uuid not null,
    kind text not null,
    words text not null,
    given_on date not null,
    given_by text not null,
    site_id uuid,
    document_id uuid,
    created_at bigint not null,
    created_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, placement_id) references placement (authority_id, id)
);
create index confirmation_by_placement on confirmation (authority_id, placement_id, kind);

create table declared_children (
    authority_id text not null,
    id uuid not null,
    organisation_id uuid not null,
    from_day date not null,
    full_time integer not null,
    full_time_vulnerable integer not null,
    told_by text not null,
    created_at bigint not null,
    created_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id)
);
create index declared_children_by_provider on declared_children (authority_id, organisation_id, from_day);

create table expected_session (
    authority_id text not null,
    pupil_id uuid not null,
    day date not null,
    session text not null,
    placement_id uuid not null,
    organisation_id uuid not null,
    site_id uuid,
    standing_revision integer not null default 0,
    primary key (authority_id, pupil_id, day, session),
    foreign key (authority_id, placement_id) references placement (authority_id, id)
);
create index expected_session_by_day on expected_session (authority_id, day, session);
create index expected_session_by_organisation on expected_session (authority_id, organisation_id, day, session);
create index expected_session_by_placement on expected_session (authority_id, placement_id, day, session);
create index expected_session_not_marked on expected_session (authority_id, day, organisation_id, session, pupil_id, placement_id, standing_revision) where standing_revision = 0;

create table offer_session (
    authority_id text not null,
    place_offer_id uuid not null,
    weekday text not null,
    session text not null,
    primary key (authority_id, place_offer_id, weekday, session),
    foreign key (authority_id, place_offer_id) references place_offer (authority_id, id)
);

create table place_offer (
    authority_id text not null,
    id uuid not null,
    referral_id uuid not null,
    pupil_id uuid not null,
    programme_id uuid not null,
    organisation_id uuid not null,
    state text not null,
    needs_summary text not null,
    start_on date not null,
    weeks integer not null,
    price_pence bigint not null,
    price_unit text not null,
    reply_by date not null,
    answer_reason text,
    question text,
    question_answer text,
    answered_at bigint,
    answered_by uuid,
    created_at bigint not null,
    created_by uuid not null,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, programme_id) references programme (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id),
    foreign key (authority_id, referral_id) references referral (authority_id, id)
);
create index place_offer_by_organisation on place_offer (authority_id, organisation_id, state);
create index place_offer_by_referral on place_offer (authority_id, referral_id);
create unique index place_offer_open_once on place_offer (authority_id, referral_id, programme_id) where state in ('sent', 'question_asked', 'accepted');

create table placement (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    programme_id uuid not null,
    organisation_id uuid not null,
    referral_id uuid,
    decision_id uuid,
    place_offer_id uuid,
    commissioner_id uuid not null,
    funder_id uuid not null,
    legal_basis text not null,
    purpose text not null,
    from_day date not null,
    expected_end date not null,
    state text not null,
    registration text not null,
    price_pence bigint not null,
    price_unit text not null,
    started_on date,
    ended_on date,
    end_reason text,
    destination text,
    end_note text not null default '',
    end_child_view text not null default '',
    provider_report text not null default '',
    part_time_reason text not null default '',
    roll_school_id uuid,
    authority_officer text not null default '',
    school_lead text not null default '',
    provider_lead text not null default '',
    social_worker text not null default '',
    created_at bigint not null,
    created_by uuid not null,
    version integer not null default 1,
    notice_given_on date,
    override_reason text not null default '',
    override_by text not null default '',
    primary key (authority_id, id),
    foreign key (authority_id, commissioner_id) references organisation (authority_id, id),
    foreign key (authority_id, funder_id) references organisation (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id),
    foreign key (authority_id, programme_id) references programme (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index placement_by_organisation on placement (authority_id, organisation_id, state);
create index placement_by_programme on placement (authority_id, programme_id, state);
create index placement_by_pupil on placement (authority_id, pupil_id, from_day);
create index placement_by_state on placement (authority_id, state, expected_end);

create table placement_extension (
    authority_id text not null,
    id uuid not null,
    placement_id uuid not null,
    old_end date not null,
    new_end date not null,
    reason text not null,
    review_id uuid,
    created_at bigint not null,
    created_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, placement_id) references placement (authority_id, id)
);
create index placement_extension_by_placement on placement_extension (authority_id, placement_id);

create table registration_report (
    authority_id text not null,
    id uuid not null,
    organisation_id uuid not null,
    reported_on date not null,
    words text not null,
    created_at bigint not null,
    created_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id)
);
create index registration_report_by_provider on registration_report (authority_id, organisation_id, reported_on);

create table shortlist_set_aside (
    authority_id text not null,
    referral_id uuid not null,
    programme_id uuid not null,
    reason text not null,
    created_at bigint not null,
    created_by uuid not null,
    primary key (authority_id, referral_id, programme_id),
    foreign key (authority_id, programme_id) references programme (authority_id, id),
    foreign key (authority_id, referral_id) references referral (authority_id, id)
);

create table timetable_slot (
    authority_id text not null,
    id uuid not null,
    placement_id uuid not null,
    pupil_id uuid not null,
    weekday text not null,
    session text not null,
    minutes integer not null,
    site_id uuid,
    from_day date not null,
    to_day date,
    primary key (authority_id, id),
    foreign key (authority_id, placement_id) references placement (authority_id, id)
);
create index timetable_slot_by_placement on timetable_slot (authority_id, placement_id);
create index timetable_slot_by_pupil on timetable_slot (authority_id, pupil_id, from_day);

-- area: attendance

create table absence_contact (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    day date not null,
    session text not null,
    spoke_to text not null,
    method text not null,
    outcome text not null,
    words text not null default '',
    created_at bigint not null,
    created_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index absence_contact_by_pupil on absence_contact (authority_id, pupil_id, day);

create table attendance_mark (
    authority_id text not null,
    pupil_id uuid not null,
    day date not null,
    session text not null,
    revision integer not null,
    school_year integer not null,
    placement_id uuid not null,
    organisation_id uuid not null,
    arrival text not null,
    code text not null,
    minutes_late integer,
    reason text not null default '',
    correction text not null default '',
    recorded_at bigint not null,
    recorded_by uuid not null,
    primary key (authority_id, pupil_id, day, session, revision),
    foreign key (authority_id, pupil_id, day, session) references expected_session (authority_id, pupil_id, day, session)
);

create table attendance_month (
    authority_id text not null,
    placement_id uuid not null,
    month date not null,
    code text not null,
    organisation_id uuid not null,
    pupil_id uuid not null,
    sessions integer not null,
    primary key (authority_id, pupil_id, month, placement_id, code)
);
create index attendance_month_by_organisation on attendance_month (authority_id, organisation_id, month, pupil_id, code, sessions, placement_id);
create index attendance_month_by_placement on attendance_month (authority_id, placement_id, month);
create index attendance_month_ill on attendance_month (authority_id, pupil_id, month, sessions) where code = 'I';

create table attendance_total (
    authority_id text not null,
    span text not null,
    organisation_id uuid not null,
    from_day date not null,
    year_group integer not null,
    code text not null,
    sessions integer not null,
    primary key (authority_id, span, organisation_id, from_day, year_group, code)
);

-- area: reviews

create table goal (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    placement_id uuid not null,
    words text not null,
    measure text not null,
    baseline double precision,
    target double precision,
    unit text not null default '',
    position integer not null default 1,
    closed_on date,
    created_at bigint not null,
    created_by uuid not null,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, placement_id) references placement (authority_id, id)
);
create index goal_by_placement on goal (authority_id, placement_id, position);
create index goal_by_pupil on goal (authority_id, pupil_id);

create table goal_reading (
    authority_id text not null,
    id uuid not null,
    goal_id uuid not null,
    review_id uuid,
    read_on date not null,
    value double precision,
    words text not null default '',
    created_at bigint not null,
    created_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, goal_id) references goal (authority_id, id)
);
create index goal_reading_by_goal on goal_reading (authority_id, goal_id, read_on);

create table review (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    placement_id uuid not null,
    due_on date not null,
    state text not null,
    held_on date,
    attendees text not null default '',
    child_view text not null default '',
    child_view_method text,
    family_view text not null default '',
    is_safe boolean,
    meets_need boolean,
    summary text not null default '',
    attended integer,
    possible integer,
    next_step text,
    next_step_reason text not null default '',
    created_at bigint not null,
    created_by uuid,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, placement_id) references placement (authority_id, id)
);
create index review_by_placement on review (authority_id, placement_id, due_on);
create index review_by_pupil on review (authority_id, pupil_id, due_on);
create index review_due on review (authority_id, due_on) where state = 'due';
create unique index review_due_once on review (authority_id, placement_id) where state = 'due';

-- area: clocks

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

-- area: sharing

create table erasure (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    ground text not null,
    reason text not null,
    born_year integer not null,
    placements integer not null,
    first_year integer,
    erased_at bigint not null,
    erased_by uuid not null,
    primary key (authority_id, id)
);

create table erasure_under_way (
    authority_id text not null,
    pupil_id uuid not null,
    primary key (authority_id, pupil_id)
);

create table legal_hold (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    reason text not null,
    from_day date not null,
    ended_on date,
    ended_reason text,
    created_at bigint not null,
    created_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create unique index legal_hold_once on legal_hold (authority_id, pupil_id) where ended_on is null;

create table subject_access_request (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    asked_by text not null,
    relation text not null,
    received_on date not null,
    complex_reason text,
    answered_on date,
    left_out text,
    created_at bigint not null,
    created_by uuid not null,
    version integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index subject_access_request_by_pupil on subject_access_request (authority_id, pupil_id);
create index subject_access_request_open on subject_access_request (authority_id, received_on) where answered_on is null;

-- area: family

create table family_link (
    authority_id text not null,
    id uuid not null,
    pupil_id uuid not null,
    contact_id uuid not null,
    token_hash text not null,
    message_id uuid,
    made_by text not null,
    created_at bigint not null,
    created_by uuid,
    expires_at bigint not null,
    wrong_facts integer not null default 0,
    opened_at bigint,
    visit_hash text,
    seen_at bigint,
    ended_at bigint,
    ended_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, contact_id) references contact (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id)
);
create index family_link_by_contact on family_link (authority_id, contact_id, created_at);
create index family_link_by_pupil on family_link (authority_id, pupil_id);
create unique index family_link_by_token on family_link (authority_id, token_hash);
