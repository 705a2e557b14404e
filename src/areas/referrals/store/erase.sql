-- A child’s record is erased: referrals. In this order, since one row refers to another.

-- name: erase_referral_question
delete from referral_question where authority_id = :authority and referral_id in (select id from referral where authority_id = :authority and pupil_id = :pupil);

-- name: erase_referral_reason
delete from referral_reason where authority_id = :authority and referral_id in (select id from referral where authority_id = :authority and pupil_id = :pupil);

-- name: erase_referral_section
delete from referral_section where authority_id = :authority and referral_id in (select id from referral where authority_id = :authority and pupil_id = :pupil);

-- name: erase_referral_triage
delete from referral_triage where authority_id = :authority and referral_id in (select id from referral where authority_id = :authority and pupil_id = :pupil);

-- name: erase_referral
delete from referral where authority_id = :authority and pupil_id = :pupil;
