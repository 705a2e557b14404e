// What a panel must have said before its decision stands: each demand with the case just short of it.
#include "panel/rules/decision.hpp"

#include <doctest/doctest.h>

#include "foundation/enum_text.hpp"

namespace waymark::panel {
namespace {

/// Twelve weeks of engagement, half the week, agreed by a panel for a child who stays on Millbrook's roll.
struct Case {
    ProposedDecision decision{.reasons = "Kai has come to school on 4 of the last 30 days and says mornings with a small group would help.",
                              .options_considered = "Support in school",
                              .category = "engagement",
                              .sessions_per_week = 5,
                              .weeks = 12,
                              .roll = Roll::stays_on_roll,
                              .outcome_measure = "Comes regularly",
                              .exit_plan = "Back to school"};
    CaseFacts facts{.school_name = "Millbrook Academy", .roll_now = RollNow::one_school, .category = CategoryRules{.name = "Engagement"}};
    std::optional<Sitting> sitting = quorate();

    static Sitting quorate()
    {
        const PanelMemberId chair{Id::from_words("Margaret Oduya")};
        return {.meeting = {.chair = chair, .attendees = {{.member = {.id = chair, .name = "Margaret Oduya"}, .present = true}}}, .conflicts = {}};
    }
    [[nodiscard]] Problems problems() const { return problems_with(decision, facts, sitting, law_on(date(2026, 11, 26))); }
};

TEST_CASE("a place with reasons, decided by a quorum, stands") { CHECK(Case{}.problems().empty()); }

TEST_CASE("no decision stands without reasons, whatever its outcome")
{
    for (const Outcome outcome : enum_values<Outcome>()) {
        Case one;
        one.decision.outcome = outcome;
        one.decision.conditions = {"The school's attendance record"};
        CHECK(one.problems().empty());
        one.decision.reasons = "  ";
        CHECK(one.problems().code() == "panel.reasons_missing");
    }
}

TEST_CASE("without a quorum nothing can be decided")
{
    Case one;
    one.sitting->meeting.members_min = 2;
    CHECK(one.problems().code() == "panel.no_quorum");
}

TEST_CASE("outside a meeting a decision needs the reason why it could not wait")
{
    Case one;
    one.sitting.reset();
    CHECK(one.problems().code() == "panel.outside_meeting_reason_missing");
    one.decision.outside_meeting_reason = "Day six is Thursday and the panel meets on Friday.";
    CHECK(one.problems().empty());
}

TEST_CASE("12 weeks need no reason, 13 do")
{
    Case one;
    one.decision.weeks = 13;
    CHECK(one.problems().code() == "panel.long_reason_missing");
    one.decision.long_reason = "To the end of Year 11.";
    CHECK(one.problems().empty());
}

TEST_CASE("a step-out place of 6 weeks stands, of 7 does not; only a further decision may extend it, with a reason")
{
    Case one;
    one.facts.category = CategoryRules{.name = "Step out", .weeks_max = 6};
    one.decision.weeks = 6;
    CHECK(one.problems().empty());
    one.decision.weeks = 7;
    one.decision.long_reason = "Two more weeks would help.";
    CHECK(one.problems().code() == "panel.weeks_over_category");
    one.facts.supersedes = true;
    one.decision.supersede_reason = "The review of 20 November 2026 asked for an extension.";
    CHECK(one.problems().empty());
    one.decision.long_reason = "";
    CHECK(one.problems().code() == "panel.long_reason_missing");
}

TEST_CASE("unregistered, out of area and split each need their own words, and the first two a named officer")
{
    Case one;
    one.decision.unregistered = one.decision.out_of_area = one.decision.split = true;
    Problems found = one.problems();
    for (const auto* code : {"panel.unregistered_reason_missing", "panel.out_of_area_reason_missing", "panel.split_reason_missing", "panel.sign_off_missing"})
        CHECK(found.has(code));
    CHECK(found.size() == 4);
    one.decision.unregistered_reason = one.decision.out_of_area_reason = one.decision.split_reason = "The only place with a mechanic's course.";
    CHECK(one.problems().code() == "panel.sign_off_missing");
    one.decision.signed_off_by = UserId{Id::from_words("Simon Achebe")};
    CHECK(one.problems().empty());
}

TEST_CASE("a split week alone needs no officer")
{
    Case one;
    one.decision.split = true;
    one.decision.split_reason = "Mornings in school, afternoons at Greenways Farm.";
    CHECK(one.problems().empty());
}

TEST_CASE("nobody is full time at an unregistered provider: nine half days stand, ten do not, unless the week is split")
{
    Case one;
    one.decision.unregistered = true;
    one.decision.unregistered_reason = "The only place with a mechanic's course.";
    one.decision.signed_off_by = UserId{Id::from_words("Simon Achebe")};
    one.decision.sessions_per_week = 9;
    CHECK(one.problems().empty());
    one.decision.sessions_per_week = 10;
    CHECK(one.problems().code() == "panel.unregistered_full_time");
    one.decision.split = true;
    one.decision.split_reason = "Two days at each of two settings and one in school.";
    CHECK(one.problems().empty());
}

TEST_CASE("a change of roll needs a reason; staying on it does not")
{
    Case one;
    one.decision.roll = Roll::dual_registered;
    CHECK(one.problems().code() == "panel.roll_reason_missing");
    one.facts.roll_now = RollNow::dual;
    CHECK(one.problems().empty());
    one.decision.roll = Roll::no_roll;
    CHECK(one.problems().code() == "panel.roll_reason_missing");
    one.facts.roll_now = RollNow::none;
    CHECK(one.problems().empty());
}

TEST_CASE("a child on no roll cannot stay on one")
{
    Case one;
    one.facts.roll_now = RollNow::none;
    CHECK(one.problems().code() == "panel.no_roll_to_stay_on");
}

TEST_CASE("where a category expects dual registration, another roll needs a reason even when nothing changes")
{
    Case one;
    one.facts.category = CategoryRules{.name = "Key stage 4 full time", .full_time = true, .dual_registration_required = true};
    CHECK(one.problems().code() == "panel.dual_registration_reason_missing");
    one.decision.roll_reason = "The head and the family agreed that he stays at Millbrook.";
    CHECK(one.problems().empty());
}

TEST_CASE("a child with an EHC plan is not placed before the SEN team was asked; support in school needs no such answer")
{
    Case one;
    one.facts.has_ehc_plan = true;
    CHECK(one.problems().code() == "panel.sen_team_not_asked");
    one.decision.sen_team_view = "Nadia Farouk, 20 November 2026: the plan can be met there.";
    CHECK(one.problems().empty());
    one.decision.sen_team_view = "";
    one.decision.outcome = Outcome::outreach_in_school;
    CHECK(one.problems().empty());
}

TEST_CASE("asking for more information means saying what")
{
    Case one;
    one.decision.outcome = Outcome::more_information;
    CHECK(one.problems().code() == "panel.information_not_named");
    one.decision.conditions = {"School: what was tried since September"};
    CHECK(one.problems().empty());
}

TEST_CASE("an earlier decision gives way only to one that says why")
{
    Case one;
    one.facts.supersedes = true;
    CHECK(one.problems().code() == "panel.supersede_reason_missing");
}

TEST_CASE("an empty form is told everything at once")
{
    Case one;
    one.decision = {};
    one.facts.category.reset();
    const Problems found = one.problems();
    for (const auto* field : {"category", "sessions_per_week", "weeks", "roll", "options_considered", "outcome_measure", "exit_plan", "reasons"})
        CHECK_FALSE(found.message_for(field).empty());
}

}  // namespace
}  // namespace waymark::panel
