-- Decisions and their letters. A decision is inserted and never changed; what takes its place names it.

-- fragment: columns
d.id, d.referral_id, d.meeting_id, d.outcome, d.reasons, d.conditions, d.options_considered, d.offer_category_id, c.name as category_name,
d.sessions_per_week, d.weeks, d.roll, d.roll_reason, d.split, d.split_reason, d.unregistered, d.unregistered_reason, d.out_of_area,
d.out_of_area_reason, d.long_reason, d.signed_off_by, d.signed_off_name, d.child_view, d.family_view, d.outcome_measure, d.exit_plan,
d.sen_team_view, d.dissent, d.outside_meeting_reason, d.present, d.chair_name, d.decided_on, d.supersedes_id, d.supersede_reason,
d.created_at, u.name as recorded_by, later.id as superseded_by

-- fragment: of_decision
decision d
left join app_user u on u.authority_id = d.authority_id and u.id = d.created_by
left join offer_category c on c.authority_id = d.authority_id and c.id = d.offer_category_id
left join decision later on later.authority_id = d.authority_id and later.supersedes_id = d.id

-- name: find_decision
select
-- include: panel/store/decisions.sql#columns
from
-- include: panel/store/decisions.sql#of_decision
where d.authority_id = :authority and d.id = :decision;

-- name: standing_decision
-- The decision that stands: the one that no later decision supersedes.
select
-- include: panel/store/decisions.sql#columns
from
-- include: panel/store/decisions.sql#of_decision
where d.authority_id = :authority and d.referral_id = :referral and later.id is null
order by d.id desc
limit 1;

-- name: decisions_of_referral
-- All that was ever decided about a referral, newest first.
select
-- include: panel/store/decisions.sql#columns
from
-- include: panel/store/decisions.sql#of_decision
where d.authority_id = :authority and d.referral_id = :referral
order by d.id desc;

-- name: insert_decision
insert into decision (authority_id, id, referral_id, meeting_id, outcome, reasons, conditions, options_considered, offer_category_id,
    sessions_per_week, weeks, roll, roll_reason, split, split_reason, unregistered, unregistered_reason, out_of_area, out_of_area_reason,
    long_reason, signed_off_by, signed_off_name, child_view, family_view, outcome_measure, exit_plan, sen_team_view, dissent,
    outside_meeting_reason, present, chair_name, decided_on, supersedes_id, supersede_reason, created_at, created_by)
values (:authority, :id, :referral, :meeting, :outcome, :reasons, :conditions, :options_considered, :category,
    :sessions_per_week, :weeks, :roll, :roll_reason, :split, :split_reason, :unregistered, :unregistered_reason, :out_of_area,
    :out_of_area_reason, :long_reason, :signed_off_by, :signed_off_name, :child_view, :family_view, :outcome_measure, :exit_plan,
    :sen_team_view, :dissent, :outside_meeting_reason, :present, :chair_name, :decided_on, :supersedes, :supersede_reason, :now, :actor);

-- name: category_rules
select name, description, weeks_max, full_time, dual_registration_required from offer_category
where authority_id = :authority and id = cast(:category as text);

-- name: categories_on
select id, name, description, weeks_max, full_time, dual_registration_required from offer_category
where authority_id = :authority and from_day <= cast(:day as date) and (to_day is null or to_day >= cast(:day as date))
order by position, id;

-- name: letters_of
select id, decision_id, recipient, addressee, body, state, sent_at, sent_by, version from decision_letter
where authority_id = :authority and decision_id = :decision
order by recipient;

-- name: insert_letter
insert into decision_letter (authority_id, id, decision_id, recipient, addressee, body, state, created_at, created_by)
values (:authority, :id, :decision, :recipient, :addressee, :body, 'drafted', :now, :actor);

-- name: edit_letter
update decision_letter set addressee = :addressee, body = :body, version = version + 1
where authority_id = :authority and id = :letter and state = 'drafted' and version = :seen_version;

-- name: send_letter
update decision_letter set state = 'sent', sent_at = :now, sent_by = :actor, version = version + 1
where authority_id = :authority and id = :letter and state = 'drafted' and version = :seen_version;

-- name: letters_to_send
-- Drafts that nobody has sent yet, the oldest first, of decisions that still stand.
select l.decision_id, l.recipient, d.decided_on, d.outcome, r.reference, p.reference as pupil_reference, p.known_as, p.last_name
from decision_letter l
join decision d on d.authority_id = l.authority_id and d.id = l.decision_id
join referral r on r.authority_id = d.authority_id and r.id = d.referral_id
join pupil p on p.authority_id = r.authority_id and p.id = r.pupil_id
where l.authority_id = :authority and l.state = 'drafted'
  and not exists (select 1 from decision later where later.authority_id = d.authority_id and later.supersedes_id = d.id)
order by d.decided_on, l.id;
