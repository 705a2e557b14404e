// A value put to a rule from outside, or answered by one: what a line of JSON, a form and a command line have in common.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "foundation/date.hpp"

namespace waymark::law {

/// Nothing, yes or no, a whole number, text (a day is text: "2026-11-23"), a list, or a record of named values in order.
class Value {
public:
    using List = std::vector<Value>;
    using Record = std::vector<std::pair<std::string, Value>>;

    Value() = default;
    Value(bool flag) : held_{flag} {}
    Value(int whole) : held_{std::int64_t{whole}} {}
    Value(std::int64_t whole) : held_{whole} {}
    Value(std::string text) : held_{std::move(text)} {}
    Value(std::string_view text) : held_{std::string{text}} {}
    Value(const char* text) : held_{std::string{text}} {}
    Value(Date day) : held_{iso(day)} {}
    Value(List list) : held_{std::move(list)} {}
    Value(Record record) : held_{std::move(record)} {}

    /// Null when it is something else.
    [[nodiscard]] const bool* flag() const { return std::get_if<bool>(&held_); }
    [[nodiscard]] const std::int64_t* whole() const { return std::get_if<std::int64_t>(&held_); }
    [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&held_); }
    [[nodiscard]] const List* list() const { return std::get_if<List>(&held_); }
    [[nodiscard]] const Record* record() const { return std::get_if<Record>(&held_); }
    [[nodiscard]] bool is_nothing() const { return std::holds_alternative<std::monostate>(held_); }

    /// What stands under that name in a record; null when there is none or it is nothing.
    [[nodiscard]] const Value* find(std::string_view name) const;

    bool operator==(const Value&) const = default;

private:
    std::variant<std::monostate, bool, std::int64_t, std::string, List, Record> held_;
};

/// A list of days, each as text.
[[nodiscard]] Value days_value(const std::vector<Date>& days);

}  // namespace waymark::law
