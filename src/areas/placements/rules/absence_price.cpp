#include "placements/rules/absence_price.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>

namespace waymark::placements {
namespace {

bool is_paid_when_missed(AbsenceTerms terms, int day_of_absence)
{
    switch (terms.policy) {
    case AbsencePolicy::paid: return true;
    case AbsencePolicy::unpaid: return false;
    case AbsencePolicy::paid_for_first_days: return day_of_absence <= terms.days;
    }
    return false;
}

std::vector<ExpectedOn> as_expected(std::span<const BookedSession> sessions)
{
    std::vector<ExpectedOn> expected;
    for (const auto& one : sessions) expected.push_back({one.day, one.session, {}});
    return expected;
}

}  // namespace

std::vector<BookedSession> payable_sessions(std::span<const BookedSession> sessions, AbsenceTerms terms)
{
    std::vector<BookedSession> in_order{sessions.begin(), sessions.end()}, payable;
    std::ranges::sort(in_order, {}, [](const BookedSession& one) { return std::tuple{one.day, one.session}; });
    int days_absent = 0;
    std::optional<Date> last_missed;
    for (const auto& one : in_order) {
        if (one.attended) {
            days_absent = 0;
            last_missed.reset();
        } else {
            if (last_missed != one.day) ++days_absent;
            last_missed = one.day;
        }
        if (one.attended || is_paid_when_missed(terms, days_absent)) payable.push_back(one);
    }
    return payable;
}

Result<Cost> cost_with_absence(std::span<const BookedSession> sessions, AbsenceTerms terms, Money price, PriceUnit unit, const SchoolCalendar& school)
{
    const auto payable = payable_sessions(sessions, terms);
    if (unit != PriceUnit::day) return cost_of(as_expected(payable), price, unit, school);

    // A day's price needs both its sessions booked, and is owed for both when the child came to one.
    const auto booked = as_expected(sessions);
    TRY(cost_of(booked, price, unit, school));
    std::set<Date> days;
    for (const auto& one : payable) days.insert(one.day);
    std::vector<ExpectedOn> whole_days;
    std::ranges::copy_if(booked, std::back_inserter(whole_days), [&](const ExpectedOn& one) { return days.contains(one.day); });
    return cost_of(whole_days, price, unit, school);
}

}  // namespace waymark::placements
