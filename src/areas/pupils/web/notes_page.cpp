// /pupils/{pupil}/notes: that restricted notes are there, for everybody who sees the child; what they say, for their readers.
#include <algorithm>

#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/rules/roles.hpp"
#include "pupils/actions/write_note.hpp"
#include "pupils/web/pages.hpp"
#include "pupils/web/parts.hpp"

namespace waymark::pupils {
namespace {

std::string notes_href(const PupilSummary& pupil) { return "/pupils/" + pupil.reference + "/notes"; }

std::string writer_words(const NoteKnown& note) { return note.written_by + ", " + std::string{people::role_name(note.role)} + " at " + note.organisation_name; }

void known_view(ui::Buffer& out, const NoteKnown& note, const std::string& href)
{
    std::vector<ui::SummaryRow> rows = {{"Written by", writer_words(note)}, {"Whom to ask", listed(note.whom_to_ask, "or")}};
    rows.push_back({"What it says", note.may_read ? ui::Content{ui::link_html(href + "/" + note.id.text(), "Read this note", "of " + uk_date_time(note.written_at))}
                                                  : ui::Content{"Not for you to read"}});
    ui::summary_list(out, {.rows = std::move(rows), .card = ui::SummaryCard{.title = ui::SummaryCardTitle{"Note of " + uk_date_time(note.written_at), 2}}});
}

struct FormScreen {
    PupilSummary pupil;
    std::vector<NamedPerson> people;
    std::optional<NoteKnown> earlier;
};

Result<FormScreen> load_form(const Request& request, Context& context, std::string_view supersedes)
{
    return context.read([&](Transaction& tx) -> Result<FormScreen> {
        FormScreen screen{.pupil = TRY(pupil_of_page(tx, request.path("pupil"))), .people = {}, .earlier = {}};
        screen.people = people_who_may_be_named(tx, screen.pupil.id);
        std::erase_if(screen.people, [&](const NamedPerson& person) { return person.id == context.who.user; });
        if (supersedes.empty()) return screen;
        if (const auto id = NoteId::parse(supersedes)) screen.earlier = find_note(tx, context.who, screen.pupil, *id);
        if (!screen.earlier || !screen.earlier->may_read) return not_found("note.not_found", "There is no such note.");
        return screen;
    });
}

std::vector<ui::Choice> kinds_of_readers()
{
    std::vector<ui::Choice> all;
    for (const ReaderKind kind : enum_values<ReaderKind>())
        if (kind != ReaderKind::person) all.push_back({.value = std::string{enum_text(kind)}, .text = reader_words(kind)});
    return all;
}

Response form_page(int status, const FormScreen& screen, const Form& form)
{
    const std::string title = screen.earlier ? "Write in the place of a restricted note" : "Write a restricted note";
    ui::Buffer out;
    ui::page(out, {.title = title, .record = screen.pupil.reference, .back = ui::Link{"Back to restricted notes", notes_href(screen.pupil)}, .problems = form.problems}, [&](ui::Buffer& body) {
        ui::paragraph(body, "Whoever sees the child will see that there is a note, when, that you wrote it, and whom to ask. Only you and those you choose can read it. It cannot be changed afterwards.");
        ui::paragraph(body, "This is not the way to report a danger: tell your safeguarding lead.");
        ui::form(body, {.action = notes_href(screen.pupil) + "/new"}, [&](ui::Buffer& inside) {
            if (screen.earlier) ui::hidden_field(inside, "supersedes", screen.earlier->id.text());
            ui::text_area_field(inside, {.name = "words", .label = "The note", .rows = 6}, form);
            ui::text_area_field(inside, {.name = "why", .label = "Why may not everybody who sees the child read it?", .hint = "Only its readers see this too", .rows = 2}, form);
            ui::checkboxes_field(inside, {.name = "readers", .legend = "Who may read it, besides you?", .items = kinds_of_readers()}, form);
            std::vector<ui::Choice> people;
            for (const auto& person : screen.people) people.push_back({.value = person.id.text(), .text = person.name});
            for (const auto* name : {"person_1", "person_2", "person_3"})
                ui::select_field(inside, {.name = name, .label = std::string{name == std::string_view{"person_1"} ? "One person by name" : "Another person"}, .items = people, .empty_text = "Nobody"}, form);
            ui::submit_row(inside, {.text = "Keep this note", .cancel = {"Cancel", notes_href(screen.pupil)}});
        });
    });
    return html(status, out.take());
}

NewNote as_typed(FormReader& read)
{
    NewNote note{.words = read.text_if_any("words", 10000), .why_restricted = read.text_if_any("why", 1000), .readers = {}};
    for (const auto kind : read.several_of<ReaderKind>("readers")) note.readers.push_back({kind, {}});
    for (const auto* name : {"person_1", "person_2", "person_3"})
        if (const auto person = read.id_if_any<UserId>(name))
            if (const NoteReader reader{ReaderKind::person, person}; std::ranges::find(note.readers, reader) == note.readers.end()) note.readers.push_back(reader);
    return note;
}

}  // namespace

Result<Response> show_notes(const Request& request, Context& context)
{
    struct Screen {
        PupilSummary pupil;
        std::vector<NoteKnown> notes;
    };
    const auto loaded = context.read([&](Transaction& tx) -> Result<Screen> {
        Screen found{.pupil = TRY(pupil_of_page(tx, request.path("pupil"))), .notes = {}};
        found.notes = notes_of(tx, context.who, found.pupil);
        return found;
    });
    const Screen screen = TRY(loaded);
    ui::Buffer out;
    ui::page(out, page_options(screen.pupil, "Restricted notes"), [&](ui::Buffer& body) {
        pupil_head(body, screen.pupil, head_options(context.who, "Restricted notes", "notes"));
        ui::paragraph(body, "Notes that only some may read. Each reading is logged by itself.");
        if (people::may(context.who.role, Permission::edit_pupils)) ui::paragraph(body, ui::link_html(notes_href(screen.pupil) + "/new", "Write a restricted note"));
        if (screen.notes.empty()) ui::paragraph(body, "There are none.");
        for (const NoteKnown& note : screen.notes) known_view(body, note, notes_href(screen.pupil));
    });
    return html(200, out.take());
}

/// Whoever sees the child and may not read the note is told so: that it is there is no secret.
Result<Response> show_note(const Request& request, Context& context)
{
    struct Screen {
        PupilSummary pupil;
        NoteKnown note;
        std::optional<NoteWords> words;
    };
    const auto loaded = context.in_transaction([&](Transaction& tx) -> Result<Screen> {
        Screen found{.pupil = TRY(pupil_of_page(tx, request.path("pupil"))), .note = {}, .words = {}};
        const auto id = NoteId::parse(request.path("note"));
        const auto note = id ? find_note(tx, context.who, found.pupil, *id) : std::nullopt;
        if (!note) return not_found("note.not_found", "There is no such note.");
        found.note = *note;
        found.words = read_note(tx, found.pupil, *note);
        return found;
    });
    const Screen screen = TRY(loaded);
    if (!screen.words)
        return forbidden("note.not_a_reader", "Only some may read this note. Ask: " + listed(screen.note.whom_to_ask, "or") + ".");
    const std::string href = notes_href(screen.pupil);
    ui::Buffer out;
    ui::page(out, {.title = "Restricted note", .record = screen.pupil.reference, .back = ui::Link{"Back to restricted notes", href}}, [&](ui::Buffer& body) {
        if (screen.note.superseded_by) ui::alert(body, ui::AlertKind::information, ui::link_html(href + "/" + screen.note.superseded_by->text(), "A later note has taken its place"));
        std::vector<ui::SummaryRow> rows = {{"Note", ui::render([&](ui::Buffer& text) { ui::lines(text, screen.words->words); })},
                                            {"Why it is restricted", ui::render([&](ui::Buffer& text) { ui::lines(text, screen.words->why_restricted); })},
                                            {"Written", writer_words(screen.note) + ", " + uk_date_time(screen.note.written_at)},
                                            {"Who may read it", listed(screen.note.whom_to_ask, "and")}};
        if (screen.note.supersedes) rows.push_back({"Before", ui::link_html(href + "/" + screen.note.supersedes->text(), "The note that stood in its place")});
        ui::summary_list(body, {.rows = std::move(rows)});
        ui::paragraph(body, "That you read it is logged.");
        if (!screen.note.superseded_by && people::may(context.who.role, Permission::edit_pupils))
            ui::paragraph(body, ui::link_html(href + "/new?supersedes=" + screen.note.id.text(), "Write another in its place"));
    });
    return html(200, out.take());
}

Result<Response> show_new_note(const Request& request, Context& context)
{
    return form_page(200, TRY(load_form(request, context, request.query("supersedes"))), {});
}

Result<Response> submit_note(const Request& request, Context& context)
{
    const Form form = request.form();
    FormReader read{form};
    const auto screen = TRY(load_form(request, context, form.value("supersedes")));
    const NewNote note = as_typed(read);
    const auto kept = read.problems().empty() ? write_note(context, screen.pupil.id, note, screen.earlier ? std::optional{screen.earlier->id} : std::nullopt)
                                              : Result<NoteId>{std::unexpected(read.problems())};
    if (kept) return see_other_with_success(notes_href(screen.pupil), "The note is kept");
    if (!kept.error().correctable()) return std::unexpected(kept.error());
    return form_page(422, screen, form.with(kept.error()));
}

}  // namespace waymark::pupils
