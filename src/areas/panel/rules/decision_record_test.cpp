// R23: what the record of a decision says in words, each demand on both sides of its edge.
#include "panel/rules/decision_record.hpp"

#include <doctest/doctest.h>

#include "foundation/enum_text.hpp"

namespace waymark::panel {
namespace {

/// A whole record: twelve weeks, half the week, for a child who stays on Millbrook's roll.
struct Record {
    ProposedDecision decision{.reasons = "Kai has come to school on 4 of the last 30 days.",
                              .options_considered = "Support in school",
                              .sessions_per_week = 5,
                              .weeks = 12,
                              .roll = Roll::stays_on_roll,
                              .outcome_measure = "Comes regularly",
                              .exit_plan = "Back to school"};
    Views views{.child = "Mornings with a small group would help.", .parent = "His mother agrees."};
    CaseFacts facts{.roll_now = RollNow::one_school, .category = CategoryRules{.name = "Engagement"}};

    [[nodiscard]] std::vector<RecordPart> missing() const { return missing_from_record(decision, views, facts, law_on(date(2026, 11, 26))); }
};

using Missing = std::vector<RecordPart>;

}  // namespace

TEST_CASE("a record with options, reasons, both views, hours, roll, outcome measure and exit plan lacks nothing")
{
    CHECK(Record{}.missing().empty());
}

TEST_CASE("an empty record lacks everything but the reasons that nothing in it calls for")
{
    Record one;
    one.decision = {};
    one.views = {};
    CHECK(one.missing() == Missing{RecordPart::reasons, RecordPart::child_view, RecordPart::parent_view, RecordPart::options_considered, RecordPart::hours,
                                   RecordPart::weeks, RecordPart::roll, RecordPart::outcome_measure, RecordPart::exit_plan});
}

TEST_CASE("spaces are no words")
{
    Record one;
    one.views.child = " \n ";
    one.decision.exit_plan = "  ";
    CHECK(one.missing() == Missing{RecordPart::child_view, RecordPart::exit_plan});
}

TEST_CASE("a decision without a place needs its reasons and both views, no exit plan")
{
    for (const Outcome outcome : enum_values<Outcome>()) {
        if (outcome == Outcome::place_in_provision) continue;
        Record one;
        one.decision = {.outcome = outcome, .unregistered = true};
        one.views.parent.clear();
        CHECK(one.missing() == Missing{RecordPart::reasons, RecordPart::parent_view});
    }
}

TEST_CASE("an unregistered provider, a place out of area and a split week are ticked and said in words")
{
    Record one;
    one.decision.unregistered = one.decision.out_of_area = one.decision.split = true;
    CHECK(one.missing() == Missing{RecordPart::unregistered_reason, RecordPart::out_of_area_reason, RecordPart::split_reason});
    one.decision.unregistered_reason = one.decision.out_of_area_reason = one.decision.split_reason = "The only place with a mechanic’s course.";
    CHECK(one.missing().empty());
}

TEST_CASE("twelve weeks need no words, thirteen do, and a step-out place over its six weeks does")
{
    Record one;
    one.decision.weeks = 13;
    CHECK(one.missing() == Missing{RecordPart::long_reason});
    one.decision.weeks = 6;
    one.facts.category->weeks_max = 6;
    CHECK(one.missing().empty());
    one.decision.weeks = 7;
    CHECK(one.missing() == Missing{RecordPart::long_reason});
    one.decision.long_reason = "Two more weeks to the end of term.";
    CHECK(one.missing().empty());
}

TEST_CASE("a category that may last a year does not spare the words for more than twelve weeks")
{
    Record one;
    one.facts.category->weeks_max = 39;
    one.decision.weeks = 13;
    CHECK(one.missing() == Missing{RecordPart::long_reason});
}

TEST_CASE("a change of roll needs words, staying as the child is does not")
{
    Record one;
    one.decision.roll = Roll::single_at_provider;
    CHECK(one.missing() == Missing{RecordPart::roll_reason});
    one.decision.roll = Roll::dual_registered;
    CHECK(one.missing() == Missing{RecordPart::roll_reason});
    one.facts.roll_now = RollNow::dual;
    CHECK(one.missing().empty());
}

TEST_CASE("what a record must say and what keeps a decision from standing agree on the reasons in words")
{
    Record one;
    one.decision.unregistered = one.decision.out_of_area = one.decision.split = true;
    one.decision.weeks = 13;
    one.decision.roll = Roll::no_roll;
    const Problems problems = problems_with(one.decision, one.facts, std::nullopt, law_on(date(2026, 11, 26)));
    const auto missing = one.missing();
    CHECK(missing.size() == 5);
    for (const RecordPart part : missing) CHECK_FALSE(problems.message_for(enum_text(part)).empty());
}

}  // namespace waymark::panel
