#include "clocks/rules/gathering.hpp"

#include <algorithm>
#include <tuple>

#include "foundation/text.hpp"
#include "placements/rules/week.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::clocks {
namespace {

// A clock that was met is shown for a while, so that people see that it was; after that the timeline tells it.
constexpr Days shown_after_met{28};

int pressure(const RunningClock& running)
{
    if (running.is_breach()) return 0;
    if (running.needs_attention()) return 1;
    return running.clock.is_met || running.reason ? 3 : 2;
}

}  // namespace

// Whoever records late what ends a clock sees that it did, however long ago it was due.
bool Gathering::is_long_over(const RunningClock& running) const
{
    if (!running.clock.is_met || !running.clock.due) return false;
    Date over = *running.clock.due;
    for (const FactKind kind : words_of(running.kind).ended_by) over = std::max(over, last_fact(kind, running.about).value_or(over));
    return over + shown_after_met < today;
}

void Gathering::add(ClockKind kind, std::optional<Id> about, pupils::Clock clock, DayKind counted_in)
{
    const ClockWords& words = words_of(kind);
    clock.name = words.name;
    clock.rule = words.rule;
    clock.source = words.source;
    RunningClock running{.kind = kind, .about = about, .clock = std::move(clock), .counted_in = counted_in};
    const auto reason = std::ranges::find_if(facts.reasons, [&](const LawfulReason& one) { return one.clock == kind && one.about == about; });
    if (reason != facts.reasons.end()) running.reason = *reason;
    if (!is_long_over(running)) found.push_back(std::move(running));
}

void Gathering::add_due(ClockKind kind, const Due& due)
{
    if (!due.deadline) return add(kind, due.about, pupils::unknown_clock({}, {}, {}, roll_calendar()), due.counted_in);
    const Deadline& deadline = *due.deadline;
    add(kind, due.about, {.due = deadline.due, .school_days_left = deadline.days_left, .severity = deadline.severity, .is_met = deadline.is_met, .working = due.working},
        due.counted_in);
}

Result<Deadline> Gathering::in_school_days(const Result<Date>& due, std::optional<Date> done_on, const SchoolCalendar& school) const
{
    return deadline_in_school_days(TRY(due), standing(done_on), school);
}

std::optional<OrganisationId> Gathering::roll_school() const
{
    std::optional<OrganisationId> school;
    for (const auto& enrolment : facts.enrolments)
        if (enrolment.days.contains(today) && enrolment.status != pupils::EnrolmentStatus::current_subsidiary &&
            enrolment.status != pupils::EnrolmentStatus::guest)
            school = enrolment.school;
    return school;
}

std::optional<Date> Gathering::first_fact(FactKind kind, Date since, std::optional<Id> about) const
{
    for (const auto& fact : facts.facts)
        if (fact.kind == kind && fact.on >= since && (!about || fact.about == about)) return fact.on;
    return std::nullopt;
}

std::optional<Date> Gathering::last_fact(FactKind kind, std::optional<Id> about) const
{
    std::optional<Date> last;
    for (const auto& fact : facts.facts)
        if (fact.kind == kind && (!about || fact.about == about)) last = fact.on;
    return last;
}

std::optional<Date> Gathering::full_time_since(Date since) const
{
    std::optional<int> year;
    for (const auto& enrolment : facts.enrolments)
        if (enrolment.days.contains(today)) year = enrolment.year_group;
    const auto stage = key_stage_of_year(year.value_or(year_group(facts.born, since)));
    const auto full_time = stage ? law(since).full_time_minutes(*stage) : std::nullopt;
    if (!full_time) return std::nullopt;
    std::vector<placements::Slot> slots;
    for (const auto& placement : facts.placements) {
        if (placement.state == placements::PlacementState::planned || (placement.ended_on && *placement.ended_on < since)) continue;
        for (const auto& slot : placement.slots)
            if (!slot.in_force.to || *slot.in_force.to >= since) slots.push_back(slot);
    }
    return placements::full_time_from(slots, since, *full_time);
}

std::vector<RunningClock> clocks_of(const PupilFacts& facts, const CalendarBook& calendars, const LawOn& law, Date today)
{
    Gathering gathering{facts, calendars, law, today};
    gather_exclusion_clocks(gathering);
    gather_education_clocks(gathering);
    gather_placement_clocks(gathering);
    gather_plan_clocks(gathering);
    std::ranges::stable_sort(gathering.found, {}, [](const RunningClock& running) {
        return std::tuple{pressure(running), running.clock.due.value_or(Date{})};
    });
    return std::move(gathering.found);
}

std::string left_words(const RunningClock& running)
{
    if (!running.clock.school_days_left) return running.clock.due ? "" : "not known";
    const int left = *running.clock.school_days_left;
    const std::string_view unit = running.counted_in == DayKind::school ? "school day" : running.counted_in == DayKind::working ? "working day" : "day";
    if (left == 0) return "due today";
    return left > 0 ? counted(left, std::string{unit}) + " left" : counted(-left, std::string{unit}) + " late";
}

std::string_view state_words(const RunningClock& running)
{
    if (running.clock.is_met) return "Met";
    if (running.reason) return "Lawfully open";
    switch (running.clock.severity) {
    case Severity::info: return "On time";
    case Severity::warn: return running.clock.due || running.clock.school_days_left ? "Due soon" : is_counted(running.kind) ? "Near the limit" : "Not known";
    case Severity::breach: return "Duty not met";
    }
    expects(false);
    return {};
}

std::string due_sentence(const RunningClock& running)
{
    const auto& clock = running.clock;
    if (clock.is_met && !is_counted(running.kind)) return clock.due ? "It was due by " + long_date(*clock.due) : "Met";
    if (clock.due && clock.school_days_left == 0) return "Due today, " + long_date(*clock.due);
    if (clock.due && clock.school_days_left) return (*clock.school_days_left < 0 ? "Was due " : "Due ") + long_date(*clock.due) + ", " + left_words(running);
    return is_counted(running.kind) ? clock.working : "Not known: calendar missing";
}

}  // namespace waymark::clocks
