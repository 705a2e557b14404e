-- area: people
-- A browser in which somebody has signed in before, by the hash of its cookie's token. Its tries are counted apart from those of
-- strangers, so that whoever goes on guessing a password does not hold up its owner.
create table known_browser (
    authority_id  text not null,
    token_hash    text not null,
    user_id       uuid not null,
    first_at      bigint not null,
    last_at       bigint not null,
    primary key (authority_id, token_hash, user_id),
    foreign key (authority_id, user_id) references app_user (authority_id, id)
);
create index known_browser_by_user on known_browser (authority_id, user_id);

-- The hash of such a browser; empty: a stranger's. Each counts apart.
alter table sign_in_attempt add column browser text not null default '';
