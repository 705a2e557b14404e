// Letters: those still to send, and one as its reader will see it, with the text to put right until it is sent.
#include <fmt/format.h>

#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "panel/actions/letters.hpp"
#include "panel/rules/readability.hpp"
#include "panel/store/cases.hpp"
#include "panel/store/decisions.hpp"
#include "panel/web/pages.hpp"
#include "panel/web/parts.hpp"
#include "people/store/organisations.hpp"
#include "pupils/actions/restrict_contact.hpp"

namespace waymark::panel {
namespace {

constexpr double family_reading_age = 9;

struct LetterScreen {
    Letter letter;
    Decision decision;
    std::string pupil_reference;
    std::string council;
    Problems cannot_leave;      // why it must not, as it stands
};

std::string letter_href(DecisionId decision, Recipient to, std::string_view rest = {}) { return fmt::format("/decisions/{}/letter/{}{}", decision.text(), enum_text(to), rest); }

Result<LetterScreen> load_letter_screen(Context& context, DecisionId id, Recipient to)
{
    return context.read([&](Transaction& tx) -> Result<LetterScreen> {
        LetterScreen screen{.letter = TRY(find_letter(tx, id, to)), .decision = TRY(find_decision(tx, id))};
        const auto the_case = TRY(case_of(tx, screen.decision.referral));
        screen.pupil_reference = the_case.pupil.reference;
        screen.cannot_leave = pupils::problems_with(tx, the_case.pupil.id, {.addressee = screen.letter.addressee, .body = screen.letter.body, .is_to_family = to == Recipient::family});
        const auto teams = people::organisations_of_kind(tx, people::OrganisationKind::authority_team);
        if (!teams.empty()) screen.council = teams.front().name;
        return screen;
    });
}

/// The letter as it is printed; list items that follow each other are one list.
void letter_sheet(ui::Buffer& out, const LetterScreen& screen, std::string_view body, std::string_view addressee)
{
    out.raw("<article class=\"wm-letter\">");
    ui::paragraph(out, screen.council);
    ui::paragraph(out, long_date(screen.decision.decided_on));
    ui::paragraph(out, addressee);
    std::vector<ui::Content> items;
    const auto write_items = [&] {
        if (!items.empty()) ui::bullet_list(out, items);
        items.clear();
    };
    for (LetterLine& line : lines_of_letter(body)) {
        if (line.kind == LetterLine::Kind::item) {
            items.emplace_back(std::move(line.text));
            continue;
        }
        write_items();
        if (line.kind == LetterLine::Kind::heading) ui::heading(out, 3, line.text);
        else ui::paragraph(out, line.text);
    }
    write_items();
    out.raw("</article>");
}

void reading_age(ui::Buffer& out, Recipient to, std::string_view body)
{
    const double age = readability_of(body).reading_age();
    const std::string sentence = fmt::format("Reading age of this letter: {:.0f}.", age);
    if (to == Recipient::school) ui::paragraph(out, sentence);
    else if (age <= family_reading_age + 0.5) ui::alert(out, ui::AlertKind::success, sentence + " A family can read it with ease.", "Plain words");
    else ui::alert(out, ui::AlertKind::warning, sentence + " Aim for 9: shorter sentences, shorter words.", "Hard to read");
}

void sent_view(ui::Buffer& out, const LetterScreen& screen)
{
    ui::inset_text(out, {.text = fmt::format("Recorded as sent on {}. Printing, posting and e-mailing are done by hand: print this page, or copy its text.", screen.letter.sent_at ? uk_date_time(*screen.letter.sent_at) : "")});
    letter_sheet(out, screen, screen.letter.body, screen.letter.addressee);
}

void draft_view(ui::Buffer& out, const LetterScreen& screen, const Form& form)
{
    const Recipient to = screen.letter.recipient;
    if (form.problems.empty())
        for (const Problem& problem : screen.cannot_leave) ui::alert(out, ui::AlertKind::warning, problem.message, "This letter must not leave");
    reading_age(out, to, form.value("body"));
    ui::heading(out, 2, "As the reader will see it");
    letter_sheet(out, screen, form.value("body"), form.value("addressee"));
    if (screen.decision.superseded_by) {
        ui::inset_text(out, {.text = "A later decision has taken the place of this one. Send the letter of that decision."});
        return;
    }
    ui::form(out, {.action = letter_href(screen.decision.id, to, "/sent")}, [&](ui::Buffer& inner) {
        ui::hidden_field(inner, "version", std::to_string(screen.letter.version));
        ui::paragraph(inner, "Print the letter or copy it into an e-mail first: Waymark does not post or e-mail it. Recording it as sent fixes its text.");
        ui::button(inner, {.text = "Record as sent"});
    });
    ui::details(out, {.summary = "Change the text", .text = ui::render([&](ui::Buffer& part) {
        ui::form(part, {}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "version", std::to_string(screen.letter.version));
            ui::text_field(inner, {.name = "addressee", .label = "To"}, form);
            ui::text_area_field(inner, {.name = "body", .label = "Text", .hint = "A line that starts with # is a heading, with - an item of a list", .rows = 24}, form);
            ui::button(inner, {.text = "Save the text", .classes = "govuk-button--secondary"});
        });
    }), .open = !form.problems.empty()});
}

void letter_view(ui::Buffer& out, const LetterScreen& screen, const Form& form)
{
    const std::string title = screen.letter.recipient == Recipient::family ? "Letter to the family" : "Letter to the school";
    ui::page(out, {.title = title, .record = screen.pupil_reference, .breadcrumbs = {{"Letters", "/letters"}, {"Decision", "/decisions/" + screen.decision.id.text()}}, .problems = form.problems}, [&](ui::Buffer& body) {
        if (screen.letter.state == LetterState::sent) sent_view(body, screen);
        else draft_view(body, screen, form);
    });
}

void letters_view(ui::Buffer& out, const std::vector<UnsentLetter>& letters)
{
    ui::page(out, {.title = "Letters"}, [&](ui::Buffer& body) {
        if (letters.empty()) {
            ui::empty_state(body, "No letter waits to be sent. Letters are drafted here with each decision.");
            return;
        }
        ui::TableOptions table{.caption = counted(static_cast<long long>(letters.size()), "letter") + " to send", .caption_classes = "govuk-table__caption--m", .head = {"About", "To", "Outcome", "Decided on"}, .first_cell_is_header = true};
        for (const UnsentLetter& letter : letters)
            table.rows.push_back({ui::two_lines(letter.pupil_name, letter.pupil_reference),
                                  ui::link_html(letter_href(letter.decision, letter.recipient), recipient_name(letter.recipient), "about " + letter.pupil_reference),
                                  outcome_name(letter.outcome), short_date(letter.decided_on)});
        ui::table(body, table);
    });
}

Result<Recipient> recipient_in(const Request& request)
{
    const auto to = enum_from_text<Recipient>(request.path("to"));
    if (!to) return not_found("panel.letter_not_found", "There is no such letter.");
    return *to;
}

Form form_of(const Letter& letter)
{
    Form form;
    form.set("addressee", letter.addressee).set("body", letter.body);
    return form;
}

Result<Response> letter_again(Context& context, DecisionId id, Recipient to, const Form& typed, const Problems& problems)
{
    if (!problems.correctable()) return std::unexpected(problems);
    const auto screen = TRY(load_letter_screen(context, id, to));
    const Form form = (typed.sent("body") ? typed : form_of(screen.letter)).with(problems);
    return page_with(422, [&](ui::Buffer& out) { letter_view(out, screen, form); });
}

}  // namespace

Result<Response> show_letters(const Request&, Context& context)
{
    const auto letters = context.read([](Transaction& tx) { return letters_to_send(tx); });
    return page_with(200, [&](ui::Buffer& out) { letters_view(out, letters); });
}

Result<Response> show_letter(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<DecisionId>("decision"));
    const auto to = TRY(recipient_in(request));
    const auto screen = TRY(load_letter_screen(context, id, to));
    return page_with(200, [&](ui::Buffer& out) { letter_view(out, screen, form_of(screen.letter)); });
}

Result<Response> submit_letter(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<DecisionId>("decision"));
    const auto to = TRY(recipient_in(request));
    const Form form = request.form();
    FormReader read{form};
    const EditLetter command{.decision = id, .recipient = to, .seen_version = read.seen_version(), .addressee = read.text_if_any("addressee", 200), .body = read.text_if_any("body", 20000)};
    const auto edited = read.result() ? edit_letter(context, command) : read.result();
    if (!edited) return letter_again(context, id, to, form, edited.error());
    return see_other_with_success(letter_href(id, to), "Letter saved.");
}

Result<Response> submit_letter_sent(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<DecisionId>("decision"));
    const auto to = TRY(recipient_in(request));
    const Form form = request.form();
    FormReader read{form};
    const SendLetter command{.decision = id, .recipient = to, .seen_version = read.seen_version()};
    const auto sent = read.result() ? send_letter(context, command) : read.result();
    if (!sent) return letter_again(context, id, to, form, sent.error());
    return see_other_with_success(letter_href(id, to), "Letter recorded as sent.");
}

}  // namespace waymark::panel
