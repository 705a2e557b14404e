#include "law/web/question_form.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "law/rules/catalogue.hpp"

namespace waymark::law {
namespace {

constexpr int groups_least = 4;
constexpr std::size_t choices_as_radios = 6;

std::string group_prefix(std::string_view name, int number) { return fmt::format("{}-{}-", name, number); }

/// Whether something was typed under that prefix: a record that is empty was not meant.
bool is_filled(const Form& form, std::string_view prefix)
{
    return std::ranges::any_of(form.values, [&](const auto& pair) { return pair.first.starts_with(prefix) && !trimmed(pair.second).empty(); });
}

int groups_filled(const Form& form, std::string_view name)
{
    int last = 0;
    for (int number = 1; number <= groups_most; ++number)
        if (is_filled(form, group_prefix(name, number))) last = number;
    return last;
}

std::vector<ui::Choice> session_choices()
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> days{
        {{"mon", "Monday"}, {"tue", "Tuesday"}, {"wed", "Wednesday"}, {"thu", "Thursday"}, {"fri", "Friday"}}};
    std::vector<ui::Choice> choices;
    for (const auto& [code, day] : days)
        for (const auto& [half, words] : {std::pair{"am", "morning"}, {"pm", "afternoon"}})
            choices.push_back({.value = fmt::format("{} {}", code, half), .text = fmt::format("{} {}", day, words)});
    return choices;
}

/// The rule's local numbers, for whoever wants to try another.
std::string settings_hint(const RuleFunction& rule)
{
    std::vector<std::string> names;
    for (const auto* number : numbers_of(rule.rule))
        if (number->basis == LawBasis::local) names.push_back(number->name);
    return "One a line, for example " + (names.empty() ? std::string{"reporting_minute"} : names.front()) + "=2." +
           (names.size() < 2 ? "" : " This rule has " + listed(names) + ".");
}

class QuestionWriter {
public:
    QuestionWriter(ui::Buffer& out, const QuestionFields& fields) : out_{out}, fields_{fields} {}

    void write(const Field& field, const std::string& prefix) const
    {
        const std::string name = prefix + std::string{field.name};
        const std::string label = label_of(field) + (field.optional && field.kind != FieldKind::flag ? " (optional)" : "");
        const std::string hint = with_first_capital(field.words);
        const Form& form = fields_.form;
        switch (field.kind) {
        case FieldKind::day:
            ui::date_field(out_, {.name = name, .legend = label, .hint = hint}, form);
            return;
        case FieldKind::whole:
            ui::text_field(out_, {.name = name, .label = label, .hint = hint, .width = ui::BoxWidth::ten, .inputmode = "numeric"}, form);
            return;
        case FieldKind::flag:
            ui::checkboxes_field(out_, {.name = name, .legend = label, .items = {{"yes", hint}}, .compact = true}, form);
            return;
        case FieldKind::text:
            ui::text_field(out_, {.name = name, .label = label, .hint = hint, .width = ui::BoxWidth::thirty}, form);
            return;
        case FieldKind::choice:
            write_choice(field, name, label, hint);
            return;
        case FieldKind::days:
            ui::text_area_field(out_, {.name = name, .label = label, .hint = hint + ". One day a line, for example 23 11 2026", .rows = 3}, form);
            return;
        case FieldKind::wholes:
        case FieldKind::texts:
            ui::text_area_field(out_, {.name = name, .label = label, .hint = hint + ". One a line", .rows = 3}, form);
            return;
        case FieldKind::settings:
            ui::details(out_, {.summary = "Try other local numbers", .text = ui::render([&](ui::Buffer& inner) {
                ui::text_area_field(inner, {.name = name, .label = "Local numbers (optional)", .hint = settings_hint(fields_.rule), .rows = 3}, form);
            }), .open = !form.value(name).empty()});
            return;
        case FieldKind::sessions:
            ui::checkboxes_field(out_, {.name = name, .legend = label, .hint = hint, .items = session_choices(), .compact = true}, form);
            return;
        case FieldKind::calendar:
            write_calendar(name, label, hint);
            return;
        case FieldKind::cases:
            write_cases(field, name, label, hint);
            return;
        }
    }

private:
    void write_choice(const Field& field, const std::string& name, const std::string& label, const std::string& hint) const
    {
        std::vector<ui::Choice> items;
        for (const auto choice : field.choices) items.push_back({.value = std::string{choice}, .text = words_of(choice)});
        // Radios cannot be taken back, so what may be left out is a list.
        if (field.optional || items.size() > choices_as_radios)
            ui::select_field(out_, {.name = name, .label = label, .hint = hint, .items = std::move(items), .empty_text = field.optional ? "Not given" : "Choose one"}, fields_.form);
        else
            ui::radios_field(out_, {.name = name, .legend = label, .hint = hint, .items = std::move(items), .compact = true}, fields_.form);
    }

    void write_calendar(const std::string& name, const std::string& label, const std::string& hint) const
    {
        std::vector<ui::Choice> items;
        for (const auto& known : fields_.calendars) items.push_back({.value = known.id, .text = known.name});
        ui::select_field(out_, {.name = name, .label = label, .hint = hint, .items = std::move(items), .empty_text = "No calendar: nothing is known"}, fields_.form);
        const Form& form = fields_.form;
        ui::details(out_, {.summary = "Type other terms", .text = ui::render([&](ui::Buffer& inner) {
            ui::text_area_field(inner, {.name = name + "-terms", .label = "Terms (optional)", .hint = "One a line, for example 1 Sep 2026 to 23 Oct 2026. They take the place of the calendar above", .rows = 6}, form);
            ui::text_area_field(inner, {.name = name + "-closures", .label = "Days closed within them (optional)", .hint = "One a line, for example 20 Nov 2026. Bank holidays are known", .rows = 3}, form);
        }), .open = !form.value(name + "-terms").empty() || !form.value(name + "-closures").empty()});
    }

    void write_cases(const Field& field, const std::string& name, const std::string& label, const std::string& hint) const
    {
        ui::field_group(out_, label, ui::LabelSize::medium, [&](ui::Buffer& group) {
            group.raw("<div");
            group.attribute("id", name);
            group.raw(" tabindex=\"-1\">");
            ui::paragraph(group, hint + ". Leave empty what you do not need.");
            group.raw("</div>");
            const int filled = groups_filled(fields_.form, name), shown = std::clamp(filled + 1, groups_least, groups_most);
            write_group(group, field, name, 1);
            ui::details(group, {.summary = "More of them", .text = ui::render([&](ui::Buffer& more) {
                for (int number = 2; number <= shown; ++number) write_group(more, field, name, number);
            }), .open = filled > 1});
        });
    }

    void write_group(ui::Buffer& out, const Field& field, const std::string& name, int number) const
    {
        ui::field_group(out, fmt::format("{} {}", label_of(field), number), ui::LabelSize::small, [&](ui::Buffer& inner) {
            const QuestionWriter within{inner, fields_};
            for (const auto& one : field.of) within.write(one, group_prefix(name, number));
        });
    }

    ui::Buffer& out_;
    const QuestionFields& fields_;
};

/// The group of boxes that holds the nth record: groups left empty are no records.
int group_of_record(const Form& form, std::string_view name, std::size_t nth)
{
    for (int number = 1; number <= groups_most; ++number)
        if (is_filled(form, group_prefix(name, number)) && --nth == 0) return number;
    return 1;
}

/// What is wrong within one of several records leads to its own box, and says which group that stands in.
void point_at_group(const RuleFunction& rule, const Form& form, Problem& problem)
{
    for (const auto& field : rule.inputs) {
        if (field.of.empty() || !problem.field.starts_with(std::string{field.name} + "-")) continue;
        const auto rest = problem.field.substr(field.name.size() + 1);
        const auto dash = rest.find('-');
        std::size_t nth = 0;
        if (dash == std::string::npos || std::from_chars(rest.data(), rest.data() + dash, nth).ptr != rest.data() + dash) continue;
        const int number = group_of_record(form, field.name, nth);
        problem.field = group_prefix(field.name, number) + rest.substr(dash + 1);
        if (const auto words = record_words(field.name, nth); problem.message.starts_with(words))
            problem.message.replace(0, words.size(), fmt::format("{} {}: ", label_of(field), number));
        return;
    }
}

}  // namespace

std::string with_first_capital(std::string_view words)
{
    std::string text{words};
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string label_of(const Field& field) { return words_of(field.name); }

void QuestionFields::write(ui::Buffer& out) const
{
    const QuestionWriter writer{out, *this};
    for (const auto& field : rule.inputs) writer.write(field, {});
}

Problems in_words_of_the_form(const RuleFunction& rule, const Form& form, const Problems& problems)
{
    Problems said;
    for (Problem problem : problems) {
        // The name of the input itself: of “children-2-born” the last part.
        const std::string name = problem.field.substr(problem.field.rfind('-') + 1), as_named = "“" + name + "”";
        if (const auto at = problem.message.find(as_named); !name.empty() && at != std::string::npos)
            problem.message.replace(at, as_named.size(), "“" + words_of(name) + "”");
        point_at_group(rule, form, problem);
        said.add(std::move(problem));
    }
    return said;
}

}  // namespace waymark::law
