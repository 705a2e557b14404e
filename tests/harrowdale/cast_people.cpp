// The named people of Harrowdale and what each can show a visitor of the demonstration.
#include "harrowdale/cast.hpp"

namespace waymark::harrowdale {

std::span<const PersonInCast> people()
{
    static constexpr PersonInCast all[] = {
        {"Priya Raman", "commissioner", "council", "The whole area: who waits, which provider fits and why, offers, placements, money."},
        {"Tom Whitlock", "panel_clerk", "council", "New referrals, what is missing from them, and an agenda built in the order of the law's clocks."},
        {"Margaret Oduya", "panel_chair", "council", "A panel meeting from quorum to a decision with reasons, and the letters that follow from it."},
        {"Dr Sam Okoro", "panel_member", "health", "The reading pack of the next meeting, and nothing beyond the children on it."},
        {"Leah Brannigan", "panel_member", "social_care", "The panel as children's social care sees it."},
        {"Idris Vaughan", "panel_member", "youth_justice", "The panel as the youth justice service sees it."},
        {"Helen Marsh", "panel_member", "fairholme", "A head teacher on the panel, who must stand aside for her own school's pupils."},
        {"Grace Liddell", "qa_officer", "council", "Which providers are assured, which have lapsed, and why; changes to profiles that wait for a check."},
        {"Owen Pritchard", "finance_officer", "council", "What each placement costs to its end and to the end of March."},
        {"Nadia Farouk", "sen_caseworker", "council", "Children with SEN support or a plan, their week across settings, and their reviews."},
        {"Ruth Adeyemi", "virtual_school", "council", "Looked-after children only: where each is today and how much they attend."},
        {"Simon Achebe", "director", "council", "The whole picture, read only: what is in breach and what is overdue."},
        {"Anne Fairweather", "inspector", "council", "Everything an inspector may read, each look logged."},
        {"Zoe Lamb", "administrator", "council", "People and settings, and no child's record at all."},
        {"Ben Castellano", "agency_worker", "social_care", "A social worker: only the children shared with him."},
        {"Joanne Birch", "school_lead", "millbrook", "Millbrook's inclusion lead: refer a pupil, follow the referral, confirmations, reviews."},
        {"Karl Denny", "school_attendance", "millbrook", "Today's absence of Millbrook's pupils in every setting, unexplained first."},
        {"Amit Sethi", "school_lead", "quarry_bank", "Another school's lead, who cannot see Millbrook's pupils."},
        {"Carys Bevan", "school_lead", "ashbrook", "A primary school's inclusion lead, with younger children in nurture provision."},
        {"Dawn Hargreaves", "trust_lead", "lantern", "All pupils of the trust's schools who are in alternative provision."},
        {"Ellie Fenwick", "provider_manager", "greenways", "Greenways Farm: keep the profile up to date, answer an offer on a phone, confirmations, registers."},
        {"Jess Tolley", "provider_tutor", "greenways", "The daily register of a small provider on a phone."},
        {"Marcus Bell", "provider_manager", "spanner_works", "Spanner Works: a second provider with pupils shared between settings."},
        {"Colin Rudd", "provider_manager", "bridge", "The Bridge, Harrowdale's pupil referral unit: a large register and many reviews."},
        {"Yasmin Haddad", "provider_manager", "quiet_harbour", "Quiet Harbour: a therapeutic provider for children who find school too much."},
        {"Pete Garside", "provider_manager", "redline", "Redline Motors: suspended, and why that stops new placements."},
    };
    return all;
}

}  // namespace waymark::harrowdale
