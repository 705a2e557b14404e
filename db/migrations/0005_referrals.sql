-- area: referrals
-- From need to a decision: what is asked for a child, by whom, why, and where it stands.

create table referral (
    authority_id       text not null,
    id                 uuid not null,
    reference          text not null,               -- "R-7F3K-2M"
    pupil_id           uuid not null,
    organisation_id    uuid not null,               -- who refers
    state              text not null check (state in ('draft', 'submitted', 'information_requested', 'ready_for_panel', 'decided', 'placed', 'withdrawn')),
    primary_reason     text,
    requested_category text,
    urgency            text not null default 'routine' check (urgency in ('routine', 'soon', 'emergency')),
    need_since         date,                        -- since when the child has been without suitable education
    hours_now          integer,                     -- minutes a week the child is taught now; none: not known
    what_was_tried     text not null default '',
    strengths          text not null default '',
    needs              text not null default '',
    risks              text not null default '',
    child_view         text not null default '',
    child_view_method  text,
    family_view        text not null default '',
    family_told_on     date,
    declared_by        text,                        -- name under the declaration
    authority_told_on  date,                        -- section 19: when the authority was told
    sent_at            bigint,
    decided_on         date,
    withdrawn_reason   text,
    with_role          text not null default 'school_lead',   -- who has it now
    created_at         bigint not null,
    created_by         uuid not null,
    version            integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id),
    foreign key (authority_id, requested_category) references offer_category (authority_id, id)
);
create unique index referral_by_reference on referral (authority_id, reference);
create index referral_by_state on referral (authority_id, state, sent_at);
create index referral_by_pupil on referral (authority_id, pupil_id);
create index referral_by_organisation on referral (authority_id, organisation_id, state);
create unique index referral_open_once on referral (authority_id, pupil_id)
    where state in ('draft', 'submitted', 'information_requested', 'ready_for_panel');

create table referral_reason (
    authority_id text not null,
    referral_id  uuid not null,
    reason       text not null,                     -- the guide's ten, codes.md 1.2
    primary key (authority_id, referral_id, reason),
    foreign key (authority_id, referral_id) references referral (authority_id, id)
);

-- Which of the eight sections the writer has said are complete.
create table referral_section (
    authority_id text not null,
    referral_id  uuid not null,
    section      text not null,
    state        text not null check (state in ('in_progress', 'completed')),
    saved_at     bigint not null,
    saved_by     uuid not null,
    primary key (authority_id, referral_id, section),
    foreign key (authority_id, referral_id) references referral (authority_id, id)
);

create table referral_question (
    authority_id text not null,
    id           uuid not null,
    referral_id  uuid not null,
    section      text,
    question     text not null,
    answer       text,
    due_on       date not null,
    asked_at     bigint not null,
    asked_by     uuid not null,
    answered_at  bigint,
    answered_by  uuid,
    primary key (authority_id, id),
    foreign key (authority_id, referral_id) references referral (authority_id, id)
);
create index referral_question_by_referral on referral_question (authority_id, referral_id);

create table referral_triage (
    authority_id   text not null,
    id             uuid not null,
    referral_id    uuid not null,
    route          text not null check (route in ('outreach', 'panel', 'emergency_place', 'ask_for_more', 'duplicate')),
    reasons        text not null,
    duplicate_of   uuid,
    created_at     bigint not null,
    created_by     uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, referral_id) references referral (authority_id, id)
);
create index referral_triage_by_referral on referral_triage (authority_id, referral_id);
