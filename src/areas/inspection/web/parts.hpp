// What the pages of this area share: the day asked about, and the children of that day.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "foundation/form.hpp"
#include "inspection/store/placed_children.hpp"
#include "platform/http/request.hpp"

namespace waymark::inspection {

struct DayAsked {
    Date day;
    Form form;      // as typed, with what is wrong with it
};
/// What `?day=` asks for: today where it does not say. A day that is none or has not come is a problem, and then it is today.
[[nodiscard]] DayAsked day_asked_for(const Request& request, Date today);

/// The children of that day whom the filter of the request leaves: `setting=unregistered`, `about=plan|care|need|area`, `questions=1`.
[[nodiscard]] std::vector<PlacedChild> children_asked_for(Context& context, const Request& request, Date day);
/// Whoever is shown was looked at: one line of the view log for each child, however many places.
void log_looks(Context& context, std::span<const PlacedChild> shown);

/// "Attended 83% (10 of 12)".
[[nodiscard]] std::string attendance_of(const PlacedChild& child);
/// "27.5" hours a week.
[[nodiscard]] std::string hours_a_week(const PlacedChild& child);
/// The questions about a child as words, each its own.
[[nodiscard]] std::vector<std::string> questions_about(const PlacedChild& child);

}  // namespace waymark::inspection
