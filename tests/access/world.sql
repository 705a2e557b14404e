-- A child with one of every kind of record there is, each text of it carrying the child's mark; and those who have a reason to see them.

-- name: plant_organisation
insert into organisation (authority_id, id, kind, name, parent_id, created_at)
values (:authority, :id, :kind, :name, cast(:parent as uuid), 0) on conflict do nothing;

-- name: plant_provider
insert into provider (authority_id, organisation_id, registration, summary, published, created_at)
values (:authority, :provider, 'unregistered', 'Days on a farm', true, 0);

-- name: plant_site
insert into site (authority_id, id, organisation_id, name, address, created_at) values (:authority, :site, :provider, 'Farm', 'Greenways Lane', 0);

-- name: plant_category
insert into offer_category (authority_id, id, name, description, position, from_day)
values (:authority, 'vocational', 'Vocational', 'Practical courses', 1, '2026-01-01') on conflict do nothing;

-- name: plant_programme
insert into programme (authority_id, id, organisation_id, site_id, offer_category_id, name, attendance, focus, age_from, age_to, price_pence,
                       price_unit, from_day, created_at)
values (:authority, :programme, :provider, :site, 'vocational', 'Farm days', 'part_time', 'reintegration', 11, 16, 4800, 'session', '2026-01-01', 0);

-- name: plant_compliance_document
insert into compliance_document (authority_id, id, organisation_id, kind, name, document_id, issued_on, created_at)
values (:authority, :compliance_document, :provider, 'insurance', 'Insurance 2026', :document, '2026-01-05', 0);

-- name: plant_term
insert into calendar_term (authority_id, id, organisation_id, name, from_day, to_day)
values (:authority, :half_term, cast(:whose as uuid), 'Autumn 2', '2026-11-02', '2026-12-18');

-- name: plant_closure
insert into calendar_closure (authority_id, id, organisation_id, day, kind, name)
values (:authority, :closure, cast(:whose as uuid), '2026-11-30', 'inset', 'Training day');

-- name: plant_import
insert into import_run (authority_id, id, kind, file_name, file_sha256, state, started_at)
values (:authority, :import, 'providers', 'providers.csv', 'none', 'finished', 0);

-- name: plant_panel
insert into panel (authority_id, id, name, members_min, created_at) values (:authority, :panel, 'Alternative Provision Panel', 3, 0);

-- name: plant_meeting
insert into meeting (authority_id, id, panel_id, on_day, starts, place, state, created_at)
values (:authority, :meeting, :panel, :today, '9:30am', 'Town Hall', 'published', 0);

-- name: plant_panel_member
insert into panel_member (authority_id, id, panel_id, user_id, agency, from_day) values (:authority, :member, :panel, :user, 'health', '2026-01-01');

-- name: plant_present
insert into meeting_attendance (authority_id, meeting_id, panel_member_id, present) values (:authority, :meeting, :member, true);

-- name: plant_user
insert into app_user (authority_id, id, name, email, active, created_at) values (:authority, :user, :name, :email, :active, 0);

-- name: plant_membership
insert into membership (authority_id, id, user_id, organisation_id, role, from_day, to_day, created_at)
values (:authority, :membership, :user, :organisation, :role, :from, :to, 0);

-- name: plant_pupil
insert into pupil (authority_id, id, reference, first_name, last_name, known_as, born, sex, address, home_authority_id, one_page_words, search_text,
                   created_at)
values (:authority, :pupil, :reference, :mark, :mark, :mark, '2012-05-04', 'female', :mark, :authority, :mark, :searched, 0);

-- name: plant_enrolment
insert into enrolment (authority_id, id, pupil_id, organisation_id, status, year_group, from_day, to_day, created_at)
values (:authority, :enrolment, :pupil, :school, 'current_single', 10, :from, :to, 0);

-- name: plant_reason
insert into pupil_access (authority_id, id, pupil_id, organisation_id, kind, about_id, from_day, to_day, created_at)
values (:authority, :id, :pupil, :organisation, :kind, :id, :from, :to, 0);

-- name: plant_sen_record
insert into sen_record (authority_id, id, pupil_id, provision, primary_need, from_day, to_day, created_at)
values (:authority, :id, :pupil, :provision, 'SEMH', :from, :to, 0);

-- name: plant_circumstance
insert into circumstance (authority_id, id, pupil_id, kind, note, from_day, to_day, created_at)
values (:authority, :id, :pupil, :kind, :mark, :from, :to, 0);

-- name: plant_contact
insert into contact (authority_id, id, pupil_id, name, relation, parental_responsibility, telephone, email, created_at)
values (:authority, :contact, :pupil, :mark, 'Mother', true, :mark, :mark, 0);

-- name: plant_exclusion
insert into exclusion (authority_id, id, pupil_id, organisation_id, kind, first_day, reasons, status, created_at)
values (:authority, :exclusion, :pupil, :school, 'permanent', '2026-11-02', 'PA', 'in_force', 0);

-- name: plant_voice
insert into voice (authority_id, id, pupil_id, stage, said_by, method, words, said_on, about_entity, about_id, created_at)
values (:authority, :voice, :pupil, 'assessment', 'child', 'in_words', :mark, '2026-11-03', 'referral', :referral, 0);

-- name: plant_referral
insert into referral (authority_id, id, reference, pupil_id, organisation_id, state, primary_reason, requested_category, need_since, what_was_tried,
                      strengths, needs, risks, child_view, child_view_method, family_view, family_told_on, declared_by, authority_told_on, sent_at,
                      decided_on, created_at, created_by)
values (:authority, :referral, :referral_reference, :pupil, :school, :state, 'excluded', 'vocational', '2026-11-02', :mark, :mark, :mark, :mark,
        :mark, 'in_words', :mark, '2026-11-03', :mark, '2026-11-03', 0, :decided_on, 0, :user);

-- name: plant_referral_question
insert into referral_question (authority_id, id, referral_id, section, question, due_on, asked_at, asked_by)
values (:authority, :question, :referral, 'needs', :mark, '2026-11-20', 0, :user);

-- name: plant_triage
insert into referral_triage (authority_id, id, referral_id, route, reasons, created_at, created_by)
values (:authority, :triage, :referral, 'panel', :mark, 0, :user);

-- name: plant_referral_reason
insert into referral_reason (authority_id, referral_id, reason) values (:authority, :referral, 'no_school_place');

-- name: plant_referral_section
insert into referral_section (authority_id, referral_id, section, state, saved_at, saved_by) values (:authority, :referral, 'needs', 'completed', 0, :user);

-- name: plant_set_aside
insert into shortlist_set_aside (authority_id, referral_id, programme_id, reason, created_at, created_by)
values (:authority, :referral, :programme, :mark, 0, :user);

-- name: plant_agenda_item
insert into agenda_item (authority_id, id, meeting_id, referral_id, position, state, deferred_reason, created_at)
values (:authority, :item, :meeting, :referral, :position, 'waiting', :mark, 0);

-- name: plant_conflict
insert into conflict_of_interest (authority_id, id, agenda_item_id, panel_member_id, reason, created_at)
values (:authority, :conflict, :item, :member, :mark, 0);

-- name: plant_decision
insert into decision (authority_id, id, referral_id, meeting_id, outcome, reasons, conditions, options_considered, offer_category_id,
                      sessions_per_week, weeks, roll, child_view, family_view, outcome_measure, exit_plan, dissent, decided_on, created_at, created_by)
values (:authority, :decision, :referral, :meeting, 'place_in_provision', :mark, :mark, :mark, 'vocational', 2, 12, 'stays_on_roll', :mark, :mark,
        :mark, :mark, :mark, '2026-11-09', 0, :user);

-- name: plant_letter
insert into decision_letter (authority_id, id, decision_id, recipient, addressee, body, state, created_at)
values (:authority, :letter, :decision, 'family', :mark, :mark, 'drafted', 0);

-- name: plant_offer
insert into place_offer (authority_id, id, referral_id, pupil_id, programme_id, organisation_id, state, needs_summary, start_on, weeks, price_pence,
                         price_unit, reply_by, question, created_at, created_by)
values (:authority, :offer, :referral, :pupil, :programme, :provider, 'question_asked', :mark, '2026-11-30', 12, 4800, 'session', '2026-11-27', :mark,
        0, :user);

-- name: plant_offer_session
insert into offer_session (authority_id, place_offer_id, weekday, session) values (:authority, :offer, 'monday', 'am');

-- name: plant_placement
insert into placement (authority_id, id, pupil_id, programme_id, organisation_id, commissioner_id, funder_id, legal_basis, purpose, from_day,
                       expected_end, state, registration, price_pence, price_unit, started_on, part_time_reason, roll_school_id, created_at, created_by)
values (:authority, :placement, :pupil, :programme, :provider, :school, :school, 's19_other', :mark, '2026-11-09', '2026-12-18', 'active',
        'stays_on_roll', 4800, 'session', '2026-11-09', :mark, :school, 0, :user);

-- name: plant_extension
insert into placement_extension (authority_id, id, placement_id, old_end, new_end, reason, created_at, created_by)
values (:authority, :extension, :placement, '2026-12-11', '2026-12-18', :mark, 0, :user);

-- name: plant_slot
insert into timetable_slot (authority_id, id, placement_id, pupil_id, weekday, session, minutes, from_day)
values (:authority, :slot, :placement, :pupil, 'monday', 'am', 150, '2026-11-09');

-- name: plant_confirmation
insert into confirmation (authority_id, id, placement_id, kind, words, given_on, given_by, created_at, created_by)
values (:authority, :confirmation, :placement, 'risk_assessment', :mark, '2026-11-06', :mark, 0, :user);

-- name: plant_expected
insert into expected_session (authority_id, pupil_id, day, session, placement_id, organisation_id, standing_revision)
values (:authority, :pupil, :day, 'am', :placement, :provider, :revision);

-- name: plant_mark
insert into attendance_mark (authority_id, pupil_id, day, session, revision, school_year, placement_id, organisation_id, arrival, code, reason,
                             recorded_at, recorded_by)
values (:authority, :pupil, :day, 'am', 1, 2026, :placement, :provider, 'not_here', 'N', :mark, 0, :user);

-- name: plant_month
insert into attendance_month (authority_id, placement_id, month, code, organisation_id, pupil_id, sessions)
values (:authority, :placement, '2026-10-01', 'N', :provider, :pupil, 3);

-- name: plant_absence_contact
insert into absence_contact (authority_id, id, pupil_id, day, session, spoke_to, method, outcome, words, created_at, created_by)
values (:authority, :absence, :pupil, :day, 'am', :mark, 'telephone', 'reason_given', :mark, 0, :user);

-- name: plant_goal
insert into goal (authority_id, id, pupil_id, placement_id, words, measure, created_at, created_by)
values (:authority, :goal, :pupil, :placement, :mark, :mark, 0, :user);

-- name: plant_reading
insert into goal_reading (authority_id, id, goal_id, read_on, words, created_at, created_by)
values (:authority, :reading, :goal, '2026-11-16', :mark, 0, :user);

-- name: plant_review
insert into review (authority_id, id, pupil_id, placement_id, due_on, state, attendees, child_view, family_view, summary, created_at)
values (:authority, :review, :pupil, :placement, '2026-11-20', 'due', :mark, :mark, :mark, :mark, 0);

-- name: plant_fact
insert into dated_fact (authority_id, id, pupil_id, kind, on_day, about_id, note, created_at, created_by)
values (:authority, :fact, :pupil, 'parent_told', '2026-11-03', :exclusion, :mark, 0, :user);

-- name: plant_lawful_reason
insert into lawful_reason (authority_id, id, pupil_id, clock, about_id, ground, words, created_at, created_by)
values (:authority, :reason, :pupil, 'full_time_after_exclusion', :exclusion, 'other', :mark, 0, :user);

-- name: plant_request
insert into subject_access_request (authority_id, id, pupil_id, asked_by, relation, received_on, created_at, created_by)
values (:authority, :request, :pupil, :mark, 'parent', '2026-11-02', 0, :user);

-- name: plant_hold
insert into legal_hold (authority_id, id, pupil_id, reason, from_day, created_at, created_by)
values (:authority, :hold, :pupil, :mark, '2026-11-02', 0, :user);

-- name: plant_document_content
insert into document_content (authority_id, sha256, bytes) values (:authority, :sha256, :file);

-- name: plant_document
insert into document (authority_id, id, sha256, name, kind, type, size, entity, about, pupil_id, uploaded_at)
values (:authority, :document, :sha256, :mark, 'report', 'txt', 8, 'referral', :referral, :pupil, 0);

-- name: plant_document_of_provider
insert into document (authority_id, id, sha256, name, kind, type, size, entity, about, uploaded_at)
values (:authority, :document, :sha256, 'Insurance', 'insurance', 'txt', 8, 'provider', :provider, 0);

-- name: plant_contact_restriction
insert into contact_restriction (authority_id, id, pupil_id, contact_id, kind, source, from_day, to_day, created_at)
values (:authority, :restriction, :pupil, :contact, 'no_contact', :mark, '2020-01-06', '2020-03-06', 0);

-- name: plant_note
insert into restricted_note (authority_id, id, pupil_id, words, why_restricted, organisation_id, role, created_at, created_by)
values (:authority, :note, :pupil, :secret, :secret, :council, 'commissioner', 0, :user);

-- name: plant_note_reader
insert into restricted_note_reader (authority_id, id, note_id, kind) values (:authority, :note, :note, 'virtual_school');

-- name: count_note_looks
select count(*) as count from view_log where authority_id = :authority and what = 'restricted_note';

-- name: plant_emergency
insert into emergency_access (authority_id, id, pupil_id, user_id, organisation_id, role, danger, why, opened_at, ends_at, review_due, created_at)
values (:authority, :emergency, :pupil, :user, :organisation, :role, 'missing', :mark, :opened, :ends, :today, 0);

-- name: count_emergency_looks
select count(*) as count from view_log where authority_id = :authority and pupil_id = :pupil and what = 'emergency_look';

-- name: plant_task
insert into task (authority_id, id, kind, title, why, severity, due_on, about_entity, about_id, href, pupil_id, organisation_id, created_at)
values (:authority, :id, 'look_again', :title, :mark, 'warn', '2026-11-25', 'pupil', :pupil, '/pupils', :pupil, :organisation, 0);

-- name: plant_draft
insert into draft (authority_id, user_id, form_key, content, saved_at) values (:authority, :user, :form_key, :content, 0);

-- name: count_looks
select count(*) as count from view_log where authority_id = :authority;

-- name: count_events_about
-- A review whose day is counted afresh follows from a school’s calendar, which those who keep it may change: it is nobody’s change of the child’s record.
select count(*) as count from event where authority_id = :authority and pupil_id = :pupil
  and verb <> 'due_day_counted_afresh';
