-- area: platform
-- Messages that leave: written in the transaction of what they tell, sent afterwards. What they say is sealed until it is sent, and
-- then forgotten.
create table message_outbox (
    authority_id  text not null,
    id            uuid not null,
    sent_to       text not null,
    subject       text not null,
    sealed_body   text,
    created_at    bigint not null,
    tries         integer not null default 0,
    next_try_at   bigint,                          -- none: sent, or given up
    sent_at       bigint,
    failure       text,                            -- what the mail server said last
    primary key (authority_id, id)
);
create index message_outbox_due on message_outbox (authority_id, next_try_at) where next_try_at is not null;
