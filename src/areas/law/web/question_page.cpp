// What if: a rule's question with a form for its facts, and the answer with its working. It reads nothing about a child and keeps
// nothing; the address holds the whole question.
#include <algorithm>

#include <fmt/format.h>

#include "law/rules/number_words.hpp"
#include "law/web/answer_view.hpp"
#include "law/web/pages.hpp"
#include "law/web/parts.hpp"
#include "law/web/question_form.hpp"

namespace waymark::law {
namespace {

struct QuestionScreen {
    const RuleFunction* function = nullptr;
    const NumberedRule* rule = nullptr;
    std::vector<KnownCalendar> calendars;
    Form form;
    bool asked = false;
    std::optional<Value::Record> answer;
    std::string why_not_known;  // no answer, although everything could be read: no calendar for that day
};

/// The authority's own choices among the rule's numbers, so that the first answer is the one its clocks would give.
std::string own_settings(Transaction& tx, const RuleFunction& function)
{
    const auto choices = people::law_choices(tx);
    std::string lines;
    for (const auto* number : numbers_in_force(function.rule, tx.today()))
        if (const auto* own = people::choice_in_force(choices, number->name, tx.today()); own && number->basis == LawBasis::local)
            lines += fmt::format("{}={}\n", number->name, *own->value);
    return lines;
}

/// What a form holds before anybody typed: the authority's calendar and its own numbers.
Form first_form(Transaction& tx, const QuestionScreen& screen)
{
    Form form;
    for (const auto& field : screen.function->inputs) {
        if (field.kind == FieldKind::calendar && !screen.calendars.empty()) form.set(std::string{field.name}, screen.calendars.front().id);
        if (field.kind == FieldKind::settings) form.set(std::string{field.name}, own_settings(tx, *screen.function));
    }
    return form;
}

/// Every problem belongs to a field that the form shows; else it is no fault of typing but something that is not known.
bool all_at_fields(const QuestionScreen& screen, const Problems& problems)
{
    return std::ranges::all_of(problems, [&](const Problem& problem) {
        return std::ranges::any_of(screen.function->inputs, [&](const Field& field) {
            return problem.field == field.name || problem.field.starts_with(std::string{field.name} + "-");
        });
    });
}

void ask(Transaction& tx, QuestionScreen& screen)
{
    auto typed = read_question(*screen.function, screen.form, [&](std::string_view id) { return calendar_case(tx, id); });
    if (typed.problems.empty()) {
        auto answer = try_case(*screen.function, Value{std::move(typed.given)});
        if (answer) {
            screen.answer = *std::move(answer);
            return;
        }
        typed.problems = in_words_of_the_form(*screen.function, screen.form, answer.error());
    }
    if (all_at_fields(screen, typed.problems)) screen.form.problems = std::move(typed.problems);
    else for (const auto& problem : typed.problems) screen.why_not_known += (screen.why_not_known.empty() ? "" : " ") + problem.message;
}

void write_result(ui::Buffer& out, const QuestionScreen& screen)
{
    if (!screen.answer && screen.why_not_known.empty()) return;
    ui::section(out, "Answer", [&](ui::Buffer& inner) {
        if (screen.answer) write_answer(inner, *screen.function, *screen.answer);
        else ui::alert(inner, ui::AlertKind::warning, screen.why_not_known, "Not known");
        ui::small_print(inner, "The address of this page holds the whole question: copy it to share the answer. Leave out names of children.");
    });
}

void question_view(ui::Buffer& out, const QuestionScreen& screen)
{
    const auto& [function, rule] = std::tie(*screen.function, *screen.rule);
    ui::page(out, {.title = std::string{function.question},
                   .breadcrumbs = {{"Rules", "/rules"}, {rule.number + " " + rule.title, rule_href(rule.number)}},
                   .problems = screen.form.problems, .caption = "What if", .about_a_person = false}, [&](ui::Buffer& body) {
        write_result(body, screen);
        if (screen.answer) ui::heading(body, 2, "Ask again");
        ui::form(body, {.method = "get"}, [&](ui::Buffer& inner) {
            QuestionFields{function, screen.calendars, screen.form}.write(inner);
            ui::submit_row(inner, {.text = "Work it out", .cancel = {"Start afresh", question_href(function)}});
        });
        ui::details(body, {.summary = "Which rule this is", .text = ui::render([&](ui::Buffer& inner) {
            if (const auto tags = status_tags(rule); !tags.empty()) ui::paragraph(inner, tags);
            ui::paragraph(inner, rule.words);
            ui::paragraph(inner, "Source: " + rule.source);
        })});
    });
}

}  // namespace

Result<Response> show_question(const Request& request, Context& context)
{
    QuestionScreen screen{.function = find_rule_function(request.path("question")), .form = request.query_form()};
    if (!screen.function) return not_found("law.no_such_question", "There is no such question. The list of rules shows those there are.");
    screen.rule = find_numbered_rule(screen.function->rule);
    expects(screen.rule != nullptr);
    screen.asked = !screen.form.values.empty();
    context.read([&](Transaction& tx) {
        screen.calendars = known_calendars(tx);
        if (screen.asked) ask(tx, screen);
        else screen.form = first_form(tx, screen);
    });
    const int status = screen.form.problems.empty() ? 200 : 422;
    return html(status, ui::render([&](ui::Buffer& out) { question_view(out, screen); }).markup());
}

}  // namespace waymark::law
