// The calendars a question can be counted by: the authority's own, and those of schools and providers that have one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "law/rules/value.hpp"
#include "platform/database/database.hpp"
#include "vocabulary/school_calendar.hpp"

namespace waymark::law {

/// What stands for the authority's own calendar where an organisation's id could stand.
inline constexpr std::string_view authority_calendar = "authority";

struct KnownCalendar {
    std::string id;     // an organisation's id, or `authority_calendar`
    std::string name;   // "Northgate Academy"
};

/// The authority's first, then by name. Empty when no terms are loaded at all.
[[nodiscard]] std::vector<KnownCalendar> known_calendars(Transaction& tx);

/// That calendar as a rule takes it; nothing when the id is none of an organisation of this authority. A school without terms of
/// its own gets the authority's, as its clocks do.
[[nodiscard]] std::optional<Value> calendar_case(Transaction& tx, std::string_view id);

/// A calendar under its name, as a rule takes it: terms, and the weekdays in them on which the school does not meet.
[[nodiscard]] Value calendar_value(const SchoolCalendar& calendar, std::string_view name);

}  // namespace waymark::law
