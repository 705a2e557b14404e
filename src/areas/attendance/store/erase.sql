-- A child’s record is erased: marks and what was done about absences. In this order, since one row refers to another.

-- name: erase_absence_contact
delete from absence_contact where authority_id = :authority and pupil_id = :pupil;

-- name: erase_attendance_mark
delete from attendance_mark where authority_id = :authority and pupil_id = :pupil;

-- name: erase_attendance_month
delete from attendance_month where authority_id = :authority and pupil_id = :pupil;
