-- A child’s record is erased: what the child and family said. In this order, since one row refers to another.

-- name: erase_voice
delete from voice where authority_id = :authority and pupil_id = :pupil;
