// The words for each state, reason and section.
#include "referrals/rules/referral.hpp"

#include <algorithm>

#include "foundation/enum_text.hpp"

namespace waymark::referrals {

std::string state_name(State state)
{
    switch (state) {
    case State::draft: return "Draft";
    case State::submitted: return "Waiting for triage";
    case State::information_requested: return "Information asked for";
    case State::ready_for_panel: return "Ready for panel";
    case State::decided: return "Decided";
    case State::placed: return "Placed";
    case State::withdrawn: return "Withdrawn";
    }
    return {};
}

std::string reason_name(Reason reason)
{
    switch (reason) {
    case Reason::excluded: return "Permanently excluded";
    case Reason::at_risk_of_exclusion: return "At risk of exclusion or suspension";
    case Reason::suspended: return "Suspended for more than 5 school days";
    case Reason::semh: return "Social, emotional and mental health (SEMH)";
    case Reason::send: return "Special educational needs or disability";
    case Reason::ebsa: return "Emotionally based school avoidance (EBSA)";
    case Reason::medical: return "Medical needs";
    case Reason::bullying: return "Bullying";
    case Reason::young_carer: return "Young carer";
    case Reason::youth_justice: return "Involved with the youth justice system";
    case Reason::no_school_place: return "No school place at present";
    case Reason::eotas: return "Educated otherwise than at school (EOTAS)";
    }
    return {};
}

std::string urgency_name(Urgency urgency)
{
    switch (urgency) {
    case Urgency::routine: return "Routine: the next panel";
    case Urgency::soon: return "Soon: the child is losing education now";
    case Urgency::emergency: return "Emergency: the child has no safe education today";
    }
    return {};
}

std::string view_method_name(ViewMethod method)
{
    switch (method) {
    case ViewMethod::in_words: return "They wrote it";
    case ViewMethod::conversation: return "They said it in a conversation";
    case ViewMethod::telephone: return "They said it by telephone";
    case ViewMethod::drawing: return "They drew it, and said what it shows";
    case ViewMethod::prefers_not_to_say: return "They were asked and prefer not to say";
    }
    return {};
}

std::string section_title(Section section)
{
    switch (section) {
    case Section::reasons: return "Reasons";
    case Section::what_was_tried: return "What was tried";
    case Section::strengths: return "Strengths";
    case Section::needs: return "Needs";
    case Section::risks: return "Risks";
    case Section::child_view: return "Child’s view";
    case Section::family_view: return "Family’s view";
    case Section::documents: return "Documents";
    }
    return {};
}

std::string section_slug(Section section)
{
    std::string slug{enum_text(section)};
    std::ranges::replace(slug, '_', '-');
    return slug;
}

std::optional<Section> section_from_slug(std::string_view slug)
{
    for (const Section section : enum_values<Section>())
        if (section_slug(section) == slug) return section;
    return std::nullopt;
}

std::string route_name(TriageRoute route)
{
    switch (route) {
    case TriageRoute::outreach: return "Outreach in school";
    case TriageRoute::panel: return "Panel";
    case TriageRoute::emergency_place: return "Emergency place";
    case TriageRoute::ask_for_more: return "Ask for more information";
    case TriageRoute::duplicate: return "Duplicate";
    }
    return {};
}

}  // namespace waymark::referrals
