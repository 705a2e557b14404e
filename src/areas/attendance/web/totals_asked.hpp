// What the pages of totals are asked for: a school year, a setting, year groups; as values, as a form and as an address.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attendance/store/totals.hpp"
#include "foundation/form.hpp"
#include "platform/http/request.hpp"
#include "ui/ui.hpp"

namespace waymark::attendance {

/// Year groups by one name of an address: "10", "ks4", "all".
struct GroupChoice {
    std::string name = "all", words = "All year groups";
    YearGroups groups;
};
/// All that may be chosen: every year group together, key stages, and each year group from Reception to year 13.
[[nodiscard]] const std::vector<GroupChoice>& group_choices();
/// The one of that name; none for a name that is none. A year group outside school age has its number for a name.
[[nodiscard]] std::optional<GroupChoice> group_of_name(std::string_view name);

/// `?year=2026&setting=…&group=10`. A year that is none or has not begun is this one; a group that is none is all.
struct AskedOfTotals {
    TotalsAsked totals;
    GroupChoice group;
};
[[nodiscard]] AskedOfTotals totals_asked_for(const Request& request, Date today);

/// The same as a query, with `more` behind it: "?year=2026&group=10".
[[nodiscard]] std::string query_of(const AskedOfTotals& asked, std::string_view more = {});
/// "School year 2026 to 2027, up to 23 November 2026"; without the day for a year that is over.
[[nodiscard]] std::string year_words(SchoolYear year, Date today);

/// The three views of the same marks, the current one marked.
enum class TotalsView { settings, year_groups, weeks };
void views_of_attendance(ui::Buffer& out, TotalsView current);
/// How rates are worked out, one click away; and when the figures were read.
void how_worked_out(ui::Buffer& out);
void as_of(ui::Buffer& out, Instant now);

/// Cells after the first: possible, attended, authorised, unauthorised, rate, no mark yet. `href` gives the address of the rows behind a
/// number, "" for a number that opens none.
[[nodiscard]] std::vector<ui::TableCell> total_cells(ui::TableCell first, const Counts& counts, const std::string& about,
                                                     const std::function<std::string(std::string_view showing)>& href);
[[nodiscard]] ui::TableOptions totals_table(std::string caption, std::string first_head);
/// The same columns for a CSV file.
[[nodiscard]] std::vector<std::string> total_columns();
[[nodiscard]] std::vector<std::string> total_fields(const Counts& counts);

}  // namespace waymark::attendance
