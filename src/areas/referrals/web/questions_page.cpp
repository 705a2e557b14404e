// The clerk's questions, and the school's answers, one form for each.
#include "foundation/uk_time.hpp"
#include "foundation/text.hpp"
#include "people/rules/roles.hpp"
#include "referrals/actions/triage.hpp"
#include "referrals/web/pages.hpp"
#include "referrals/web/parts.hpp"

namespace waymark::referrals {
namespace {

struct QuestionsScreen {
    ReferralScreen of;
    std::vector<Question> questions;
    bool may_answer = false;
};

Result<QuestionsScreen> load_questions_screen(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<ReferralId>("referral"));
    return context.read([&](Transaction& tx) -> Result<QuestionsScreen> {
        QuestionsScreen screen{.of = TRY(load_screen(tx, context.who, id)), .questions = questions_of(tx, id)};
        screen.may_answer = screen.of.is_own && people::may(context.who.role, Permission::write_referrals);
        return screen;
    });
}

void question_view(ui::Buffer& out, const QuestionsScreen& screen, const Question& question, const Form& form)
{
    const std::string asked = question.asked_by_name + " asked on " + long_date(uk_date(question.asked_at));
    if (question.answered_at) {
        ui::summary_list(out, {.rows = {{"Question", ui::two_lines(question.question, asked)},
                                        {"Answer", ui::render([&](ui::Buffer& lines) { ui::lines(lines, question.answer); })},
                                        {"Answered", question.answered_by_name + ", " + uk_date_time(*question.answered_at)}}});
        return;
    }
    const std::string field = "answer-" + question.id.text();
    const std::string hint = asked + ". Needed by " + long_date(question.due_on) + ".";
    if (!screen.may_answer) {
        ui::summary_list(out, {.rows = {{"Question", ui::two_lines(question.question, asked)}, {"Answer", "Waiting, needed by " + long_date(question.due_on)}}});
        return;
    }
    ui::form(out, {.autosave = "/drafts/referral-question-" + question.id.text()}, [&](ui::Buffer& inside) {
        ui::hidden_field(inside, "question", question.id.text());
        ui::text_area_field(inside, {.name = field, .label = question.question, .hint = hint, .size = ui::LabelSize::medium}, form);
        ui::button(inside, {.text = "Send answer"});
    });
}

Response questions_page(int status, const QuestionsScreen& screen, const Form& form)
{
    ui::Buffer out;
    ui::page(out, {.title = "Questions", .record = screen.of.referral.reference, .back = ui::Link{"Back to the referral", screen.of.href()},
                   .problems = form.problems, .heading = false}, [&](ui::Buffer& body) {
        referral_head(body, screen.of, "Questions about this referral", "Referral " + screen.of.referral.reference);
        if (screen.may_answer)
            ui::paragraph(body, ui::render([&](ui::Buffer& line) {
                line.text("You may also change a section: ");
                ui::link(line, screen.of.href("documents"), "add documents");
                line.text(" or ");
                ui::link(line, screen.of.href("needs"), "add to the needs");
                line.text(".");
            }));
        if (screen.questions.empty()) ui::paragraph(body, "Nothing has been asked about this referral.");
        for (const Question& question : screen.questions) question_view(body, screen, question, form);
    });
    return html(status, out.take());
}

}  // namespace

Result<Response> show_questions(const Request& request, Context& context) { return questions_page(200, TRY(load_questions_screen(request, context)), {}); }

Result<Response> submit_answer(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto id = TRY(request.path_id<ReferralId>("referral"));
    const auto question = QuestionId::parse(form.value("question"));
    if (!question) return not_found("referral.no_such_question", "There is no such question.");
    const std::string field = "answer-" + question->text();
    const auto done = answer_question(context, {.referral = id, .question = *question, .answer = std::string{trimmed(form.value(field))}});
    if (done) return see_other_with_success("/referrals/" + id.text() + "/questions", "Answer sent");
    if (!done.error().correctable()) return std::unexpected(done.error());
    Problems problems;
    for (Problem problem : done.error()) {
        problem.field = field;
        problems.add(std::move(problem));
    }
    return questions_page(422, TRY(load_questions_screen(request, context)), form.with(problems));
}

}  // namespace waymark::referrals
