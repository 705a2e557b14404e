// The two halves of a school day. A weekday session is what a timetable, a price and a register count in.
#pragma once

#include <compare>
#include <string>

#include "foundation/date.hpp"

namespace waymark {

enum class Session { am, pm };

struct WeekdaySession {
    Weekday weekday = Weekday::monday;
    Session session = Session::am;
    auto operator<=>(const WeekdaySession&) const = default;
};

[[nodiscard]] std::string session_name(Session session);                    // "morning", "afternoon"
[[nodiscard]] std::string weekday_session_name(const WeekdaySession& when);  // "Monday morning"

}  // namespace waymark
