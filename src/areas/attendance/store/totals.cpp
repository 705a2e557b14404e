// Moving kept totals, reading them, and holding them against the marks.
#include "attendance/store/totals.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "attendance/rules/kept_months.hpp"
#include "attendance/store/totals.sql.hpp"
#include "foundation/text.hpp"
#include "pupils/store/access.hpp"

namespace waymark::attendance {
namespace {

/// Adds the sessions of one code; no code: the register has not been taken.
void add_sessions(Counts& counts, const Row& row, Date day)
{
    const int sessions = row.number("sessions");
    if (row.is_null("code")) counts.not_taken += sessions;
    else add_mark(counts, row.view("code"), day, sessions);
}

Date last_counted(SchoolYear year, Date today) { return std::min(year.last_day(), today); }

/// Who is meant: of whom, in which school year, born when.
Bindings about(const TotalsAsked& asked, Bindings bindings = {})
{
    const DateRange born = born_between(asked.groups, asked.year);
    bindings.emplace_back("school_year", asked.year.starts_in());
    bindings.emplace_back("born_from", born.from);
    bindings.emplace_back("born_to", *born.to);
    return bindings;
}

Bindings within_year(const Transaction& tx, const TotalsAsked& asked, Bindings bindings = {})
{
    bindings = about(asked, std::move(bindings));
    bindings.emplace_back("year_from", asked.year.first_day());
    bindings.emplace_back("to_day", last_counted(asked.year, tx.today()));
    bindings.emplace_back("setting", asked.setting);
    return bindings;
}

using Totals = std::map<std::pair<TotalCell, std::string>, long long>;  // by cell and code

Totals totals_of_marks(Transaction& tx)
{
    Totals totals;
    tx.each(sql::standing_marks, {}, [&](const Row& row) {
        for (const TotalCell& cell : cells_of(row.id<OrganisationId>("organisation_id"), row.date("born"), row.date("day")))
            totals[{cell, row.text("code")}] += row.integer("sessions");
    });
    return totals;
}

std::string words_of_cell(const TotalCell& cell)
{
    return fmt::format("{} from {}, {}, {}", enum_text(cell.span), iso(cell.from), cell.setting == all_settings ? "all settings" : "setting " + cell.setting.text(),
                       cell.year_group == all_year_groups ? "all year groups" : lower_ascii(year_group_name(cell.year_group)));
}

}  // namespace

void move_totals(Transaction& tx, PupilId pupil, OrganisationId setting, Date day, std::string_view code, int sessions)
{
    const SchoolYear year = SchoolYear::of(day);
    tx.run(sql::move_totals, {{"pupil", pupil},
                              {"setting", setting},
                              {"all_settings", all_settings},
                              {"all_year_groups", all_year_groups},
                              {"school_year", year.starts_in()},
                              {"year_from", year.first_day()},
                              {"week_from", first_of_week(day)},
                              {"month_from", first_of_month(day)},
                              {"code", code},
                              {"sessions", sessions}});
}

void move_child(Transaction& tx, PupilId pupil, int times)
{
    struct Standing {
        OrganisationId setting;
        Date day;
        std::string code;
        int sessions;
    };
    const auto all = tx.all(sql::standing_days_of_pupil, {{"pupil", pupil}}, [](const Row& row) {
        return Standing{row.id<OrganisationId>("organisation_id"), row.date("day"), row.text("code"), row.number("sessions")};
    });
    for (const Standing& each : all) move_totals(tx, pupil, each.setting, each.day, each.code, times * each.sessions);
}

CountedFrom counted_from(const Who& who)
{
    return pupils::scope_of(who.role) == pupils::Scope::whole_authority ? CountedFrom::kept_totals : CountedFrom::children;
}

DateRange born_between(YearGroups groups, SchoolYear year)
{
    // Year group 0 was born in the school year five before; nobody who is taught was born outside these centuries.
    const Date from = groups.last > 50 ? date(1900, 1, 1) : SchoolYear{year.starts_in() - 5 - groups.last}.first_day();
    const Date to = groups.first < -50 ? date(2999, 12, 31) : SchoolYear{year.starts_in() - 5 - groups.first}.last_day();
    return {from, to};
}

std::map<int, Counts> counts_by_year_group(Transaction& tx, const TotalsAsked& asked, CountedFrom from)
{
    std::map<int, Counts> found;
    const Date codes_of = last_counted(asked.year, tx.today());
    const auto add = [&](const Row& row) { add_sessions(found[row.number("year_group")], row, codes_of); };
    if (from == CountedFrom::children) {
        Bindings bindings = within_year(tx, asked, pupils::visible_to(tx.context().who));
        bindings.emplace_back("year_to", asked.year.last_day());
        tx.each(sql::year_by_group_of_children, bindings, add);
        return found;
    }
    if (asked.setting)
        tx.each(sql::kept_year_by_group_at_setting, {{"setting", *asked.setting}, {"year_from", asked.year.first_day()}, {"year_to", asked.year.last_day()}}, add);
    else
        tx.each(sql::kept_year_by_group, {{"all_settings", all_settings}, {"year_from", asked.year.first_day()}}, add);
    std::erase_if(found, [&](const auto& group) { return group.first < asked.groups.first || group.first > asked.groups.last; });
    tx.each(sql::not_taken, within_year(tx, asked), [&](const Row& row) { found[row.number("year_group")].not_taken += row.number("sessions"); });
    return found;
}

std::map<Date, Counts> counts_by_week(Transaction& tx, const TotalsAsked& asked, CountedFrom from)
{
    std::map<Date, Counts> found;
    if (from == CountedFrom::children) {
        tx.each(sql::days_of_children, within_year(tx, asked, pupils::visible_to(tx.context().who)), [&](const Row& row) {
            const Date day = row.date("day");
            add_sessions(found[first_of_week(day)], row, day);
        });
        return found;
    }
    tx.each(sql::kept_weeks, {{"setting", asked.setting.value_or(all_settings)}, {"year_from", asked.year.first_day()}, {"year_to", asked.year.last_day()},
                              {"first_group", asked.groups.first}, {"last_group", asked.groups.last}},
            [&](const Row& row) {
                const Date week = row.date("from_day");
                add_sessions(found[week], row, week);
            });
    tx.each(sql::not_taken, within_year(tx, asked), [&](const Row& row) { found[first_of_week(row.date("day"))].not_taken += row.number("sessions"); });
    return found;
}

std::vector<Setting> settings_of_year(Transaction& tx, SchoolYear year, CountedFrom from)
{
    const auto read = [](const Row& row) { return Setting{row.id<OrganisationId>("id"), row.text("name")}; };
    const Bindings of_year{{"year_from", year.first_day()}, {"year_to", year.last_day()}};
    if (from == CountedFrom::kept_totals) return tx.all(sql::settings_with_totals, of_year, read);
    Bindings bindings = about({.year = year, .setting = {}}, pupils::visible_to(tx.context().who));
    bindings.insert(bindings.end(), of_year.begin(), of_year.end());
    return tx.all(sql::settings_of_children, bindings, read);
}

std::vector<ChildCounts> counts_by_child(Transaction& tx, const TotalsAsked& asked, Date from, Date to)
{
    Bindings bindings = about(asked, pupils::visible_to(tx.context().who));
    const KeptMonths split = by_kept_months(from, to, tx.today());
    for (auto&& [name, day] : std::initializer_list<std::pair<const char*, Date>>{{"from_day", from}, {"to_day", to}, {"first_month", split.first_month},
             {"last_month", split.last_month}, {"head_from", split.head_from}, {"head_to", split.head_to}, {"tail_from", split.tail_from}, {"tail_to", split.tail_to}})
        bindings.emplace_back(name, day);
    bindings.emplace_back("setting", asked.setting);
    std::vector<ChildCounts> found;
    tx.each(sql::codes_by_child_of_group, bindings, [&](const Row& row) {
        const auto pupil = row.id<PupilId>("pupil_id");
        if (found.empty() || found.back().pupil != pupil)
            found.push_back({.pupil = pupil, .reference = row.text("reference"), .known_as = row.text("known_as"), .last_name = row.text("last_name"), .counts = {}});
        add_sessions(found.back().counts, row, from);
    });
    return found;
}

std::vector<std::string> recount_totals(Transaction& tx)
{
    Totals totals = totals_of_marks(tx);  // counted afresh, less those kept
    tx.each(sql::kept_totals, {}, [&](const Row& row) {
        const TotalCell cell{row.one_of<TotalSpan>("span"), row.id<OrganisationId>("organisation_id"), row.date("from_day"), row.number("year_group")};
        totals[{cell, row.text("code")}] -= row.integer("sessions");
    });
    std::vector<std::string> differences;
    for (const auto& [what, difference] : totals)
        if (difference != 0)
            differences.push_back(fmt::format("{}, code {}: {} sessions {} than are kept", words_of_cell(what.first), what.second, std::abs(difference),
                                              difference > 0 ? "more" : "fewer"));
    return differences;
}

void total_again(Transaction& tx)
{
    tx.run(sql::forget_totals);
    for (const auto& [what, sessions] : totals_of_marks(tx))
        tx.run(sql::insert_total, {{"span", what.first.span}, {"setting", what.first.setting}, {"from_day", what.first.from},
                                   {"year_group", what.first.year_group}, {"code", what.second}, {"sessions", sessions}});
}

}  // namespace waymark::attendance
