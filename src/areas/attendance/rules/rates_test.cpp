// R46 and R47 with their worked example and edges.
#include "attendance/rules/rates.hpp"

#include <doctest/doctest.h>

using namespace waymark;
using namespace waymark::attendance;

namespace {
const Law& law = law_on(date(2026, 11, 23));

Counts counted_codes(std::initializer_list<std::string_view> codes)
{
    Counts counts;
    for (const auto code : codes) add_mark(counts, code, date(2026, 11, 2));
    return counts;
}
}  // namespace

TEST_CASE("ten sessions with one at another school and one closure have eight possible and a rate of 75%")
{
    const Counts counts = counted_codes({"/", "/", "/", "/", "B", "B", "I", "O", "D", "Y4"});
    CHECK(counts.present == 6);
    CHECK(counts.possible() == 8);
    CHECK(counts.authorised == 1);
    CHECK(counts.unauthorised == 1);
    CHECK(rate_words(counts.present, counts.possible()) == "75% (6 of 8)");
    CHECK(rate_in_tenths(counts.authorised, counts.possible()) == 125);
}

TEST_CASE("no possible session gives no rate, not 0%")
{
    CHECK(rate_words(0, 0) == "no sessions yet");
    CHECK(rate_in_tenths(0, 0) == -1);
    CHECK(rate_words(0, 1) == "0% (0 of 1)");
}

TEST_CASE("exactly a tenth missed is persistent absence, one session fewer is not")
{
    CHECK(is_persistent_absence({.present = 18, .authorised = 1, .unauthorised = 1}, law));
    CHECK_FALSE(is_persistent_absence({.present = 19, .authorised = 1}, law));
}

TEST_CASE("persistent absence is hidden until twenty sessions were possible")
{
    CHECK_FALSE(is_persistent_absence({.present = 9, .authorised = 10}, law));
    CHECK(is_persistent_absence({.present = 10, .authorised = 10}, law));
}

TEST_CASE("exactly half missed is severe absence, and severe is always persistent too")
{
    const Counts half{.present = 10, .unauthorised = 10};
    CHECK(is_severe_absence(half, law));
    CHECK(is_persistent_absence(half, law));
    CHECK_FALSE(is_severe_absence({.present = 11, .unauthorised = 9}, law));
}

TEST_CASE("rates of two settings are summed counts, never an average of rates")
{
    Counts week{.present = 4};                     // 4 of 4 at a two-day placement
    week += Counts{.present = 0, .authorised = 6};  // and none of the six sessions at school
    CHECK(rate_words(week.present, week.possible()) == "40% (4 of 10)");
}
