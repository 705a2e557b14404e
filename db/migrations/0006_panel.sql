-- area: panel
-- Who decides, when, with which quorum; what was decided and why. A decision is never edited: a later one supersedes it.

create table panel (
    authority_id   text not null references authority (id),
    id             uuid not null,
    name           text not null,
    terms          text not null default '',
    members_min    integer not null check (members_min >= 1),   -- quorum: members present without a conflict
    agencies_min   integer not null default 1,                  -- quorum: different agencies among them
    created_at     bigint not null,
    created_by     uuid,
    version        integer not null default 1,
    primary key (authority_id, id)
);

create table panel_member (
    authority_id text not null,
    id           uuid not null,
    panel_id     uuid not null,
    user_id      uuid not null,
    agency       text not null,                     -- "education", "health", "social_care", "youth_justice", "schools"
    is_chair     boolean not null default false,
    from_day     date not null,
    to_day       date,
    primary key (authority_id, id),
    foreign key (authority_id, panel_id) references panel (authority_id, id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);
create index panel_member_by_panel on panel_member (authority_id, panel_id);
create index panel_member_by_user on panel_member (authority_id, user_id);

create table meeting (
    authority_id text not null,
    id           uuid not null,
    panel_id     uuid not null,
    on_day       date not null,
    starts       text not null,                     -- "09:30", London
    place        text not null,
    state        text not null check (state in ('planned', 'published', 'held')),
    chair_id     uuid,                              -- the member in the chair on the day
    created_at   bigint not null,
    created_by   uuid,
    version      integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, panel_id) references panel (authority_id, id)
);
create index meeting_by_day on meeting (authority_id, on_day);

create table meeting_attendance (
    authority_id    text not null,
    meeting_id      uuid not null,
    panel_member_id uuid not null,
    present         boolean not null,
    primary key (authority_id, meeting_id, panel_member_id),
    foreign key (authority_id, meeting_id) references meeting (authority_id, id),
    foreign key (authority_id, panel_member_id) references panel_member (authority_id, id)
);

create table agenda_item (
    authority_id text not null,
    id           uuid not null,
    meeting_id   uuid not null,
    referral_id  uuid not null,
    position     integer not null,
    state        text not null default 'waiting' check (state in ('waiting', 'decided', 'deferred')),
    deferred_reason text not null default '',
    created_at   bigint not null,
    created_by   uuid,
    version      integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, meeting_id) references meeting (authority_id, id),
    foreign key (authority_id, referral_id) references referral (authority_id, id)
);
create unique index agenda_item_once on agenda_item (authority_id, meeting_id, referral_id);
create index agenda_item_by_referral on agenda_item (authority_id, referral_id);
create index agenda_item_waiting on agenda_item (authority_id, meeting_id) where state = 'waiting';

create table conflict_of_interest (
    authority_id    text not null,
    id              uuid not null,
    agenda_item_id  uuid not null,
    panel_member_id uuid not null,
    reason          text not null,
    created_at      bigint not null,
    created_by      uuid,
    primary key (authority_id, id),
    foreign key (authority_id, agenda_item_id) references agenda_item (authority_id, id),
    foreign key (authority_id, panel_member_id) references panel_member (authority_id, id)
);
create unique index conflict_of_interest_once on conflict_of_interest (authority_id, agenda_item_id, panel_member_id);

create table decision (
    authority_id       text not null,
    id                 uuid not null,
    referral_id        uuid not null,
    meeting_id         uuid,                        -- none: an emergency decision outside a meeting
    outcome            text not null check (outcome in ('place_in_provision', 'outreach_in_school', 'remain_with_support', 'more_information', 'not_agreed')),
    reasons            text not null,
    conditions         text not null default '',    -- one a line
    options_considered text not null default '',
    offer_category_id  text,
    sessions_per_week  integer check (sessions_per_week between 1 and 10),
    weeks              integer,
    roll               text check (roll in ('stays_on_roll', 'dual_registered', 'single_at_provider', 'no_roll')),
    roll_reason        text not null default '',
    split              boolean not null default false,
    split_reason       text not null default '',
    unregistered       boolean not null default false,
    unregistered_reason text not null default '',
    out_of_area        boolean not null default false,
    out_of_area_reason text not null default '',
    long_reason        text not null default '',    -- over 12 weeks
    signed_off_by      uuid,
    signed_off_name    text not null default '',
    child_view         text not null default '',
    family_view        text not null default '',
    outcome_measure    text not null default '',
    exit_plan          text not null default '',
    sen_team_view      text not null default '',    -- child with an EHC plan: who of the SEN team was asked, what they said
    dissent            text not null default '',
    outside_meeting_reason text not null default '', -- no meeting: why it could not wait
    present            text not null default '',    -- minuted: who was there, who was excluded and why
    chair_name         text not null default '',
    decided_on         date not null,
    supersedes_id      uuid,
    supersede_reason   text not null default '',
    created_at         bigint not null,
    created_by         uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, referral_id) references referral (authority_id, id),
    foreign key (authority_id, meeting_id) references meeting (authority_id, id),
    foreign key (authority_id, supersedes_id) references decision (authority_id, id)
);
create index decision_by_referral on decision (authority_id, referral_id);
create unique index decision_superseded_once on decision (authority_id, supersedes_id) where supersedes_id is not null;
-- engine: sqlite
create trigger decision_refuses_update before update on decision begin select raise(abort, 'decision is append-only'); end;
create trigger decision_refuses_delete before delete on decision begin select raise(abort, 'decision is append-only'); end;
-- engine: postgres
create trigger decision_refuses_change before update or delete or truncate on decision execute function refuse_change();
-- engine: both

create table decision_letter (
    authority_id text not null,
    id           uuid not null,
    decision_id  uuid not null,
    recipient    text not null check (recipient in ('family', 'school')),
    addressee    text not null,
    body         text not null,
    state        text not null check (state in ('drafted', 'sent')),
    sent_at      bigint,
    sent_by      uuid,
    created_at   bigint not null,
    created_by   uuid,
    version      integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, decision_id) references decision (authority_id, id)
);
create unique index decision_letter_once on decision_letter (authority_id, decision_id, recipient);
create index decision_letter_to_send on decision_letter (authority_id, decision_id) where state = 'drafted';
