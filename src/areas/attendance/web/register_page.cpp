// The register of one session: one row a child, Here · Late · Not here. Nothing is preselected.
#include <set>

#include <fmt/format.h>

#include "attendance/actions/open_register.hpp"
#include "attendance/actions/save_register.hpp"
#include "attendance/web/pages.hpp"
#include "foundation/first_letter.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/rules/roles.hpp"
#include "ui/register.hpp"
#include "ui/ui.hpp"

namespace waymark::attendance {
namespace {

struct RegisterScreen {
    std::string setting;
    Date day;
    Session session = Session::am;
    bool in_future = false;
    bool may_correct = false;
    std::vector<RegisterRow> rows;

    [[nodiscard]] int without_mark() const
    {
        int count = 0;
        for (const auto& row : rows) count += row.mark ? 0 : 1;
        return count;
    }
};

RegisterScreen screen_with(Context& context, const DayAndSession& when, std::vector<RegisterRow> rows)
{
    return RegisterScreen{context.who.organisation_name, when.day, when.session, when.day > context.today,
                          people::may(context.who.role, Permission::correct_registers), std::move(rows)};
}

/// For pages that are opened: the look is logged. A register that is sent was looked at when its page was opened.
Result<RegisterScreen> load_register_screen(Context& context, const DayAndSession& when)
{
    return screen_with(context, when, TRY(open_register(context, when.day, when.session)));
}

std::string short_name(const RegisterRow& row)
{
    return row.last_name.empty() ? row.known_as : fmt::format("{} {}.", row.known_as, first_letter(row.last_name));
}

std::vector<ui::Choice> reasons()
{
    return ui::choices<AbsenceReason>([](AbsenceReason reason) { return reason_words(reason); });
}

/// What stands, in words: "Late by 10 minutes. Marked at 9:40am by Jess Tolley".
std::string standing_words(const RegisterRow& row)
{
    const StandingMark& mark = *row.mark;
    std::string words{arrival_words(mark.arrival)};
    if (mark.minutes_late) words += fmt::format(" by {}", counted(*mark.minutes_late, "minute"));
    if (const auto reason = enum_from_text<AbsenceReason>(mark.reason)) words += fmt::format(": {}", lower_ascii(reason_words(*reason)));
    return fmt::format("{}. Marked at {} by {}", words, uk_clock_time(mark.recorded_at), mark.recorded_by);
}

std::string correction_href(const RegisterScreen& screen, const RegisterRow& row)
{
    return fmt::format("{}/correct?pupil={}", register_href(screen.day, screen.session), row.reference);
}

void marked_line(ui::RegisterLine& line, const RegisterScreen& screen, const RegisterRow& row)
{
    line.marked = ui::render([&](ui::Buffer& out) {
        ui::small_print(out, standing_words(row));
        if (screen.may_correct) ui::link(out, correction_href(screen, row), "Correct", "the mark of " + short_name(row));
    });
}

ui::RegisterTable table_of(const RegisterScreen& screen)
{
    ui::RegisterTable table{.caption = counted(static_cast<long long>(screen.rows.size()), "young person expected", "young people expected")};
    for (const RegisterRow& row : screen.rows) {
        ui::RegisterLine line{.key = row.reference, .name = short_name(row), .detail = row.site_name};
        if (row.mark) marked_line(line, screen, row);
        else if (screen.in_future) line.marked = ui::render([](ui::Buffer& out) { out.text("Expected"); });
        table.lines.push_back(std::move(line));
    }
    table.choices = {{"here", "Here"}, {"late", "Late"}, {"not_here", "Not here"}};
    table.reasons = reasons();
    return table;
}

void register_view(ui::Buffer& out, const RegisterScreen& screen, const Form& form)
{
    const std::string title = fmt::format("Register, {} {}", weekday_date(screen.day), session_name(screen.session));
    ui::page(out, {.title = title, .breadcrumbs = {{"Registers", "/registers"}}, .problems = form.problems, .caption = screen.setting},
             [&](ui::Buffer& body) {
        if (screen.rows.empty()) {
            ui::empty_state(body, "Nobody is expected here in this session.", {"Back to registers", "/registers"});
            return;
        }
        if (screen.in_future) ui::inset_text(body, {.text = "This session has not begun. The register opens on the day."});
        const bool is_open = screen.without_mark() > 0 && !screen.in_future;
        if (!is_open) {
            ui::register_table(body, table_of(screen), form);  // nothing is left to fill in
        } else {
            ui::form(body, {}, [&](ui::Buffer& inner) {
                ui::register_table(inner, table_of(screen), form);
                ui::submit_row(inner, {.text = "Save register", .second_text = "Mark the rest here", .second_name = "rest",
                                       .second_value = "here", .cancel = {"Cancel", "/registers"}, .sticky = true});
            });
        }
        ui::paragraph(body, ui::link_html(register_href(screen.day, screen.session) + "/blank", "Print a blank register"));
    });
}

/// Text to types: one mark for each child whose row was filled in. Whoever else marked the child meanwhile, what was typed is not dropped here.
Result<std::vector<MarkOfChild>> marks_as_typed(const Form& form)
{
    constexpr std::string_view field = "mark-";
    std::vector<MarkOfChild> marks;
    FormReader read{form};
    std::set<std::string_view> seen;
    for (const auto& [name, value] : form.values) {
        if (!name.starts_with(field) || !seen.insert(name).second) continue;
        const auto arrival = read.one_of_if_any<Arrival>(name);
        if (!arrival) continue;
        MarkOfChild typed{.reference = name.substr(field.size()), .mark = {.arrival = *arrival}};
        if (*arrival == Arrival::late)
            typed.mark.minutes_late = read.whole_number_if_any("minutes-" + typed.reference, "Enter minutes late as a number from 1 to 240.", 1, 240);
        if (*arrival == Arrival::not_here)
            typed.mark.reason = read.one_of_if_any<AbsenceReason>("reason-" + typed.reference).value_or(AbsenceReason::not_known);
        marks.push_back(std::move(typed));
    }
    TRY(read.result());
    return marks;
}

std::string saved_words(const RegisterSaved& saved)
{
    std::string words = fmt::format("Register saved: {} marked.", counted(saved.saved + saved.already_there, "young person", "young people"));
    if (saved.left > 0) words += fmt::format(" {} still to mark.", saved.left);
    return words;
}

Form with_rest_here(Form form, const std::vector<RegisterRow>& rows)
{
    for (const RegisterRow& row : rows)
        if (!row.mark && !form.sent("mark-" + row.reference)) form.set("mark-" + row.reference, "here");
    return form;
}

}  // namespace

Result<Response> show_register(const Request& request, Context& context)
{
    const auto when = TRY(day_and_session(request));
    const RegisterScreen screen = TRY(load_register_screen(context, when));
    return html(200, ui::render([&](ui::Buffer& out) { register_view(out, screen, {}); }).markup());
}

Result<Response> submit_register(const Request& request, Context& context)
{
    const auto when = TRY(day_and_session(request));
    const Form form = request.form();
    const auto page_with = [&](int status, const auto& shown_with) {
        const auto screen = screen_with(context, when, context.read([&](Transaction& tx) { return register_rows(tx, context.who.organisation, when.day, when.session); }));
        return html(status, ui::render([&](ui::Buffer& out) { register_view(out, screen, shown_with(screen.rows)); }).markup());
    };
    const auto with_problems = [&](const Problems& problems) {
        return page_with(422, [&](const std::vector<RegisterRow>&) { return form.with(problems); });
    };
    // Without script the second button fills in the rest and shows the page again: the person still says "Save".
    if (form.sent("rest")) return page_with(200, [&](const std::vector<RegisterRow>& rows) { return with_rest_here(form, rows); });

    auto marks = marks_as_typed(form);
    if (!marks) return with_problems(marks.error());
    const auto saved = save_register(context, {context.who.organisation, when.day, when.session, std::move(*marks)});
    if (!saved) {
        if (!saved.error().correctable()) return std::unexpected(saved.error());
        return with_problems(saved.error());
    }
    return see_other_with_success(saved->left > 0 ? register_href(when.day, when.session) : "/registers", saved_words(*saved));
}

Result<Response> show_blank_register(const Request& request, Context& context)
{
    const auto when = TRY(day_and_session(request));
    const RegisterScreen screen = TRY(load_register_screen(context, when));
    return html(200, ui::render([&](ui::Buffer& out) {
        const std::string title = fmt::format("Register for paper, {} {}", weekday_date(screen.day), session_name(screen.session));
        ui::page(out, {.title = title, .breadcrumbs = {{"Registers", "/registers"}}, .caption = screen.setting}, [&](ui::Buffer& body) {
            ui::paragraph(body, "Tick one box for each young person, and key the marks in later the same day.");
            ui::TableOptions table{.caption = "Names", .head = {"Name", "Here", "Late, minutes", "Not here, reason"}, .first_cell_is_header = true, .cards = false};
            constexpr std::string_view box = "☐";
            for (const RegisterRow& row : screen.rows) table.rows.push_back({short_name(row), box, box, box});
            ui::table(body, table);
        });
    }).markup());
}

}  // namespace waymark::attendance
