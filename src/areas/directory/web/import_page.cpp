// Importing a sheet of providers: choose it, see what it would do, confirm, and take it back; with all earlier imports.
#include <algorithm>

#include "directory/actions/import_providers.hpp"
#include "directory/web/import_pages.hpp"
#include "directory/web/show.hpp"
#include "foundation/csv.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "ui/ui.hpp"

namespace waymark::directory {
namespace {

constexpr std::string_view imports_href = "/providers/import";
constexpr std::size_t rows_shown = 500;

std::string href_of(ImportRunId id) { return std::string{imports_href} + "/" + id.text(); }

ui::Html state_tag(const ImportRun& run)
{
    switch (run.state) {
    case ImportState::previewed: return ui::tag_html("Not confirmed", ui::TagColour::yellow);
    case ImportState::running: return ui::tag_html(with_commas(run.counts.read) + " rows read", ui::TagColour::blue);
    case ImportState::finished: return ui::tag_html("Finished", ui::TagColour::green);
    case ImportState::undone: return ui::tag_html("Undone", ui::TagColour::grey);
    case ImportState::stopped: return ui::tag_html("Stopped, nothing written", ui::TagColour::red);
    }
    return {};
}

void runs_table(ui::Buffer& out, const std::vector<ImportRun>& runs)
{
    if (runs.empty()) return ui::empty_state(out, "Imports will be listed here.");
    ui::TableOptions table{.caption = "Earlier imports",
                           .head = {"File", "What", "When", "State", ui::numeric("New"), ui::numeric("Changed"), ui::numeric("Refused")}};
    for (const auto& run : runs)
        table.rows.push_back({ui::link_html(href_of(run.id), run.file_name), import_kind_words(run.kind), uk_date_time(run.started_at), state_tag(run),
                              with_commas(run.counts.added), with_commas(run.counts.changed), with_commas(run.counts.refused)});
    ui::table(out, table);
}

void choose_view(ui::Buffer& out, const std::vector<ImportRun>& runs, const Form& form)
{
    ui::page(out, {.title = "Import providers", .back = ui::Link{"Back to providers", "/providers"}, .problems = form.problems, .about_a_person = false},
             [&](ui::Buffer& body) {
                 ui::paragraph(body, "You will see what the sheet would do before anything is written.");
                 ui::form(body, {.files = true}, [&](ui::Buffer& inner) {
                     ui::file_field(inner, {.name = "sheet", .label = "Sheet of providers",
                                            .hint = "CSV, one row a provider. Only the column Provider is needed; the others are in the empty sheet."}, form);
                     ui::submit_row(inner, {.text = "Check the sheet", .cancel = {"Cancel", "/providers"}});
                 });
                 ui::paragraph(body, ui::link_html(std::string{imports_href} + "/empty.csv", "Download an empty sheet"));
                 runs_table(body, runs);
             });
}

std::string what_it_does(const SheetRowOutcome& row)
{
    std::vector<std::string> parts;
    for (const auto& change : row.changes) {
        const auto becomes = value_words(change.field, change.becomes);
        parts.push_back(field_words(change.field) + ": " + (change.was.empty() ? becomes : value_words(change.field, change.was) + " becomes " + becomes));
    }
    if (row.site_added) parts.emplace_back("a site is added");
    return join(parts, "; ");
}

void problems_table(ui::Buffer& out, const std::vector<RowProblem>& problems)
{
    if (problems.empty()) return;
    ui::TableOptions table{.caption = "Refused rows", .head = {ui::numeric("Line"), "Column", "What is wrong"}};
    for (std::size_t index = 0; index < std::min(problems.size(), rows_shown); ++index)
        table.rows.push_back({std::to_string(problems[index].line), problems[index].field.empty() ? "The whole row" : problems[index].field, problems[index].message});
    ui::table(out, table);
    if (problems.size() > rows_shown) ui::paragraph(out, "The first " + with_commas(static_cast<long long>(rows_shown)) + " are shown.");
}

void preview_view(ui::Buffer& out, const ImportRun& run, const SheetOutcome& outcome, const Problems& problems)
{
    ui::page(out, {.title = "Check what the sheet would do", .back = ui::Link{"Back to imports", std::string{imports_href}}, .problems = problems, .wide = true,
                   .caption = run.file_name, .about_a_person = false},
             [&](ui::Buffer& body) {
                 const auto& counts = outcome.counts;
                 ui::paragraph(body, "Nothing is written yet. " + counted(counts.read, "row") + ": " + counts_words(counts) + ".");
                 problems_table(body, outcome.problems);
                 ui::TableOptions table{.caption = "What would change", .head = {ui::numeric("Line"), "Provider", "Result", "What"}};
                 for (const auto& row : outcome.rows) {
                     if (row.result == RowResult::same || table.rows.size() == rows_shown) continue;
                     table.rows.push_back({std::to_string(row.line), row.name,
                                           row.result == RowResult::added ? ui::tag_html("New", ui::TagColour::green) : ui::tag_html("Changed", ui::TagColour::blue),
                                           what_it_does(row)});
                 }
                 if (table.rows.empty()) return ui::paragraph(body, "There is nothing to write: what can be taken is here already.");
                 ui::table(body, table);
                 if (counts.added + counts.changed > static_cast<long long>(rows_shown)) ui::paragraph(body, "The first 500 are shown; all are written.");
                 if (counts.refused > 0) ui::paragraph(body, "The refused rows are left out. Correct them in the sheet and import it again: what is here already is not written twice.");
                 ui::form(body, {.action = href_of(run.id) + "/confirmation"}, [&](ui::Buffer& inner) {
                     ui::submit_row(inner, {.text = "Import " + counted(counts.added + counts.changed, "provider"), .cancel = {"Cancel", std::string{imports_href}}});
                 });
             });
}

void run_view(ui::Buffer& out, const ImportRun& run, const std::vector<RowProblem>& problems)
{
    ui::page(out, {.title = import_kind_words(run.kind), .back = ui::Link{"Back to imports", std::string{imports_href}}, .wide = true, .caption = run.file_name, .about_a_person = false},
             [&](ui::Buffer& body) {
                 const auto& counts = run.counts;
                 ui::summary_list(body, {.rows = {{"State", state_tag(run)},
                                                  {"Began", uk_date_time(run.started_at)},
                                                  {"Ended", run.finished_at ? uk_date_time(*run.finished_at) : "Not yet"},
                                                  {"Rows read", with_commas(counts.read)},
                                                  {"New", with_commas(counts.added)},
                                                  {"Changed", with_commas(counts.changed)},
                                                  {"As they were", with_commas(counts.same)},
                                                  {"Refused", with_commas(counts.refused)}}});
                 problems_table(body, problems);
                 if (run.kind != ImportKind::providers || run.state != ImportState::finished || counts.added + counts.changed == 0) return;
                 ui::paragraph(body, "Undoing removes what this import added and puts back what it changed, except where somebody has worked on it since.");
                 ui::form(body, {.action = href_of(run.id) + "/undo"}, [](ui::Buffer& inner) { ui::submit_row(inner, {.text = "Undo import", .warning = true}); });
             });
}

Result<Response> choose_page(int status, Context& context, const Form& form)
{
    const auto runs = context.read([](Transaction& tx) { return import_runs(tx); });
    auto answer = page_of(status, [&](ui::Buffer& out) { choose_view(out, runs, form); });
    if (status == 200 && std::ranges::any_of(runs, [](const ImportRun& run) { return run.state == ImportState::running; }))
        answer.with_header("Refresh", "5");
    return answer;
}

Result<Response> run_page(int status, Context& context, ImportRunId id, const Problems& problems)
{
    struct Kept {
        std::optional<ImportRun> run;
        std::vector<RowProblem> problems;
    };
    const auto kept = context.read([&](Transaction& tx) { return Kept{find_import_run(tx, id), import_problems(tx, id)}; });
    if (!kept.run) return not_found("import.no_such_import", "There is no such import.");
    if (kept.run->state != ImportState::previewed)
        return page_of(status, [&](ui::Buffer& out) { run_view(out, *kept.run, kept.problems); });
    const auto outcome = TRY(preview_of(context, id));
    return page_of(status, [&](ui::Buffer& out) { preview_view(out, *kept.run, outcome, problems); });
}

}  // namespace

Result<Response> show_imports(const Request&, Context& context) { return choose_page(200, context, {}); }

Result<Response> download_empty_sheet(const Request&, Context&)
{
    return csv_download("providers.csv", CsvWriter{provider_sheet_header()}.text_for_excel());
}

Result<Response> submit_sheet(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto* sheet = form.file("sheet");
    Problems found = form.problems;
    if (found.empty() && !sheet) found.add_invalid("form.sheet", "Choose the CSV file of the sheet.", "sheet");
    if (!found.empty()) return choose_page(422, context, form.with(found));
    const auto run = preview_providers(context, sheet->name, sheet->bytes);
    if (run) return see_other(href_of(*run));
    for (auto problem : run.error()) {
        problem.field = "sheet";
        found.add(problem);
    }
    return choose_page(422, context, form.with(found));
}

Result<Response> show_import(const Request& request, Context& context)
{
    return run_page(200, context, TRY(request.path_id<ImportRunId>("import")), {});
}

Result<Response> submit_confirmation(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<ImportRunId>("import"));
    const auto outcome = confirm_providers(context, id);
    if (outcome) return see_other_with_success(href_of(id), "Imported: " + counts_words(outcome->counts) + ".");
    if (!outcome.error().correctable()) return std::unexpected(outcome.error());
    return run_page(422, context, id, outcome.error());
}

Result<Response> submit_undo(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<ImportRunId>("import"));
    const auto undone = undo_providers(context, id);
    if (!undone) return std::unexpected(undone.error());
    std::string said = "Import undone: " + counted(undone->removed, "provider") + " removed, " + std::to_string(undone->restored) + " put back as before.";
    for (const auto& sentence : undone->kept) said += " " + sentence;
    return see_other_with_success(href_of(id), said);
}

}  // namespace waymark::directory
