// R36 and the compute paragraph of the QA checklist: when a provider is assured, and why not.
#include "quality/rules/status.hpp"

#include <doctest/doctest.h>

#include "foundation/text.hpp"

namespace waymark::quality {
namespace {

const Date monday = date(2026, 11, 23);

ProviderEvidence visited(Date held_on, int lowest_area_percent = 82)
{
    return {.visits = {{held_on, VisitKind::annual, 0, lowest_area_percent}}};
}

DocumentFacts insurance(Date expires_on, std::optional<Date> verified_on)
{
    return {DocumentKind::insurance, expires_on - Days{364}, expires_on, verified_on};
}

Status status_of(const ProviderEvidence& evidence) { return assurance_on(monday, evidence).status; }

}  // namespace

TEST_CASE("a provider that nobody has visited is not assured, and says so")
{
    const auto found = assurance_on(monday, {});
    CHECK(found.status == Status::not_assured);
    CHECK(found.reasons == std::vector<std::string>{"Nobody has visited yet."});
    CHECK_FALSE(may_take_new_placements(found.status));
}

TEST_CASE("a good visit assures a provider for twelve months to the day, and not a day longer")
{
    CHECK(status_of(visited(date(2025, 11, 23))) == Status::assured);
    CHECK(status_of(visited(date(2025, 11, 22))) == Status::lapsed);
    CHECK(assurance_on(monday, visited(date(2026, 2, 10))).good_until == date(2027, 2, 10));
}

TEST_CASE("a visit on 29 February counts until 28 February")
{
    CHECK(assurance_on(date(2024, 6, 1), visited(date(2024, 2, 29))).good_until == date(2025, 2, 28));
}

TEST_CASE("one critical criterion not met and the provider is not assured, whatever else it scored")
{
    ProviderEvidence evidence = visited(date(2026, 9, 14), 95);
    evidence.visits[0].critical_not_met = 1;
    CHECK(status_of(evidence) == Status::not_assured);
    CHECK(assurance_on(monday, evidence).reasons.front() == "1 critical criterion not met on 14 September 2026.");
}

TEST_CASE("an area under 60% means conditions, 60% does not")
{
    CHECK(status_of(visited(date(2026, 9, 14), 59)) == Status::assured_with_conditions);
    CHECK(status_of(visited(date(2026, 9, 14), 60)) == Status::assured);
    CHECK(may_take_new_placements(Status::assured_with_conditions));
}

TEST_CASE("an authority may set its own thresholds")
{
    CHECK(assurance_on(monday, visited(date(2026, 3, 1), 70), {.visit_counts_months = 6}).status == Status::lapsed);
    CHECK(assurance_on(monday, visited(date(2026, 9, 14), 70), {.conditions_below_percent = 75}).status ==
          Status::assured_with_conditions);
}

TEST_CASE("a follow-up visit that finds the criterion met puts things right")
{
    ProviderEvidence evidence{.visits = {{date(2026, 9, 14), VisitKind::annual, 2, 40}, {date(2026, 10, 20), VisitKind::follow_up, 0, 71}}};
    CHECK(status_of(evidence) == Status::assured);
}

TEST_CASE("a desk review changes the scores but does not start a new year")
{
    ProviderEvidence evidence{.visits = {{date(2025, 10, 1), VisitKind::annual, 0, 80}, {date(2026, 9, 1), VisitKind::desk, 0, 80}}};
    CHECK(status_of(evidence) == Status::lapsed);
    evidence.visits[0].held_on = date(2026, 3, 1);
    evidence.visits[1].critical_not_met = 1;
    CHECK(status_of(evidence) == Status::not_assured);
}

TEST_CASE("insurance is good on the day it expires and lapsed the day after")
{
    ProviderEvidence evidence = visited(date(2026, 9, 14));
    evidence.documents = {insurance(monday, date(2026, 1, 5))};
    CHECK(status_of(evidence) == Status::assured);
    evidence.documents = {insurance(monday - Days{1}, date(2026, 1, 5))};
    CHECK(status_of(evidence) == Status::lapsed);
    CHECK(assurance_on(monday, evidence).reasons.front() ==
          "Public and employer liability insurance expired on 22 November 2026. No newer one has been verified.");
}

TEST_CASE("a newer document counts only once somebody has verified it")
{
    ProviderEvidence evidence = visited(date(2026, 9, 14));
    evidence.documents = {insurance(monday - Days{3}, date(2026, 1, 5)), insurance(monday + Days{300}, std::nullopt)};
    CHECK(status_of(evidence) == Status::lapsed);
    evidence.documents[1].verified_on = monday;
    CHECK(status_of(evidence) == Status::assured);
}

TEST_CASE("an expired health and safety policy does not lapse a provider, an expired fire risk assessment does")
{
    ProviderEvidence evidence = visited(date(2026, 9, 14));
    evidence.documents = {{DocumentKind::health_and_safety_policy, date(2025, 1, 1), date(2026, 1, 1), date(2025, 1, 2)}};
    CHECK(status_of(evidence) == Status::assured);
    evidence.documents[0].kind = DocumentKind::fire_risk_assessment;
    CHECK(status_of(evidence) == Status::lapsed);
}

TEST_CASE("a critical document that was never held is named without changing the status")
{
    ProviderEvidence evidence = visited(date(2026, 9, 14));
    evidence.documents = {insurance(monday + Days{30}, date(2026, 1, 5))};
    const auto found = assurance_on(monday, evidence);
    CHECK(found.status == Status::assured);
    CHECK(found.never_held == std::vector{DocumentKind::dbs_attestation, DocumentKind::safeguarding_policy,
                                          DocumentKind::fire_risk_assessment});
    CHECK(found.good_until == monday + Days{30});
}

TEST_CASE("a suspension outranks everything on its days and leaves no trace after")
{
    ProviderEvidence evidence = visited(date(2026, 9, 14));
    evidence.suspensions = {{{date(2026, 11, 1), monday}, "An allegation is being looked into."}};
    CHECK(status_of(evidence) == Status::suspended);
    CHECK(assurance_on(monday + Days{1}, evidence).status == Status::assured);
}

TEST_CASE("the history tells how the status came about, newest first")
{
    ProviderEvidence evidence{.visits = {{date(2025, 3, 3), VisitKind::initial, 0, 55}, {date(2026, 5, 11), VisitKind::annual, 0, 78}},
                              .suspensions = {{{date(2026, 6, 1), date(2026, 6, 14)}, "Premises closed after a flood."}}};
    const auto periods = assurance_history(monday, evidence);
    REQUIRE(periods.size() == 5);
    CHECK(periods[0].status == Status::assured);
    CHECK(periods[0].days == DateRange{date(2026, 6, 15), std::nullopt});
    CHECK(periods[1].status == Status::suspended);
    CHECK(periods[2].days == DateRange{date(2026, 5, 11), date(2026, 5, 31)});
    CHECK(periods[3].status == Status::lapsed);
    CHECK(periods[3].days == DateRange{date(2026, 3, 4), date(2026, 5, 10)});
    CHECK(periods[4].status == Status::assured_with_conditions);
    CHECK(assurance_history(monday, {}).empty());
}

}  // namespace waymark::quality
