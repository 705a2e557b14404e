// A clock of the law or of the authority: what must be there by when, how many days are left, and how that was counted.
#pragma once

#include <optional>
#include <string>

#include "foundation/date.hpp"
#include "vocabulary/deadline.hpp"
#include "vocabulary/severity.hpp"

namespace waymark {

struct Clock {
    std::string name;                       // "Full-time education after permanent exclusion"
    std::string rule;                       // "R6"
    std::string source;                     // law or guidance
    std::optional<Date> due;                // none: not known, `working` says why
    std::optional<int> school_days_left;    // 0 on the day itself, negative when late; none: not known
    Severity severity = Severity::info;
    bool is_met = false;
    std::string working;                    // "By the calendar of Northgate Academy: 16 November 2026 is day 1, …"
};

/// A clock as every page shows it, whoever counted it.
struct ClockShown {
    Clock clock;
    std::string when;                           // "Due 30 November 2026, 5 school days left"
    std::string state;                          // "Duty not met"
    DayKind counted_in = DayKind::school;       // the kind of day of `clock.school_days_left`
    bool is_lawfully_open = false;              // a lawful reason is recorded why it is not met
    bool of_exclusion = false;                  // set off by a suspension or an exclusion
    bool of_need = false;                       // about education that is owed: what a referral is made for
    std::string calendars_href;                 // where the calendar is kept that is missing; empty: none is

    [[nodiscard]] bool is_open() const { return !clock.is_met && !is_lawfully_open; }
};

}  // namespace waymark
