#include "law/cli/ask_rules.hpp"

#include <algorithm>
#include <fstream>
#include <istream>
#include <iterator>
#include <ostream>
#include <ranges>

#include "foundation/enum_text.hpp"
#include "foundation/text.hpp"
#include "law/cli/json_value.hpp"

namespace waymark::law {
namespace {

void describe_fields(std::span<const Field> fields, std::string_view way, std::string_view indent, std::ostream& out)
{
    for (const Field& field : fields) {
        std::string words{field.words};
        if (!field.choices.empty()) words += fmt::format("{}one of {}", words.empty() ? "" : ": ", fmt::join(field.choices, ", "));
        out << fmt::format("  {}{:<4}{:<34} {:<9}{} {}\n", indent, way, field.name, enum_text(field.kind), field.optional ? "?" : " ", words);
        describe_fields(field.of, "", "    ", out);
    }
}

Value field_as_value(const Field& field)
{
    Value::Record record{{"name", field.name}, {"kind", enum_text(field.kind)}, {"words", field.words}};
    if (field.optional) record.emplace_back("optional", true);
    if (!field.choices.empty()) record.emplace_back("choices", Value::List(field.choices.begin(), field.choices.end()));
    if (!field.of.empty()) {
        Value::List of;
        std::ranges::transform(field.of, std::back_inserter(of), field_as_value);
        record.emplace_back("of", std::move(of));
    }
    return record;
}

Value fields_as_value(std::span<const Field> fields)
{
    Value::List list;
    std::ranges::transform(fields, std::back_inserter(list), field_as_value);
    return list;
}

Value answer_line(const RuleFunction& rule, std::string_view line)
{
    auto read = value_from_json(line);
    if (!read) return Value::Record{{"error", read.error().front().code}, {"message", read.error().front().message}};
    const Value* id = read->find("id");
    if (!id) return answer_case(rule, *read);
    Value::Record answer{{"id", *id}}, rest = *read->record();
    std::erase_if(rest, [](const auto& field) { return field.first == "id"; });
    const Value found = answer_case(rule, rest);
    std::ranges::copy(*found.record(), std::back_inserter(answer));
    return answer;
}

Result<Value> value_of_argument(std::string_view text, FieldKind kind)
{
    std::string held{text};
    if (held.starts_with('@')) {
        std::ifstream file{held.substr(1), std::ios::binary};
        if (!file) return invalid("rule.file_unreadable", "The file " + held.substr(1) + " cannot be read.");
        held.assign(std::istreambuf_iterator<char>{file}, {});
        return value_from_json(held);
    }
    if (kind == FieldKind::day || kind == FieldKind::text || kind == FieldKind::choice) return Value{held};
    return value_from_json(held);
}

}  // namespace

void describe_rule(const RuleFunction& rule, std::ostream& out)
{
    out << fmt::format("{:<40} {}  {}\n", rule.name, rule.rule, rule.question);
    describe_fields(rule.inputs, "in", "", out);
    describe_fields(rule.outputs, "out", "", out);
}

void list_rules(std::ostream& out)
{
    for (const auto& rule : rule_functions()) {
        describe_rule(rule, out);
        out << '\n';
    }
    out << "A mark ? means that it may be left out. A day is \"2026-11-23\". A calendar is {\"terms\": [[\"2026-09-01\", \"2026-10-23\"]], \"closures\": [\"2026-09-21\"]};\n"
           "bank holidays need not be given. What a calendar does not reach is answered with \"calendar.missing\".\n";
}

void list_rules_as_json(std::ostream& out)
{
    for (const auto& rule : rule_functions())
        out << json_from_value(Value::Record{{"name", rule.name}, {"rule", rule.rule}, {"question", rule.question},
                                             {"inputs", fields_as_value(rule.inputs)}, {"outputs", fields_as_value(rule.outputs)}})
            << '\n';
}

long answer_lines(const RuleFunction& rule, std::istream& in, std::ostream& out)
{
    long answered = 0;
    for (std::string line; std::getline(in, line);) {
        if (trimmed(line).empty()) continue;
        out << json_from_value(answer_line(rule, line)) << '\n' << std::flush;
        ++answered;
    }
    return answered;
}

Result<Value> case_from_arguments(const RuleFunction& rule, std::span<const std::string> arguments)
{
    if (arguments.size() == 1 && arguments.front().starts_with('{')) return value_from_json(arguments.front());
    Value::Record record;
    for (const auto& argument : arguments) {
        const auto equals = argument.find('=');
        const auto name = argument.substr(0, equals);
        const auto field = std::ranges::find(rule.inputs, name, &Field::name);
        if (equals == std::string::npos || field == rule.inputs.end())
            return invalid("rule.argument_wrong", fmt::format("“{}” is not understood. {} takes {}.", argument, rule.name,
                                                              fmt::join(rule.inputs | std::views::transform(&Field::name), ", ")));
        record.emplace_back(name, TRY(value_of_argument(std::string_view{argument}.substr(equals + 1), field->kind)));
    }
    return record;
}

}  // namespace waymark::law
