-- name: keep_sending
insert into sent_form (authority_id, sending, sent_at) values (:authority, :sending, :now)
on conflict (authority_id, sending) do nothing;

-- name: keep_next_page
update sent_form set next_page = :next_page where authority_id = :authority and sending = :sending;

-- name: let_go_of_sending
delete from sent_form where authority_id = :authority and sending = :sending;

-- name: sent_before
select next_page from sent_form where authority_id = :authority and sending = :sending;
