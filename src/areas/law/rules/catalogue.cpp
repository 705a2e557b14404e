#include "law/rules/catalogue.hpp"

#include <algorithm>

#include "foundation/enum_text.hpp"
#include "foundation/text.hpp"
#include "vocabulary/reference.hpp"

namespace waymark::law {
namespace {

template <class E>
E one_of_row(const ReferenceRow& row, const std::string& key)
{
    const auto value = enum_from_text<E>(row.text(key));
    expects(value.has_value());
    return *value;
}

std::optional<Date> date_of_row(const ReferenceRow& row, const std::string& key)
{
    return row.text_if_any(key).empty() ? std::nullopt : std::optional{row.date(key)};
}

NumberedRule rule_of_row(const ReferenceRow& row)
{
    return {.number = row.text("number"), .title = row.text("title"), .part = row.text("part"), .words = row.text("words"),
            .basis = one_of_row<RuleBasis>(row, "basis"), .source = row.text("source"), .checked = one_of_row<Checked>(row, "checked"),
            .status = one_of_row<RuleStatus>(row, "status"), .in_force_from = date_of_row(row, "in_force_from"), .shown = row.text("shown"),
            .has_clocks = row.flag("has_clocks"), .records = row.text_if_any("records"), .records_name = row.text_if_any("records_name"),
            .records_permission = enum_from_text<Permission>(row.text_if_any("records_permission")), .reviewed_on = row.date("reviewed_on"), .review_by = row.date("review_by")};
}

AnnouncedLaw announced_of_row(const ReferenceRow& row)
{
    AnnouncedLaw law{.name = row.text("name"), .title = row.text("title"), .rules = {}, .stage = one_of_row<LawStage>(row, "stage"),
                     .enacted_on = date_of_row(row, "enacted_on"), .in_force_from = date_of_row(row, "in_force_from"),
                     .source = row.text("source"), .changes = row.text("changes"), .checked = one_of_row<Checked>(row, "checked"),
                     .review_by = row.date("review_by")};
    for (const auto number : split(row.text("rules"), ',')) law.rules.emplace_back(trimmed(number));
    return law;
}

template <class T>
std::vector<T> all_rows(std::string_view file, T (*read)(const ReferenceRow&))
{
    std::vector<T> all;
    for (const auto& row : reference_rows(file)) all.push_back(read(row));
    return all;
}

}  // namespace

std::span<const NumberedRule> numbered_rules()
{
    static const auto all = all_rows("rules", rule_of_row);
    return all;
}

const NumberedRule* find_numbered_rule(std::string_view number)
{
    const auto wanted = lower_ascii(number);
    const auto found = std::ranges::find(numbered_rules(), wanted, [](const NumberedRule& rule) { return lower_ascii(rule.number); });
    return found == numbered_rules().end() ? nullptr : &*found;
}

std::vector<std::string> parts_of_the_catalogue()
{
    std::vector<std::string> parts;
    for (const auto& rule : numbered_rules())
        if (std::ranges::find(parts, rule.part) == parts.end()) parts.push_back(rule.part);
    return parts;
}

std::span<const AnnouncedLaw> announced_law()
{
    static const auto all = all_rows("announced_law", announced_of_row);
    return all;
}

std::vector<const AnnouncedLaw*> announced_for(std::string_view number)
{
    std::vector<const AnnouncedLaw*> found;
    for (const auto& law : announced_law())
        if (std::ranges::find(law.rules, number) != law.rules.end()) found.push_back(&law);
    return found;
}

std::vector<const RuleFunction*> functions_of(std::string_view number)
{
    std::vector<const RuleFunction*> found;
    for (const auto& function : rule_functions())
        if (function.rule == number) found.push_back(&function);
    return found;
}

std::vector<const LawNumber*> numbers_of(std::string_view number)
{
    std::vector<const LawNumber*> found;
    for (const auto& one : law_numbers())
        if (one.rule == number) found.push_back(&one);
    return found;
}

std::string_view basis_words(RuleBasis basis)
{
    switch (basis) {
    case RuleBasis::must: return "Statute: it must be followed";
    case RuleBasis::guidance: return "Guidance: depart from it only with a recorded reason";
    case RuleBasis::local: return "Local choice: your authority may choose otherwise";
    case RuleBasis::practice: return "Practice: how Waymark works";
    }
    return {};
}

std::string_view status_words(RuleStatus status)
{
    switch (status) {
    case RuleStatus::in_force: return "In force";
    case RuleStatus::announced: return "Announced, not in force";
    case RuleStatus::practice: return "Done by people";
    }
    return {};
}

std::string_view checked_words(Checked checked)
{
    switch (checked) {
    case Checked::text: return "The source was read for this rule";
    case Checked::summary: return "A published summary of the source was read for this rule";
    case Checked::knowledge: return confirm_mark;
    }
    return {};
}

}  // namespace waymark::law
