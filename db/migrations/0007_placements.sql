-- area: placements
-- Offers, placements, the child's week, and the written confirmations without which nothing starts.

create table place_offer (
    authority_id       text not null,
    id                 uuid not null,
    referral_id        uuid not null,
    pupil_id           uuid not null,
    programme_id       uuid not null,
    organisation_id    uuid not null,               -- the provider asked
    state              text not null check (state in ('sent', 'question_asked', 'accepted', 'declined', 'expired', 'withdrawn')),
    needs_summary      text not null,               -- what the provider is told: need, not more than needed
    start_on           date not null,
    weeks              integer not null check (weeks > 0),
    price_pence        bigint not null,
    price_unit         text not null,
    reply_by           date not null,
    answer_reason      text,
    question           text,
    question_answer    text,
    answered_at        bigint,
    answered_by        uuid,
    created_at         bigint not null,
    created_by         uuid not null,
    version            integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, referral_id) references referral (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id),
    foreign key (authority_id, programme_id) references programme (authority_id, id)
);
create index place_offer_by_referral on place_offer (authority_id, referral_id);
create index place_offer_by_organisation on place_offer (authority_id, organisation_id, state);
create unique index place_offer_open_once on place_offer (authority_id, referral_id, programme_id) where state in ('sent', 'question_asked', 'accepted');

create table offer_session (
    authority_id   text not null,
    place_offer_id uuid not null,
    weekday        text not null check (weekday in ('monday', 'tuesday', 'wednesday', 'thursday', 'friday')),
    session        text not null check (session in ('am', 'pm')),
    primary key (authority_id, place_offer_id, weekday, session),
    foreign key (authority_id, place_offer_id) references place_offer (authority_id, id)
);

-- A provider looked at for this child and put aside, with the reason.
create table shortlist_set_aside (
    authority_id text not null,
    referral_id  uuid not null,
    programme_id uuid not null,
    reason       text not null,
    created_at   bigint not null,
    created_by   uuid not null,
    primary key (authority_id, referral_id, programme_id),
    foreign key (authority_id, referral_id) references referral (authority_id, id),
    foreign key (authority_id, programme_id) references programme (authority_id, id)
);

create table placement (
    authority_id      text not null,
    id                uuid not null,
    pupil_id          uuid not null,
    programme_id      uuid not null,
    organisation_id   uuid not null,                -- the provider
    referral_id       uuid,
    decision_id       uuid,
    place_offer_id    uuid,
    commissioner_id   uuid not null,                -- organisation: authority team or school
    funder_id         uuid not null,
    legal_basis       text not null check (legal_basis in ('s19_exclusion', 's19_medical', 's19_other', 'school_suspension_day6',
                      's29A_offsite_direction', 'school_agreed_offsite', 'ehcp_section_i', 'eotas_s61', 'managed_move', 'post16')),
    purpose           text not null check (length(purpose) > 0),
    from_day          date not null,
    expected_end      date not null check (expected_end >= from_day),
    state             text not null check (state in ('planned', 'active', 'ended')),
    registration      text not null check (registration in ('stays_on_roll', 'dual_registered', 'single_at_provider', 'no_roll')),
    price_pence       bigint not null check (price_pence >= 0),
    price_unit        text not null,
    started_on        date,
    ended_on          date,
    end_reason        text,
    destination       text,
    end_note          text not null default '',
    end_child_view    text not null default '',
    provider_report   text not null default '',
    part_time_reason  text not null default '',
    roll_school_id    uuid,
    authority_officer text not null default '',     -- R30: who answers at the authority
    school_lead       text not null default '',
    provider_lead     text not null default '',
    social_worker     text not null default '',
    created_at        bigint not null,
    created_by        uuid not null,
    version           integer not null default 1,
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id),
    foreign key (authority_id, programme_id) references programme (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id),
    foreign key (authority_id, commissioner_id) references organisation (authority_id, id),
    foreign key (authority_id, funder_id) references organisation (authority_id, id),
    check (state <> 'ended' or (ended_on is not null and end_reason is not null and destination is not null))
);
create index placement_by_pupil on placement (authority_id, pupil_id, from_day);
create index placement_by_organisation on placement (authority_id, organisation_id, state);
create index placement_by_state on placement (authority_id, state, expected_end);
create index placement_by_programme on placement (authority_id, programme_id, state);

create table timetable_slot (
    authority_id text not null,
    id           uuid not null,
    placement_id uuid not null,
    pupil_id     uuid not null,
    weekday      text not null check (weekday in ('monday', 'tuesday', 'wednesday', 'thursday', 'friday')),
    session      text not null check (session in ('am', 'pm')),
    minutes      integer not null check (minutes between 15 and 300),
    site_id      uuid,                              -- none: online
    from_day     date not null,
    to_day       date,
    primary key (authority_id, id),
    foreign key (authority_id, placement_id) references placement (authority_id, id)
);
create index timetable_slot_by_placement on timetable_slot (authority_id, placement_id);
create index timetable_slot_by_pupil on timetable_slot (authority_id, pupil_id, from_day);

-- Each dated session a child is expected at a setting: timetable x school days. Its key is invariant 2: no session twice,
-- across all settings. A mark refers to it: invariant 4.
create table expected_session (
    authority_id    text not null,
    pupil_id        uuid not null,
    day             date not null,
    session         text not null check (session in ('am', 'pm')),
    placement_id    uuid not null,
    organisation_id uuid not null,
    site_id         uuid,
    primary key (authority_id, pupil_id, day, session),
    foreign key (authority_id, placement_id) references placement (authority_id, id)
);
create index expected_session_by_organisation on expected_session (authority_id, organisation_id, day, session);
create index expected_session_by_placement on expected_session (authority_id, placement_id, day, session);
create index expected_session_by_day on expected_session (authority_id, day, session);

-- R31: what the provider has confirmed in writing.
create table confirmation (
    authority_id text not null,
    id           uuid not null,
    placement_id uuid not null,
    kind         text not null check (kind in ('staff_checks', 'tells_of_changes', 'addresses', 'subcontractors', 'emergency_contacts',
                 'risk_assessment', 'absence_arrangement', 'insurance')),
    words        text not null,
    given_on     date not null,
    given_by     text not null,
    site_id      uuid,
    document_id  uuid,
    created_at   bigint not null,
    created_by   uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, placement_id) references placement (authority_id, id)
);
create index confirmation_by_placement on confirmation (authority_id, placement_id, kind);

create table placement_extension (
    authority_id text not null,
    id           uuid not null,
    placement_id uuid not null,
    old_end      date not null,
    new_end      date not null check (new_end > old_end),
    reason       text not null,
    review_id    uuid,
    created_at   bigint not null,
    created_by   uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, placement_id) references placement (authority_id, id)
);
create index placement_extension_by_placement on placement_extension (authority_id, placement_id);
