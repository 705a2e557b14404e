// Coming off a school's roll: for which grounds alone, when the authority is told, and which endings somebody looks at again.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "foundation/date.hpp"
#include "vocabulary/law.hpp"

namespace waymark::pupils {

/// Why a school takes a name off its roll. The last two are no ground in law.
enum class LeavingGround {
    registered_elsewhere, moved_away, permanent_exclusion, home_education, unauthorised_absence, not_back_from_leave, custody,
    alternative_provision, none,
};

/// The ground with what it takes.
struct LeavingCase {
    LeavingGround ground = LeavingGround::none;
    bool review_is_over = false;        // permanent exclusion: time passed, waived in writing, or the panel did not reinstate (R11)
    bool in_writing = false;            // home education: the parent's notice to the school
    int school_days = 0;                // absence: unauthorised, in a row; leave: since it ended
    bool enquiries_made = false;        // absence: by school and authority together
    std::optional<DateRange> custody;   // first and last day as ordered
};

enum class LeavingLack { never_a_ground, review_not_over, not_in_writing, too_few_school_days, enquiries_missing, custody_too_short };

/// What keeps the name on the roll; none: it may come off.
/// law      law.roll_absence_school_days, law.roll_leave_school_days (at least), law.roll_custody_months (over)
/// Rule     R22
/// Source   SI 2024/208 reg 9
[[nodiscard]] std::vector<LeavingLack> lacking_to_leave(const LeavingCase& leaving, const Law& law);

enum class RollChange { addition, deletion };

/// The last day on which the school tells the authority of a change to its roll.
/// law      law.roll_addition_days after a new name; of a deletion it tells on or before that day
/// Rule     R22
/// Source   SI 2024/208 reg 13; DfE, Children missing education
[[nodiscard]] Date roll_news_due(RollChange change, Date changed_on, const Law& law);

/// A roll that has ended, or is about to.
struct RollEnd {
    Date last_day;
    int year_group = 0;                 // as the school has it
    bool has_ground = false;            // one of the regulations is recorded
    std::span<const Date> placed_on;    // first days of alternative provision
};

struct OffRollingWatch {
    bool by_year_group = false;         // from law.off_rolling_year_group to the end of key stage 4
    bool after_placement = false;       // 0 to law.off_rolling_days after a first day of alternative provision
    [[nodiscard]] bool is_watched() const { return by_year_group || after_placement; }
};

/// Whether somebody looks at this ending again, and why. With a ground nobody needs to.
/// Rule     R22
[[nodiscard]] OffRollingWatch off_rolling_watch(const RollEnd& end, const Law& law);

}  // namespace waymark::pupils
