// Register numbers: the worked examples of R49.
#include "vocabulary/register_numbers.hpp"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("a ULN is taken when its check digit fits")
{
    for (const auto* text : {"1234567899", "9000000008", "1000000019"}) CHECK(Uln::parse(text)->text() == text);
    CHECK(Uln::parse("123 456 7899")->text() == "1234567899");
    for (const auto* text : {"1234567898", "1234567990", "123456789", "12345678999", "123456789X", ""})
        CHECK(code_of(Uln::parse(text)) == "uln.invalid");
}

TEST_CASE("the ULN that stands for none is nobody's")
{
    CHECK(code_of(Uln::parse("9999999999")) == "uln.dummy");
}

TEST_CASE("a ULN whose remainder is 0 was never issued, whatever its last digit")
{
    const std::string remainder_0 = "100000006";  // 1 × 10 + 6 × 2 = 22
    for (char last = '0'; last <= '9'; ++last) CHECK(code_of(Uln::parse(remainder_0 + last)) == "uln.invalid");
}

TEST_CASE("URN and UKPRN have their length and first digit")
{
    CHECK(Urn::parse("107165")->text() == "107165");
    for (const auto* text : {"10716", "1071650", "10716A", "007165"}) CHECK(code_of(Urn::parse(text)) == "urn.invalid");
    CHECK(Ukprn::parse("10012345")->text() == "10012345");
    for (const auto* text : {"1001234", "20012345", "100123456"}) CHECK(code_of(Ukprn::parse(text)) == "ukprn.invalid");
}

TEST_CASE("a DfE number is read with or without its stroke and keeps its zeros")
{
    for (const auto* text : {"9900123", "990/0123", "990 0123", "990-0123"}) CHECK(DfeNumber::parse(text)->text() == "9900123");
    CHECK(DfeNumber::parse("9900123")->shown() == "990/0123");
    CHECK(DfeNumber::parse("9900123")->authority() == "990");
    CHECK(DfeNumber::parse("9900123")->establishment() == "0123");
    for (const auto* text : {"990012", "99001234", "0900123", "99/00123", "990/012a"}) CHECK(code_of(DfeNumber::parse(text)) == "dfe_number.invalid");
}

}  // namespace waymark
