-- area: people
-- Signing in with an account that a person has elsewhere: DfE Sign-in, their council's. What binds it to somebody here is the
-- provider's own name for them, which never changes; an address does.

create table sign_in_identity (
    authority_id       text not null,
    id                 uuid not null,
    user_id            uuid not null,
    identity_provider  text not null,
    subject            text not null,
    email              text not null,               -- as the provider gave it when it was bound
    created_at         bigint not null,
    last_used_at       bigint not null,
    primary key (authority_id, id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);
create unique index sign_in_identity_by_subject on sign_in_identity (authority_id, identity_provider, subject);
create unique index sign_in_identity_by_user on sign_in_identity (authority_id, user_id, identity_provider);

-- Somebody has gone to a provider and has not come back yet. Only hashes: the browser keeps the secret, the address carries the state.
create table identity_sign_in (
    state_hash         text not null primary key,
    authority_id       text not null,
    identity_provider  text not null,
    browser_hash       text not null,
    next_page          text not null,
    created_at         bigint not null,
    used_at            bigint
);
create index identity_sign_in_by_age on identity_sign_in (authority_id, created_at);
