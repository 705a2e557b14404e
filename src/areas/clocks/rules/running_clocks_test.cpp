// What runs for a child, from made-up facts: the edge of each clock on both sides.
#include "clocks/rules/running_clocks.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace waymark::clocks {
namespace {

const OrganisationId northgate{Id::from_words("Northgate Academy")};
const Id place_id = Id::from_words("a place");
const Date monday = date(2026, 11, 2);

/// Harrowdale's half-terms around the autumn of 2026; no school has a calendar of its own.
CalendarBook harrowdale()
{
    auto calendar = SchoolCalendar::make({{"Summer 2", date(2026, 6, 1), date(2026, 7, 21)}, {"Autumn 1", date(2026, 9, 2), date(2026, 10, 23)},
                                          {"Autumn 2", date(2026, 11, 2), date(2026, 12, 18)}, {"Spring 1", date(2027, 1, 4), date(2027, 2, 12)}});
    REQUIRE(calendar.has_value());
    return {CalendarBook::Page{*calendar, "Harrowdale"}, {}};
}

/// A child of year 9 on the roll of Northgate Academy.
PupilFacts on_roll()
{
    PupilFacts child{.id = {Id::from_words("Kai")}, .born = date(2012, 10, 4)};
    child.enrolments.push_back({.school = northgate, .year_group = 9, .days = {date(2024, 9, 2), {}}});
    return child;
}

PupilFacts excluded_on(Date first_day)
{
    auto child = on_roll();
    child.exclusions.push_back({.id = {Id::from_words("an exclusion")}, .school = northgate, .kind = pupils::ExclusionKind::permanent, .first_day = first_day,
                                .status = pupils::ExclusionStatus::governors_pending});
    return child;
}

void add_fact(PupilFacts& child, FactKind kind, Date on, std::optional<Id> about = {}) { child.facts.push_back({.kind = kind, .on = on, .about = about}); }

std::optional<RunningClock> clock_on(Date today, const PupilFacts& child, ClockKind kind, const CalendarBook& book = harrowdale())
{
    for (const auto& running : clocks_of(child, book, law_on, today))
        if (running.kind == kind) return running;
    return std::nullopt;
}

Severity severity_on(Date today, const PupilFacts& child, ClockKind kind) { return clock_on(today, child, kind).value().clock.severity; }

TEST_CASE("a child on a roll, never excluded and in no place, has no clock")
{
    CHECK(clocks_of(on_roll(), harrowdale(), law_on, monday).empty());
}

TEST_CASE("day six warns from day three without a place and is a breach on day six itself")
{
    const auto child = excluded_on(monday);
    constexpr auto day_six = ClockKind::full_time_after_exclusion;
    CHECK(severity_on(date(2026, 11, 3), child, day_six) == Severity::info);
    CHECK(severity_on(date(2026, 11, 4), child, day_six) == Severity::warn);
    CHECK(severity_on(date(2026, 11, 6), child, day_six) == Severity::warn);
    CHECK(severity_on(date(2026, 11, 9), child, day_six) == Severity::breach);
    CHECK(clock_on(date(2026, 12, 18), child, day_six)->is_breach());
}

TEST_CASE("an excluded child who was referred has three clocks about education, and the first due comes first")
{
    auto child = excluded_on(date(2026, 11, 18));
    child.referrals.push_back({.told_on = date(2026, 11, 19)});
    std::vector<Date> due;
    for (const auto& running : clocks_of(child, harrowdale(), law_on, date(2026, 11, 19)))
        if (words_of(running.kind).of_need) due.push_back(*running.clock.due);
    CHECK(due == std::vector{date(2026, 11, 25), date(2026, 11, 26), date(2026, 12, 10)});
}

TEST_CASE("a decision ends the first clock of section 19 and leaves the second running")
{
    auto child = on_roll();
    child.referrals.push_back({.told_on = date(2026, 11, 9), .decided_on = date(2026, 11, 13)});
    const Date today = date(2026, 11, 16);
    CHECK(clock_on(today, child, ClockKind::section_19_decision)->clock.is_met);
    CHECK_FALSE(clock_on(today, child, ClockKind::section_19_start)->clock.is_met);
    CHECK(clock_on(today, child, ClockKind::section_19_start)->clock.due == date(2026, 11, 30));
}

TEST_CASE("an excluded child who is looked after has the earlier target too, which warns and breaks nothing")
{
    auto child = excluded_on(date(2026, 11, 18));
    constexpr auto day_one = ClockKind::education_from_day_one;
    CHECK_FALSE(clock_on(date(2026, 11, 23), child, day_one).has_value());
    child.looked_after.push_back({date(2026, 9, 1), {}});
    CHECK(clock_on(date(2026, 11, 23), child, day_one)->clock.due == date(2026, 11, 18));
    CHECK_FALSE(clock_on(date(2026, 11, 23), child, day_one)->is_breach());
}

TEST_CASE("a run of eight suspended days that ended without education stays a breach, one of five never was")
{
    auto child = on_roll();
    child.exclusions.push_back({.id = {Id::from_words("a suspension")}, .school = northgate, .first_day = date(2026, 11, 9), .sessions = 16});
    constexpr auto suspended = ClockKind::full_time_during_suspension;
    CHECK(clock_on(date(2026, 11, 23), child, suspended)->is_breach());
    child.exclusions.front().sessions = 10;
    CHECK_FALSE(clock_on(date(2026, 11, 23), child, suspended).has_value());
}

TEST_CASE("without a calendar day six is not known, and that is a warning, never a guess")
{
    const auto unknown = clock_on(date(2026, 11, 9), excluded_on(monday), ClockKind::full_time_after_exclusion, {});
    REQUIRE(unknown.has_value());
    CHECK_FALSE(unknown->clock.due.has_value());
    CHECK(unknown->needs_attention());
    CHECK(left_words(*unknown) == "not known");
}

TEST_CASE("the governors are late on the sixteenth school day after the notice, not on the fifteenth; their meeting starts the parent’s time")
{
    auto child = excluded_on(monday);
    CHECK_FALSE(clock_on(date(2026, 11, 23), child, ClockKind::governors_meeting)->is_breach());
    CHECK(clock_on(date(2026, 11, 24), child, ClockKind::governors_meeting)->is_breach());
    CHECK_FALSE(clock_on(date(2026, 11, 24), child, ClockKind::review_panel_request).has_value());

    add_fact(child, FactKind::governors_met, date(2026, 11, 23), child.exclusions.front().id.value);
    CHECK(clock_on(date(2026, 11, 24), child, ClockKind::governors_meeting)->clock.is_met);
    CHECK(clock_on(date(2026, 11, 24), child, ClockKind::review_panel_request)->clock.due == date(2026, 12, 14));
    CHECK_FALSE(clock_on(date(2026, 12, 15), child, ClockKind::review_panel_request).has_value());
    add_fact(child, FactKind::review_requested, date(2026, 12, 14), child.exclusions.front().id.value);
    CHECK(clock_on(date(2026, 12, 15), child, ClockKind::review_panel)->clock.due == date(2027, 1, 18));
}

TEST_CASE("a plan is reviewed within twelve months: on the day it is due nothing is broken, the day after it is")
{
    auto child = on_roll();
    child.plan.push_back({date(2025, 11, 20), {}});
    constexpr auto review = ClockKind::ehc_annual_review;
    CHECK(severity_on(date(2026, 11, 9), child, review) == Severity::info);
    CHECK(severity_on(date(2026, 11, 20), child, review) == Severity::warn);
    CHECK(severity_on(date(2026, 11, 21), child, review) == Severity::breach);
    add_fact(child, FactKind::ehc_review_met, date(2026, 11, 21));
    CHECK(clock_on(date(2026, 11, 23), child, review)->clock.due == date(2027, 11, 21));
    CHECK(clock_on(date(2026, 11, 23), child, ClockKind::ehc_review_decision)->clock.due == date(2026, 12, 19));
}

TEST_CASE("an assessment is decided by week six and the plan is final by week twenty; a refusal ends both")
{
    auto child = on_roll();
    add_fact(child, FactKind::ehc_requested, date(2026, 9, 7));
    CHECK(clock_on(date(2026, 10, 19), child, ClockKind::ehc_decision)->clock.due == date(2026, 10, 19));
    CHECK_FALSE(clock_on(date(2026, 10, 19), child, ClockKind::ehc_decision)->is_breach());
    CHECK(clock_on(date(2026, 10, 20), child, ClockKind::ehc_decision)->is_breach());
    CHECK(clock_on(date(2026, 10, 20), child, ClockKind::ehc_plan)->clock.due == date(2027, 1, 25));
    add_fact(child, FactKind::ehc_refused, date(2026, 10, 20));
    CHECK(clock_on(date(2026, 10, 21), child, ClockKind::ehc_decision)->clock.is_met);
    CHECK_FALSE(clock_on(date(2026, 10, 21), child, ClockKind::ehc_plan).has_value());
}

TEST_CASE("a personal education plan is begun in ten working days, bank holidays not counted, and only for a child looked after now")
{
    auto child = on_roll();
    child.looked_after.push_back({date(2026, 12, 14), {}});
    const auto begun = clock_on(date(2026, 12, 30), child, ClockKind::pep_begun);
    CHECK(begun->clock.due == date(2026, 12, 30));
    CHECK(begun->counted_in == DayKind::working);
    CHECK_FALSE(begun->is_breach());
    CHECK(clock_on(date(2026, 12, 31), child, ClockKind::pep_begun)->is_breach());
    child.looked_after.front().to = date(2026, 12, 20);
    CHECK_FALSE(clock_on(date(2026, 12, 31), child, ClockKind::pep_begun).has_value());
}

TEST_CASE("a child whose only roll ended is listed from the first school day, and missing education on the eleventh")
{
    auto child = on_roll();
    child.enrolments.front().days.to = date(2026, 11, 6);
    constexpr auto out = ClockKind::out_of_education;
    CHECK_FALSE(clock_on(date(2026, 11, 8), child, out).has_value());
    CHECK(severity_on(date(2026, 11, 9), child, out) == Severity::info);
    CHECK(severity_on(date(2026, 11, 16), child, out) == Severity::warn);
    CHECK(severity_on(date(2026, 11, 20), child, out) == Severity::warn);
    CHECK(severity_on(date(2026, 11, 23), child, out) == Severity::breach);
    child.placements.push_back({.id = place_id, .state = placements::PlacementState::active, .from = date(2026, 11, 23), .expected_end = date(2027, 2, 12)});
    CHECK_FALSE(clock_on(date(2026, 11, 23), child, out).has_value());
}

TEST_CASE("notice of a direction is in time two school days before it starts, and a day later it is a breach until somebody excuses it")
{
    auto child = on_roll();
    PlacementFacts place{.id = place_id, .basis = placements::LegalBasis::s29A_offsite_direction, .from = date(2026, 11, 9), .expected_end = date(2026, 12, 18)};
    child.placements.push_back(place);
    CHECK(clock_on(date(2026, 11, 5), child, ClockKind::direction_notice)->clock.due == date(2026, 11, 5));
    CHECK_FALSE(clock_on(date(2026, 11, 5), child, ClockKind::direction_notice)->is_breach());
    CHECK(clock_on(date(2026, 11, 6), child, ClockKind::direction_notice)->is_breach());
    child.reasons.push_back({.clock = ClockKind::direction_notice, .about = place_id, .ground = Ground::agreed_in_writing, .words = "The parent wrote on 4 November"});
    CHECK_FALSE(clock_on(date(2026, 11, 6), child, ClockKind::direction_notice)->is_breach());
}

TEST_CASE("fair access allocates a place within twenty school days of the referral, by the authority’s calendar")
{
    auto child = on_roll();
    add_fact(child, FactKind::fair_access_referred, monday);
    CHECK(clock_on(date(2026, 11, 30), child, ClockKind::fair_access)->clock.due == date(2026, 11, 30));
    CHECK_FALSE(clock_on(date(2026, 11, 30), child, ClockKind::fair_access)->is_breach());
    CHECK(clock_on(date(2026, 12, 1), child, ClockKind::fair_access)->is_breach());
    add_fact(child, FactKind::fair_access_placed, date(2026, 12, 1));
    CHECK(clock_on(date(2026, 12, 1), child, ClockKind::fair_access)->clock.is_met);
}

TEST_CASE("a duty met long after its day is shown as met for four weeks from that day, and then no more")
{
    auto child = on_roll();
    add_fact(child, FactKind::fair_access_referred, date(2026, 6, 1));
    CHECK(clock_on(date(2026, 11, 9), child, ClockKind::fair_access)->is_breach());
    add_fact(child, FactKind::fair_access_placed, date(2026, 11, 9));
    CHECK(clock_on(date(2026, 11, 9), child, ClockKind::fair_access).value().clock.is_met);
    CHECK(clock_on(date(2026, 12, 7), child, ClockKind::fair_access).value().clock.is_met);
    CHECK_FALSE(clock_on(date(2026, 12, 8), child, ClockKind::fair_access).has_value());
}

TEST_CASE("a part-time timetable is reviewed every ten school days and ends by the thirtieth")
{
    auto child = on_roll();
    add_fact(child, FactKind::part_time_began, monday);
    CHECK(clock_on(date(2026, 11, 16), child, ClockKind::part_time_review)->clock.due == date(2026, 11, 16));
    CHECK(clock_on(date(2026, 11, 17), child, ClockKind::part_time_review)->is_breach());
    add_fact(child, FactKind::part_time_reviewed, date(2026, 11, 17));
    CHECK_FALSE(clock_on(date(2026, 11, 18), child, ClockKind::part_time_review)->is_breach());
    CHECK(clock_on(date(2026, 12, 11), child, ClockKind::part_time_end)->clock.due == date(2026, 12, 11));
    CHECK(clock_on(date(2026, 12, 14), child, ClockKind::part_time_end)->is_breach());
    add_fact(child, FactKind::part_time_ended, date(2026, 12, 14));
    CHECK(clock_on(date(2026, 12, 15), child, ClockKind::part_time_end)->clock.is_met);
}

TEST_CASE("a part-time timetable needs the parent’s agreement and a last day by its first day")
{
    auto child = on_roll();
    add_fact(child, FactKind::part_time_began, monday);
    constexpr auto agreement = ClockKind::part_time_agreement;
    CHECK_FALSE(clock_on(monday, child, agreement)->is_breach());
    CHECK(clock_on(date(2026, 11, 3), child, agreement)->is_breach());
    add_fact(child, FactKind::part_time_agreed, date(2026, 10, 22));
    CHECK(clock_on(date(2026, 11, 3), child, agreement)->is_breach());
    add_fact(child, FactKind::part_time_end_agreed, date(2026, 11, 20));
    CHECK(clock_on(date(2026, 11, 3), child, agreement)->clock.is_met);
    CHECK(clock_on(date(2026, 11, 3), child, ClockKind::part_time_end)->clock.due == date(2026, 11, 20));
    CHECK_FALSE(clock_on(date(2026, 11, 20), child, ClockKind::part_time_end)->is_breach());
    CHECK(clock_on(date(2026, 11, 23), child, ClockKind::part_time_end)->is_breach());
}

TEST_CASE("a timetable that is renewed needs a new agreement, and the second renewal an officer’s")
{
    auto child = on_roll();
    add_fact(child, FactKind::part_time_agreed, date(2026, 9, 4));
    add_fact(child, FactKind::part_time_began, date(2026, 9, 7));
    add_fact(child, FactKind::part_time_end_agreed, date(2026, 9, 25));
    add_fact(child, FactKind::part_time_renewed, date(2026, 9, 28));
    constexpr auto officer = ClockKind::part_time_officer;
    CHECK(clock_on(date(2026, 9, 29), child, ClockKind::part_time_agreement)->is_breach());
    CHECK_FALSE(clock_on(date(2026, 9, 29), child, officer).has_value());
    add_fact(child, FactKind::part_time_renewed, date(2026, 10, 12));
    CHECK(clock_on(date(2026, 10, 13), child, officer)->is_breach());
    add_fact(child, FactKind::part_time_officer_agreed, date(2026, 10, 9));
    CHECK(clock_on(date(2026, 10, 13), child, officer)->clock.is_met);
    CHECK(clock_on(date(2026, 10, 13), child, ClockKind::part_time_end)->clock.due == date(2026, 11, 27));
}

TEST_CASE("an agreement for a timetable that ended is none for the next one")
{
    auto child = on_roll();
    add_fact(child, FactKind::part_time_agreed, date(2026, 9, 4));
    add_fact(child, FactKind::part_time_began, date(2026, 9, 7));
    add_fact(child, FactKind::part_time_ended, date(2026, 9, 25));
    add_fact(child, FactKind::part_time_began, monday);
    add_fact(child, FactKind::part_time_end_agreed, date(2026, 11, 20));
    CHECK(clock_on(date(2026, 11, 3), child, ClockKind::part_time_agreement)->is_breach());
}

TEST_CASE("breaches stand first, then warnings, then what is on time, then what is met")
{
    auto child = excluded_on(monday);
    child.looked_after.push_back({date(2026, 9, 1), {}});
    add_fact(child, FactKind::pep_begun, date(2026, 9, 7));
    const auto running = clocks_of(child, harrowdale(), law_on, date(2026, 11, 10));
    const auto rank = [](const RunningClock& one) { return one.is_breach() ? 0 : one.needs_attention() ? 1 : one.clock.is_met ? 3 : 2; };
    CHECK(std::ranges::is_sorted(running, {}, rank));
    CHECK(running.front().is_breach());
}

}  // namespace
}  // namespace waymark::clocks
