// Today's absence in all settings, unexplained first: what a school or the authority looks at by ten in the morning.
#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "attendance/store/absence.hpp"
#include "attendance/web/pages.hpp"
#include "foundation/csv.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/rules/roles.hpp"
#include "ui/ui.hpp"

namespace waymark::attendance {
namespace {

struct AbsenceScreen {
    Date day, today;
    Instant now;
    bool looked_after_only = false;
    bool may_record = false, may_see_rates = false;
    std::vector<AbsentRow> rows;

    [[nodiscard]] std::string address(Date other) const
    {
        return "/absence?day=" + iso(other) + (looked_after_only ? "&looked-after=1" : "");
    }
};

AbsenceScreen load_absence_screen(const Request& request, Context& context)
{
    AbsenceScreen screen{.day = day_asked_for(request, context.today), .today = context.today, .now = context.now};
    screen.looked_after_only = request.query("looked-after") == "1";
    screen.may_record = context.who.role == Role::school_lead || context.who.role == Role::school_attendance ||
                        context.who.role == Role::commissioner || context.who.role == Role::virtual_school;
    screen.may_see_rates = people::may(context.who.role, Permission::see_attendance);
    screen.rows = context.read([&](Transaction& tx) { return absence_of_day(tx, screen.day); });
    if (screen.looked_after_only) std::erase_if(screen.rows, [](const AbsentRow& row) { return !row.looked_after; });
    return screen;
}

std::string code_words(const AbsentRow& row)
{
    if (!row.code) return "Register not taken yet";
    const auto reason = enum_from_text<AbsenceReason>(row.reason);
    return reason ? std::string{reason_words(*reason)} : "Not here";
}

ui::Html code_tag(const AbsentRow& row)
{
    if (row.not_taken()) return ui::tag_html("No mark", ui::TagColour::grey);
    if (row.unexplained()) return ui::tag_html("N unexplained", ui::TagColour::red);
    return ui::tag_html(*row.code, ui::TagColour::blue);
}

std::string marked_words(const AbsentRow& row)
{
    if (!row.recorded_at) return "Not marked";
    return fmt::format("{}, {}", uk_clock_time(*row.recorded_at), row.recorded_by);
}

std::string contact_href(const AbsenceScreen& screen, const AbsentRow& row)
{
    return fmt::format("/pupils/{}/absence/{}/{}", row.reference, iso(screen.day), enum_text(row.session));
}

std::vector<ui::TableCell> row_of(const AbsenceScreen& screen, const AbsentRow& row)
{
    const std::string name = row.known_as + " " + row.last_name;
    ui::Content contacts = row.contacts == 0 ? std::string{"None yet"} : counted(row.contacts, "contact");
    ui::TableCell act;
    if (screen.may_record)
        act = ui::TableCell{ui::link_html(contact_href(screen, row), row.unexplained() ? "Record contact" : "Contact or reason", "for " + name)};
    return {
        ui::TableCell{ui::two_lines(ui::link_html("/pupils/" + row.reference, name), row.school_name.empty() ? "Not on a school's roll" : row.school_name)},
        ui::TableCell{ui::two_lines(row.setting_name, row.setting_telephone.empty() ? ui::Content{""} : ui::Content{ui::telephone(row.setting_telephone)})},
        session_name(row.session),
        ui::TableCell{ui::two_lines(code_tag(row), code_words(row))},
        marked_words(row),
        ui::TableCell{std::move(contacts)},
        std::move(act),
    };
}

void group(ui::Buffer& out, const AbsenceScreen& screen, std::string_view id, std::string_view title, std::string_view note, auto&& belongs)
{
    ui::TableOptions table{.caption = std::string{title},
                           .head = {"Young person", "Setting", "Session", "What is known", "Marked", "Contacts", ""},
                           .first_cell_is_header = true};
    if (!screen.may_record) table.head.pop_back();
    for (const AbsentRow& row : screen.rows)
        if (std::invoke(belongs, row)) {
            table.rows.push_back(row_of(screen, row));
            if (!screen.may_record) table.rows.back().pop_back();
        }
    if (table.rows.empty()) return;
    table.caption += fmt::format(" ({})", table.rows.size());
    table.attributes = {{"id", std::string{id}}};
    if (!note.empty()) ui::paragraph(out, note);
    ui::table(out, table);
}

void absence_view(ui::Buffer& out, const AbsenceScreen& screen)
{
    const bool is_today = screen.day == screen.today;
    const std::string title = is_today ? "Absence today" : "Absence on " + weekday_date(screen.day);
    ui::page(out, {.title = title, .wide = true,
                   .caption = is_today ? fmt::format("{}, as at {}", weekday_date(screen.day), uk_clock_time(screen.now)) : ""},
             [&](ui::Buffer& body) {
        const auto count = [&](auto&& belongs) { return std::to_string(std::ranges::count_if(screen.rows, belongs)); };
        ui::stats(body, {{.number = count(&AbsentRow::unexplained), .href = "#unexplained", .sentence = "sessions unexplained",
                          .pressing = std::ranges::any_of(screen.rows, &AbsentRow::unexplained)},
                         {.number = count(&AbsentRow::not_taken), .href = "#not-taken", .sentence = "sessions without a mark yet"},
                         {.number = count([](const AbsentRow& row) { return !row.unexplained() && !row.not_taken(); }),
                          .href = "#explained", .sentence = "absences with a reason"}});
        if (screen.rows.empty()) ui::empty_state(body, "Nobody you can see is absent.");
        group(body, screen, "unexplained", "Unexplained", "", &AbsentRow::unexplained);
        group(body, screen, "not-taken", "No mark yet", "The setting has not taken this register. Ring it if the session has begun.", &AbsentRow::not_taken);
        group(body, screen, "explained", "With a reason", "", [](const AbsentRow& row) { return !row.unexplained() && !row.not_taken(); });
        ui::paragraph(body, ui::render([&](ui::Buffer& links) {
            ui::link(links, screen.address(screen.day - Days{1}), "Day before");
            if (!is_today) {
                links.raw(" &middot; ");
                ui::link(links, screen.address(screen.day + Days{1}), "Day after");
            }
            links.raw(" &middot; ");
            ui::link(links, "/absence/export.csv?day=" + iso(screen.day), "Download as CSV");
            if (screen.may_see_rates) {
                links.raw(" &middot; ");
                ui::link(links, "/attendance", "Attendance over the school year");
            }
        }));
    });
}

}  // namespace

Result<Response> show_absence(const Request& request, Context& context)
{
    const AbsenceScreen screen = load_absence_screen(request, context);
    return html(200, ui::render([&](ui::Buffer& out) { absence_view(out, screen); }).markup());
}

Result<Response> absence_csv(const Request& request, Context& context)
{
    const AbsenceScreen screen = load_absence_screen(request, context);
    CsvWriter csv{{"Reference", "Known as", "Last name", "School", "Setting", "Date", "Session", "Code", "Reason", "Marked at", "Marked by", "Contacts"}};
    for (const AbsentRow& row : screen.rows)
        csv.row({row.reference, row.known_as, row.last_name, row.school_name, row.setting_name, iso(screen.day), std::string{enum_text(row.session)},
                 row.code.value_or(""), row.code ? code_words(row) : "", row.recorded_at ? iso_instant(*row.recorded_at) : "", row.recorded_by,
                 std::to_string(row.contacts)});
    return csv_download("absence-" + iso(screen.day) + ".csv", csv.text());
}

}  // namespace waymark::attendance
