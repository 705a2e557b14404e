-- area: family
-- Links by which somebody of a child's family comes in without an account. Each opens once, in one browser, after a second fact; only
-- hashes of the link and of that browser's secret are kept.
create table family_link (
    authority_id    text not null,
    id              uuid not null,
    pupil_id        uuid not null,
    contact_id      uuid not null,
    token_hash      text not null,
    message_id      uuid,                           -- the message it left by; none: it was handed over
    made_by         text not null check (made_by in ('sender', 'reader')),  -- a reader asks for one in the place of another
    created_at      bigint not null,
    created_by      uuid,
    expires_at      bigint not null,
    wrong_facts     integer not null default 0,
    opened_at       bigint,
    visit_hash      text,
    seen_at         bigint,
    ended_at        bigint,
    ended_by        uuid,                           -- somebody who works with the child; none: a later link took its place, or its reader left
    primary key (authority_id, id),
    foreign key (authority_id, pupil_id) references pupil (authority_id, id),
    foreign key (authority_id, contact_id) references contact (authority_id, id),
    check ((opened_at is null) = (visit_hash is null)),
    check ((opened_at is null) = (seen_at is null))
);
create unique index family_link_by_token on family_link (authority_id, token_hash);
create index family_link_by_contact on family_link (authority_id, contact_id, created_at);
create index family_link_by_pupil on family_link (authority_id, pupil_id);
