-- Links by which somebody of a child's family comes in.

-- name: insert_family_link
insert into family_link (authority_id, id, pupil_id, contact_id, token_hash, message_id, made_by, created_at, created_by, expires_at)
values (:authority, :id, :pupil, :contact, :token_hash, :message, :made_by, :now, :created_by, :expires_at);

-- name: end_family_links
-- A later link takes the place of all before it; so does the end of it all.
update family_link set ended_at = :now, ended_by = :ended_by
where authority_id = :authority and contact_id = :contact and ended_at is null;

-- name: family_link_by_token
select l.id, l.pupil_id, l.contact_id, l.message_id, l.created_at, l.expires_at, l.wrong_facts, l.opened_at, l.seen_at, l.ended_at, l.ended_by, l.visit_hash
from family_link l where l.authority_id = :authority and l.token_hash = :token_hash;

-- name: family_links_of_contact
select l.id, l.pupil_id, l.contact_id, l.message_id, l.created_at, l.expires_at, l.wrong_facts, l.opened_at, l.seen_at, l.ended_at, l.ended_by, l.visit_hash
from family_link l where l.authority_id = :authority and l.contact_id = :contact order by l.created_at desc, l.id desc;

-- name: family_links_asked_for_since
select count(*) as count from family_link
where authority_id = :authority and contact_id = :contact and made_by = 'reader' and created_at > :since;

-- name: wrong_facts_of_contact
-- Over all links since the last that opened, or that somebody who works with the child sent.
select coalesce(sum(l.wrong_facts), 0) as count from family_link l
where l.authority_id = :authority and l.contact_id = :contact
  and l.created_at >= coalesce((select max(g.created_at) from family_link g
                                where g.authority_id = l.authority_id and g.contact_id = l.contact_id
                                  and (g.opened_at is not null or g.made_by = 'sender')), 0);

-- name: note_wrong_fact
update family_link set wrong_facts = wrong_facts + 1 where authority_id = :authority and id = :id and opened_at is null;

-- name: open_family_link
-- No row changes when another browser was quicker.
update family_link set opened_at = :now, seen_at = :now, visit_hash = :visit_hash
where authority_id = :authority and id = :id and opened_at is null and ended_at is null;

-- name: note_family_seen
update family_link set seen_at = :now where authority_id = :authority and id = :id and opened_at is not null and seen_at < :now;

-- name: end_family_visit
update family_link set ended_at = :now where authority_id = :authority and id = :id and ended_at is null;
