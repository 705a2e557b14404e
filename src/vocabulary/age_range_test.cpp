// Ages taken, on both edges.
#include "vocabulary/age_range.hpp"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("a range takes both its ends and nobody beyond")
{
    const auto range = *AgeRange::make(14, 16);
    CHECK_FALSE(range.takes_age(13));
    CHECK(range.takes_age(14));
    CHECK(range.takes_age(16));
    CHECK_FALSE(range.takes_age(17));
    CHECK_FALSE(range.takes(date(2012, 11, 24), date(2026, 11, 23)));
    CHECK(range.takes(date(2012, 11, 23), date(2026, 11, 23)));
    CHECK(range.text() == "14 to 16");
    CHECK(AgeRange::make(16, 16)->text() == "16");
}

TEST_CASE("a range that makes no sense does not exist")
{
    CHECK(AgeRange::make(0, 25));
    CHECK(code_of(AgeRange::make(-1, 5)) == "age_range.invalid");
    CHECK(code_of(AgeRange::make(16, 26)) == "age_range.invalid");
    CHECK(code_of(AgeRange::make(16, 14)) == "age_range.invalid");
}

}  // namespace waymark
