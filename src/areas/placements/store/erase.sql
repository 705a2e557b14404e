-- A child’s record is erased: offers and placements with their timetables. In this order, since one row refers to another.

-- name: erase_expected_session
delete from expected_session where authority_id = :authority and pupil_id = :pupil;

-- name: erase_confirmation
delete from confirmation where authority_id = :authority and placement_id in (select id from placement where authority_id = :authority and pupil_id = :pupil);

-- name: erase_placement_extension
delete from placement_extension where authority_id = :authority and placement_id in (select id from placement where authority_id = :authority and pupil_id = :pupil);

-- name: erase_timetable_slot
delete from timetable_slot where authority_id = :authority and pupil_id = :pupil;

-- name: erase_placement
delete from placement where authority_id = :authority and pupil_id = :pupil;

-- name: erase_offer_session
delete from offer_session where authority_id = :authority and place_offer_id in (select id from place_offer where authority_id = :authority and pupil_id = :pupil);

-- name: erase_place_offer
delete from place_offer where authority_id = :authority and pupil_id = :pupil;

-- name: erase_shortlist_set_aside
delete from shortlist_set_aside where authority_id = :authority and referral_id in (select id from referral where authority_id = :authority and pupil_id = :pupil);
