// What a referral must hold before it is sent.
#include "referrals/rules/completeness.hpp"

#include <doctest/doctest.h>

#include "foundation/enum_text.hpp"

namespace waymark::referrals {
namespace {

const Date monday = date(2026, 11, 23);

Referral complete()
{
    return {.reasons = {Reason::semh, Reason::bullying},
            .primary_reason = Reason::semh,
            .what_was_tried = "Mentoring since June",
            .strengths = "Draws well",
            .needs = "Small groups",
            .risks = "None known",
            .child_view = "i want to be somewere quiet",
            .child_view_method = ViewMethod::conversation,
            .family_view = "We agree",
            .family_told_on = monday};
}

SectionStates all_completed()
{
    SectionStates states;
    for (const Section section : enum_values<Section>()) states[section] = SectionState::completed;
    return states;
}

TEST_CASE("a referral with all eight sections complete can be sent")
{
    CHECK(problems_with_sending(complete(), all_completed(), monday).empty());
}

TEST_CASE("a section that is written but not marked complete, or marked but emptied since, holds it back")
{
    auto states = all_completed();
    states[Section::needs] = SectionState::in_progress;
    states.erase(Section::documents);
    CHECK(problems_with_sending(complete(), states, monday).size() == 2);
    Referral emptied = complete();
    emptied.strengths = "  ";
    const auto problems = problems_with_sending(emptied, all_completed(), monday);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().field == "strengths");
}

TEST_CASE("a child who prefers not to say has given an answer, one who was not asked has not")
{
    Referral referral = complete();
    referral.child_view = "";
    CHECK(problems_with_section(referral, Section::child_view, monday).code() == "referral.text_missing");
    referral.child_view_method = ViewMethod::prefers_not_to_say;
    CHECK(problems_with_section(referral, Section::child_view, monday).empty());
    referral.child_view_method.reset();
    CHECK(problems_with_section(referral, Section::child_view, monday).code() == "referral.child_view_missing");
}

TEST_CASE("the main reason is one of those chosen, and an excluded child's days are counted from a day")
{
    Referral referral = complete();
    referral.primary_reason = Reason::excluded;
    CHECK(problems_with_section(referral, Section::reasons, monday).code() == "referral.primary_reason_missing");
    referral.reasons.push_back(Reason::excluded);
    CHECK(problems_with_section(referral, Section::reasons, monday).code() == "referral.need_since_missing");
    referral.need_since = monday + Days{1};
    CHECK(problems_with_section(referral, Section::reasons, monday).code() == "referral.in_future");
    referral.need_since = monday;
    CHECK(problems_with_section(referral, Section::reasons, monday).empty());
}

TEST_CASE("saving one section leaves the others as they were")
{
    const Referral typed{.needs = "Quiet mornings"};
    const Referral saved = with_section(complete(), typed, Section::needs);
    CHECK(saved.needs == "Quiet mornings");
    CHECK(saved.strengths == "Draws well");
    CHECK(saved.reasons.size() == 2);
}

}  // namespace
}  // namespace waymark::referrals
