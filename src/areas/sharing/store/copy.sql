-- All that is held about one child, for whoever has a right to a copy of it: each table that knows the child is read once.

-- name: copy_pupil
select reference, upn, former_upn, uln, first_name, last_name, known_as, pronouns, born, sex, ethnicity, first_language, address, postcode,
       address_protected, one_page_words
from pupil where authority_id = :authority and id = :pupil;

-- name: copy_contact
select name, relation, parental_responsibility, may_contact, telephone, email
from contact where authority_id = :authority and pupil_id = :pupil order by position;

-- name: copy_contact_restriction
select c.name as contact, r.kind, r.source, r.from_day, r.to_day
from contact_restriction r join contact c on c.authority_id = r.authority_id and c.id = r.contact_id
where r.authority_id = :authority and r.pupil_id = :pupil order by r.from_day;

-- name: copy_family_link
select c.name as contact, l.created_at, l.opened_at, l.ended_at
from family_link l join contact c on c.authority_id = l.authority_id and c.id = l.contact_id
where l.authority_id = :authority and l.pupil_id = :pupil order by l.created_at;

-- name: copy_enrolment
select o.name as school, e.status, e.year_group, e.from_day, e.to_day, e.leaving_ground
from enrolment e join organisation o on o.authority_id = e.authority_id and o.id = e.organisation_id
where e.authority_id = :authority and e.pupil_id = :pupil order by e.from_day;

-- name: copy_sen_record
select provision, primary_need, secondary_need, from_day, to_day
from sen_record where authority_id = :authority and pupil_id = :pupil order by from_day;

-- name: copy_circumstance
select kind, note, from_day, to_day from circumstance where authority_id = :authority and pupil_id = :pupil order by from_day;

-- name: copy_exclusion
select o.name as school, x.kind, x.first_day, x.sessions, x.reasons, x.status
from exclusion x join organisation o on o.authority_id = x.authority_id and o.id = x.organisation_id
where x.authority_id = :authority and x.pupil_id = :pupil order by x.first_day;

-- name: copy_voice
select said_on, said_by, stage, method, words, acted_on from voice where authority_id = :authority and pupil_id = :pupil order by said_on, id;

-- name: copy_referral
select r.reference, o.name as sent_from, r.state, r.primary_reason, r.requested_category, r.urgency, r.need_since, r.hours_now, r.what_was_tried,
       r.strengths, r.needs, r.risks, r.child_view, r.child_view_method, r.family_view, r.family_told_on, r.declared_by, r.authority_told_on,
       r.sent_at, r.decided_on, r.withdrawn_reason
from referral r join organisation o on o.authority_id = r.authority_id and o.id = r.organisation_id
where r.authority_id = :authority and r.pupil_id = :pupil order by r.created_at, r.id;

-- name: copy_referral_reason
select r.reference, n.reason
from referral_reason n join referral r on r.authority_id = n.authority_id and r.id = n.referral_id
where n.authority_id = :authority and r.pupil_id = :pupil order by r.reference, n.reason;

-- name: copy_referral_section
select r.reference, s.section, s.state, s.saved_at
from referral_section s join referral r on r.authority_id = s.authority_id and r.id = s.referral_id
where s.authority_id = :authority and r.pupil_id = :pupil order by r.reference, s.section;

-- name: copy_referral_question
select r.reference, q.section, q.question, q.answer, q.due_on, q.asked_at, q.answered_at
from referral_question q join referral r on r.authority_id = q.authority_id and r.id = q.referral_id
where q.authority_id = :authority and r.pupil_id = :pupil order by q.asked_at;

-- name: copy_referral_triage
select r.reference, t.route, t.reasons, t.created_at
from referral_triage t join referral r on r.authority_id = t.authority_id and r.id = t.referral_id
where t.authority_id = :authority and r.pupil_id = :pupil order by t.created_at;

-- name: copy_agenda_item
select r.reference, m.on_day, i.state, i.deferred_reason
from agenda_item i
join referral r on r.authority_id = i.authority_id and r.id = i.referral_id
join meeting m on m.authority_id = i.authority_id and m.id = i.meeting_id
where i.authority_id = :authority and r.pupil_id = :pupil order by m.on_day;

-- name: copy_conflict_of_interest
select r.reference, c.reason
from conflict_of_interest c
join agenda_item i on i.authority_id = c.authority_id and i.id = c.agenda_item_id
join referral r on r.authority_id = i.authority_id and r.id = i.referral_id
where c.authority_id = :authority and r.pupil_id = :pupil order by c.created_at;

-- name: copy_decision
select r.reference, d.decided_on, d.outcome, d.reasons, d.conditions, d.options_considered, d.sessions_per_week, d.weeks, d.roll, d.roll_reason,
       d.split, d.split_reason, d.unregistered, d.unregistered_reason, d.out_of_area, d.out_of_area_reason, d.long_reason, d.signed_off_name,
       d.child_view, d.family_view, d.outcome_measure, d.exit_plan, d.sen_team_view, d.dissent, d.outside_meeting_reason, d.present, d.chair_name,
       d.supersede_reason
from decision d join referral r on r.authority_id = d.authority_id and r.id = d.referral_id
where d.authority_id = :authority and r.pupil_id = :pupil order by d.decided_on, d.id;

-- name: copy_decision_letter
select l.recipient, l.addressee, l.body, l.state, l.sent_at
from decision_letter l
join decision d on d.authority_id = l.authority_id and d.id = l.decision_id
join referral r on r.authority_id = d.authority_id and r.id = d.referral_id
where l.authority_id = :authority and r.pupil_id = :pupil order by l.created_at;

-- name: copy_shortlist_set_aside
select r.reference, g.name as programme, s.reason
from shortlist_set_aside s
join referral r on r.authority_id = s.authority_id and r.id = s.referral_id
join programme g on g.authority_id = s.authority_id and g.id = s.programme_id
where s.authority_id = :authority and r.pupil_id = :pupil order by r.reference, g.name;

-- name: copy_place_offer
select p.name as provider, g.name as programme, f.state, f.needs_summary, f.start_on, f.weeks, f.reply_by, f.answer_reason, f.question, f.question_answer
from place_offer f
join organisation p on p.authority_id = f.authority_id and p.id = f.organisation_id
join programme g on g.authority_id = f.authority_id and g.id = f.programme_id
where f.authority_id = :authority and f.pupil_id = :pupil order by f.created_at;

-- name: copy_offer_session
select g.name as programme, f.start_on, s.weekday, s.session
from offer_session s
join place_offer f on f.authority_id = s.authority_id and f.id = s.place_offer_id
join programme g on g.authority_id = f.authority_id and g.id = f.programme_id
where s.authority_id = :authority and f.pupil_id = :pupil order by f.start_on, s.weekday, s.session;

-- name: copy_placement
select o.name as provider, g.name as programme, l.legal_basis, l.purpose, l.from_day, l.expected_end, l.state, l.registration, l.started_on,
       l.ended_on, l.end_reason, l.destination, l.end_note, l.end_child_view, l.provider_report, l.part_time_reason, l.authority_officer,
       l.school_lead, l.provider_lead, l.social_worker, l.notice_given_on, l.override_reason, l.override_by
from placement l
join organisation o on o.authority_id = l.authority_id and o.id = l.organisation_id
join programme g on g.authority_id = l.authority_id and g.id = l.programme_id
where l.authority_id = :authority and l.pupil_id = :pupil order by l.from_day;

-- name: copy_placement_extension
select l.from_day, e.old_end, e.new_end, e.reason
from placement_extension e join placement l on l.authority_id = e.authority_id and l.id = e.placement_id
where e.authority_id = :authority and l.pupil_id = :pupil order by e.created_at;

-- name: copy_confirmation
select l.from_day, c.kind, c.words, c.given_on, c.given_by
from confirmation c join placement l on l.authority_id = c.authority_id and l.id = c.placement_id
where c.authority_id = :authority and l.pupil_id = :pupil order by c.given_on, c.kind;

-- name: copy_timetable_slot
select weekday, session, minutes, from_day, to_day
from timetable_slot where authority_id = :authority and pupil_id = :pupil order by from_day, weekday, session;

-- name: copy_expected_session
select day, session from expected_session where authority_id = :authority and pupil_id = :pupil order by day, session;

-- name: copy_attendance_mark
select day, session, revision, code, minutes_late, reason, correction, recorded_at
from attendance_mark where authority_id = :authority and pupil_id = :pupil order by day, session, revision;

-- name: copy_attendance_month
select month, code, sessions from attendance_month where authority_id = :authority and pupil_id = :pupil order by month, code;

-- name: copy_absence_contact
select day, session, spoke_to, method, outcome, words
from absence_contact where authority_id = :authority and pupil_id = :pupil order by day, created_at;

-- name: copy_goal
select words, measure, baseline, target, unit, closed_on from goal where authority_id = :authority and pupil_id = :pupil order by created_at;

-- name: copy_goal_reading
select g.words as goal, r.read_on, r.value, r.words
from goal_reading r join goal g on g.authority_id = r.authority_id and g.id = r.goal_id
where r.authority_id = :authority and g.pupil_id = :pupil order by r.read_on, g.words;

-- name: copy_review
select due_on, state, held_on, attendees, child_view, child_view_method, family_view, is_safe, meets_need, summary, attended, possible, next_step,
       next_step_reason
from review where authority_id = :authority and pupil_id = :pupil order by due_on;

-- name: copy_dated_fact
select kind, on_day, note, taken_back_reason from dated_fact where authority_id = :authority and pupil_id = :pupil order by on_day;

-- name: copy_lawful_reason
select clock, ground, words, created_at, taken_back_reason from lawful_reason where authority_id = :authority and pupil_id = :pupil order by created_at;

-- name: copy_task
select title, why, due_on, state, snooze_reason, done_at from task where authority_id = :authority and pupil_id = :pupil order by created_at;

-- name: copy_document
select id, name, kind, uploaded_at from document where authority_id = :authority and pupil_id = :pupil order by uploaded_at;

-- name: copy_restricted_note
-- That there is one, not what it says: those who may read it decide whether it may be handed over.
select n.created_at, n.role, o.name as organisation, 'Not in this copy: ask those who may read it' as words
from restricted_note n join organisation o on o.authority_id = n.authority_id and o.id = n.organisation_id
where n.authority_id = :authority and n.pupil_id = :pupil order by n.created_at;

-- name: copy_emergency_access
select e.opened_at, e.role, o.name as organisation, e.danger, e.why, e.ends_at, e.finding, e.review_words
from emergency_access e join organisation o on o.authority_id = e.authority_id and o.id = e.organisation_id
where e.authority_id = :authority and e.pupil_id = :pupil order by e.opened_at;

-- name: copy_pupil_access
select o.name as organisation, a.kind, a.from_day, a.to_day
from pupil_access a join organisation o on o.authority_id = a.authority_id and o.id = a.organisation_id
where a.authority_id = :authority and a.pupil_id = :pupil order by a.from_day, o.name;

-- name: copy_subject_access_request
select asked_by, relation, received_on, complex_reason, answered_on, left_out
from subject_access_request where authority_id = :authority and pupil_id = :pupil order by received_on;

-- name: copy_legal_hold
select reason, from_day, ended_on, ended_reason from legal_hold where authority_id = :authority and pupil_id = :pupil order by from_day;

-- name: copy_event
select at, acting_as, verb, entity, reason from event where authority_id = :authority and pupil_id = :pupil order by sequence;

-- name: copy_view_log
select v.at, v.acting_as, o.name as organisation, v.what
from view_log v left join organisation o on o.authority_id = v.authority_id and o.id = v.organisation_id
where v.authority_id = :authority and v.pupil_id = :pupil order by v.at;
