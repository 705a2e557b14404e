// Rates by setting over the school year, and by child within a setting. Counts are summed, never averaged.
#include <fmt/format.h>

#include "attendance/store/counts.hpp"
#include "attendance/web/pages.hpp"
#include "attendance/web/totals_asked.hpp"
#include "foundation/csv.hpp"
#include "foundation/text.hpp"
#include "people/store/law_choices.hpp"
#include "ui/ui.hpp"

namespace waymark::attendance {
namespace {

struct Period {
    Date from, to;
};

std::string query_of(const Period& period) { return "?from=" + iso(period.from) + "&to=" + iso(period.to); }

/// The day as its box shows it: "1 9 2026".
std::string day_typed(Date day) { return fmt::format("{} {} {}", day_of_month(day), month_of(day), year_of(day)); }

/// What `?from=&to=` asks for, with what was typed kept for the form.
struct PeriodAsked {
    Period days;
    Form form;
};

/// From 1 September of this school year to today where it does not say. A date that is none, an end before its start and a
/// day that has not come are problems, and then the days are those of the year to date.
PeriodAsked period_asked_for(const Request& request, Date today)
{
    const int begins = year_of(today) - (month_of(today) < 9 ? 1 : 0);
    PeriodAsked asked{.days = {date(begins, 9, 1), today}, .form = request.query_form()};
    FormReader read{asked.form};
    const Period typed{read.date_if_any("from", "the first day").value_or(asked.days.from), read.date_if_any("to", "the last day").value_or(today)};
    if (typed.to > today) read.problem("to", "The last day has not come yet. Enter today or an earlier day");
    else if (typed.from > typed.to) read.problem("from", "The first day must not be after the last day");
    const auto result = read.result();
    if (result) {
        asked.days = typed;
        asked.form = Form{};
        asked.form.set("from", day_typed(typed.from)).set("to", day_typed(typed.to));
    } else {
        asked.form = asked.form.with(result.error());
    }
    return asked;
}

std::vector<ui::TableCell> cells(ui::TableCell first, const Counts& counts)
{
    return {std::move(first), rate_words(counts.present, counts.possible()), rate_words(counts.authorised, counts.possible()),
            rate_words(counts.unauthorised, counts.possible()), with_commas(counts.not_possible), with_commas(counts.not_taken)};
}

ui::TableOptions table_of(std::string caption, std::string first_head)
{
    return {.caption = std::move(caption),
            .head = {std::move(first_head), ui::numeric("Attended"), ui::numeric("Authorised absence"), ui::numeric("Unauthorised absence"),
                     ui::numeric("Not possible"), ui::numeric("No mark yet")},
            .first_cell_is_header = true};
}

void period_form(ui::Buffer& out, const PeriodAsked& period)
{
    ui::form(out, {.method = "get", .classes = "wm-period"}, [&](ui::Buffer& inner) {
        ui::text_field(inner, {.name = "from", .label = "From", .hint = "For example, 1 9 2026", .width = ui::BoxWidth::ten}, period.form);
        ui::text_field(inner, {.name = "to", .label = "To", .hint = "Today or earlier", .width = ui::BoxWidth::ten}, period.form);
        ui::submit_row(inner, {.text = "Show"});
    });
}

}  // namespace

Result<Response> show_attendance(const Request& request, Context& context)
{
    const PeriodAsked period = period_asked_for(request, context.today);
    const auto settings = context.read([&](Transaction& tx) { return counts_by_setting(tx, period.days.from, period.days.to); });
    return html(200, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "Attendance", .problems = period.form.problems, .wide = true,
                       .caption = date_range(period.days.from, period.days.to)}, [&](ui::Buffer& body) {
            views_of_attendance(body, TotalsView::settings);
            period_form(body, period);
            Counts all;
            auto table = table_of("By setting", "Setting");
            for (const SettingCounts& setting : settings) {
                all += setting.counts;
                table.rows.push_back(cells(ui::TableCell{ui::link_html("/attendance/" + setting.setting.text() + query_of(period.days), setting.name)}, setting.counts));
            }
            if (settings.empty()) {
                ui::empty_state(body, "No sessions were expected in this time for anyone you can see.");
                return;
            }
            table.rows.push_back(cells(ui::TableCell{"All settings"}, all));
            ui::table(body, table);
            as_of(body, context.now);
            how_worked_out(body);
            ui::paragraph(body, ui::link_html("/attendance/export.csv" + query_of(period.days), "Download as CSV"));
        });
    }).markup());
}

Result<Response> attendance_csv(const Request& request, Context& context)
{
    const PeriodAsked period = period_asked_for(request, context.today);
    if (!period.form.problems.empty()) return std::unexpected{period.form.problems};
    const auto settings = context.read([&](Transaction& tx) { return counts_by_setting(tx, period.days.from, period.days.to); });
    CsvWriter csv{{"Setting", "From", "To", "Attended", "Authorised absence", "Unauthorised absence", "Possible", "Not possible", "No mark yet"}};
    for (const auto& [id, name, counts] : settings)
        csv.row({name, iso(period.days.from), iso(period.days.to), std::to_string(counts.present), std::to_string(counts.authorised),
                 std::to_string(counts.unauthorised), std::to_string(counts.possible()), std::to_string(counts.not_possible), std::to_string(counts.not_taken)});
    return csv_download("attendance.csv", csv.text());
}

Result<Response> show_setting_attendance(const Request& request, Context& context)
{
    const auto setting = TRY(request.path_id<OrganisationId>("setting"));
    const PeriodAsked period = period_asked_for(request, context.today);
    const auto children = context.read([&](Transaction& tx) { return counts_by_pupil(tx, setting, period.days.from, period.days.to); });
    if (children.empty()) return not_found("attendance.no_such_setting", "There is no attendance here that you can see.");
    const Law law = people::law_for(context, period.days.to);
    return html(200, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "Attendance at " + children.front().setting_name, .breadcrumbs = {{"Attendance", "/attendance" + query_of(period.days)}}, .wide = true,
                       .caption = date_range(period.days.from, period.days.to)}, [&](ui::Buffer& body) {
            auto table = table_of(counted(static_cast<long long>(children.size()), "young person", "young people"), "Young person");
            for (const PupilCounts& child : children) {
                ui::Content flag{""};
                if (is_severe_absence(child.counts, law)) flag = ui::tag_html("Severe absence", ui::TagColour::red);
                else if (is_persistent_absence(child.counts, law)) flag = ui::tag_html("Persistent absence", ui::TagColour::yellow);
                table.rows.push_back(cells(ui::TableCell{ui::two_lines(ui::link_html("/pupils/" + child.reference + "/attendance", child.known_as + " " + child.last_name), flag)}, child.counts));
            }
            ui::table(body, table);
            as_of(body, context.now);
            how_worked_out(body);
            ui::paragraph(body, ui::link_html(fmt::format("/attendance/weeks?year={}&setting={}", SchoolYear::of(period.days.to).starts_in(), setting.text()),
                                              "The school year here week by week"));
        });
    }).markup());
}

}  // namespace waymark::attendance
