-- area: people
-- Tokens by which another program reads or writes in the name of an organisation. Only the hash of a token is kept. What the program
-- does stands under a user of its own, who is never active: nobody signs in as it, and no link can give it a password.
create table api_token (
    authority_id     text not null,
    id               uuid not null,
    token_hash       text not null,
    user_id          uuid not null,                 -- stands for the program wherever something says who did it
    name             text not null,                 -- "Register system of Greenways Farm"
    organisation_id  uuid not null,
    role             text not null check (role <> 'administrator'),
    scopes           text not null,                 -- "pupils:read attendance:write"
    last_day         date not null,
    kept_at          uuid not null,                 -- the team whose administrators look after it
    created_at       bigint not null,
    created_by       uuid,
    last_used_at     bigint,
    last_used_from   text,
    revoked_at       bigint,
    revoked_by       uuid,
    primary key (authority_id, id),
    foreign key (authority_id, user_id) references app_user (authority_id, id),
    foreign key (authority_id, organisation_id) references organisation (authority_id, id),
    foreign key (authority_id, kept_at) references organisation (authority_id, id)
);
create unique index api_token_by_hash on api_token (token_hash);
