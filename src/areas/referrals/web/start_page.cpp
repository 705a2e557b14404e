// /referrals/new: find the child first; the referral then starts with all that is known.
#include "foundation/text.hpp"
#include "platform/http/url.hpp"
#include "people/rules/roles.hpp"
#include "pupils/store/pupil_page.hpp"
#include "referrals/actions/write_referral.hpp"
#include "referrals/web/pages.hpp"
#include "referrals/web/parts.hpp"

namespace waymark::referrals {
namespace {

constexpr std::size_t shown_max = 20;

struct StartScreen {
    std::string words;
    bool may_add = false;
    pupils::PupilPage found;                    // the first of them
    std::optional<ReferralId> open_already;     // of the child just chosen
};

void start_view(ui::Buffer& out, const StartScreen& screen, const Form& form)
{
    ui::page(out, {.title = "Who is the referral for?", .back = ui::Link{"Back to referrals", "/referrals"}, .problems = form.problems}, [&](ui::Buffer& body) {
        if (screen.open_already)
            ui::inset_text(body, {.text = ui::render([&](ui::Buffer& line) {
                line.text("This child has a referral already that still waits for a decision. ");
                ui::link(line, "/referrals/" + screen.open_already->text(), "Open it");
                line.text(" rather than starting another.");
            })});
        ui::paragraph(body, "Find the child first, so that nothing known is asked again.");
        ui::form(body, {.action = "/referrals/new", .method = "get"}, [&](ui::Buffer& inside) {
            Form search;
            search.set("q", screen.words);
            ui::text_field(inside, {.name = "q", .label = "Name, reference or UPN", .width = ui::BoxWidth::twenty, .size = ui::LabelSize::medium, .type = "search"}, search);
            ui::button(inside, {.text = "Find the child", .classes = screen.words.empty() ? "" : "govuk-button--secondary"});
        });
        if (screen.words.empty()) return;
        ui::heading(body, 2, screen.found.count == 0 ? "No child found among those you may see"
                                                  : counted(static_cast<long long>(screen.found.count), "child", "children") + " found");
        for (const auto& pupil : screen.found.rows) {
            const auto who = pupils::identity_of(pupil);
            ui::summary_list(body, {.rows = {{"Born", long_date(pupil.born)}, {"School", who.school + ", " + who.year}, {"Reference", who.reference}},
                                    .card = ui::SummaryCard{.title = ui::SummaryCardTitle{who.name, 3}}});
            ui::form(body, {.action = "/referrals/new"}, [&](ui::Buffer& inside) {
                ui::hidden_field(inside, "pupil", pupil.reference);
                ui::hidden_field(inside, "q", screen.words);
                ui::button(inside, {.text = ui::render([&](ui::Buffer& text) {
                    text.text("Start a referral");
                    text.raw("<span class=\"govuk-visually-hidden\"> for ");
                    text.text(who.name);
                    text.raw("</span>");
                })});
            });
        }
        if (screen.found.count > shown_max) ui::paragraph(body, "Only the first 20 are shown. Type more of the name.");
        if (screen.may_add)
            ui::paragraph(body, ui::render([&](ui::Buffer& line) {
                line.text("Not here? ");
                ui::link(line, "/pupils/match", "Check whether the authority knows the child, or add them");
                line.text(".");
            }));
        else ui::paragraph(body, "Not here? Ask the commissioning team to add the child.");
    });
}

StartScreen load_start_screen(Context& context, std::string words)
{
    StartScreen screen{.words = std::move(words), .may_add = people::may(context.who.role, Permission::create_pupils)};
    if (!screen.words.empty())
        screen.found = context.read([&](Transaction& tx) { return pupils::page_of_pupils(tx, context.who, {.words = screen.words}, 0, shown_max); });
    return screen;
}

}  // namespace

Result<Response> show_start(const Request& request, Context& context)
{
    const auto given = request.query("pupil").empty() ? request.query("q") : request.query("pupil");
    ui::Buffer out;
    start_view(out, load_start_screen(context, std::string{trimmed(given)}), {});
    return html(200, out.take());
}

Result<Response> submit_start(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto pupil = context.read([&](Transaction& tx) { return pupils::find_pupil_by_reference(tx, form.value("pupil")); });
    if (!pupil) return not_found("pupil.not_found", "There is no such pupil, or you may not see them.");
    const auto started = start_referral(context, pupil->id);
    if (started) return see_other("/referrals/" + started->text());
    if (!started.error().correctable()) return std::unexpected(started.error());
    StartScreen screen = load_start_screen(context, std::string{form.value("q")});
    screen.open_already = context.read([&](Transaction& tx) -> std::optional<ReferralId> {
        const auto open = open_referral_of(tx, pupil->id);
        return open && load_screen(tx, context.who, *open) ? open : std::nullopt;
    });
    ui::Buffer out;
    start_view(out, screen, form.with(started.error()));
    return html(422, out.take());
}

}  // namespace waymark::referrals
