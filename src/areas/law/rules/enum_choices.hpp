// Enumerations as choices of a case and of an answer: an enumerator's name is its text.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "foundation/enum_text.hpp"
#include "law/rules/case.hpp"

namespace waymark::law {

/// All names of the enumeration, for the list of choices.
template <class E>
[[nodiscard]] std::vector<std::string_view> enum_choices()
{
    return {enum_names<E>.begin(), enum_names<E>.end()};
}

/// The choice that stands under that name; the first of the enumeration when it is none of them, which the case remembers.
template <class E>
[[nodiscard]] E enum_choice(Case& given, std::string_view name)
{
    return static_cast<E>(given.choice(name, enum_names<E>));
}

/// The choices listed under that name; none when left out.
template <class E>
[[nodiscard]] std::vector<E> enum_list(Case& given, std::string_view name, std::string_view wanted)
{
    std::vector<E> found;
    for (const auto& text : given.texts(name)) {
        if (const auto one = enum_from_text<E>(text)) found.push_back(*one);
        else given.wrong(name, wanted);
    }
    return found;
}

/// A list of enumerators as their names.
template <class E>
[[nodiscard]] Value enum_texts(const std::vector<E>& list)
{
    Value::List texts;
    for (const E one : list) texts.emplace_back(enum_text(one));
    return texts;
}

}  // namespace waymark::law
