// What the groups of clocks share while the clocks of one child are gathered. Only this folder's files include it.
#pragma once

#include <optional>
#include <string>

#include "clocks/rules/running_clocks.hpp"

namespace waymark::clocks {

class Gathering {
public:
    Gathering(const PupilFacts& facts_, const CalendarBook& calendars_, const LawOn& law_, Date today_)
        : facts{facts_}, calendars{calendars_}, law{law_}, today{today_}
    {
    }

    const PupilFacts& facts;
    const CalendarBook& calendars;
    const LawOn& law;
    Date today;
    std::vector<RunningClock> found;

    /// A clock that its own rule has counted already.
    void add(ClockKind kind, std::optional<Id> about, pupils::Clock clock, DayKind counted_in = DayKind::school);

    /// A clock from its deadline. Where that failed the calendar does not reach that far: the clock is not known, and that warns.
    struct Due {
        Result<Deadline> deadline;
        DayKind counted_in = DayKind::calendar;
        std::string working;
        std::optional<Id> about;        // the exclusion or placement
    };
    void add_due(ClockKind kind, const Due& due);
    /// Today, and the day on which it was done.
    [[nodiscard]] Standing standing(std::optional<Date> done_on) const { return {today, done_on}; }
    /// The deadline of a due day that is counted in school days by that calendar.
    [[nodiscard]] Result<Deadline> in_school_days(const Result<Date>& due, std::optional<Date> done_on, const SchoolCalendar& school) const;

    /// The child's school today, whose calendar counts what the exclusion or placement does not settle; none: the authority's.
    [[nodiscard]] std::optional<OrganisationId> roll_school() const;
    [[nodiscard]] pupils::CountedBy roll_calendar() const { return calendars.of(roll_school()); }
    /// The first fact of that kind from that day on; about that record, where it is about one.
    [[nodiscard]] std::optional<Date> first_fact(FactKind kind, Date since, std::optional<Id> about = {}) const;
    [[nodiscard]] std::optional<Date> last_fact(FactKind kind, std::optional<Id> about = {}) const;
    /// Whether it was met so long ago that only the timeline tells it.
    [[nodiscard]] bool is_long_over(const RunningClock& running) const;
    /// The first day from `since` on which full-time education was really there, over all settings (R13).
    [[nodiscard]] std::optional<Date> full_time_since(Date since) const;
};

void gather_exclusion_clocks(Gathering& gathering);
void gather_education_clocks(Gathering& gathering);
void gather_placement_clocks(Gathering& gathering);
void gather_plan_clocks(Gathering& gathering);

}  // namespace waymark::clocks
