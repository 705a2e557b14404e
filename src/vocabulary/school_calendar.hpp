// When a school meets: its half-terms, and the days in them on which it does not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/result.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark {

struct HalfTerm {
    std::string name;  // "Autumn 1"
    Date from, to;     // both included
    bool operator==(const HalfTerm&) const = default;
    [[nodiscard]] bool contains(Date day) const { return day >= from && day <= to; }
};

enum class ClosureKind {
    inset, closure,
    unplanned_closure,     // decided too late to plan for, as for snow: no school day, yet its sessions stay planned (R2)
    bank_holiday,          // one that the program does not know, proclaimed since
    open_on_bank_holiday,  // the opposite of a closure: the school meets that day, although it is a bank holiday
};

/// One day on which a school departs from its terms.
struct Closure {
    Date day;
    ClosureKind kind = ClosureKind::closure;
    std::string name;  // "Staff training", "Polling day"
};

/// The calendar of one school, or the authority's own for a child on no roll. What it does not know it says, with
/// `calendar.missing`; it never takes Monday to Friday for an answer.
///
/// Rule    R1, R2
/// Source  Education Act 1996 s.579; Education (School Day and School Year) (England) Regulations 1999
class SchoolCalendar {
public:
    /// A calendar that knows nothing yet.
    SchoolCalendar() = default;

    /// Half-terms in any order. Bank holidays need not be given: they are known, and `closures` adds to them or takes one back.
    /// A closure of another kind on the same day counts more than the word that the school is open.
    /// Fails   `calendar.backwards` (a half-term ends before it starts), `calendar.overlap`
    [[nodiscard]] static Result<SchoolCalendar> make(std::vector<HalfTerm> half_terms, std::vector<Closure> closures = {});

    /// Whether the dates around that day are loaded: it lies in a half-term, or in a holiday between two of them. A gap too
    /// long for a holiday is a half-term that nobody entered.
    [[nodiscard]] bool knows(Date day) const;

    /// Whether the school meets that day.
    /// Fails   `calendar.missing` when the calendar does not know that day
    [[nodiscard]] Result<bool> is_school_day(Date day) const;

    /// The nth school day, counting from `from`, which is the first if it is itself a school day.
    /// Fails   `calendar.missing`; `calendar.no_such_count` when n is below 1
    [[nodiscard]] Result<Date> nth_school_day(Date from, int n) const;

    /// The school day that many school days after the day, not counting the day itself; before it, when negative.
    /// Fails   `calendar.missing`
    [[nodiscard]] Result<Date> add_school_days(Date day, int school_days) const;

    /// School days from one day to the other, both included; none when `to` is before `from`.
    /// Fails   `calendar.missing`
    [[nodiscard]] Result<int> school_days_between(Date from, Date to) const;

    /// The half-term that holds the day; nothing in a holiday.
    /// Fails   `calendar.missing`
    [[nodiscard]] Result<std::optional<HalfTerm>> half_term(Date day) const;

    /// Sessions planned in a school year, two a school day. A maintained school plans 380 or more; what is right for
    /// others they say themselves.
    [[nodiscard]] int planned_sessions(SchoolYear year) const;

    [[nodiscard]] bool empty() const { return half_terms_.empty(); }
    /// The first and last days it knows. Expects a calendar that is not empty.
    [[nodiscard]] Date first_day() const;
    [[nodiscard]] Date last_day() const;
    [[nodiscard]] const std::vector<HalfTerm>& half_terms() const { return half_terms_; }

private:
    [[nodiscard]] bool meets(Date day) const;
    [[nodiscard]] bool plans_to_meet(Date day) const;

    std::vector<HalfTerm> half_terms_;      // in order, none overlapping
    std::vector<Date> closed_;              // in order
    std::vector<Date> unplanned_closures_;  // in order
};

}  // namespace waymark
