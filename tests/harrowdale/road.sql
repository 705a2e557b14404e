-- Histories that nobody typed: referrals in the state that their story has reached.

-- name: insert_referral
insert into referral (authority_id, id, reference, pupil_id, organisation_id, state, primary_reason, requested_category, urgency, need_since,
                      hours_now, what_was_tried, strengths, needs, risks, child_view, child_view_method, family_view, family_told_on, declared_by,
                      authority_told_on, sent_at, decided_on, with_role, created_at, created_by)
values (:authority, :id, :reference, :pupil, :school, :state, :reason, :category, :urgency, :need_since, :minutes_now, :what_was_tried,
        :strengths, :needs, :risks, :child_view, :child_view_method, :family_view, :family_told_on, :declared_by, :authority_told_on, :sent_at,
        :decided_on, :with_role, :now, :actor);

-- name: insert_reason
insert into referral_reason (authority_id, referral_id, reason) values (:authority, :referral, :reason) on conflict do nothing;

-- name: insert_section
insert into referral_section (authority_id, referral_id, section, state, saved_at, saved_by)
values (:authority, :referral, :section, :state, :now, :actor);

-- name: insert_question
insert into referral_question (authority_id, id, referral_id, section, question, due_on, asked_at, asked_by)
values (:authority, :id, :referral, :section, :question, :due_on, :now, :actor);

-- name: insert_triage
insert into referral_triage (authority_id, id, referral_id, route, reasons, created_at, created_by)
values (:authority, :id, :referral, :route, :reasons, :now, :actor);

-- name: mark_held
update meeting set state = 'held', chair_id = :chair where authority_id = :authority and id = :meeting;
