// Importing term dates: choose a CSV or iCalendar file, see what it would change and what was not understood, confirm.
#include <algorithm>

#include "foundation/text.hpp"
#include "people/actions/import_calendar.hpp"
#include "people/web/calendar_show.hpp"
#include "people/web/pages.hpp"

namespace waymark::people {
namespace {

Result<NamedCalendar> load_named(const Request& request, Context& context)
{
    return context.read([&](Transaction& tx) { return calendar_to_change(tx, request, context); });
}

void what_files_hold(ui::Buffer& out)
{
    ui::details(out, {.summary = "What a CSV file must hold", .text = ui::render([](ui::Buffer& inside) {
        ui::paragraph(inside, "The first line names the columns: kind, name, from, to. Each line after it is a half-term or a day.");
        ui::bullet_list(inside, {"kind: half-term, INSET, closure, unplanned closure, bank holiday, or open (the school meets on a bank holiday)",
                                 "name: for example Autumn 1, or Staff training",
                                 "from and to: as 2026-09-02 or 02/09/2026, both included; to may be empty for a single day"});
        ui::lines(inside, "kind,name,from,to\nhalf-term,Autumn 1,2026-09-02,2026-10-23\nINSET,Staff training,2026-09-02,");
        ui::paragraph(inside, "Commas or semicolons may part the columns. The download of a calendar has this form too.");
    })});
    ui::details(out, {.summary = "What is read from an iCalendar file", .text = ui::render([](ui::Buffer& inside) {
        ui::paragraph(inside, "The days of each event and the words of its name: term, term begins and term ends, holiday, half term, INSET or training day, "
                              "closed, bank holiday.");
        ui::paragraph(inside, "Where a file gives holidays only, a half-term is what lies between two that follow each other closely. What could mean two "
                              "things is left out and listed.");
    })});
}

void choose_view(ui::Buffer& out, const NamedCalendar& named, const Form& form)
{
    const std::string back = calendar_href(named.whose);
    ui::page(out, {.title = "Import term dates", .back = ui::Link{"Back to the calendar", back}, .problems = form.problems, .caption = named.name,
                   .about_a_person = false},
             [&](ui::Buffer& body) {
                 ui::paragraph(body, "You will see what the file would change before anything is written.");
                 ui::form(body, {.files = true}, [&](ui::Buffer& inner) {
                     ui::file_field(inner, {.name = "file", .label = "File of term dates", .hint = "CSV or iCalendar (.ics)"}, form);
                     ui::radios_field(inner, {.name = "rest", .legend = "What is in the calendar already, and not in the file",
                                              .items = {{.value = "stays", .text = "Stays", .hint = "The file adds and corrects"},
                                                        {.value = "goes", .text = "Goes", .hint = "The file is the whole calendar of its school years. Unplanned closures and "
                                                                                                  "days on which the school is open on a bank holiday stay"}}}, form);
                     ui::submit_row(inner, {.text = "Check the file", .cancel = {"Cancel", back}});
                 });
                 what_files_hold(body);
             });
}

ui::Html change_tag(ChangeOfCalendar change)
{
    switch (change) {
    case ChangeOfCalendar::added: return ui::tag_html("New", ui::TagColour::green);
    case ChangeOfCalendar::changed: return ui::tag_html("Changed", ui::TagColour::blue);
    case ChangeOfCalendar::removed: return ui::tag_html("Removed", ui::TagColour::red);
    case ChangeOfCalendar::same: return ui::tag_html("Same", ui::TagColour::grey);
    }
    return {};
}

std::string term_words(const HalfTerm& term) { return term.name + ", " + date_range(term.from, term.to); }
std::string day_words(const Closure& day) { return day.name + ", " + closure_kind_words(day.kind) + ", " + long_date(day.day); }

std::string line_words(long line) { return line == 0 ? std::string{"Not in the file"} : std::to_string(line); }

void terms_table(ui::Buffer& out, const CalendarImport& import)
{
    if (import.changes.terms.empty()) return;
    ui::TableOptions table{.caption = "Half-terms", .head = {"Result", "In the calendar now", "In the file", ui::numeric("Line")}};
    for (const auto& one : import.changes.terms) {
        ui::Content becomes = "Nothing";
        if (one.becomes && one.becomes->working.empty()) becomes = term_words(one.becomes->term);
        if (one.becomes && !one.becomes->working.empty()) becomes = ui::two_lines(term_words(one.becomes->term), "Worked out: " + one.becomes->working);
        table.rows.push_back({change_tag(one.change), one.was ? term_words(one.was->term) : "Nothing", std::move(becomes),
                              line_words(one.becomes ? one.becomes->line : 0)});
    }
    ui::table(out, table);
}

void days_table(ui::Buffer& out, const CalendarImport& import)
{
    if (import.changes.days.empty()) return;
    ui::TableOptions table{.caption = "INSET days, closures and bank holidays", .head = {"Result", "In the calendar now", "In the file", ui::numeric("Line")}};
    for (const auto& one : import.changes.days)
        table.rows.push_back({change_tag(one.change), one.was ? day_words(one.was->day) : "Nothing", one.becomes ? day_words(one.becomes->day) : "Nothing",
                              line_words(one.becomes ? one.becomes->line : 0)});
    ui::table(out, table);
}

void lines_table(ui::Buffer& out, std::string caption, const std::vector<LineOfFile>& lines)
{
    if (lines.empty()) return;
    ui::TableOptions table{.caption = std::move(caption), .head = {ui::numeric("Line"), "What stands there"}};
    for (const auto& one : lines) table.rows.push_back({std::to_string(one.line), one.message});
    ui::table(out, table);
}

void years_afterwards(ui::Buffer& out, const CalendarImport& import)
{
    ui::SummaryListOptions list;
    for (const auto& year : import.changes.years) {
        const auto known = how_far_known(import.afterwards, year);
        const bool whole = known.state == YearState::known;
        list.rows.push_back({year.text() + " afterwards", whole ? "Known, " + counted(known.planned_sessions, "session") + " planned" : known_words(known)});
    }
    if (!list.rows.empty()) ui::summary_list(out, list);
}

std::string counts_words(const CalendarChanges& changes)
{
    return std::to_string(changes.count(ChangeOfCalendar::added)) + " new, " + std::to_string(changes.count(ChangeOfCalendar::changed)) + " changed, " +
           std::to_string(changes.count(ChangeOfCalendar::removed)) + " removed, " + std::to_string(changes.count(ChangeOfCalendar::same)) + " the same";
}

void check_view(ui::Buffer& out, const NamedCalendar& named, const CalendarImport& import, const Problems& problems)
{
    const std::string choose = calendar_href(named.whose, "import");
    ui::page(out, {.title = "Check what the file would change", .back = ui::Link{"Choose another file", choose}, .problems = problems, .wide = true,
                   .caption = named.name + ", " + import.file_name, .about_a_person = false},
             [&](ui::Buffer& body) {
                 ui::paragraph(body, "Nothing is written yet: " + counts_words(import.changes) + ".");
                 for (const auto& problem : import.changes.problems) ui::alert(body, ui::AlertKind::error, problem.message, "Cannot be written");
                 lines_table(body, "Not understood and left out", import.file.left_out);
                 terms_table(body, import);
                 days_table(body, import);
                 lines_table(body, "Known without the file", import.file.already_known);
                 years_afterwards(body, import);
                 if (!import.changes.problems.empty()) return ui::paragraph(body, ui::link_html(choose, "Choose a corrected file"));
                 if (import.changes.writes_nothing()) return ui::paragraph(body, "There is nothing to write: what could be understood is in the calendar already.");
                 if (!import.file.left_out.empty())
                     ui::paragraph(body, "What was left out can be entered by hand afterwards, or corrected in the file and imported again.");
                 ui::form(body, {.action = calendar_href(named.whose, "import/confirmation")}, [&](ui::Buffer& inner) {
                     ui::hidden_field(inner, "mark", import.mark);
                     ui::submit_row(inner, {.text = "Write to the calendar", .cancel = {"Cancel", calendar_href(named.whose)}});
                 });
             });
}

Result<Response> check_page(int status, const NamedCalendar& named, Context& context, const Problems& problems)
{
    const auto import = TRY(waiting_import(context, named.whose));
    if (!import) return see_other(calendar_href(named.whose, "import"));
    return calendar_page_of(status, [&](ui::Buffer& out) { check_view(out, named, *import, problems); });
}

}  // namespace

Result<Response> show_calendar_import(const Request& request, Context& context)
{
    const auto named = TRY(load_named(request, context));
    Form form;
    form.set("rest", "stays");
    return calendar_page_of(200, [&](ui::Buffer& out) { choose_view(out, named, form); });
}

Result<Response> submit_calendar_file(const Request& request, Context& context)
{
    const auto named = TRY(load_named(request, context));
    const Form form = request.form();
    const auto* file = form.file("file");
    Problems found = form.problems;
    if (found.empty() && !file) found.add_invalid("form.file", "Choose the CSV or iCalendar file of term dates.", "file");
    if (form.value("rest") != "stays" && form.value("rest") != "goes") found.add_invalid("form.rest", "Choose what becomes of what is not in the file.", "rest");
    if (found.empty()) {
        const auto kept = keep_calendar_file(context, named.whose, file->name, file->bytes, form.value("rest") == "goes" ? NotInFile::goes : NotInFile::stays);
        if (kept) return see_other(calendar_href(named.whose, "import/check"));
        if (!kept.error().correctable()) return std::unexpected(kept.error());
        found.append(kept.error());
    }
    return calendar_page_of(422, [&](ui::Buffer& out) { choose_view(out, named, form.with(found)); });
}

Result<Response> show_calendar_check(const Request& request, Context& context)
{
    return check_page(200, TRY(load_named(request, context)), context, {});
}

Result<Response> submit_calendar_confirmation(const Request& request, Context& context)
{
    const auto named = TRY(load_named(request, context));
    const auto written = confirm_calendar_import(context, named.whose, request.form().value("mark"));
    if (written) {
        const auto href = written->years.empty() ? calendar_href(named.whose) : calendar_year_href(named.whose, written->years.front());
        return see_other_with_success(href, "Term dates imported: " + counts_words(*written) + ".");
    }
    if (!written.error().correctable()) return std::unexpected(written.error());
    return check_page(422, named, context, written.error());
}

}  // namespace waymark::people
