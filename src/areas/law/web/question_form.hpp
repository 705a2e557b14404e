// A form made from a rule's inputs, and the case that somebody typed into it. Addresses hold all of it, so a question can be shared.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/form.hpp"
#include "law/rules/rule_function.hpp"
#include "law/store/known_calendars.hpp"
#include "ui/ui.hpp"

namespace waymark::law {

/// At most so many records of a repeated field; the form shows four, and one more than are filled in.
inline constexpr int groups_most = 12;

/// Writes the fields of a rule. A field within the second of repeated records is called "slots-2-minutes".
struct QuestionFields {
    const RuleFunction& rule;
    std::span<const KnownCalendar> calendars;
    const Form& form;
    void write(ui::Buffer& out) const;
};

/// A case as typed, with all that could not be read, each problem at the field it belongs to.
struct TypedCase {
    Value::Record given;
    Problems problems;
};
/// calendar_of   the calendar of that id; nothing when there is none
[[nodiscard]] TypedCase read_question(const RuleFunction& rule, const Form& form,
                                      const std::function<std::optional<Value>(std::string_view id)>& calendar_of);

/// What the rule itself found wrong, said with the names of the form and put to its fields.
[[nodiscard]] Problems in_words_of_the_form(const RuleFunction& rule, const Form& form, const Problems& problems);

/// A field's name as people read it: "first_day" → "First day".
[[nodiscard]] std::string label_of(const Field& field);
[[nodiscard]] std::string with_first_capital(std::string_view words);

}  // namespace waymark::law
