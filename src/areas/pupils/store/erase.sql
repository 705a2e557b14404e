-- A child’s record is erased: the record itself, last of all. In this order, since one row refers to another.

-- name: erase_note_readers
delete from restricted_note_reader where authority_id = :authority and note_id in (select id from restricted_note where authority_id = :authority and pupil_id = :pupil);

-- name: erase_notes
delete from restricted_note where authority_id = :authority and pupil_id = :pupil;

-- name: erase_contact_restrictions
delete from contact_restriction where authority_id = :authority and pupil_id = :pupil;

-- name: erase_emergency_access
delete from emergency_access where authority_id = :authority and pupil_id = :pupil;

-- name: erase_circumstance
delete from circumstance where authority_id = :authority and pupil_id = :pupil;

-- name: erase_contact
delete from contact where authority_id = :authority and pupil_id = :pupil;

-- name: erase_enrolment
delete from enrolment where authority_id = :authority and pupil_id = :pupil;

-- name: erase_exclusion
delete from exclusion where authority_id = :authority and pupil_id = :pupil;

-- name: erase_sen_record
delete from sen_record where authority_id = :authority and pupil_id = :pupil;

-- name: erase_pupil_access
delete from pupil_access where authority_id = :authority and pupil_id = :pupil;

-- name: erase_words
-- Of the child's names, from the full-text index; before the child, whose words say where to look.
-- engine: sqlite
delete from pupil_words
where pupil_words match coalesce((select every_word from pupil_words_fill where authority_id = :authority and id = :pupil), '""') and id = :pupil;
-- engine: postgres
delete from pupil where authority_id = :authority and id = :pupil and false;
-- engine: both

-- name: merge_words
-- FTS5 marks what was deleted and keeps the word until its segments are merged: merged at once, nothing of an erased name stays.
-- engine: sqlite
insert into pupil_words (pupil_words) values ('optimize');
-- engine: postgres
delete from pupil where false;
-- engine: both

-- name: erase_pupil
delete from pupil where authority_id = :authority and id = :pupil;
