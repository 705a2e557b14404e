// Erasing one child's record, and the legal hold that stops it.
#include "foundation/text.hpp"
#include "people/store/law_choices.hpp"
#include "pupils/store/pupils.hpp"
#include "sharing/actions/erase_record.hpp"
#include "sharing/store/kept_children.hpp"
#include "sharing/web/pages.hpp"
#include "ui/ui.hpp"

namespace waymark::sharing {
namespace {

struct EraseScreen {
    pupils::PupilSummary pupil;
    KeptChild child;
    Law law;
};

Result<EraseScreen> load_erase(const Request& request, Context& context)
{
    return context.read([&](Transaction& tx) -> Result<EraseScreen> {
        auto pupil = TRY(pupils::pupil_of_page(tx, request.path("pupil")));
        auto child = kept_child(tx, pupil.id);
        if (!child) return not_found("pupil.not_found", "There is no such page.");
        return EraseScreen{std::move(pupil), std::move(*child), people::law_for(tx, tx.today())};
    });
}

std::string href_of(const KeptChild& child, std::string_view path) { return "/pupils/" + child.reference + std::string{path}; }

void facts(ui::Buffer& out, const EraseScreen& screen)
{
    const KeptChild& child = screen.child;
    ui::SummaryListOptions list;
    list.rows.push_back({"Born", long_date(child.born)});
    list.rows.push_back({"Education, health and care plan", std::string{child.has_plan ? "Has or had one" : "None on record"}});
    list.rows.push_back({"Looked after", std::string{child.was_looked_after ? "Is or was" : "Not on record"}});
    list.rows.push_back({"Kept until", long_date(kept_until(child, screen.law))});
    if (const auto enquiry = enquiry_kept_until(child, screen.law)) list.rows.push_back({"As an enquiry that led to no place, until", long_date(*enquiry)});
    list.rows.push_back({"Referrals sent", std::to_string(child.referrals_sent)});
    list.rows.push_back({"Places", std::to_string(child.placements)});
    ui::summary_list(out, list);
}

void hold_part(ui::Buffer& out, const EraseScreen& screen, const Form& form)
{
    const KeptChild& child = screen.child;
    ui::section(out, "Legal hold", [&](ui::Buffer& body) {
        const bool is_held = !child.hold_reason.empty();
        if (is_held) ui::warning_text(body, {.text = "Nothing may be erased: " + child.hold_reason});
        else ui::paragraph(body, "A claim, an inquiry or a complaint can need the record for longer. A hold stops its erasure until it is ended.");
        ui::form(body, {.action = href_of(child, is_held ? "/hold/end" : "/hold")}, [&](ui::Buffer& inside) {
            ui::text_field(inside, {.name = "hold_reason", .label = is_held ? "Why the hold ends" : "Why nothing may be erased"}, form);
            ui::button(inside, {.text = is_held ? "End the hold" : "Place a hold", .classes = "govuk-button--secondary"});
        });
    });
}

void erase_part(ui::Buffer& out, const EraseScreen& screen, const Form& form)
{
    ui::section(out, "Erase for good", [&](ui::Buffer& body) {
        ui::warning_text(body, {.text = "Everything about this child goes, in every part of Waymark: referrals, decisions, places, attendance, reviews, letters, files. It cannot be undone."});
        ui::bullet_list(body, {"The trail keeps that something happened, who did it and when, without what it said.", "A count without a name stays: year of birth, places, first school year.",
                               "Backups hold the record until they are overwritten. Erase it again after restoring an old one."});
        ui::form(body, {}, [&](ui::Buffer& inside) {
            ui::radios_field(inside, {.name = "ground", .legend = "Why it may go", .items = ui::choices<ErasureGround>([](ErasureGround ground) { return std::string{ground_words(ground)}; })}, form);
            ui::text_field(inside, {.name = "reason", .label = "Your words for the trail", .hint = "Without the child’s name"}, form);
            ui::text_field(inside, {.name = "reference", .label = "Type the reference of this child", .hint = screen.child.reference, .width = ui::BoxWidth::ten}, form);
            ui::submit_row(inside, {.text = "Erase this record", .warning = true, .cancel = {"Cancel", href_of(screen.child, "/access")}});
        });
    });
}

Response erase_page(int status, const EraseScreen& screen, const Form& form)
{
    return html(status, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "How long this record is kept", .record = screen.pupil.reference, .breadcrumbs = {{"Information sharing", "/sharing"}, {"Records kept long enough", "/sharing/erasures"}},
                       .problems = form.problems, .caption = pupils::full_name(screen.pupil)}, [&](ui::Buffer& body) {
            facts(body, screen);
            hold_part(body, screen, form);
            if (screen.child.hold_reason.empty()) erase_part(body, screen, form);
        });
    }).markup());
}

/// The action's problem points at the box that its page calls something else.
Problems pointing_at(const Problems& problems, std::string_view from, std::string_view to)
{
    Problems pointed;
    for (Problem problem : problems) {
        if (problem.field == from) problem.field = to;
        pointed.add(std::move(problem));
    }
    return pointed;
}

Result<Response> after_hold(const Request& request, Context& context, const Result<void>& done, std::string_view success)
{
    const auto screen = TRY(load_erase(request, context));
    if (done) return see_other_with_success(href_of(screen.child, "/erase"), success);
    if (!done.error().correctable()) return std::unexpected(done.error());
    return erase_page(422, screen, request.form().with(pointing_at(done.error(), "reason", "hold_reason")));
}

}  // namespace

Result<Response> show_erase(const Request& request, Context& context)
{
    return erase_page(200, TRY(load_erase(request, context)), Form{});
}

Result<Response> submit_erase(const Request& request, Context& context)
{
    const auto screen = TRY(load_erase(request, context));
    const Form form = request.form();
    FormReader read{form};
    const ErasureAsked asked{.ground = read.one_of<ErasureGround>("ground", "Choose why it may go."), .reference = read.text_if_any("reference", 20), .reason = read.text_if_any("reason", 500)};
    if (const auto typed = read.result(); !typed) return erase_page(422, screen, form.with(typed.error()));
    const auto erased = erase_record(context, screen.pupil.id, asked);
    if (erased) return see_other_with_success("/sharing/erasures", "The record of " + screen.child.reference + " is erased");
    if (!erased.error().correctable()) return std::unexpected(erased.error());
    return erase_page(422, screen, form.with(erased.error()));
}

Result<Response> submit_hold(const Request& request, Context& context)
{
    const auto screen = TRY(load_erase(request, context));
    return after_hold(request, context, place_hold(context, screen.pupil.id, request.form().value("hold_reason")), "Nothing of this child is erased until the hold is ended");
}

Result<Response> submit_end_hold(const Request& request, Context& context)
{
    const auto screen = TRY(load_erase(request, context));
    return after_hold(request, context, end_hold(context, screen.pupil.id, request.form().value("hold_reason")), "The hold is ended");
}

}  // namespace waymark::sharing
