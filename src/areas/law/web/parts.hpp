// What the pages about rules share: addresses, tags, and numbers with the authority's own choice beside the default.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "law/rules/catalogue.hpp"
#include "people/store/law_choices.hpp"
#include "platform/context.hpp"
#include "ui/ui.hpp"

namespace waymark::law {

[[nodiscard]] std::string rule_href(std::string_view number);          // "/rules/R6"
[[nodiscard]] std::string question_href(const RuleFunction& function);  // "/rules/ask/full_time_due"

[[nodiscard]] std::string setting_href(std::string_view name);         // "/admin/settings/law/reporting_minute"

/// Its status, where it is not simply in force, and the mark of what nobody has read: an empty markup when there is nothing to say.
[[nodiscard]] ui::Html status_tags(const NumberedRule& rule);

/// The rule's numbers in force that day.
[[nodiscard]] std::vector<const LawNumber*> numbers_in_force(std::string_view rule, Date day);

/// The number's value as it holds that day, and beneath it whose choice it is when it is the authority's own.
[[nodiscard]] ui::Html value_in_force(const LawNumber& number, std::span<const people::LawChoice> choices, Date day);

/// What the authority chose for a number and has planned, the latest first, as "2 school days from 1 December 2026".
[[nodiscard]] std::vector<ui::Content> choices_in_words(const LawNumber& number, std::span<const people::LawChoice> choices);

/// Where the clocks that run under a rule are listed; none when it has none, or this person may not see them.
[[nodiscard]] std::optional<std::string> clocks_href(const Context& context, const NumberedRule& rule);

}  // namespace waymark::law
