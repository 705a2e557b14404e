// Totals by year group and by week: kept ones for whoever sees the whole authority, children added up for everybody else.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "attendance/rules/kept_totals.hpp"
#include "attendance/rules/rates.hpp"
#include "attendance/store/registers.hpp"

namespace waymark::attendance {

/// Moves the totals by so many marks of one code: 1 for a new mark, -1 for the one it takes the place of. Part of `insert_mark`.
void move_totals(Transaction& tx, PupilId pupil, OrganisationId setting, Date day, std::string_view code, int sessions);

/// Adds all that one child was ever marked to the totals (1), or takes it out again (-1). Out before the child is erased; out before a
/// date of birth is corrected and in after it, in the same transaction.
void move_child(Transaction& tx, PupilId pupil, int times);

/// Where figures come from. Both ways give the same ones to whoever sees the whole authority.
enum class CountedFrom {
    kept_totals,   // sums over all children: cost follows the cells
    children,      // the children this person may see: cost follows them
};
/// Only somebody who sees the whole authority may be shown kept totals.
[[nodiscard]] CountedFrom counted_from(const Who& who);

/// Which year groups, both included; all of them where it does not say.
struct YearGroups {
    int first = -100, last = all_year_groups - 1;
    [[nodiscard]] bool are_all() const { return first < -50 && last > 50; }
    bool operator==(const YearGroups&) const = default;
};
/// When children of these year groups were born, in that school year.
[[nodiscard]] DateRange born_between(YearGroups groups, SchoolYear year);

struct TotalsAsked {
    SchoolYear year;                        // up to today
    std::optional<OrganisationId> setting;  // none: all settings
    YearGroups groups = {};
};
/// Counts by year group over the school year to date.
[[nodiscard]] std::map<int, Counts> counts_by_year_group(Transaction& tx, const TotalsAsked& asked, CountedFrom from);
/// Counts by week (its first day) of the school year to date; weeks in which nobody was expected are not there.
[[nodiscard]] std::map<Date, Counts> counts_by_week(Transaction& tx, const TotalsAsked& asked, CountedFrom from);

struct Setting {
    OrganisationId id;
    std::string name;
};
/// The settings where somebody was marked in that school year, in order of name.
[[nodiscard]] std::vector<Setting> settings_of_year(Transaction& tx, SchoolYear year, CountedFrom from);

struct ChildCounts {
    PupilId pupil;
    std::string reference, known_as, last_name;
    Counts counts;
};
/// The children of these year groups whom the person in the context may see, between two days of one school year, in order of name.
[[nodiscard]] std::vector<ChildCounts> counts_by_child(Transaction& tx, const TotalsAsked& asked, Date from, Date to);

/// Adds up every total afresh from the marks that stand and says in words where what is kept differs; empty when all agrees.
[[nodiscard]] std::vector<std::string> recount_totals(Transaction& tx);
/// Writes all totals anew from the marks that stand: for whoever writes marks by the thousand and not by `insert_mark`.
void total_again(Transaction& tx);

}  // namespace waymark::attendance
