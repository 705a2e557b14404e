// One rule whole: its words and source, its numbers year by year with the authority's own, what is announced, what one can ask it.
#include <algorithm>

#include <fmt/format.h>

#include "clocks/store/all_clocks.hpp"
#include "foundation/text.hpp"
#include "law/rules/number_words.hpp"
#include "law/web/pages.hpp"
#include "law/web/parts.hpp"
#include "people/rules/roles.hpp"

namespace waymark::law {
namespace {

struct RuleScreen {
    const NumberedRule* rule = nullptr;
    std::vector<people::LawChoice> choices;
    std::optional<std::string> clocks;
    clocks::ClocksUnderRule touched;
    Date today;
    bool may_choose = false, may_see_records = false;
};

std::string valid_words(const DateRange& valid)
{
    return "From " + long_date(valid.from) + (valid.to ? " to " + long_date(*valid.to) : "");
}

/// What the authority chose for it and when, the latest first; nothing where the choice is not its own.
ui::Content own_choices_cell(const LawNumber& number, const RuleScreen& screen)
{
    if (number.basis != LawBasis::local) return number.basis == LawBasis::must ? "Set by statute" : "Set by guidance";
    const auto lines = choices_in_words(number, screen.choices);
    return ui::render([&](ui::Buffer& out) {
        if (lines.empty()) out.text("The default");
        else if (lines.size() == 1) out.content(lines.front());
        else ui::bullet_list(out, lines);
        if (!screen.may_choose) return;
        out.raw("<span class=\"wm-second-line\">");
        ui::link(out, setting_href(number.name), "Change", "our own choice for " + lower_ascii(number_name(number)));
        out.raw("</span>");
    });
}

void write_numbers(ui::Buffer& out, const RuleScreen& screen)
{
    const auto numbers = numbers_of(screen.rule->number);
    if (numbers.empty()) return;
    ui::TableOptions table{.caption = "Its numbers", .caption_classes = "govuk-table__caption--m",
                           .head = {"Number", "In law or by default", "Since", "Your authority’s own choice", "Source"}, .first_cell_is_header = true};
    table.head[1].card_label = "Default";
    table.head[3].card_label = "Own choice";
    for (const auto* number : numbers) {
        const bool to_confirm = number->checked == enum_text(Checked::knowledge);
        table.rows.push_back({number_name(*number), number_words(*number, number->value), valid_words(number->valid), own_choices_cell(*number, screen),
                              ui::TableCell{ui::two_lines(number->source, to_confirm ? ui::Content{ui::tag_html(confirm_mark, ui::TagColour::orange)} : ui::Content{""})}});
    }
    ui::table(out, table);
}

void write_announced(ui::Buffer& out, const RuleScreen& screen)
{
    const auto announced = announced_for(screen.rule->number);
    if (announced.empty()) return;
    ui::section(out, "Announced changes", [&](ui::Buffer& inner) {
        for (const auto* law : announced) {
            ui::heading(inner, 3, law->title);
            ui::paragraph(inner, law->changes);
            ui::SummaryListOptions facts;
            facts.rows = {{"Passed", law->enacted_on ? long_date(*law->enacted_on) : std::string{"Not passed: a proposal"}},
                          {"In force", law->in_force_from ? "From " + long_date(*law->in_force_from) : std::string{"No day known"}},
                          {"Source", ui::SummaryText{ui::two_lines(law->source, checked_words(law->checked))}},
                          {"Look again by", long_date(law->review_by)}};
            ui::summary_list(inner, facts);
        }
    });
}

void write_questions(ui::Buffer& out, const RuleScreen& screen)
{
    const auto functions = functions_of(screen.rule->number);
    if (functions.empty()) return;
    ui::section(out, "What you can ask", [&](ui::Buffer& inner) {
        ui::paragraph(inner, "Give dates and a calendar, and see the answer with its working. Nothing is kept.");
        std::vector<ui::Content> links;
        for (const auto* function : functions) links.emplace_back(ui::link_html(question_href(*function), function->question));
        ui::bullet_list(inner, links);
    });
}

void write_touched(ui::Buffer& out, const RuleScreen& screen)
{
    if (!screen.clocks && !screen.may_see_records) return;
    ui::section(out, "What it touches now", [&](ui::Buffer& inner) {
        if (screen.may_see_records) ui::paragraph(inner, ui::link_html(screen.rule->records, screen.rule->records_name));
        if (!screen.clocks) return;
        const auto& touched = screen.touched;
        ui::paragraph(inner, "Among the children you may see, " + counted(static_cast<long long>(touched.open), "clock is open", "clocks are open") + " under this rule; of these " +
                                 counted(static_cast<long long>(touched.unmet), "duty is not met.", "duties are not met."));
        ui::paragraph(inner, ui::link_html(*screen.clocks, "Clocks that run under rule " + screen.rule->number));
    });
}

void write_neighbours(ui::Buffer& out, const RuleScreen& screen)
{
    const auto all = numbered_rules();
    const auto at = static_cast<std::size_t>(screen.rule - all.data());
    std::vector<ui::Content> links;
    if (at > 0) links.emplace_back(ui::link_html(rule_href(all[at - 1].number), fmt::format("Before: {} {}", all[at - 1].number, all[at - 1].title)));
    if (at + 1 < all.size()) links.emplace_back(ui::link_html(rule_href(all[at + 1].number), fmt::format("Next: {} {}", all[at + 1].number, all[at + 1].title)));
    ui::bullet_list(out, links);
}

void rule_view(ui::Buffer& out, const RuleScreen& screen)
{
    const NumberedRule& rule = *screen.rule;
    ui::page(out, {.title = rule.number + " " + rule.title, .breadcrumbs = {{"Rules", "/rules"}}, .wide = true, .caption = rule.part, .about_a_person = false},
             [&](ui::Buffer& body) {
        if (const auto tags = status_tags(rule); !tags.empty()) ui::paragraph(body, tags);
        ui::lead(body, rule.words);
        ui::SummaryListOptions facts;
        facts.rows = {{"Source", rule.source},
                      {"Binding", std::string{basis_words(rule.basis)}},
                      {"Status", std::string{status_words(rule.status)} + (rule.in_force_from ? " since " + long_date(*rule.in_force_from) : "")},
                      {"Checked", std::string{checked_words(rule.checked)} + (rule.checked == Checked::knowledge ? "" : ", on " + long_date(rule.reviewed_on))},
                      {"Look again by", long_date(rule.review_by)},
                      {"Where you meet it", rule.shown}};
        ui::summary_list(body, facts);
        write_numbers(body, screen);
        write_questions(body, screen);
        write_touched(body, screen);
        write_announced(body, screen);
        write_neighbours(body, screen);
    });
}

}  // namespace

Result<Response> show_rule(const Request& request, Context& context)
{
    const auto* rule = find_numbered_rule(request.path("number"));
    if (!rule) return not_found("law.no_such_rule", "There is no rule of that number.");
    RuleScreen screen{.rule = rule,
                      .choices = context.read([](Transaction& tx) { return people::law_choices(tx); }),
                      .clocks = clocks_href(context, *rule),
                      .today = context.today,
                      .may_choose = people::may(context.who.role, Permission::change_settings),
                      .may_see_records = rule->records_permission && people::may(context.who.role, *rule->records_permission)};
    if (screen.clocks) screen.touched = context.read([&](Transaction& tx) { return clocks::clocks_under_rule(tx, context.who, rule->number); });
    return html(200, ui::render([&](ui::Buffer& out) { rule_view(out, screen); }).markup());
}

}  // namespace waymark::law
