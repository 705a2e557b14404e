-- area: people
-- A form that was taken, so that the same one sent again is answered as it was the first time and not done twice. `sending` is the hash of
-- who sent what from which showing of the form; nothing of what was typed stands here. Kept for a week.
create table sent_form (
    authority_id  text not null,
    sending       text not null,
    sent_at       bigint not null,
    next_page     text,           -- where the first answer led; none while it is not known
    primary key (authority_id, sending),
    foreign key (authority_id) references authority (id)
);
create index sent_form_by_time on sent_form (authority_id, sent_at);
