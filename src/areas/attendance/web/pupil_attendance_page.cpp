// One child's attendance over all settings: the rate, the weeks session by session, and the contacts made.
#include <map>

#include <fmt/format.h>

#include "attendance/store/absence.hpp"
#include "attendance/web/pages.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/store/law_choices.hpp"
#include "placements/store/placements.hpp"
#include "pupils/store/pupils.hpp"
#include "ui/ui.hpp"
#include "vocabulary/attendance_code.hpp"

namespace waymark::attendance {
namespace {

struct PupilAttendanceScreen {
    pupils::PupilSummary pupil;
    Date from, today;
    std::vector<PupilSession> sessions;
    std::vector<Contact> contacts;
    bool one_setting_only = false;   // somebody at a provider sees no other
    Law law;
};

void rates(ui::Buffer& out, const PupilAttendanceScreen& screen)
{
    const Counts week = counts_of(screen.sessions);
    ui::SummaryListOptions list{.rows = {{screen.one_setting_only ? "At your setting" : "All settings together", rate_words(week.present, week.possible())}}};
    std::map<std::string, Counts> by_setting;
    for (const PupilSession& session : screen.sessions) by_setting[session.setting_name];
    if (by_setting.size() > 1)
        for (auto& [name, counts] : by_setting) {
            counts = counts_of(screen.sessions, name);
            list.rows.push_back({name, rate_words(counts.present, counts.possible())});
        }
    list.rows.push_back({"Authorised absence", rate_words(week.authorised, week.possible())});
    list.rows.push_back({"Unauthorised absence", rate_words(week.unauthorised, week.possible())});
    if (week.not_taken > 0) list.rows.push_back({"No mark yet", counted(week.not_taken, "session")});
    ui::summary_list(out, list);
    if (is_severe_absence(week, screen.law)) ui::alert(out, ui::AlertKind::error, "Half or more of the possible sessions were missed.", "Severe absence");
    else if (is_persistent_absence(week, screen.law)) ui::alert(out, ui::AlertKind::warning, "A tenth or more of the possible sessions were missed.", "Persistent absence");
    ui::details(out, {.summary = "What this covers",
                      .text = fmt::format("Sessions timetabled in alternative provision from {} to {}. Sessions at the roll school itself are in the school's own register.",
                                          long_date(screen.from), long_date(screen.today))});
}

std::string mark_words(const PupilSession& session)
{
    return (session.session == Session::am ? "am " : "pm ") + session.code.value_or("no mark");
}

/// Weeks as rows, newest first; each day shows its morning and afternoon code.
void weeks(ui::Buffer& out, const PupilAttendanceScreen& screen)
{
    std::map<Date, std::array<std::string, 5>, std::greater<>> by_monday;
    for (const PupilSession& session : screen.sessions) {
        const auto day = static_cast<std::size_t>(weekday(session.day));
        if (day > 4) continue;
        auto& cell = by_monday[session.day - Days{static_cast<int>(day)}][day];
        cell += (cell.empty() ? "" : ", ") + mark_words(session);
    }
    ui::TableOptions table{.caption = "Codes by week", .head = {"Week of", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"}, .first_cell_is_header = true};
    for (const auto& [monday, days] : by_monday) {
        std::vector<ui::TableCell> row{short_date(monday)};
        for (const auto& day : days) row.emplace_back(day.empty() ? std::string{"Not timetabled"} : day);
        table.rows.push_back(std::move(row));
    }
    ui::table(out, table);
}

/// What each code on this page means, on the day it was last used.
void key_to_codes(ui::Buffer& out, const std::vector<PupilSession>& sessions)
{
    std::map<std::string, std::string> meanings;
    for (const PupilSession& session : sessions)
        if (session.code)
            if (const auto code = AttendanceCode::on(session.day, *session.code)) meanings[code->text()] = code->meaning();
    if (meanings.empty()) return;
    ui::SummaryListOptions key;
    for (const auto& [code, meaning] : meanings) key.rows.push_back({code, meaning});
    ui::details(out, {.summary = "What the codes mean", .text = ui::render([&](ui::Buffer& inside) { ui::summary_list(inside, key); })});
}

}  // namespace

Result<Response> show_pupil_attendance(const Request& request, Context& context)
{
    const int begins = year_of(context.today) - (month_of(context.today) < 9 ? 1 : 0);
    const auto loaded = context.read([&](Transaction& tx) -> Result<PupilAttendanceScreen> {
        const auto pupil = TRY(pupils::pupil_of_page(tx, request.path("pupil")));
        const Date from = date(begins, 9, 1);
        return PupilAttendanceScreen{pupil, from, tx.today(), sessions_of_pupil(tx, pupil.id, from, tx.today()),
                                     placements::is_at_provider(context.who) ? std::vector<Contact>{} : contacts_between(tx, pupil.id, from, tx.today()),
                                     placements::is_at_provider(context.who), people::law_for(tx, tx.today())};
    });
    const auto& screen = TRY(loaded);
    return html(200, ui::render([&](ui::Buffer& out) {
        const auto who = pupils::identity_of(screen.pupil);
        ui::page(out, {.title = "Attendance", .record = who.reference, .breadcrumbs = {{"Pupils", "/pupils"}, {who.reference, who.href}}, .wide = true}, [&](ui::Buffer& body) {
            ui::identity_bar(body, {.name = who.name, .reference = who.reference, .facts = {{"Year group", who.year}, {"School", who.school}},
                                    .actions = {{"Open the record", who.href}}});
            if (screen.sessions.empty()) {
                ui::empty_state(body, "No sessions in alternative provision this school year.");
                return;
            }
            rates(body, screen);
            weeks(body, screen);
            key_to_codes(body, screen.sessions);
            if (!screen.contacts.empty()) ui::heading(body, 2, "Contacts made about absence");
            for (const Contact& contact : screen.contacts)
                ui::paragraph(body, fmt::format("{}: {}, {}. {}", uk_date_time(contact.at), words_of(enum_text(contact.outcome)), contact.spoke_to, contact.words));
        });
    }).markup());
}

}  // namespace waymark::attendance
