// Recording a decision: posted from the live meeting, or here, outside a meeting, when it cannot wait.
#include "panel/actions/decide.hpp"
#include "panel/web/decision_form.hpp"
#include "panel/web/pages.hpp"
#include "panel/web/parts.hpp"
#include "panel/web/run_page.hpp"
#include "people/store/drafts.hpp"
#include "referrals/rules/states.hpp"

namespace waymark::panel {
namespace {

struct DecideScreen {
    Case the_case;
    std::string clock;
    DecisionQuestions questions;
};

Result<DecideScreen> load_decide_screen(Context& context, referrals::ReferralId id)
{
    return context.read([&](Transaction& tx) -> Result<DecideScreen> {
        DecideScreen screen{.the_case = TRY(case_of(tx, id))};
        screen.clock = in_order_of_the_clocks({waiting(tx, screen.the_case.referral)}, context.today).front().reason;
        screen.questions = questions_for(tx, screen.the_case, true, standing_decision(tx, id));
        return screen;
    });
}

void decide_view(ui::Buffer& out, const DecideScreen& screen, const Form& form)
{
    const auto& referral = screen.the_case.referral;
    const std::string back = "/referrals/" + referral.id.text();
    ui::page(out, {.title = "Decide outside a meeting", .record = screen.the_case.pupil.reference, .back = ui::Link{"Back", back}, .problems = form.problems}, [&](ui::Buffer& body) {
        ui::identity_bar(body, identity_bar(screen.the_case));
        if (referral.state != referrals::State::ready_for_panel) {
            ui::inset_text(body, {.text = "This referral is at “" + referrals::state_name(referral.state) + "”. Only one that is ready for panel can be decided."});
            return;
        }
        ui::warning_text(body, {.text = "A panel decides with a quorum. Decide here only when the child cannot wait for the next meeting; the record says why."});
        case_view(body, screen.the_case, screen.clock, 2);
        ui::form(body, {.autosave = "/drafts/" + decision_draft_key(referral.id)}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "version", std::to_string(referral.version));
            ui::heading(inner, 2, "The decision");
            decision_fields(inner, screen.questions, form);
            ui::submit_row(inner, {.text = "Record decision", .cancel = {"Cancel", back}, .sticky = true});
        });
    });
}

Result<DecisionId> decide_as_typed(Context& context, referrals::ReferralId referral, const Form& form)
{
    FormReader read{form};
    const int version = read.seen_version();
    const auto meeting = read.id_if_any<MeetingId>("meeting");
    const auto decision = read_decision(form);
    Problems found = read.problems();
    if (!decision) found.append(decision.error());
    TRY(found.as_result());
    return context.in_transaction([&](Transaction& tx) -> Result<DecisionId> {
        const auto id = TRY(decide(context, {.referral = referral, .seen_version = version, .meeting = meeting, .decision = *decision}));
        people::discard_draft(tx, decision_draft_key(referral));
        return id;
    });
}

}  // namespace

Result<Response> show_decide(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<referrals::ReferralId>("referral"));
    const auto screen = TRY(load_decide_screen(context, id));
    const auto draft = context.read([&](Transaction& tx) { return people::load_draft(tx, decision_draft_key(id)); });
    return page_with(200, [&](ui::Buffer& out) { decide_view(out, screen, draft ? draft->form : decision_form(screen.the_case.referral)); });
}

Result<Response> submit_decision(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<referrals::ReferralId>("referral"));
    const Form form = request.form();
    const auto meeting = MeetingId::parse(form.value("meeting"));
    const auto decided = decide_as_typed(context, id, form);
    if (decided && meeting) return see_other_with_success(meeting_href(*meeting, "/run"), "Decision recorded. The letters are drafted.");
    if (decided) return see_other_with_success("/decisions/" + decided->text(), "Decision recorded. The letters are drafted.");
    const Problems& problems = decided.error();
    if (!problems.correctable()) return std::unexpected(problems);
    if (meeting) {
        const auto item = context.read([&](Transaction& tx) { return item_of_referral(tx, *meeting, id); });
        return run_page(context, *meeting, item ? std::optional{item->id} : std::nullopt, 422, form.with(problems));
    }
    const auto screen = TRY(load_decide_screen(context, id));
    return page_with(422, [&](ui::Buffer& out) { decide_view(out, screen, form.with(problems)); });
}

}  // namespace waymark::panel
