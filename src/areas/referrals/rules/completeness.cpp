// Section by section.
#include "referrals/rules/completeness.hpp"

#include <algorithm>

#include "foundation/enum_text.hpp"
#include "foundation/text.hpp"

namespace waymark::referrals {
namespace {

void require(Problems& found, const std::string& text, std::string message, std::string field)
{
    if (trimmed(text).empty()) found.add("referral.text_missing", std::move(message), std::move(field));
}

/// Reasons that mean the child has no suitable education already: then the day it began is needed to count from.
bool is_without_education(Reason reason)
{
    return reason == Reason::excluded || reason == Reason::suspended || reason == Reason::no_school_place || reason == Reason::ebsa;
}

void check_reasons(Problems& found, const Referral& referral, Date today)
{
    if (referral.reasons.empty())
        found.add("referral.reasons_missing", "Choose at least one reason for the referral", "reasons");
    else if (!referral.primary_reason || std::ranges::find(referral.reasons, *referral.primary_reason) == referral.reasons.end())
        found.add("referral.primary_reason_missing", "Choose which of the reasons is the main one", "primary_reason");
    if (!referral.need_since && std::ranges::any_of(referral.reasons, is_without_education))
        found.add("referral.need_since_missing", "Enter the first day without suitable education", "need_since");
    if (referral.need_since && *referral.need_since > today)
        found.add("referral.in_future", "The first day without suitable education must be today or in the past", "need_since");
}

void check_child_view(Problems& found, const Referral& referral)
{
    if (!referral.child_view_method)
        found.add("referral.child_view_missing", "Choose how the child gave their view", "child_view_method");
    else if (*referral.child_view_method != ViewMethod::prefers_not_to_say)
        require(found, referral.child_view, "Enter the child’s own words", "child_view");
}

void check_family_view(Problems& found, const Referral& referral, Date today)
{
    require(found, referral.family_view, "Enter what the family said, in their words", "family_view");
    if (!referral.family_told_on)
        found.add("referral.family_told_missing", "Enter the day the family was told about this referral", "family_told_on");
    else if (*referral.family_told_on > today)
        found.add("referral.in_future", "The day the family was told must be today or in the past", "family_told_on");
}

}  // namespace

Referral with_section(Referral referral, const Referral& typed, Section section)
{
    switch (section) {
    case Section::reasons:
        referral.reasons = typed.reasons;
        referral.primary_reason = typed.primary_reason;
        referral.requested_category = typed.requested_category;
        referral.urgency = typed.urgency;
        referral.need_since = typed.need_since;
        referral.minutes_now = typed.minutes_now;
        break;
    case Section::what_was_tried: referral.what_was_tried = typed.what_was_tried; break;
    case Section::strengths: referral.strengths = typed.strengths; break;
    case Section::needs: referral.needs = typed.needs; break;
    case Section::risks: referral.risks = typed.risks; break;
    case Section::child_view:
        referral.child_view = typed.child_view;
        referral.child_view_method = typed.child_view_method;
        break;
    case Section::family_view:
        referral.family_view = typed.family_view;
        referral.family_told_on = typed.family_told_on;
        break;
    case Section::documents: break;  // kept beside the referral, not in it
    }
    return referral;
}

Problems problems_with_section(const Referral& referral, Section section, Date today)
{
    Problems found;
    switch (section) {
    case Section::reasons: check_reasons(found, referral, today); break;
    case Section::what_was_tried:
        require(found, referral.what_was_tried, "Say what was tried and what came of it, or why nothing could be", "what_was_tried");
        break;
    case Section::strengths: require(found, referral.strengths, "Say what the child is good at and enjoys", "strengths"); break;
    case Section::needs: require(found, referral.needs, "Say what the child needs in order to learn", "needs"); break;
    case Section::risks: require(found, referral.risks, "Say what the risks are, or that none are known", "risks"); break;
    case Section::child_view: check_child_view(found, referral); break;
    case Section::family_view: check_family_view(found, referral, today); break;
    case Section::documents: break;
    }
    return found;
}

Problems problems_with_sending(const Referral& referral, const SectionStates& states, Date today)
{
    Problems found;
    for (const Section section : enum_values<Section>()) {
        const auto state = states.find(section);
        const bool is_complete = state != states.end() && state->second == SectionState::completed &&
                                 problems_with_section(referral, section, today).empty();
        if (!is_complete)
            found.add("referral.section_incomplete", "Complete the section “" + section_title(section) + "”", section_slug(section));
    }
    return found;
}

}  // namespace waymark::referrals
