// All rules in plain words, with what they come from, their numbers in force and the questions one can ask them.
#include <algorithm>

#include <fmt/format.h>

#include "foundation/enum_text.hpp"
#include "foundation/text.hpp"
#include "law/rules/number_words.hpp"
#include "law/web/pages.hpp"
#include "law/web/parts.hpp"
#include "people/rules/roles.hpp"
#include "platform/http/url.hpp"

namespace waymark::law {
namespace {

struct RulesScreen {
    Form form;  // what is looked for: q, part, status, own
    std::vector<const NumberedRule*> found;
    std::vector<people::LawChoice> choices;
    Date today;
    bool may_choose = false;  // the authority's own numbers
};

bool has_own_choice(const NumberedRule& rule, const RulesScreen& screen)
{
    return std::ranges::any_of(numbers_in_force(rule.number, screen.today), [&](const auto* number) {
        return number->basis == LawBasis::local && people::choice_in_force(screen.choices, number->name, screen.today) != nullptr;
    });
}

/// All that a search for words looks through.
std::string searched(const NumberedRule& rule)
{
    std::string text = rule.number + " " + rule.title + " " + rule.words + " " + rule.source + " " + rule.part;
    for (const auto* number : numbers_of(rule.number)) text += " " + number_name(*number) + " " + number->source;
    for (const auto* function : functions_of(rule.number)) text.append(" ").append(function->question);
    return folded_for_search(text);
}

/// Each word stands somewhere in it; a number such as “R6” is that rule and no other.
bool has_words(const NumberedRule& rule, std::string_view typed)
{
    const auto* exact = find_numbered_rule(trimmed(typed));
    if (exact) return exact == &rule;
    const std::string text = searched(rule), words = folded_for_search(typed);
    return std::ranges::all_of(split(words, ' '), [&](const auto word) { return text.find(word) != std::string::npos; });
}

bool fits(const NumberedRule& rule, const RulesScreen& screen)
{
    const Form& asked = screen.form;
    return (asked.value("part").empty() || asked.value("part") == rule.part) &&
           (asked.value("status").empty() || asked.value("status") == enum_text(rule.status)) &&
           (asked.value("own").empty() || has_own_choice(rule, screen)) && has_words(rule, asked.value("q"));
}

RulesScreen load_rules(const Request& request, Context& context)
{
    RulesScreen screen{.form = request.query_form(),
                       .found = {},
                       .choices = context.read([](Transaction& tx) { return people::law_choices(tx); }),
                       .today = context.today,
                       .may_choose = people::may(context.who.role, Permission::change_settings)};
    for (const auto& rule : numbered_rules())
        if (fits(rule, screen)) screen.found.push_back(&rule);
    return screen;
}

void write_filters(ui::Buffer& out, const Form& form)
{
    std::vector<ui::Choice> parts;
    for (const auto& part : parts_of_the_catalogue()) parts.push_back({.value = part, .text = part});
    ui::text_field(out, {.name = "q", .label = "Words", .hint = "A number such as R6, or words of a rule", .type = "search"}, form);
    ui::select_field(out, {.name = "part", .label = "About", .items = std::move(parts), .empty_text = "Everything"}, form);
    ui::select_field(out, {.name = "status", .label = "Status", .items = ui::choices<RuleStatus>(status_words), .empty_text = "Any status"}, form);
    ui::checkboxes_field(out, {.name = "own", .legend = "Numbers", .items = {{"yes", "With a choice of our own"}}, .compact = true}, form);
}

/// The same list without one of the filters.
std::string without(const Form& form, std::string_view name)
{
    std::string query;
    for (const auto& [key, value] : form.values)
        if (key != name && !value.empty()) query += (query.empty() ? "?" : "&") + percent_encoded(key) + "=" + percent_encoded(value);
    return "/rules" + query;
}

std::vector<ui::ChosenFilter> chosen_filters(const Form& form)
{
    std::vector<ui::ChosenFilter> chosen;
    const auto add = [&](const char* name, std::string category, std::string words) {
        if (!form.value(name).empty()) chosen.push_back({std::move(category), std::move(words), without(form, name)});
    };
    add("q", "Words", std::string{form.value("q")});
    add("part", "About", std::string{form.value("part")});
    const auto status = enum_from_text<RuleStatus>(form.value("status"));
    add("status", "Status", std::string{status ? status_words(*status) : form.value("status")});
    add("own", "Numbers", "With a choice of our own");
    return chosen;
}

ui::Html rule_cell(const NumberedRule& rule)
{
    return ui::two_lines(ui::link_html(rule_href(rule.number), rule.number + " " + rule.title), status_tags(rule));
}

ui::Html numbers_cell(const NumberedRule& rule, const RulesScreen& screen)
{
    const auto numbers = numbers_in_force(rule.number, screen.today);
    return ui::render([&](ui::Buffer& out) {
        if (numbers.empty()) out.text("None");
        for (const auto* number : numbers) {
            out.raw("<div class=\"wm-rule-number\"><span class=\"wm-rule-number__name\">");
            out.text(number_name(*number));
            out.raw("</span> ");
            out.html(value_in_force(*number, screen.choices, screen.today));
            out.raw("</div>");
        }
    });
}

ui::Html questions_cell(const NumberedRule& rule)
{
    std::vector<ui::Content> questions;
    for (const auto* function : functions_of(rule.number)) questions.emplace_back(ui::link_html(question_href(*function), function->question));
    return ui::render([&](ui::Buffer& out) {
        if (questions.empty()) out.text("None");
        else ui::bullet_list(out, questions);
    });
}

void write_rules(ui::Buffer& out, const RulesScreen& screen)
{
    for (const auto& part : parts_of_the_catalogue()) {
        ui::TableOptions table{.caption = part, .caption_classes = "govuk-table__caption--m",
                               .head = {"Rule", "In plain words", "Numbers in force", "What you can ask"}, .first_cell_is_header = true,
                               .classes = "wm-rules"};
        for (const auto* rule : screen.found)
            if (rule->part == part)
                table.rows.push_back({ui::TableCell{rule_cell(*rule)}, ui::TableCell{ui::two_lines(rule->words, rule->source)},
                                      ui::TableCell{numbers_cell(*rule, screen)}, ui::TableCell{questions_cell(*rule)}});
        if (!table.rows.empty()) ui::table(out, table);
    }
}

}  // namespace

Result<Response> show_rules(const Request& request, Context& context)
{
    const RulesScreen screen = load_rules(request, context);
    ui::FilterPage filters{.action = "/rules", .count = counted(static_cast<long long>(screen.found.size()), "rule"),
                           .chosen = chosen_filters(screen.form)};
    if (screen.found.empty()) filters.empty = "No rule fits. Take a filter away, or look for fewer words.";
    return html(200, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "Rules", .wide = true, .about_a_person = false}, [&](ui::Buffer& body) {
            ui::lead(body, "What the law, guidance and your authority ask for, as Waymark applies it. Not legal advice: read the source before a decision rests on it.");
            if (screen.may_choose) ui::paragraph(body, ui::link_html("/admin/settings/law", "Your authority’s own numbers"));
            ui::filter_page(
                body, filters, [&](ui::Buffer& inner) { write_filters(inner, screen.form); },
                [&](ui::Buffer& inner) { write_rules(inner, screen); });
        });
    }).markup());
}

}  // namespace waymark::law
