-- A child’s record is erased: the links of the family, and what is left of the messages that they left by.

-- name: messages_of_links
select message_id from family_link where authority_id = :authority and pupil_id = :pupil and message_id is not null;

-- name: erase_family_links
delete from family_link where authority_id = :authority and pupil_id = :pupil;
