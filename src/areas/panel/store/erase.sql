-- A child’s record is erased: agenda items, decisions and letters. In this order, since one row refers to another.

-- name: erase_decision_letter
delete from decision_letter where authority_id = :authority and decision_id in (
    select d.id from decision d join referral r on r.authority_id = d.authority_id and r.id = d.referral_id
    where d.authority_id = :authority and r.pupil_id = :pupil);

-- name: erase_decision
delete from decision where authority_id = :authority and referral_id in (select id from referral where authority_id = :authority and pupil_id = :pupil);

-- name: erase_conflict_of_interest
delete from conflict_of_interest where authority_id = :authority and agenda_item_id in (
    select i.id from agenda_item i join referral r on r.authority_id = i.authority_id and r.id = i.referral_id
    where i.authority_id = :authority and r.pupil_id = :pupil);

-- name: erase_agenda_item
delete from agenda_item where authority_id = :authority and referral_id in (select id from referral where authority_id = :authority and pupil_id = :pupil);
