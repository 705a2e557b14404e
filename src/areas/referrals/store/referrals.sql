-- Referrals as they are kept: one row each, with their reasons and the sections their writer has finished.

-- fragment: columns
r.id, r.reference, r.pupil_id, r.organisation_id, o.name as organisation_name, r.state, r.primary_reason,
r.requested_category, r.urgency, r.need_since, r.hours_now, r.what_was_tried, r.strengths, r.needs, r.risks,
r.child_view, r.child_view_method, r.family_view, r.family_told_on, r.declared_by, r.authority_told_on, r.sent_at,
r.decided_on, r.withdrawn_reason, r.with_role, r.created_by, r.version

-- name: referral_by_id
select
-- include: referrals/store/referrals.sql#columns
from referral r
join organisation o on o.authority_id = r.authority_id and o.id = r.organisation_id
where r.authority_id = :authority and r.id = :referral;

-- name: reasons_of_referral
select reason from referral_reason where authority_id = :authority and referral_id = :referral order by reason;

-- name: set_referral_state
update referral
set state = :state, with_role = :with_role,
    decided_on = case when :state = 'decided' then coalesce(decided_on, cast(:today as date))
                      when :state = 'placed' then decided_on end,  -- back before the panel, the decision is open again
    withdrawn_reason = coalesce(cast(:withdrawn_reason as text), withdrawn_reason),
    version = version + 1
where authority_id = :authority and id = :referral and version = :seen_version;

-- name: open_referral_of
-- The one referral of a child that still waits for a decision.
select id from referral
where authority_id = :authority and pupil_id = :pupil and state in ('draft', 'submitted', 'information_requested', 'ready_for_panel');

-- name: insert_referral
insert into referral (authority_id, id, reference, pupil_id, organisation_id, state, primary_reason, need_since, with_role, created_at, created_by)
values (:authority, :id, :reference, :pupil, :organisation, 'draft', :primary_reason, :need_since, 'school_lead', :now, :actor)
on conflict do nothing;

-- name: save_sections
update referral
set primary_reason = :primary_reason, requested_category = :requested_category, urgency = :urgency, need_since = :need_since,
    hours_now = :minutes_now, what_was_tried = :what_was_tried, strengths = :strengths, needs = :needs, risks = :risks,
    child_view = :child_view, child_view_method = :child_view_method, family_view = :family_view,
    family_told_on = :family_told_on, version = version + 1
where authority_id = :authority and id = :referral and version = :seen_version;

-- name: clear_reasons
delete from referral_reason where authority_id = :authority and referral_id = :referral;

-- name: insert_reason
insert into referral_reason (authority_id, referral_id, reason) values (:authority, :referral, :reason);

-- name: mark_sent
update referral
set declared_by = :declared_by, sent_at = :now, authority_told_on = coalesce(authority_told_on, cast(:today as date))
where authority_id = :authority and id = :referral;

-- name: set_urgency
update referral set urgency = :urgency where authority_id = :authority and id = :referral;

-- name: section_states
select section, state from referral_section where authority_id = :authority and referral_id = :referral;

-- name: set_section_state
insert into referral_section (authority_id, referral_id, section, state, saved_at, saved_by)
values (:authority, :referral, :section, :state, :now, :actor)
on conflict (authority_id, referral_id, section) do update
set state = excluded.state, saved_at = excluded.saved_at, saved_by = excluded.saved_by;

-- name: questions_of
select q.id, q.section, q.question, q.answer, q.due_on, q.asked_at, asker.name as asked_by_name, q.answered_at,
       answerer.name as answered_by_name
from referral_question q
join app_user asker on asker.authority_id = q.authority_id and asker.id = q.asked_by
left join app_user answerer on answerer.authority_id = q.authority_id and answerer.id = q.answered_by
where q.authority_id = :authority and q.referral_id = :referral
order by q.asked_at, q.id;

-- name: insert_question
insert into referral_question (authority_id, id, referral_id, section, question, due_on, asked_at, asked_by)
values (:authority, :id, :referral, :section, :question, :due_on, :now, :actor);

-- name: answer_question
update referral_question set answer = :answer, answered_at = :now, answered_by = :actor
where authority_id = :authority and id = :question and referral_id = :referral and answered_at is null;

-- name: triages_of
select t.route, t.reasons, t.duplicate_of, t.created_at, u.name as by_name
from referral_triage t
join app_user u on u.authority_id = t.authority_id and u.id = t.created_by
where t.authority_id = :authority and t.referral_id = :referral
order by t.created_at desc, t.id desc;

-- name: insert_triage
insert into referral_triage (authority_id, id, referral_id, route, reasons, duplicate_of, created_at, created_by)
values (:authority, :id, :referral, :route, :reasons, :duplicate_of, :now, :actor);

-- name: referrals_of_pupil
select
-- include: referrals/store/referrals.sql#columns
from referral r
join organisation o on o.authority_id = r.authority_id and o.id = r.organisation_id
where r.authority_id = :authority and r.pupil_id = :pupil and (r.state <> 'draft' or r.organisation_id = :organisation)
order by r.created_at desc, r.id desc;

-- name: categories
select id, name, description, treatment_plan_required
from offer_category
where authority_id = :authority and from_day <= :today and (to_day is null or to_day >= :today)
order by position, id;

-- name: list_referrals
-- Referrals of children whom the person may see; a draft is its own organisation's alone.
select r.id, r.reference, r.pupil_id, r.organisation_id, o.name as organisation_name, r.state, r.primary_reason, r.urgency,
       r.authority_told_on, r.sent_at, r.decided_on, r.with_role, r.created_at,
       p.reference as pupil_reference, p.known_as, p.last_name, e.year_group
from referral r
join organisation o on o.authority_id = r.authority_id and o.id = r.organisation_id
join pupil p on p.authority_id = r.authority_id and p.id = r.pupil_id
-- include: pupils/store/pupils.sql#roll_of_today
where r.authority_id = :authority and
-- include: pupils/store/access.sql#visible_to
  and (r.state <> 'draft' or r.organisation_id = :organisation)
  and (:tab = 'all'
       or (:tab = 'drafts' and r.state = 'draft')
       or (:tab = 'sent' and r.state in ('submitted', 'information_requested', 'ready_for_panel'))
       or (:tab = 'waiting' and r.with_role = :role and r.state in ('submitted', 'information_requested', 'ready_for_panel')
           and (r.state <> 'information_requested' or r.organisation_id = :organisation))
       or (:tab = 'ready' and r.state = 'ready_for_panel')
       or (:tab = 'decided' and r.state in ('decided', 'placed', 'withdrawn')))
  and (cast(:words as text) is null or r.reference = :number or
-- include: pupils/store/pupils.sql#named_so
    )
  and (cast(:reason as text) is null or r.primary_reason = cast(:reason as text))
  and (cast(:from_organisation as uuid) is null or r.organisation_id = cast(:from_organisation as uuid))
order by coalesce(r.sent_at, r.created_at) desc, r.id desc;

-- name: queue_ready_for_panel
-- All that waits for a panel, the most urgent and then the longest waiting first; the law's clocks are put before that by
-- the caller. The route is the last the clerk chose.
select r.id, r.reference, r.urgency, r.authority_told_on, r.sent_at, r.primary_reason, o.name as organisation_name,
       p.id as pupil_id, p.reference as pupil_reference, p.known_as, p.last_name, t.route
from referral r
join organisation o on o.authority_id = r.authority_id and o.id = r.organisation_id
join pupil p on p.authority_id = r.authority_id and p.id = r.pupil_id
left join referral_triage t on t.authority_id = r.authority_id and t.id = (
    select latest.id from referral_triage latest
    where latest.authority_id = r.authority_id and latest.referral_id = r.id
    order by latest.created_at desc, latest.id desc limit 1)
where r.authority_id = :authority and r.state = 'ready_for_panel'
order by case r.urgency when 'emergency' then 1 when 'soon' then 2 else 3 end, r.authority_told_on, r.sent_at, r.id;
