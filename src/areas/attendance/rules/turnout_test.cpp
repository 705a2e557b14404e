// Absence is asked about the same morning.
#include "attendance/rules/turnout.hpp"

#include <vector>

#include <doctest/doctest.h>

namespace waymark::attendance {
namespace {

constexpr auto came = Turnout::came, explained = Turnout::explained, unexplained = Turnout::unexplained;
const Law& law_of_turnout() { return law_on(date(2026, 11, 23)); }

AbsenceAlert alert_for(std::vector<Turnout> sessions, bool is_watched_over = false)
{
    return absence_alert(sessions, is_watched_over, law_of_turnout());
}

TEST_CASE("two unexplained sessions in a row are a task; one is not, and neither are two with a session between")
{
    CHECK(alert_for({came, unexplained, unexplained}).needs_task);
    CHECK_FALSE(alert_for({came, unexplained}).needs_task);
    CHECK_FALSE(alert_for({unexplained, came, unexplained}).needs_task);
    CHECK_FALSE(alert_for({unexplained, explained, unexplained}).needs_task);
}

TEST_CASE("for a child with a social worker the safeguarding lead is told at the first unexplained session")
{
    CHECK(alert_for({came, unexplained}, true).tells_safeguarding_lead);
    CHECK_FALSE(alert_for({came, unexplained}).tells_safeguarding_lead);
    CHECK_FALSE(alert_for({came, explained}, true).tells_safeguarding_lead);
}

TEST_CASE("a report at 9:45 is in time, a minute later it is late, and none at all is late from then on")
{
    const auto check = [](std::optional<int> reported, int now) { return check_report({.session_starts = 540, .reported = reported, .now = now}, law_of_turnout()); };
    CHECK_FALSE(check(585, 700).is_late);
    CHECK(check(585, 700).minutes_to_report == 45);
    CHECK(check(586, 700).is_late);
    CHECK_FALSE(check(std::nullopt, 585).is_late);
    CHECK(check(std::nullopt, 586).is_late);
    CHECK(check(530, 700).minutes_to_report == 0);
}

}  // namespace
}  // namespace waymark::attendance
