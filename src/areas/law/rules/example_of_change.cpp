#include "law/rules/example_of_change.hpp"

#include <algorithm>

namespace waymark::law {
namespace {

/// How the facts of one try are made up.
struct Attempt {
    int days_apart = 0;         // each day of the case so many days after the one before it
    int whole = 1;              // every number asked for
    std::size_t choice = 0;     // which of its choices, as far as there are so many
    bool ticked = false;        // every yes or no
};

/// The needed facts of a case, made up. Nothing when one of them cannot be: text, or records within it.
std::optional<Value::Record> made_up_case(const RuleFunction& function, Date from, const Attempt& attempt)
{
    Value::Record given;
    Date day = from;
    for (const auto& field : function.inputs) {
        if (field.kind == FieldKind::flag) {
            if (attempt.ticked) given.emplace_back(field.name, true);
            continue;
        }
        if (field.optional) continue;
        switch (field.kind) {
        case FieldKind::day:
            given.emplace_back(field.name, day);
            day += Days{attempt.days_apart};
            break;
        case FieldKind::whole: given.emplace_back(field.name, attempt.whole); break;
        case FieldKind::choice:
            if (field.choices.empty()) return std::nullopt;
            given.emplace_back(field.name, field.choices[std::min(attempt.choice, field.choices.size() - 1)]);
            break;
        case FieldKind::text:
        case FieldKind::cases: return std::nullopt;
        case FieldKind::days:
        case FieldKind::wholes:
        case FieldKind::flag:
        case FieldKind::texts:
        case FieldKind::calendar:
        case FieldKind::settings:
        case FieldKind::sessions: break;
        }
    }
    return given;
}

Value completed(const RuleFunction& function, Value::Record given, const Value& calendar, const Value::Record& settings)
{
    for (const auto& field : function.inputs) {
        if (field.kind == FieldKind::calendar) given.emplace_back(field.name, calendar);
        if (field.kind == FieldKind::settings) given.emplace_back(field.name, settings);
    }
    return given;
}

bool differs_in_a_day(const ExampleOfChange& example)
{
    return std::ranges::any_of(example.differing(), [](const Field* field) { return field->kind == FieldKind::day; });
}

std::size_t most_choices(const RuleFunction& function)
{
    std::size_t most = 1;
    for (const auto& field : function.inputs)
        if (field.kind == FieldKind::choice && !field.optional) most = std::max(most, field.choices.size());
    return most;
}

}  // namespace

std::vector<const Field*> ExampleOfChange::differing() const
{
    std::vector<const Field*> found;
    const Value first{before}, second{after};
    for (const auto& field : function->outputs) {
        if (field.kind == FieldKind::text) continue;
        const auto *was = first.find(field.name), *becomes = second.find(field.name);
        if ((was == nullptr) != (becomes == nullptr) || (was && *was != *becomes)) found.push_back(&field);
    }
    return found;
}

std::optional<ExampleOfChange> example_of_change(const RuleFunction& function, Date from, const Value& calendar, const Value::Record& settings_before,
                                                 const Value::Record& settings_after, std::span<const int> wholes)
{
    if (std::ranges::none_of(function.inputs, [](const Field& field) { return field.kind == FieldKind::settings; })) return std::nullopt;
    std::optional<ExampleOfChange> found;
    for (const int days_apart : {0, 14})
        for (const bool ticked : {false, true})
            for (const int whole : wholes)
                for (std::size_t choice = 0; choice < most_choices(function); ++choice) {
                    const auto given = made_up_case(function, from, {days_apart, whole, choice, ticked});
                    if (!given) return std::nullopt;
                    auto before = try_case(function, completed(function, *given, calendar, settings_before));
                    auto after = try_case(function, completed(function, *given, calendar, settings_after));
                    if (!before || !after) continue;
                    ExampleOfChange example{&function, *given, *std::move(before), *std::move(after)};
                    if (example.differing().empty()) continue;
                    if (differs_in_a_day(example)) return example;
                    if (!found) found = std::move(example);
                }
    return found;
}

}  // namespace waymark::law
