// The school year week by week, of the children that the filter finds: a chart, and the table of the same figures behind it.
#include <algorithm>

#include <fmt/format.h>

#include "attendance/web/pages.hpp"
#include "attendance/web/totals_asked.hpp"
#include "foundation/csv.hpp"
#include "foundation/text.hpp"
#include "ui/chart.hpp"
#include "ui/ui.hpp"

namespace waymark::attendance {
namespace {

struct WeeksScreen {
    AskedOfTotals asked;
    std::vector<Setting> settings;  // of the filter
    std::string setting_name;       // empty: all settings, or one where nobody was marked
    std::map<Date, Counts> weeks;
};

WeeksScreen load_weeks(const Request& request, Context& context)
{
    WeeksScreen screen{.asked = totals_asked_for(request, context.today), .settings = {}, .setting_name = {}, .weeks = {}};
    context.read([&](Transaction& tx) {
        const CountedFrom from = counted_from(tx.context().who);
        screen.weeks = counts_by_week(tx, screen.asked.totals, from);
        screen.settings = settings_of_year(tx, screen.asked.totals.year, from);
    });
    for (const Setting& setting : screen.settings)
        if (setting.id == screen.asked.totals.setting) screen.setting_name = setting.name;
    return screen;
}

/// What the figures are about: "Year 10 at Greenways Farm".
std::string about(const WeeksScreen& screen)
{
    const std::string at = screen.setting_name.empty() ? ", all settings" : " at " + screen.setting_name;
    return screen.asked.group.words + at;
}

void filter(ui::Buffer& out, const WeeksScreen& screen, Date today)
{
    Form form;
    form.set("year", std::to_string(screen.asked.totals.year.starts_in())).set("group", screen.asked.group.name);
    form.set("setting", screen.asked.totals.setting ? screen.asked.totals.setting->text() : "all");
    std::vector<ui::Choice> years, groups, settings;
    const SchoolYear now = SchoolYear::of(today);
    for (int back = 0; back < 5; ++back) {
        const SchoolYear year{now.starts_in() - back};
        years.push_back({.value = std::to_string(year.starts_in()), .text = year.text()});
    }
    for (const GroupChoice& choice : group_choices()) groups.push_back({.value = choice.name, .text = choice.words});
    settings.push_back({.value = "all", .text = "All settings"});
    for (const Setting& setting : screen.settings) settings.push_back({.value = setting.id.text(), .text = setting.name});
    ui::form(out, {.action = "/attendance/weeks", .method = "get", .classes = "wm-period"}, [&](ui::Buffer& inner) {
        ui::select_field(inner, {.name = "year", .label = "School year", .items = std::move(years), .empty_text = ""}, form);
        ui::select_field(inner, {.name = "group", .label = "Year group", .items = std::move(groups), .empty_text = ""}, form);
        ui::select_field(inner, {.name = "setting", .label = "Setting", .items = std::move(settings), .empty_text = ""}, form);
        ui::submit_row(inner, {.text = "Show"});
    });
}

/// The rows behind a week: its children when year groups are chosen; else its settings, or the children of the one that is.
std::string rows_behind(const AskedOfTotals& asked, Date week, Date today, std::string_view showing)
{
    const std::string days = fmt::format("?from={}&to={}", iso(week), iso(std::min(last_of_week(week), today)));
    if (!asked.group.groups.are_all()) {
        AskedOfTotals of_children = asked;
        of_children.group = {};
        return fmt::format("/attendance/year-groups/{}{}", asked.group.name,
                           query_of(of_children, "&week=" + iso(week) + (showing.empty() ? "" : fmt::format("&showing={}", showing))));
    }
    return asked.totals.setting ? "/attendance/" + asked.totals.setting->text() + days : "/attendance" + days;
}

std::string short_month(Date day)
{
    const std::string words = short_date(day);  // "23 Nov 2026"
    const auto first = words.find(' ');
    return words.substr(first + 1, words.find(' ', first + 1) - first - 1);
}

/// Every week from the first to the last of which anything is known, so that holidays are gaps of their own length.
std::vector<ui::StackedBar> bars(const std::map<Date, Counts>& weeks)
{
    std::vector<ui::StackedBar> all;
    std::string month;
    for (Date week = weeks.begin()->first; week <= weeks.rbegin()->first; week = last_of_week(week) + Days{1}) {
        ui::StackedBar bar;
        if (const auto found = weeks.find(week); found != weeks.end()) bar.parts = {found->second.present, found->second.authorised, found->second.unauthorised};
        if (const auto now = short_month(week); now != month) bar.tick = month = now;
        all.push_back(std::move(bar));
    }
    return all;
}

/// The best and the worst week in words, for whoever does not see the drawing.
std::string described(const std::map<Date, Counts>& weeks)
{
    const auto rate = [](const auto& week) { return rate_in_tenths(week.second.present, week.second.possible()); };
    std::vector<std::pair<Date, Counts>> known;
    std::ranges::copy_if(weeks, std::back_inserter(known), [](const auto& week) { return week.second.possible() > 0; });
    if (known.empty()) return "No week has a session that was possible.";
    const auto highest = std::ranges::max_element(known, {}, rate), lowest = std::ranges::min_element(known, {}, rate);
    const auto words = [](const auto& week) { return fmt::format("{} in the week of {}", percent_words(week.second.present, week.second.possible()), long_date(week.first)); };
    if (known.size() == 1) return fmt::format("One week is known: {}.", words(known.front()));
    return fmt::format("{} weeks. Attendance was highest at {}, and lowest at {}.", known.size(), words(*highest), words(*lowest));
}

ui::Html table_of_weeks(const WeeksScreen& screen, Date today)
{
    auto table = totals_table(about(screen), "Week of");
    Counts all;
    for (const auto& [week, counts] : screen.weeks) {
        all += counts;
        const auto href = [&, week = week](std::string_view showing) { return rows_behind(screen.asked, week, today, showing); };
        table.rows.push_back(total_cells(ui::TableCell{short_date(week)}, counts, "sessions, week of " + short_date(week), href));
    }
    table.rows.push_back(total_cells(ui::TableCell{"All weeks"}, all, "", [](std::string_view) { return std::string{}; }));
    return ui::render([&](ui::Buffer& out) { ui::table(out, table); });
}

}  // namespace

Result<Response> show_weeks(const Request& request, Context& context)
{
    const auto screen = load_weeks(request, context);
    return html(200, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "Attendance week by week", .wide = true, .caption = year_words(screen.asked.totals.year, context.today)}, [&](ui::Buffer& body) {
            views_of_attendance(body, TotalsView::weeks);
            filter(body, screen, context.today);
            if (screen.weeks.empty()) {
                ui::empty_state(body, "No sessions were expected in this school year for anyone you can see here. Choose another year, year group or setting.");
                return;
            }
            Counts all;
            for (const auto& week : screen.weeks) all += week.second;
            const auto below = ui::render([&](ui::Buffer& inner) {
                as_of(inner, context.now);
                ui::paragraph(inner, ui::link_html("/attendance/weeks/export.csv" + query_of(screen.asked), "Download as CSV"));
            });
            ui::stacked_bars(body, {.id = "weeks",
                                    .message = all.possible() == 0 ? "No session was possible yet"
                                                                   : fmt::format("{} of {} possible sessions were attended", percent_words(all.present, all.possible()), with_commas(all.possible())),
                                    .subtitle = about(screen) + ". Each bar is a week; where none stands, no session was possible or none is marked yet.",
                                    .description = described(screen.weeks),
                                    .series = {"Attended", "Authorised absence", "Unauthorised absence"},
                                    .bars = bars(screen.weeks),
                                    .table = table_of_weeks(screen, context.today),
                                    .below = below});
            how_worked_out(body);
            ui::paragraph(body, ui::link_html("/attendance/year-groups" + query_of({.totals = {.year = screen.asked.totals.year, .setting = screen.asked.totals.setting}, .group = {}}),
                                              "The same year by year group"));
        });
    }).markup());
}

Result<Response> weeks_csv(const Request& request, Context& context)
{
    const auto screen = load_weeks(request, context);
    std::vector<std::string> columns{"Week of", "Year group", "Setting"};
    std::ranges::copy(total_columns(), std::back_inserter(columns));
    CsvWriter csv{columns};
    for (const auto& [week, counts] : screen.weeks) {
        std::vector<std::string> row{iso(week), screen.asked.group.words, screen.setting_name.empty() ? "All settings" : screen.setting_name};
        std::ranges::copy(total_fields(counts), std::back_inserter(row));
        csv.row(row);
    }
    return csv_download("attendance-by-week.csv", csv.text());
}

}  // namespace waymark::attendance
