// The clerk's page: is it a repeat, is it complete, how soon is it needed, and where does it go?
#include "foundation/text.hpp"
#include "referrals/actions/triage.hpp"
#include "referrals/web/pages.hpp"
#include "referrals/web/parts.hpp"

namespace waymark::referrals {
namespace {

struct TriageScreen {
    ReferralScreen of;
    std::vector<Referral> others;       // of the same child
    std::vector<Question> questions;    // asked before, with what was answered
};

Result<TriageScreen> load_triage_screen(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<ReferralId>("referral"));
    return context.read([&](Transaction& tx) -> Result<TriageScreen> {
        TriageScreen screen{.of = TRY(load_screen(tx, context.who, id))};
        screen.questions = questions_of(tx, id);
        screen.others = referrals_of(tx, screen.of.pupil.id, context.who);
        std::erase_if(screen.others, [&](const Referral& other) { return other.id == id; });
        return screen;
    });
}

void questions_fields(ui::Buffer& out, const Form& form)
{
    ui::text_area_field(out, {.name = "question", .label = "What do you need to know?", .hint = "One question a line. The school answers each on its own.", .rows = 4}, form);
    ui::date_field(out, {.name = "due_on", .legend = "By when?", .hint = "For example, 27 11 2026. The clocks go on running."}, form);
}

std::vector<ui::Choice> routes(const TriageScreen& screen, const Form& form)
{
    std::vector<ui::Choice> all = {
        {.value = "panel", .text = "Panel", .hint = "It goes into the queue for the next agenda, in the order of the clocks."},
        {.value = "outreach", .text = "Outreach in school", .hint = "Support from alternative provision to keep the child in their school."},
        {.value = "emergency_place", .text = "Emergency place", .hint = "The commissioning team finds a place today; the panel confirms it."},
        {.value = "ask_for_more", .text = "Ask for more information",
         .conditional = ui::render([&](ui::Buffer& out) { questions_fields(out, form); })}};
    if (screen.others.empty()) return all;
    std::vector<ui::Choice> others;
    for (const auto& other : screen.others)
        others.push_back({.value = other.id.text(), .text = other.reference + ", " + lower_ascii(state_name(other.state)) + ", from " + other.organisation_name});
    all.push_back({.value = "duplicate", .text = "It repeats another referral", .conditional = ui::render([&](ui::Buffer& out) {
                       ui::radios_field(out, {.name = "duplicate_of", .legend = "Which one?", .items = others}, form);
                   })});
    return all;
}

void checks_view(ui::Buffer& out, const TriageScreen& screen)
{
    const Problems missing = problems_with_sending(screen.of.referral, screen.of.states, screen.of.today);
    std::vector<std::string> gaps;
    for (const auto& problem : missing) gaps.push_back(problem.message);
    std::vector<std::string> repeats;
    for (const auto& other : screen.others) repeats.push_back(other.reference + " (" + lower_ascii(state_name(other.state)) + ")");
    ui::summary_list(out, {.rows = {{"Does it repeat another?", repeats.empty() ? "No other referral for this child" : "Others for this child: " + listed(repeats)},
                                    {"Is it complete?", gaps.empty() ? "All eight sections are complete" : join(gaps, ". ")},
                                    {"Asked for", screen.of.category_name()},
                                    {"How soon, says the school", urgency_name(screen.of.referral.urgency)}}});
}

/// The clerk decides again once the answers are there: they stand where the decision is made.
void answers_view(ui::Buffer& out, const TriageScreen& screen)
{
    if (screen.questions.empty()) return;
    ui::heading(out, 2, "What was asked");
    std::vector<ui::SummaryRow> rows;
    for (const Question& question : screen.questions)
        rows.push_back({question.question, question.answered_at ? ui::Content{ui::render([&](ui::Buffer& lines) { ui::lines(lines, question.answer); })}
                                                                : ui::Content{"No answer yet. Needed by " + long_date(question.due_on)}});
    ui::summary_list(out, {.rows = std::move(rows)});
}

Response triage_page(int status, const TriageScreen& screen, const Form& form)
{
    ui::Buffer out;
    ui::page(out, {.title = "Triage", .record = screen.of.referral.reference, .back = ui::Link{"Back to the referral", screen.of.href()},
                   .problems = form.problems, .heading = false}, [&](ui::Buffer& body) {
        referral_head(body, screen.of, "Where should this referral go?", "Triage of " + screen.of.referral.reference);
        checks_view(body, screen);
        answers_view(body, screen);
        ui::clock_list(body, screen.of.clocks);
        ui::details(body, {.summary = "Read the referral", .text = ui::render([&](ui::Buffer& inside) { sections_view(inside, screen.of, false); })});
        ui::form(body, {}, [&](ui::Buffer& inside) {
            ui::hidden_field(inside, "version", std::to_string(screen.of.referral.version));
            ui::radios_field(inside, {.name = "urgency", .legend = "How soon is it needed?", .items = ui::choices<Urgency>(urgency_name), .size = ui::LabelSize::medium}, form);
            ui::radios_field(inside, {.name = "route", .legend = "Where does it go?", .items = routes(screen, form), .size = ui::LabelSize::medium}, form);
            ui::text_area_field(inside, {.name = "reasons", .label = "Why", .hint = "The school and the panel read this.", .rows = 3, .size = ui::LabelSize::medium}, form);
            ui::submit_row(inside, {.text = "Record triage", .cancel = {"Not now", screen.of.href()}});
        });
    });
    return html(status, out.take());
}

Result<TriageReferral> read_triage(const Form& form, ReferralId id)
{
    FormReader read{form};
    TriageReferral command{.referral = id, .seen_version = read.seen_version()};
    command.route = read.one_of<TriageRoute>("route", "Choose where the referral goes");
    command.urgency = read.one_of<Urgency>("urgency", "Choose how soon it is needed");
    command.reasons = read.text_if_any("reasons");
    if (form.value("route") == "duplicate") command.duplicate_of = read.id_if_any<ReferralId>("duplicate_of");
    if (form.value("route") == "ask_for_more") {
        command.due_on = read.date_if_any("due_on", "the day by which you need the answer");
        const std::string typed = read.text_if_any("question");
        for (const auto line : split(typed, '\n'))
            if (!trimmed(line).empty()) command.questions.push_back({.section = {}, .question = std::string{trimmed(line)}});
    }
    TRY(read.result());
    return command;
}

}  // namespace

Result<Response> show_triage(const Request& request, Context& context)
{
    const auto screen = TRY(load_triage_screen(request, context));
    if (screen.of.referral.state != State::submitted && screen.of.referral.state != State::information_requested) return see_other(screen.of.href());
    Form form;
    form.set("urgency", std::string{enum_text(screen.of.referral.urgency)});
    return triage_page(200, screen, form);
}

Result<Response> submit_triage(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto id = TRY(request.path_id<ReferralId>("referral"));
    const auto command = read_triage(form, id);
    const auto done = command ? triage_referral(context, *command) : Result<void>{std::unexpected(command.error())};
    if (done) return see_other_with_success("/referrals/" + id.text(), "Triage recorded: " + lower_ascii(route_name(command->route)));
    if (!done.error().correctable()) return std::unexpected(done.error());
    const auto screen = TRY(load_triage_screen(request, context));
    return triage_page(422, screen, form.with(done.error()));
}

}  // namespace waymark::referrals
