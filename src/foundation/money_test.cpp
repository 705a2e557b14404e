// Pounds and pence as typed and as shown.
#include "foundation/money.hpp"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("amounts are read as people type them")
{
    CHECK(parse_money("1,234.50") == Money{123450});
    CHECK(parse_money("£90") == Money{9000});
    CHECK(parse_money(" 90.5 ") == Money{9050});
    CHECK(parse_money("0.07") == Money{7});
    CHECK(parse_money("1234567") == Money{123456700});
    CHECK(parse_money("−£5.25") == Money{-525});
    CHECK(parse_money("-5") == Money{-500});
}

TEST_CASE("what is no amount is refused, a third decimal included")
{
    for (const auto* typed : {"", "£", "ninety", "90.505", "90.", ".50", "1,23", "12,34.50", "1,,000", "90 pounds", "£-", "--5", "1234567890123"})
        CHECK(code_of(parse_money(typed)) == "money.invalid");
}

TEST_CASE("amounts are shown without needless pence")
{
    CHECK(money_text(Money::pounds(90)) == "£90");
    CHECK(money_text({123450}) == "£1,234.50");
    CHECK(money_text({-525}) == "−£5.25");
    CHECK(money_text({7}) == "£0.07");
    CHECK(money_text({}) == "£0");
}

TEST_CASE("money adds up")
{
    CHECK(Money::pounds(85) * 3 - Money{50} + Money{50} == Money::pounds(255));
}

}  // namespace waymark
