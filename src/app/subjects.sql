-- The child that a record in a path concerns. Reads of several areas' tables: only app/ may.

-- name: pupil_of_reference
select id as pupil_id from pupil where authority_id = :authority and reference = :key;

-- name: pupil_of_referral
select pupil_id from referral where authority_id = :authority and id = cast(:key as uuid);

-- name: pupil_of_decision
select r.pupil_id from decision d
join referral r on r.authority_id = d.authority_id and r.id = d.referral_id
where d.authority_id = :authority and d.id = cast(:key as uuid);

-- name: pupil_of_offer
select pupil_id from place_offer where authority_id = :authority and id = cast(:key as uuid);

-- name: pupil_of_placement
select pupil_id from placement where authority_id = :authority and id = cast(:key as uuid);

-- name: pupil_of_review
select pupil_id from review where authority_id = :authority and id = cast(:key as uuid);

-- name: pupil_of_document
select pupil_id from document where authority_id = :authority and id = cast(:key as uuid);
