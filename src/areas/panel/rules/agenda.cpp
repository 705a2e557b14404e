// Sorting by clock, and saying why.
#include "panel/rules/agenda.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "foundation/text.hpp"

namespace waymark::panel {
namespace {

/// Nobody's guess at a deadline: only a way to sort where the calendar does not say.
int weekdays_between(Date from, Date to)
{
    if (to < from) return -weekdays_between(to, from);
    int count = 0;
    for (Date day = from; day < to; day += Days{1})
        if (!is_weekend(day)) ++count;
    return count;
}

bool is_over(const WaitingReferral& one, Date today) { return one.due && *one.due < today; }

std::optional<int> days_left(const WaitingReferral& one, Date today)
{
    if (one.school_days_left) return one.school_days_left;
    if (!one.due && !one.clock.empty()) return 0;  // it may be due today: nobody can say that it is not
    return one.due ? std::optional{weekdays_between(today, *one.due)} : std::nullopt;
}

std::string waited(const WaitingReferral& one, Date today)
{
    if (!one.waiting_since) return "The day the authority was told is not recorded.";
    const int days = days_between(*one.waiting_since, today);
    if (days == 0) return "The authority was told today.";
    return fmt::format("Waiting {} since the authority was told.", counted(days, "day"));
}

std::string reason_for(const WaitingReferral& one, Date today)
{
    const std::string unknown = one.due && !one.school_days_left ? " The school’s calendar is missing, so school days are not counted." : "";
    if (is_over(one, today)) {
        const std::string over = one.school_days_left ? fmt::format(", {} ago", counted(-*one.school_days_left, "school day")) : "";
        return fmt::format("Overdue. {} was due by {}{}.{}", one.clock, long_date(*one.due), over, unknown);
    }
    std::string reason = one.urgency == referrals::Urgency::emergency ? "An emergency. " : "";
    if (one.due) {
        const std::string left = !one.school_days_left     ? ""
                                 : *one.due == today       ? " (today)"
                                 : fmt::format(" (in {})", counted(*one.school_days_left, "school day"));
        return reason + fmt::format("{} is due by {}{}.{}", one.clock, long_date(*one.due), left, unknown);
    }
    if (!one.clock.empty()) return reason + fmt::format("{}: the school’s calendar is missing, so the day is not known.", one.clock);
    return reason + waited(one, today);
}

}  // namespace

std::vector<AgendaPlace> in_order_of_the_clocks(std::vector<WaitingReferral> waiting, Date today)
{
    constexpr int no_clock = 100'000;
    const auto place = [&](const WaitingReferral& one) {
        const bool emergency = one.urgency == referrals::Urgency::emergency;
        return std::tuple{!one.is_breached, !one.is_breached && !emergency, days_left(one, today).value_or(no_clock), one.due.value_or(Date::max()),
                          one.waiting_since.value_or(Date::max()), one.reference};
    };
    std::ranges::sort(waiting, {}, place);
    std::vector<AgendaPlace> agenda;
    for (const WaitingReferral& one : waiting) agenda.push_back({one.referral, reason_for(one, today)});
    return agenda;
}

}  // namespace waymark::panel
