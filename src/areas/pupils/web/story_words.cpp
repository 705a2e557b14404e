#include "pupils/web/story_words.hpp"

#include <algorithm>

#include "foundation/text.hpp"

namespace waymark::pupils {
namespace {

struct Deed {
    std::string_view entity, verb, words;
};

constexpr Deed deeds[] = {
    {"pupil", "added", "Record opened"},
    {"pupil", "made_contact", "Contact made about an absence"},
    {"pupil", "corrected_mark", "Attendance mark corrected"},
    {"pupil", "asked_for_sight", "Sight of the record asked for"},
    {"emergency_access", "opened", "Record opened in an emergency"},
    {"emergency_access", "ended", "Emergency access ended by a commissioner"},
    {"emergency_access", "reviewed", "Emergency access reviewed"},
    {"restricted_note", "written", "Restricted note written"},
    {"restricted_note", "superseded", "Restricted note written in the place of an earlier one"},
    {"enrolment", "enrolled", "Put on a school’s roll"},
    {"enrolment", "left_roll", "Left a school’s roll"},
    {"sen_record", "recorded", "Special educational needs recorded"},
    {"circumstance", "recorded", "Circumstance recorded"},
    {"circumstance", "ended", "Circumstance ended"},
    {"contact", "added", "Contact added"},
    {"contact", "restricted", "A restriction on a contact recorded"},
    {"contact", "sent_link", "A link sent to the family"},
    {"contact", "renewed_link", "A new link sent to the family, who asked for it"},
    {"contact", "opened_link", "The family opened their link"},
    {"contact", "ended_links", "The family’s links ended"},
    {"contact", "asked_to_be_rung", "The family asked to be rung"},
    {"contact", "restriction_ended", "A restriction on a contact ended"},
    {"exclusion", "excluded", "Permanently excluded"},
    {"exclusion", "suspended", "Suspended"},
    {"exclusion", "changed", "Exclusion changed"},
    {"referral", "asked", "Questions asked about the referral"},
    {"referral", "answered", "Questions about the referral answered"},
    {"referral", "put_on_agenda", "Referral put on a panel’s agenda"},
    {"referral", "deferred", "Referral put off to a later panel"},
    {"referral", "conflict_declared", "A panel member stood aside"},
    {"referral", "decided", "Panel decided"},
    {"referral", "superseded", "Panel decided anew"},
    {"referral", "placed", "Place found"},
    {"referral", "waits_again", "Waiting for a place again"},
    {"referral", "withdrew", "Referral withdrawn"},
    {"referral", "withdrawn", "Referral withdrawn"},
    {"referral", "set_aside_provider", "A provider put aside"},
    {"referral", "considered_provider_again", "A provider considered again"},
    {"decision_letter", "edited", "Letter about the decision changed"},
    {"decision_letter", "sent", "Letter about the decision sent"},
    {"offer", "sent", "Place offered to a provider"},
    {"offer", "asked", "A provider asked about the offer"},
    {"offer", "answered_question", "A provider’s question answered"},
    {"offer", "accepted", "Place accepted by a provider"},
    {"offer", "declined", "Place declined by a provider"},
    {"placement", "confirmed", "Safeguarding confirmation given"},
    {"placement", "timetable_changed", "Timetable changed"},
    {"placement", "set_goal", "Goal set"},
    {"voice", "heard", "Their own words written down"},
    {"voice", "acted_on", "Something changed because of their words"},
    {"document", "uploaded", "Document added"},
    {"document", "virus_found", "A file was found to hold a virus"},
    {"referral", "sent_virus", "A file with a virus was sent, and not kept"},
    {"pupil", "held", "Must be kept until further notice"},
    {"pupil", "let_go", "Need no longer be kept until further notice"},
    {"pupil", "copied", "A copy of the whole record taken"},
    {"subject_access_request", "recorded", "Somebody asked what is held"},
    {"subject_access_request", "given_more_time", "More time taken to say what is held"},
    {"subject_access_request", "answered", "Somebody was told what is held"},
};

}  // namespace

std::string story_words(std::string_view entity, std::string_view verb)
{
    const auto* known = std::ranges::find_if(deeds, [&](const Deed& deed) { return deed.entity == entity && deed.verb == verb; });
    if (known != std::end(deeds)) return std::string{known->words};
    return words_of(entity) + " " + lower_ascii(words_of(verb));
}

}  // namespace waymark::pupils
