// Correcting a mark: the new mark beside the old, with the reason. The first stays visible for good.
#include <algorithm>

#include <fmt/format.h>

#include "attendance/actions/correct_mark.hpp"
#include "attendance/web/pages.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "ui/ui.hpp"

namespace waymark::attendance {
namespace {

struct CorrectionScreen {
    DayAndSession when;
    RegisterRow row;
    std::vector<Revision> revisions;
};

/// A setting corrects only what was marked there: its own register row is the proof.
Result<CorrectionScreen> load_correction_screen(const Request& request, Context& context)
{
    const auto when = TRY(day_and_session(request));
    return context.read([&](Transaction& tx) -> Result<CorrectionScreen> {
        const auto rows = register_rows(tx, context.who.organisation, when.day, when.session);
        const auto row = std::ranges::find(rows, request.query("pupil"), &RegisterRow::reference);
        if (row == rows.end() || !row->mark) return not_found("attendance.nothing_to_correct", "There is no mark of yours to correct here.");
        return CorrectionScreen{when, *row, all_revisions(tx, row->pupil, when.day, when.session)};
    });
}

void correction_view(ui::Buffer& out, const CorrectionScreen& screen, const Form& form)
{
    const std::string register_page = register_href(screen.when.day, screen.when.session);
    ui::page(out, {.title = "Correct a mark", .record = screen.row.reference, .back = ui::Link{"Back to the register", register_page},
                   .problems = form.problems, .caption = weekday_date(screen.when.day) + ", " + session_name(screen.when.session)},
             [&](ui::Buffer& body) {
        ui::TableOptions table{.caption = "Marks so far for " + screen.row.known_as, .head = {"Marked", "By", "Mark", "Code", "Why corrected"}};
        for (const Revision& revision : screen.revisions)
            table.rows.push_back({uk_clock_time(revision.mark.recorded_at), revision.mark.recorded_by, arrival_words(revision.mark.arrival),
                                  revision.mark.code, revision.correction.empty() ? "First mark" : revision.correction});
        ui::table(body, table);
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "revision", std::to_string(screen.row.mark->revision));
            ui::radios_field(inner, {.name = "arrival", .legend = "What should it be?", .items = {
                {"here", "Here"},
                {.value = "late", .text = "Late", .conditional = ui::render([&](ui::Buffer& more) {
                    ui::text_field(more, {.name = "minutes", .label = "Minutes late", .width = ui::BoxWidth::three, .inputmode = "numeric"}, form); })},
                {.value = "not_here", .text = "Not here", .conditional = ui::render([&](ui::Buffer& more) {
                    ui::select_field(more, {.name = "reason", .label = "Reason",
                                            .items = ui::choices<AbsenceReason>([](AbsenceReason reason) { return reason_words(reason); }),
                                            .empty_text = ""}, form); })}}}, form);
            ui::text_area_field(inner, {.name = "correction", .label = "Why is it corrected?", .rows = 3, .characters_max = 500}, form);
            ui::submit_row(inner, {.text = "Correct mark", .cancel = {"Cancel", register_page}});
        });
    });
}

}  // namespace

Result<Response> show_correction(const Request& request, Context& context)
{
    const auto screen = TRY(load_correction_screen(request, context));
    return html(200, ui::render([&](ui::Buffer& out) { correction_view(out, screen, {}); }).markup());
}

Result<Response> submit_correction(const Request& request, Context& context)
{
    const auto screen = TRY(load_correction_screen(request, context));
    const Form form = request.form();
    FormReader read{form};
    CorrectMark command{.pupil = screen.row.pupil, .day = screen.when.day, .session = screen.when.session};
    command.seen_revision = read.whole_number("revision", "Open the page again: it does not say which mark you saw.", 1, 1000);
    command.mark.arrival = read.one_of<Arrival>("arrival", "Choose what the mark should be.");
    if (command.mark.arrival == Arrival::late)
        command.mark.minutes_late = read.whole_number("minutes", "Enter minutes late as a number from 1 to 240.", 1, 240);
    if (command.mark.arrival == Arrival::not_here)
        command.mark.reason = read.one_of_if_any<AbsenceReason>("reason").value_or(AbsenceReason::not_known);
    command.correction = read.text_if_any("correction", 500);
    const auto corrected = [&]() -> Result<void> {
        TRY(read.result());
        return correct_mark(context, command);
    }();
    if (corrected) return see_other_with_success(register_href(screen.when.day, screen.when.session), "Mark corrected.");
    if (!corrected.error().correctable()) return std::unexpected(corrected.error());
    return html(422, ui::render([&](ui::Buffer& out) { correction_view(out, screen, form.with(corrected.error())); }).markup());
}

}  // namespace waymark::attendance
