// An enumerator's name is its stored text and its API text: Outcome::place_in_provision ⇄ "place_in_provision".
//
// C++23 has no reflection, so the names are read off the compiler's own spelling of a template argument, as the
// magic_enum library does (Debian 12 does not package it). Enumerators must be 0 to 63 and without gaps.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include "foundation/result.hpp"

namespace waymark {
namespace detail {

template <auto value>
consteval std::string_view spelled()
{
    constexpr std::string_view whole = __PRETTY_FUNCTION__;
    constexpr auto start = whole.find("value = ") + 8;
    constexpr auto end = whole.find_first_of(";]", start);
    constexpr auto full = whole.substr(start, end - start);
    if (full.starts_with('(')) return full;  // no enumerator: the compiler writes a cast, "(waymark::Role)17"
    constexpr auto colon = full.rfind(':');
    return colon == std::string_view::npos ? full : full.substr(colon + 1);
}

template <class E, int value>
consteval bool is_named()
{
    const auto name = spelled<static_cast<E>(value)>();
    return !name.empty() && name.front() != '(' && !(name.front() >= '0' && name.front() <= '9');
}

template <class E, int count = 0>
consteval int count_of()
{
    if constexpr (count < 64) {
        if constexpr (is_named<E, count>()) return count_of<E, count + 1>();
    }
    return count;
}

template <class E, std::size_t... index>
consteval auto names_of(std::index_sequence<index...>)
{
    return std::array<std::string_view, sizeof...(index)>{spelled<static_cast<E>(index)>()...};
}

}  // namespace detail

/// All names of the enumeration, in order.
template <class E>
inline constexpr auto enum_names = detail::names_of<E>(std::make_index_sequence<detail::count_of<E>()>{});

template <class E>
    requires std::is_enum_v<E>
[[nodiscard]] constexpr std::string_view enum_text(E value)
{
    const auto index = static_cast<std::size_t>(value);
    return index < enum_names<E>.size() ? enum_names<E>[index] : std::string_view{};
}

template <class E>
[[nodiscard]] constexpr std::optional<E> enum_from_text(std::string_view text)
{
    for (std::size_t index = 0; index < enum_names<E>.size(); ++index)
        if (enum_names<E>[index] == text) return static_cast<E>(index);
    return std::nullopt;
}

/// All values of the enumeration, in order.
template <class E>
[[nodiscard]] constexpr auto enum_values()
{
    std::array<E, enum_names<E>.size()> values{};
    for (std::size_t index = 0; index < values.size(); ++index) values[index] = static_cast<E>(index);
    return values;
}

}  // namespace waymark
