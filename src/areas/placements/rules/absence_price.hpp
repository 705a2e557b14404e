// What is paid for sessions a child was booked for and did not come to, as the contract says.
#pragma once

#include <span>
#include <vector>

#include "placements/rules/cost.hpp"

namespace waymark::placements {

/// paid_for_first_days: the first days of each absence are paid, those after them are not.
enum class AbsencePolicy { paid, unpaid, paid_for_first_days };

struct AbsenceTerms {
    AbsencePolicy policy = AbsencePolicy::paid;
    int days = 0;               // for paid_for_first_days
};

/// A session of the timetable on a day on which the provider was open.
struct BookedSession {
    Date day;
    Session session = Session::am;
    bool attended = false;
};

/// The sessions that the contract pays for, in order of time: all that were attended, and those missed that its policy covers.
///
/// An absence runs from one missed session to the next until a session is attended. Its days are counted by the day, however many
/// of a day's sessions were missed; days without a booked session do not count.
/// sessions   in any order, none twice
/// Rule       R51
[[nodiscard]] std::vector<BookedSession> payable_sessions(std::span<const BookedSession> sessions, AbsenceTerms terms);

/// The cost of what the contract pays for. A day or a longer time with a payable session in it costs its whole price.
/// Fails      as `cost_of`, by the sessions booked
/// Rule       R51
[[nodiscard]] Result<Cost> cost_with_absence(std::span<const BookedSession> sessions, AbsenceTerms terms, Money price, PriceUnit unit,
                                             const SchoolCalendar& school);

}  // namespace waymark::placements
