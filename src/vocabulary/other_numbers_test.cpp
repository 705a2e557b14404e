// An authority's code and an NHS number.
#include "vocabulary/other_numbers.hpp"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("an authority’s code is three digits, and a statistical code is no such code")
{
    CHECK(AuthorityCode::parse(" 373 ")->text() == "373");
    for (const auto* text : {"", "37", "3730", "037", "E08000019", "37A"}) CHECK(code_of(AuthorityCode::parse(text)) == "authority_code.invalid");
}

TEST_CASE("an NHS number is taken when its check digit fits, spaces or not")
{
    CHECK(NhsNumber::parse("943 476 5919")->text() == "9434765919");
    CHECK(NhsNumber::parse("9434765919")->shown() == "943 476 5919");
    for (const auto* text : {"9434765918", "9434765991", "943476591", "94347659199", "943476591X", ""})
        CHECK(code_of(NhsNumber::parse(text)) == "nhs_number.invalid");
}

}  // namespace waymark
