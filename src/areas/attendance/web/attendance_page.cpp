// Rates by setting over the school year, and by child within a setting. Counts are summed, never averaged.
#include <fmt/format.h>

#include "attendance/store/absence.hpp"
#include "attendance/web/pages.hpp"
#include "foundation/csv.hpp"
#include "foundation/text.hpp"
#include "ui/ui.hpp"

namespace waymark::attendance {
namespace {

struct Period {
    Date from, to;
};

/// The period of `?from=&to=`; from 1 September of this school year to today where it does not say.
Period period_asked_for(const Request& request, Date today)
{
    const auto from = parse_iso_date(request.query("from"));
    const auto to = parse_iso_date(request.query("to"));
    const int begins = year_of(today) - (month_of(today) < 9 ? 1 : 0);
    return {from ? *from : date(begins, 9, 1), to && *to <= today ? *to : today};
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

void how_worked_out(ui::Buffer& out)
{
    ui::details(out, {.summary = "How these are worked out",
                      .text = "Attended sessions divided by possible sessions, as the Department for Education does. Sessions that were not possible "
                              "and sessions without a mark enter no rate. Totals add up sessions; they never average rates."});
}

std::string query_of(const Period& period) { return "?from=" + iso(period.from) + "&to=" + iso(period.to); }

void period_form(ui::Buffer& out, const Period& period)
{
    Form form;
    form.set("from", iso(period.from)).set("to", iso(period.to));
    ui::form(out, {.method = "get", .classes = "wm-period"}, [&](ui::Buffer& inner) {
        ui::text_field(inner, {.name = "from", .label = "From", .width = ui::BoxWidth::ten, .type = "date"}, form);
        ui::text_field(inner, {.name = "to", .label = "To", .width = ui::BoxWidth::ten, .type = "date"}, form);
        ui::submit_row(inner, {.text = "Show"});
    });
}

}  // namespace

Result<Response> show_attendance(const Request& request, Context& context)
{
    const Period period = period_asked_for(request, context.today);
    const auto settings = context.read([&](Transaction& tx) { return counts_by_setting(tx, period.from, period.to); });
    return html(200, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "Attendance", .wide = true, .caption = date_range(period.from, period.to)}, [&](ui::Buffer& body) {
            period_form(body, period);
            Counts all;
            auto table = table_of("By setting", "Setting");
            for (const SettingCounts& setting : settings) {
                all += setting.counts;
                table.rows.push_back(cells(ui::TableCell{ui::link_html("/attendance/" + setting.setting.text() + query_of(period), setting.name)}, setting.counts));
            }
            if (settings.empty()) {
                ui::empty_state(body, "No sessions were expected in this time for anyone you can see.");
                return;
            }
            table.rows.push_back(cells(ui::TableCell{"All settings"}, all));
            ui::table(body, table);
            how_worked_out(body);
            ui::paragraph(body, ui::link_html("/attendance/export.csv" + query_of(period), "Download as CSV"));
        });
    }).markup());
}

Result<Response> attendance_csv(const Request& request, Context& context)
{
    const Period period = period_asked_for(request, context.today);
    const auto settings = context.read([&](Transaction& tx) { return counts_by_setting(tx, period.from, period.to); });
    CsvWriter csv{{"Setting", "From", "To", "Attended", "Authorised absence", "Unauthorised absence", "Possible", "Not possible", "No mark yet"}};
    for (const auto& [id, name, counts] : settings)
        csv.row({name, iso(period.from), iso(period.to), std::to_string(counts.present), std::to_string(counts.authorised),
                 std::to_string(counts.unauthorised), std::to_string(counts.possible()), std::to_string(counts.not_possible), std::to_string(counts.not_taken)});
    return csv_download("attendance.csv", csv.text());
}

Result<Response> show_setting_attendance(const Request& request, Context& context)
{
    const auto setting = TRY(request.path_id<OrganisationId>("setting"));
    const Period period = period_asked_for(request, context.today);
    const auto children = context.read([&](Transaction& tx) { return counts_by_pupil(tx, setting, period.from, period.to); });
    if (children.empty()) return not_found("attendance.no_such_setting", "There is no attendance here that you can see.");
    return html(200, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "Attendance at one setting", .breadcrumbs = {{"Attendance", "/attendance" + query_of(period)}}, .wide = true,
                       .caption = date_range(period.from, period.to)}, [&](ui::Buffer& body) {
            auto table = table_of(counted(static_cast<long long>(children.size()), "young person", "young people"), "Young person");
            for (const PupilCounts& child : children) {
                ui::Content flag{""};
                if (is_severe_absence(child.counts, law_on(period.to))) flag = ui::tag_html("Severe absence", ui::TagColour::red);
                else if (is_persistent_absence(child.counts, law_on(period.to))) flag = ui::tag_html("Persistent absence", ui::TagColour::yellow);
                table.rows.push_back(cells(ui::TableCell{ui::two_lines(ui::link_html("/pupils/" + child.reference + "/attendance", child.known_as + " " + child.last_name), flag)}, child.counts));
            }
            ui::table(body, table);
            how_worked_out(body);
        });
    }).markup());
}

}  // namespace waymark::attendance
