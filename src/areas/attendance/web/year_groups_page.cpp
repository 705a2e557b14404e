// A school year by year group over every child one may see, and the children behind each number.
#include <algorithm>

#include <fmt/format.h>

#include "attendance/web/pages.hpp"
#include "attendance/web/totals_asked.hpp"
#include "foundation/csv.hpp"
#include "foundation/text.hpp"
#include "people/store/law_choices.hpp"
#include "ui/ui.hpp"

namespace waymark::attendance {
namespace {

struct YearGroupsScreen {
    AskedOfTotals asked;
    std::string setting_name;  // empty: all settings
    std::map<int, Counts> groups;
};

YearGroupsScreen load_year_groups(const Request& request, Context& context)
{
    YearGroupsScreen screen{.asked = totals_asked_for(request, context.today), .setting_name = {}, .groups = {}};
    context.read([&](Transaction& tx) {
        const CountedFrom from = counted_from(tx.context().who);
        screen.groups = counts_by_year_group(tx, screen.asked.totals, from);
        if (!screen.asked.totals.setting) return;
        for (const Setting& setting : settings_of_year(tx, screen.asked.totals.year, from))
            if (setting.id == *screen.asked.totals.setting) screen.setting_name = setting.name;
    });
    return screen;
}

std::string other_year(AskedOfTotals asked, SchoolYear year)
{
    asked.totals.year = year;
    return "/attendance/year-groups" + query_of(asked);
}

void years_beside(ui::Buffer& out, const AskedOfTotals& asked, Date today)
{
    const SchoolYear year = asked.totals.year;
    const bool has_next = year < SchoolYear::of(today);
    out.raw("<p class=\"govuk-body\">");
    ui::link(out, other_year(asked, year.previous()), "School year " + year.previous().text());
    if (has_next) {
        out.raw(" · ");
        ui::link(out, other_year(asked, year.next()), "School year " + year.next().text());
    }
    out.raw("</p>\n");
}

/// The children behind a number of one year group, over the year.
std::string children_href(AskedOfTotals asked, std::string_view group, std::string_view showing)
{
    asked.group = {};
    return fmt::format("/attendance/year-groups/{}{}", group, query_of(asked, showing.empty() ? "" : fmt::format("&showing={}", showing)));
}

}  // namespace

Result<Response> show_year_groups(const Request& request, Context& context)
{
    const auto screen = load_year_groups(request, context);
    return html(200, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "Attendance by year group", .wide = true, .caption = year_words(screen.asked.totals.year, context.today)}, [&](ui::Buffer& body) {
            views_of_attendance(body, TotalsView::year_groups);
            if (screen.groups.empty()) {
                ui::empty_state(body, "No sessions were expected in this school year for anyone you can see.");
                years_beside(body, screen.asked, context.today);
                return;
            }
            auto table = totals_table(screen.setting_name.empty() ? "All settings" : screen.setting_name, "Year group");
            Counts all;
            for (const auto& [group, counts] : screen.groups) {
                all += counts;
                const std::string name = year_group_name(group), address = std::to_string(group);
                table.rows.push_back(total_cells(ui::TableCell{ui::link_html(children_href(screen.asked, address, ""), name)}, counts, "sessions, " + name,
                                                 [&](std::string_view showing) { return children_href(screen.asked, address, showing); }));
            }
            table.rows.push_back(total_cells(ui::TableCell{"All year groups"}, all, "sessions, all year groups",
                                             [&](std::string_view showing) { return children_href(screen.asked, "all", showing); }));
            ui::table(body, table);
            as_of(body, context.now);
            ui::paragraph(body, "A year group is the one of the child’s age, from 1 September to 31 August, also for a child who is taught with another.");
            how_worked_out(body);
            ui::paragraph(body, ui::link_html("/attendance/weeks" + query_of(screen.asked), "The same year week by week"));
            years_beside(body, screen.asked, context.today);
            ui::paragraph(body, ui::link_html("/attendance/year-groups/export.csv" + query_of(screen.asked), "Download as CSV"));
        });
    }).markup());
}

Result<Response> year_groups_csv(const Request& request, Context& context)
{
    const auto screen = load_year_groups(request, context);
    std::vector<std::string> columns{"School year", "Setting", "Year group"};
    std::ranges::copy(total_columns(), std::back_inserter(columns));
    CsvWriter csv{columns};
    for (const auto& [group, counts] : screen.groups) {
        std::vector<std::string> row{screen.asked.totals.year.text(), screen.setting_name.empty() ? "All settings" : screen.setting_name, year_group_name(group)};
        std::ranges::copy(total_fields(counts), std::back_inserter(row));
        csv.row(row);
    }
    return csv_download("attendance-by-year-group.csv", csv.text());
}

// ---- The children behind a number ----

namespace {

/// Which number was followed: only children who have such sessions, those with most of them first.
struct Showing {
    std::string_view name, words;
    int (*sessions)(const Counts&);
};
constexpr Showing showings[] = {
    {"possible", "with a possible session", [](const Counts& counts) { return counts.possible(); }},
    {"attended", "who attended", [](const Counts& counts) { return counts.present; }},
    {"authorised", "with authorised absence, most first", [](const Counts& counts) { return counts.authorised; }},
    {"unauthorised", "with unauthorised absence, most first", [](const Counts& counts) { return counts.unauthorised; }},
    {"no-mark", "with a session without a mark, most first", [](const Counts& counts) { return counts.not_taken; }},
};

const Showing* showing_of(std::string_view name)
{
    const auto found = std::ranges::find(showings, name, &Showing::name);
    return found == std::end(showings) ? nullptr : found;
}

struct ChildrenScreen {
    AskedOfTotals asked;
    DateRange days;
    std::string setting_name;
    const Showing* showing = nullptr;
    std::vector<ChildCounts> children;
};

/// The school year to date, or one week of it that `?week=` names.
DateRange days_of(const Request& request, SchoolYear year, Date today)
{
    const auto week = parse_iso_date(request.query("week"));
    if (!week || !year.days().contains(*week) || *week > today) return {year.first_day(), std::min(year.last_day(), today)};
    return {first_of_week(*week), std::min(last_of_week(first_of_week(*week)), today)};
}

std::string title_of(const ChildrenScreen& screen)
{
    const std::string whose = screen.asked.group.groups.are_all() ? "all year groups" : screen.asked.group.words;
    return "Attendance of " + whose + (screen.setting_name.empty() ? "" : " at " + screen.setting_name);
}

}  // namespace

Result<Response> show_children_of_year_group(const Request& request, Context& context)
{
    ChildrenScreen screen{.asked = totals_asked_for(request, context.today), .days = {}, .setting_name = {}, .showing = showing_of(request.query("showing")), .children = {}};
    const auto group = group_of_name(request.path("year_group"));
    if (!group) return not_found("attendance.no_such_year_group", "There is no such year group.");
    screen.asked.group = *group;
    screen.asked.totals.groups = group->groups;
    screen.days = days_of(request, screen.asked.totals.year, context.today);
    context.read([&](Transaction& tx) {
        screen.children = counts_by_child(tx, screen.asked.totals, screen.days.from, *screen.days.to);
        if (!screen.asked.totals.setting || screen.children.empty()) return;
        for (const Setting& setting : settings_of_year(tx, screen.asked.totals.year, counted_from(tx.context().who)))
            if (setting.id == *screen.asked.totals.setting) screen.setting_name = setting.name;
    });
    if (screen.showing) {
        std::erase_if(screen.children, [&](const ChildCounts& child) { return screen.showing->sessions(child.counts) == 0; });
        if (screen.showing->name != "possible" && screen.showing->name != "attended")
            std::ranges::stable_sort(screen.children, std::greater{}, [&](const ChildCounts& child) { return screen.showing->sessions(child.counts); });
    }
    const Law law = people::law_for(context, *screen.days.to);
    const int page = ui::page_asked_for(request.query("page"));
    const std::string week = request.query("week").empty() ? "" : "&week=" + iso(screen.days.from);
    const auto address = [&](int number) {
        AskedOfTotals asked = screen.asked;
        asked.group = {};
        return fmt::format("/attendance/year-groups/{}{}", request.path("year_group"),
                           query_of(asked, week + (screen.showing ? fmt::format("&showing={}", screen.showing->name) : "") + (number > 1 ? fmt::format("&page={}", number) : "")));
    };
    return html(200, ui::render([&](ui::Buffer& out) {
        AskedOfTotals of_year = screen.asked;
        of_year.group = {};
        ui::page(out, {.title = title_of(screen), .breadcrumbs = {{"Attendance", "/attendance"}, {"By year group", "/attendance/year-groups" + query_of(of_year)}}, .wide = true,
                       .caption = date_range(screen.days.from, *screen.days.to)}, [&](ui::Buffer& body) {
            if (screen.children.empty()) {
                ui::empty_state(body, "Nobody you can see was expected anywhere in this time.");
                return;
            }
            const std::string who = counted(static_cast<long long>(screen.children.size()), "young person", "young people");
            auto table = totals_table(screen.showing ? fmt::format("{} {}", who, screen.showing->words) : who, "Young person");
            for (const ChildCounts& child : ui::rows_of_page(screen.children, page)) {
                ui::Content flag{""};
                if (is_severe_absence(child.counts, law)) flag = ui::tag_html("Severe absence", ui::TagColour::red);
                else if (is_persistent_absence(child.counts, law)) flag = ui::tag_html("Persistent absence", ui::TagColour::yellow);
                table.rows.push_back(total_cells(ui::TableCell{ui::two_lines(ui::link_html("/pupils/" + child.reference + "/attendance", child.known_as + " " + child.last_name), flag)},
                                                 child.counts, "", [](std::string_view) { return std::string{}; }));
            }
            ui::table(body, table);
            ui::pages_below(body, page, screen.children.size(), address);
            as_of(body, context.now);
            how_worked_out(body);
        });
    }).markup());
}

}  // namespace waymark::attendance
