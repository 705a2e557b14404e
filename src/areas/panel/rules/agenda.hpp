// The order of an agenda: by the law's clocks, each place in it with its reason in words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/date.hpp"
#include "referrals/rules/referral.hpp"

namespace waymark::panel {

/// A referral that waits for a panel, as the agenda sees it.
struct WaitingReferral {
    referrals::ReferralId referral;
    std::string reference;                    // settles what is equal otherwise, so that the order never changes by chance
    referrals::Urgency urgency = referrals::Urgency::routine;
    std::string clock;                        // "Full-time education from day six"; empty: no clock of the law runs
    std::optional<Date> due;                  // the clock's last day; none: not known
    bool is_breached = false;                 // a duty of the law is unmet today, not only a day of the authority’s own
    std::optional<int> school_days_left;      // negative: over; none: the school's calendar is missing
    std::optional<Date> waiting_since;        // when the authority was told
};

struct AgendaPlace {
    referrals::ReferralId referral;
    std::string reason;                       // "The law's day was 19 November 2026, 2 school days ago."
};

/// The order in which the panel should hear them: duties of the law that are unmet, the longest first; then emergencies;
/// then the fewest days left, or the most days over; then whoever has waited longest. A clock whose calendar is missing says so: it counts
/// weekdays for the order alone, or goes before all that are not overdue where not even its day is known.
/// today      the day the agenda is made
/// Rule       R6, R13: the law's clocks come first
[[nodiscard]] std::vector<AgendaPlace> in_order_of_the_clocks(std::vector<WaitingReferral> waiting, Date today);

}  // namespace waymark::panel
