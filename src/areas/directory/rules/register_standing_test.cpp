// R29: registration comes from the register, for a day.
#include "directory/rules/register_standing.hpp"

#include <doctest/doctest.h>

namespace waymark::directory {
namespace {

const Date closing = date(2026, 12, 31);

RegisterEntry pupil_referral_unit()
{
    return {.urn = "100001", .type_code = "14", .status_code = "1", .age_low = 11, .age_high = 16, .capacity = 60, .pupils = 60};
}

RegisterStanding standing(const RegisterEntry& entry, Date day = date(2026, 11, 23), OfferedAges offered = {})
{
    return register_standing(entry, day, offered);
}

}  // namespace

TEST_CASE("a provider without an entry in the register is not registered, whatever it says of itself")
{
    CHECK_FALSE(register_standing(std::nullopt, date(2026, 11, 23), {}).is_registered);
    CHECK(standing(pupil_referral_unit()).is_registered);
}

TEST_CASE("a school is registered up to the day before it closes, and closing is said before that")
{
    auto entry = pupil_referral_unit();
    entry.closed_on = closing;
    CHECK(standing(entry, closing - Days{1}).is_registered);
    CHECK(standing(entry, closing - Days{1}).is_closing);
    CHECK_FALSE(standing(entry, closing).is_registered);
    CHECK(standing(entry, closing).is_closed);
}

TEST_CASE("a school that is proposed to open is not registered yet")
{
    auto entry = pupil_referral_unit();
    entry.status_code = "4";
    CHECK_FALSE(standing(entry).is_registered);
    entry.status_code = "3";
    CHECK(standing(entry).is_registered);
    CHECK(standing(entry).is_closing);
}

TEST_CASE("an accredited online provider is not a registered school")
{
    auto entry = pupil_referral_unit();
    entry.type_code = "49";
    CHECK(standing(entry).kind == EstablishmentKind::online_accredited);
    CHECK_FALSE(standing(entry).is_registered);
}

TEST_CASE("types of the register are told apart, with and without the leading zero")
{
    CHECK(establishment_kind("42") == EstablishmentKind::ap_academy);
    CHECK(establishment_kind("1") == EstablishmentKind::other_school);
    CHECK(establishment_kind("07") == EstablishmentKind::special_school);
    CHECK(establishment_kind("27") == EstablishmentKind::no_school);
    CHECK(establishment_kind("") == EstablishmentKind::no_school);
}

TEST_CASE("a place offered a year below the registered ages is outside them, at their edge it is not")
{
    CHECK(standing(pupil_referral_unit(), date(2026, 11, 23), {.youngest = 10}).is_outside_ages);
    CHECK_FALSE(standing(pupil_referral_unit(), date(2026, 11, 23), {.youngest = 11, .oldest = 16}).is_outside_ages);
    CHECK(standing(pupil_referral_unit(), date(2026, 11, 23), {.oldest = 17}).is_outside_ages);
}

TEST_CASE("one pupil more than a school is registered for is over its numbers")
{
    auto entry = pupil_referral_unit();
    CHECK_FALSE(standing(entry).is_over_numbers);
    entry.pupils = 61;
    CHECK(standing(entry).is_over_numbers);
}

}  // namespace waymark::directory
