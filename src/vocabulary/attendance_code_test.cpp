// Attendance codes: the table of R44 and the change of 19 August 2024.
#include "vocabulary/attendance_code.hpp"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

namespace waymark {
namespace {

const Date today = date(2026, 11, 23), last_of_old = date(2024, 8, 18), first_of_new = date(2024, 8, 19);

CountsAs counts(const char* code) { return AttendanceCode::on(today, code)->counts_as(); }

}  // namespace

TEST_CASE("each code counts as the regulations say")
{
    for (const auto* code : {"/", "\\", "L", "K", "V", "P", "W", "B"}) CHECK(counts(code) == CountsAs::present);
    for (const auto* code : {"C", "C1", "C2", "E", "I", "J1", "M", "R", "S", "T"}) CHECK(counts(code) == CountsAs::authorised);
    for (const auto* code : {"G", "N", "O", "U"}) CHECK(counts(code) == CountsAs::unauthorised);
    for (const auto* code : {"D", "X", "Q", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7"}) CHECK(counts(code) == CountsAs::not_possible);
    for (const auto* code : {"Z", "#"}) CHECK(counts(code) == CountsAs::admin);
    CHECK(AttendanceCode::all_on(today).size() == 8 + 10 + 4 + 10 + 2);
}

TEST_CASE("the codes of 2006 end and the new ones begin on 19 August 2024")
{
    for (const auto* code : {"H", "J", "Y"}) {
        CHECK(AttendanceCode::on(last_of_old, code));
        CHECK(code_of(AttendanceCode::on(first_of_new, code)) == "attendance.code_not_in_force");
    }
    for (const auto* code : {"K", "C1", "C2", "J1", "Q", "Y1", "Y7"}) {
        CHECK(code_of(AttendanceCode::on(last_of_old, code)) == "attendance.code_not_in_force");
        CHECK(AttendanceCode::on(first_of_new, code));
    }
}

TEST_CASE("the old interview code was present, the new one is an absence")
{
    CHECK(AttendanceCode::on(last_of_old, "J")->counts_as() == CountsAs::present);
    CHECK(AttendanceCode::on(first_of_new, "J1")->is_absence());
}

TEST_CASE("a code that never was is no code")
{
    for (const auto* code : {"", "A", "Y8", "k", "//"}) CHECK(code_of(AttendanceCode::on(today, code)) == "attendance.unknown_code");
    CHECK(AttendanceCode::on(today, " K ")->text() == "K");
}

TEST_CASE("codes for being elsewhere need a child who came, and K, B and Y7 need words")
{
    for (const auto* code : {"K", "B", "D"}) CHECK(AttendanceCode::on(today, code)->needs_presence());
    CHECK_FALSE(AttendanceCode::on(today, "I")->needs_presence());
    for (const auto* code : {"K", "B", "Y7"}) CHECK(AttendanceCode::on(today, code)->needs_note());
    CHECK_FALSE(AttendanceCode::on(today, "/")->needs_note());
    CHECK_FALSE(AttendanceCode::on(today, "D")->is_possible_session());
}

TEST_CASE("on every day from September 2006 to 2030 the set in force holds each of its codes exactly once")
{
    const std::multiset<std::string> always{"/", "\\", "L", "V", "P", "W", "B", "D", "C", "E", "I", "M", "R", "S", "T", "X", "G", "N", "O", "U", "Z", "#"};
    std::multiset<std::string> old = always, now = always;
    for (const auto* code : {"H", "J", "Y"}) old.insert(code);
    for (const auto* code : {"K", "C1", "C2", "J1", "Q", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7"}) now.insert(code);
    for (Date day = date(2006, 9, 1); day <= date(2030, 12, 31); day += Days{1}) {
        std::multiset<std::string> in_force;
        for (const auto& code : AttendanceCode::all_on(day)) in_force.insert(code.text());
        CAPTURE(iso(day));
        REQUIRE(in_force == (day <= last_of_old ? old : now));
    }
}

}  // namespace waymark
