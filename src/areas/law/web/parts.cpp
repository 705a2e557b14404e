#include "law/web/parts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "law/rules/number_words.hpp"
#include "law/web/routes.hpp"
#include "people/rules/roles.hpp"

namespace waymark::law {

std::string rule_href(std::string_view number) { return fmt::format("/rules/{}", number); }

std::string question_href(const RuleFunction& function) { return fmt::format("/rules/ask/{}", function.name); }

std::string setting_href(std::string_view name) { return fmt::format("/admin/settings/law/{}", name); }

ui::Html status_tags(const NumberedRule& rule)
{
    return ui::render([&](ui::Buffer& out) {
        if (rule.status == RuleStatus::announced) ui::tag(out, status_words(rule.status), ui::TagColour::yellow);
        if (rule.status == RuleStatus::practice) ui::tag(out, status_words(rule.status), ui::TagColour::grey);
        if (rule.status != RuleStatus::in_force && rule.checked == Checked::knowledge) out.raw(" ");
        if (rule.checked == Checked::knowledge) ui::tag(out, confirm_mark, ui::TagColour::orange);
    });
}

std::vector<const LawNumber*> numbers_in_force(std::string_view rule, Date day)
{
    auto numbers = numbers_of(rule);
    std::erase_if(numbers, [&](const auto* number) { return !number->valid.contains(day); });
    return numbers;
}

ui::Html value_in_force(const LawNumber& number, std::span<const people::LawChoice> choices, Date day)
{
    const auto* own = people::choice_in_force(choices, number.name, day);
    if (!own || number.basis != LawBasis::local) return ui::render([&](ui::Buffer& out) { out.text(number_words(number, number.value)); });
    return ui::two_lines(number_words(number, *own->value),
                         fmt::format("Your own choice since {}. Default: {}", long_date(own->from), number_words(number, number.value)));
}

std::vector<ui::Content> choices_in_words(const LawNumber& number, std::span<const people::LawChoice> choices)
{
    std::vector<ui::Content> lines;
    for (const auto& choice : choices)
        if (choice.name == number.name)
            lines.insert(lines.begin(), fmt::format("{} from {}", choice.value ? number_words(number, *choice.value) : "The default again", long_date(choice.from)));
    return lines;
}

std::optional<std::string> clocks_href(const Context& context, const NumberedRule& rule)
{
    if (!rule.has_clocks || !people::may(context.who.role, Permission::see_clocks)) return std::nullopt;
    return "/clocks?rule=" + rule.number;
}

}  // namespace waymark::law
