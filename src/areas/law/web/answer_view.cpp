#include "law/web/answer_view.hpp"

#include <algorithm>

#include "foundation/text.hpp"
#include "law/web/question_form.hpp"

namespace waymark::law {
namespace {

constexpr std::string_view working_name = "working";

std::string one_in_words(FieldKind kind, const Value& value)
{
    if (const auto* flag = value.flag()) return *flag ? "Yes" : "No";
    if (const auto* whole = value.whole()) return with_commas(*whole);
    const auto* text = value.text();
    if (!text) return {};
    if (kind == FieldKind::choice) return words_of(*text);
    if (kind != FieldKind::day && kind != FieldKind::days) return *text;
    const auto day = parse_iso_date(*text);
    return day ? weekday_date(*day) : *text;
}

ui::Html records_in_words(const Field& field, const Value::List& records)
{
    return ui::render([&](ui::Buffer& out) {
        ui::TableOptions table{.caption = label_of(field), .caption_classes = "govuk-visually-hidden"};
        for (const auto& inner : field.of) table.head.emplace_back(label_of(inner));
        for (const auto& record : records) {
            std::vector<ui::TableCell> row;
            for (const auto& inner : field.of) {
                const auto* value = record.find(inner.name);
                row.emplace_back(value ? answer_words(inner, *value) : ui::Content{"None"});
            }
            table.rows.push_back(std::move(row));
        }
        ui::table(out, table);
    });
}

}  // namespace

ui::Content answer_words(const Field& field, const Value& value)
{
    const auto* list = value.list();
    if (!list) return one_in_words(field.kind, value);
    if (list->empty()) return "None";
    if (field.kind == FieldKind::cases) return records_in_words(field, *list);
    std::vector<ui::Content> items;
    for (const auto& one : *list) items.emplace_back(one_in_words(field.kind, one));
    return ui::render([&](ui::Buffer& out) { ui::bullet_list(out, items); });
}

void write_answer(ui::Buffer& out, const RuleFunction& rule, const Value::Record& answer)
{
    ui::SummaryListOptions facts;
    std::string working;
    for (const auto& [name, value] : answer) {
        const auto field = std::ranges::find(rule.outputs, name, &Field::name);
        if (field == rule.outputs.end() || value.is_nothing()) continue;
        if (name == working_name && value.text()) working = *value.text();
        else facts.rows.push_back({ui::SummaryText{ui::two_lines(label_of(*field), with_first_capital(field->words))}, ui::SummaryText{answer_words(*field, value)}});
    }
    ui::summary_list(out, facts);
    if (working.empty()) return;
    ui::heading(out, 3, "How it was worked out");
    ui::inset_text(out, {.text = working});
}

}  // namespace waymark::law
