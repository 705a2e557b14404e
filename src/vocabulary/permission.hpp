// What a signed-in person may do, and what a route's record is. Which role holds which permission: people/rules/roles.cpp.
#pragma once

namespace waymark {

/// The roles of a membership. One person may hold several and acts as one at a time.
enum class Role {
    commissioner, panel_clerk, panel_chair, panel_member, qa_officer, finance_officer, sen_caseworker, virtual_school,
    agency_worker, school_lead, school_attendance, trust_lead, provider_manager, provider_tutor, director, inspector,
    administrator,
};

/// Each route names one. `anyone` needs no sign-in; `signed_in` needs only that.
enum class Permission {
    anyone, signed_in,
    see_work,
    see_providers, edit_providers, approve_provider_changes, import_providers,
    see_pupils, create_pupils, edit_pupils, see_pupil_access,
    see_referrals, write_referrals, triage_referrals,
    see_panels, run_panels, decide_referrals, sign_off_placements, send_letters,
    see_shortlist, make_offers, see_offers, answer_offers,
    see_placements, manage_placements, give_confirmations, watch_registration,
    take_registers, correct_registers, see_absence, record_absence_contact, see_attendance,
    see_reviews, hold_reviews,
    see_clocks, record_clock_facts, record_lawful_reasons,
    see_calendars, change_calendars,
    see_oversight, see_settings, change_settings, manage_users, see_audit,
    answer_subject_access, erase_records,
    send_family_links,
    see_as_family,  // no role holds it: a parent or carer, or the young person, in by a link and a second fact
};

/// What record a route's path names, so that the guard can find the child it concerns, ask whether this person has the
/// relationship to see them now, and log the look. `none`: the path names no record about a child.
enum class Subject {
    none,
    pupil,      // {pupil} is a pupil reference such as 7F3K-2M
    referral,   // {referral} is a referral id
    decision, offer, placement, review,  // {decision}, {offer}, {placement}, {review}: ids
    document,   // {document} is a document id; the child is that of the record it is attached to
    family,     // {family} is that of a family's link; the child is the one whose contact has come in by it
};

}  // namespace waymark
