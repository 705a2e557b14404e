-- area: people
-- The second step of signing in, and the links by which somebody sets a password. Tokens and recovery codes are kept as hashes; an
-- authenticator's secret must be read again, so it is kept sealed with a key that is not in the database.

create table authenticator (
    authority_id   text not null,
    user_id        uuid not null,
    sealed_secret  text not null,
    last_step      bigint not null,                 -- the thirty seconds of the code used last; none up to it counts again
    created_at     bigint not null,
    primary key (authority_id, user_id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);

-- A secret that was shown and whose first code has not come yet. An authenticator in use goes on until it does.
create table authenticator_set_up (
    authority_id   text not null,
    user_id        uuid not null,
    sealed_secret  text not null,
    started_at     bigint not null,
    primary key (authority_id, user_id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);

create table recovery_code (
    authority_id   text not null,
    id             uuid not null,
    user_id        uuid not null,
    code_hash      text not null,
    created_at     bigint not null,
    used_at        bigint,
    primary key (authority_id, id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);
create index recovery_code_by_user on recovery_code (authority_id, user_id);

-- The password was right; the code is still to come.
create table unfinished_sign_in (
    token_hash     text not null primary key,
    authority_id   text not null,
    user_id        uuid not null,
    from_address   text not null,
    created_at     bigint not null,
    ended_at       bigint,
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);

-- A link that sets a password, once.
create table single_use_link (
    token_hash     text not null primary key,
    authority_id   text not null,
    user_id        uuid not null,
    kind           text not null check (kind in ('invitation', 'reset')),
    created_at     bigint not null,
    created_by     uuid,
    expires_at     bigint not null,
    used_at        bigint,
    ended_at       bigint,                          -- another took its place
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);
create index single_use_link_by_user on single_use_link (authority_id, user_id);

-- Somebody said on the sign-in page that they forgot their password. Whoever looks after accounts answers with a link.
create table reset_request (
    authority_id   text not null,
    user_id        uuid not null,
    asked_at       bigint not null,
    primary key (authority_id, user_id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);

-- A wrong code counts towards the lock of the account, a wrong password only towards the wait.
alter table sign_in_attempt add column kind text not null default 'password';
