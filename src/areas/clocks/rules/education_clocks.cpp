// The clocks of education that is owed: section 19, illness, part-time timetables, no education at all.
#include <algorithm>

#include "clocks/rules/gathering.hpp"
#include "foundation/text.hpp"
#include "pupils/rules/missing_education.hpp"
#include "pupils/rules/part_time.hpp"
#include "pupils/rules/section_19.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::clocks {
namespace {

using placements::PlacementState;

/// The first day of a place that began on or after that day.
std::optional<Date> first_place_since(const PupilFacts& facts, Date since)
{
    std::optional<Date> first;
    for (const auto& placement : facts.placements)
        if (placement.state != PlacementState::planned && placement.from >= since && (!first || placement.from < *first)) first = placement.from;
    return first;
}

void gather_section_19(Gathering& gathering)
{
    if (gathering.facts.referrals.empty()) return;
    const ReferralFacts& referral = gathering.facts.referrals.back();
    const pupils::Section19Dates dates{.told_on = referral.told_on, .decided_on = referral.decided_on,
                                       .started_on = first_place_since(gathering.facts, referral.told_on)};
    const Law& law = gathering.law(referral.told_on);
    gathering.add(ClockKind::section_19_decision, std::nullopt, pupils::decision_clock(dates, gathering.roll_calendar(), law, gathering.today));
    gathering.add(ClockKind::section_19_start, std::nullopt, pupils::start_clock(dates, gathering.roll_calendar(), law, gathering.today));
}

void gather_medical(Gathering& gathering)
{
    const PupilFacts& facts = gathering.facts;
    const auto year = SchoolYear::of(gathering.today);
    const bool is_provided = gathering.first_fact(FactKind::health_education_arranged, year.first_day()) ||
                             std::ranges::any_of(facts.placements, [](const PlacementFacts& placement) {
                                 return placement.state == PlacementState::active && placement.basis == placements::LegalBasis::s19_medical;
                             });
    const auto absence = pupils::medical_absence(facts.ill_half_days, is_provided, year, gathering.law(gathering.today));
    if (absence.severity != Severity::info)
        gathering.add(ClockKind::medical_days, std::nullopt, {.severity = absence.severity, .working = absence.words});
}

std::optional<Date> last_between(const PupilFacts& facts, FactKind kind, std::optional<Date> after, Date last_day)
{
    std::optional<Date> last;
    for (const auto& fact : facts.facts)
        if (fact.kind == kind && fact.on <= last_day && (!after || fact.on > *after)) last = fact.on;
    return last;
}

/// The part-time timetable as the facts tell it: its last stretch, and what was agreed for that. What an agreement of the parent or an
/// officer is for follows from its day: after the stretch before it began, or after the timetable before it ended.
pupils::ReducedTimetable timetable_of(const PupilFacts& facts, Date began, Date today)
{
    pupils::ReducedTimetable timetable{.from = began};
    auto agreed_after = last_between(facts, FactKind::part_time_ended, {}, began - Days{1});
    for (const auto& fact : facts.facts) {
        if (fact.kind == FactKind::part_time_reviewed && fact.on >= began) timetable.reviews.push_back(fact.on);
        if (fact.kind != FactKind::part_time_renewed || fact.on <= timetable.from) continue;
        agreed_after = timetable.from;
        timetable.from = fact.on;
        ++timetable.renewals;
    }
    timetable.parent_agreed_on = last_between(facts, FactKind::part_time_agreed, agreed_after, today);
    timetable.officer_agreed_on = last_between(facts, FactKind::part_time_officer_agreed, agreed_after, today);
    timetable.to = last_between(facts, FactKind::part_time_end_agreed, timetable.from - Days{1}, Date::max());
    return timetable;
}

/// A part-time timetable at the child's school that was begun and not ended (R16).
void gather_part_time(Gathering& gathering)
{
    const auto began = gathering.last_fact(FactKind::part_time_began);
    if (!began) return;
    const auto ended = gathering.first_fact(FactKind::part_time_ended, *began);
    const auto school = gathering.roll_calendar();
    const Law& law = gathering.law(*began);
    const auto timetable = timetable_of(gathering.facts, *began, gathering.today);
    const auto watched = pupils::watch(timetable, school.calendar, law, gathering.today);
    const auto of_watch = [&](auto day) { return watched ? Result<Date>{day(*watched)} : std::unexpected(watched.error()); };
    const auto due = [&](Result<Date> day, std::string working) {
        return Gathering::Due{.deadline = day ? gathering.in_school_days(*day, ended, school.calendar) : std::unexpected(day.error()),
                              .counted_in = DayKind::school, .working = std::move(working)};
    };
    if (!ended) {
        const std::string agreed = timetable.parent_agreed_on ? "The parent agreed on " + long_date(*timetable.parent_agreed_on) : "No agreement of the parent is recorded";
        const std::string to = timetable.to ? "; its last day is " + long_date(*timetable.to) : "; no last day is recorded";
        gathering.add_due(ClockKind::part_time_agreement,
                          {.deadline = deadline_in_calendar_days(timetable.from, gathering.standing(timetable.to ? timetable.parent_agreed_on : std::nullopt)),
                           .working = agreed + to + ". Both are needed by its first day, " + long_date(timetable.from) + "."});
        if (timetable.renewals > law.part_time_renewals)
            gathering.add_due(ClockKind::part_time_officer,
                              {.deadline = deadline_in_calendar_days(timetable.from, gathering.standing(timetable.officer_agreed_on)),
                               .working = "Renewed " + counted(timetable.renewals, "time") + ", last from " + long_date(timetable.from) + " on."});
        gathering.add_due(ClockKind::part_time_review, due(of_watch([](const pupils::TimetableWatch& one) { return one.next_review; }),
                                                           counted(law.part_time_review_school_days, "school day") + " from the start, or from the last review."));
    }
    const auto latest = of_watch([&](const pupils::TimetableWatch& one) { return std::min(timetable.to.value_or(one.latest_end), one.latest_end); });
    std::string working = counted(law.part_time_end_school_days, "school day") + " from " + long_date(timetable.from) + ", that day counted";
    if (timetable.to) working += ", and no later than the last day agreed, " + long_date(*timetable.to);
    gathering.add_due(ClockKind::part_time_end, due(latest, working + "."));
}

/// The last day on which the child is known to have been on a roll or in a place; none when there never was one.
std::optional<Date> last_known_education(const PupilFacts& facts)
{
    std::optional<Date> last;
    const auto take = [&](std::optional<Date> day) {
        if (day && (!last || *day > *last)) last = day;
    };
    for (const auto& enrolment : facts.enrolments) take(enrolment.days.to);
    for (const auto& placement : facts.placements) take(placement.ended_on);
    return last;
}

/// Between a roll or place that ended and the next one (R42). Who is on a roll or in a place is not between them.
void gather_out_of_education(Gathering& gathering)
{
    const PupilFacts& facts = gathering.facts;
    const bool on_roll = std::ranges::any_of(facts.enrolments, [&](const auto& one) { return one.days.contains(gathering.today); });
    const bool is_placed = std::ranges::any_of(facts.placements, [](const auto& one) { return one.state == PlacementState::active; });
    const auto ended = last_known_education(facts);
    if (on_roll || is_placed || !ended || *ended >= gathering.today || !is_compulsory_school_age(facts.born, gathering.today)) return;
    const auto authority = gathering.calendars.of(std::nullopt);
    const auto between = pupils::unplaced({.born = facts.born, .ended_on = *ended}, gathering.today, authority.calendar, gathering.law(*ended));
    if (!between) return gathering.add(ClockKind::out_of_education, std::nullopt, pupils::unknown_clock({}, {}, {}, authority));
    if (between->stage == pupils::UnplacedStage::none) return;
    gathering.add(ClockKind::out_of_education, std::nullopt,
                  {.due = between->due, .school_days_left = between->days_left, .severity = between->severity, .is_met = between->is_met,
                   .working = counted(between->school_days, "school day") + " since " + long_date(*ended) + ", by the calendar of " + std::string{authority.whose} + "."});
}

}  // namespace

void gather_education_clocks(Gathering& gathering)
{
    gather_section_19(gathering);
    gather_medical(gathering);
    gather_part_time(gathering);
    gather_out_of_education(gathering);
}

}  // namespace waymark::clocks
