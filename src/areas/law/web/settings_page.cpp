// The numbers that the law leaves to the authority: the default, its own choice, and since when.
#include <algorithm>

#include "foundation/text.hpp"
#include "law/rules/number_words.hpp"
#include "law/web/pages.hpp"
#include "law/web/parts.hpp"

namespace waymark::law {
namespace {

struct SettingsScreen {
    std::vector<const LawNumber*> numbers;  // in force today, in the order of their rules
    std::vector<people::LawChoice> choices;
    Date today;
};

SettingsScreen load_settings(Context& context)
{
    SettingsScreen screen{.numbers = {}, .choices = context.read([](Transaction& tx) { return people::law_choices(tx); }), .today = context.today};
    for (const auto& rule : numbered_rules())
        for (const auto* number : numbers_in_force(rule.number, context.today))
            if (number->basis == LawBasis::local) screen.numbers.push_back(number);
    return screen;
}

/// What holds today, and what is planned for later.
ui::Content own_choice_cell(const LawNumber& number, const SettingsScreen& screen)
{
    const auto* own = people::choice_in_force(screen.choices, number.name, screen.today);
    std::string planned;
    for (const auto& choice : screen.choices)
        if (choice.name == number.name && choice.from > screen.today && planned.empty())
            planned = (choice.value ? number_words(number, *choice.value) : "The default") + " from " + long_date(choice.from);
    const std::string now = own ? number_words(number, *own->value) + " since " + long_date(own->from) : std::string{"The default"};
    return planned.empty() ? ui::Content{now} : ui::Content{ui::two_lines(now, planned)};
}

}  // namespace

Result<Response> show_law_settings(const Request&, Context& context)
{
    const SettingsScreen screen = load_settings(context);
    ui::TableOptions table{.caption = counted(static_cast<long long>(screen.numbers.size()), "number") + " that the law leaves to you",
                           .caption_classes = "govuk-table__caption--m",
                           .head = {"Number", "Rule", "Default", "Your own choice", "Why this default", ""}, .first_cell_is_header = true};
    table.head.back() = ui::TableCell{ui::Html{"<span class=\"govuk-visually-hidden\">Change</span>"}};
    for (const auto* number : screen.numbers) {
        const auto* rule = find_numbered_rule(number->rule);
        table.rows.push_back({number_name(*number), ui::TableCell{ui::link_html(rule_href(rule->number), rule->number + " " + rule->title)},
                              number_words(*number, number->value), own_choice_cell(*number, screen), number->source,
                              ui::TableCell{ui::link_html(setting_href(number->name), "Change", "“" + number_name(*number) + "”")}});
    }
    return html(200, ui::render([&](ui::Buffer& out) {
        ui::page(out, {.title = "Your authority’s own numbers", .breadcrumbs = {{"Rules", "/rules"}}, .wide = true, .about_a_person = false}, [&](ui::Buffer& body) {
            ui::lead(body, "Where the law gives no number, Waymark proposes one. You may choose another, from a day on. What was done before stays judged by what held then.");
            ui::table(body, table);
        });
    }).markup());
}

}  // namespace waymark::law
