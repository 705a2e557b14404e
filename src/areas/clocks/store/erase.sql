-- A child’s record is erased: facts and lawful reasons of the law’s clocks. In this order, since one row refers to another.

-- name: erase_dated_fact
delete from dated_fact where authority_id = :authority and pupil_id = :pupil;

-- name: erase_lawful_reason
delete from lawful_reason where authority_id = :authority and pupil_id = :pupil;
