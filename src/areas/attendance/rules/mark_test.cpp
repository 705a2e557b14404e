// R44's trap, K against B against D, and what a register refuses.
#include "attendance/rules/mark.hpp"

#include <doctest/doctest.h>

using namespace waymark;
using namespace waymark::attendance;

TEST_CASE("a child at a place the authority arranged is K, at one the school arranged is B")
{
    CHECK(suggested_code(Arrival::here, Session::am, {.commissioned_by_authority = true}) == "K");
    CHECK(suggested_code(Arrival::here, Session::am, {.commissioned_by_authority = false}) == "B");
    CHECK(suggested_code(Arrival::late, Session::pm, {.commissioned_by_authority = true}) == "K");
}

TEST_CASE("a child registered at the setting too gets the setting's own mark, whoever pays")
{
    const Arrangement dual{.commissioned_by_authority = true, .registered_at_setting = true};
    CHECK(suggested_code(Arrival::here, Session::am, dual) == "/");
    CHECK(suggested_code(Arrival::here, Session::pm, dual) == "\\");
    CHECK(suggested_code(Arrival::late, Session::pm, dual) == "L");
}

TEST_CASE("the main school of a child registered at both uses D only for a session that the child came to")
{
    const Arrangement dual{.commissioned_by_authority = true, .registered_at_setting = true};
    CHECK(main_school_code(Arrival::here, Session::am, dual) == "D");
    CHECK(main_school_code(Arrival::left_early, Session::pm, dual) == "D");
    CHECK(main_school_code(Arrival::not_here, Session::am, dual) == "N");
    CHECK(main_school_code(Arrival::not_here, Session::am, dual, AbsenceReason::ill) == "I");
    CHECK(main_school_code(Arrival::here, Session::am, {.commissioned_by_authority = true}) == "K");
    CHECK(main_school_code(Arrival::here, Session::am, {.registered_at_setting = true, .supervised_in_person = false}) == "N");
}

TEST_CASE("a child who did not come is never K, B or D")
{
    for (const bool authority : {true, false}) {
        const auto code = suggested_code(Arrival::not_here, Session::am, {.commissioned_by_authority = authority});
        CHECK(code == "N");
    }
    CHECK(suggested_code(Arrival::not_here, Session::am, {}, AbsenceReason::ill) == "I");
}

TEST_CASE("online work that nobody supervises in person is not attendance")
{
    CHECK(suggested_code(Arrival::here, Session::am, {.commissioned_by_authority = true, .supervised_in_person = false}) == "N");
}

TEST_CASE("a register can be taken today and for days gone by, not for tomorrow")
{
    const Date today = date(2026, 11, 23);
    CHECK(problems_with({}, today, today, true, "m").empty());
    CHECK(problems_with({}, today - Days{3}, today, true, "m").empty());
    CHECK(problems_with({}, today + Days{1}, today, true, "m").has("attendance.future_day"));
}

TEST_CASE("a mark needs a timetabled session, and a late mark needs its minutes")
{
    const Date today = date(2026, 11, 23);
    CHECK(problems_with({}, today, today, false, "m").has("attendance.not_expected"));
    CHECK(problems_with({.arrival = Arrival::late}, today, today, true, "m").has("attendance.minutes_late_missing"));
    CHECK(problems_with({.arrival = Arrival::late, .minutes_late = 10}, today, today, true, "m").empty());
}
