// Postcodes in all their shapes.
#include "vocabulary/postcode.hpp"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("a postcode is spelled one way however it was typed")
{
    CHECK(Postcode::parse("s12hh")->text() == "S1 2HH");
    CHECK(Postcode::parse(" S1  2HH ")->text() == "S1 2HH");
    for (const auto* text : {"M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB", "GIR 0AA"}) CHECK(Postcode::parse(text)->text() == text);
}

TEST_CASE("half a postcode or a mistyped one is refused")
{
    for (const auto* text : {"", "S1", "S1 2H", "S1 2HHH", "1S 2HH", "SHE1 2HH", "S1 HH2", "S1 2HI", "S1-2HH"})
        CHECK(code_of(Postcode::parse(text)) == "postcode.invalid");
}

TEST_CASE("the outward part says roughly where")
{
    CHECK(Postcode::parse("S1 2HH")->outward() == "S1");
    CHECK(Postcode::parse("DN55 1PT")->outward() == "DN55");
}

}  // namespace waymark
