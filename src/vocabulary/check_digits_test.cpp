// Check letters and digits: the sums of R48 and R49, and what one wrong character does to them.
#include "vocabulary/check_digits.hpp"

#include <string>

#include <doctest/doctest.h>

#include "vocabulary/register_numbers.hpp"
#include "vocabulary/upn.hpp"

namespace waymark {

TEST_CASE("the check letters of the published example and of the three made-up numbers come out right")
{
    CHECK(upn_check_letter("801200005001") == 'B');  // sum 93
    CHECK(upn_check_letter("373000026001") == 'R');  // sum 130
    CHECK(upn_check_letter("931000026017") == 'F');  // sum 212
    CHECK(upn_check_letter("37300002600A") == 'C');  // sum 117, a temporary number
    CHECK(upn_check_letter("801200005002") == 'Q');
}

TEST_CASE("no check letter is given for what is not the rest of a UPN")
{
    for (const auto* rest : {"", "80120000500", "8012000050011", "80120000500I", "80120000500O", "80120000500S", "8012A0005001", "80120000500a"})
        CHECK_FALSE(upn_check_letter(rest));
}

TEST_CASE("a UPN with one character changed is no UPN any more, whichever character it is")
{
    const auto value = [](char letter) { return letter <= '9' ? static_cast<std::size_t>(letter - '0') : upn_alphabet.find(letter); };
    for (int number = 0; number < 400; ++number) {
        std::string rest = std::to_string(201 + number) + "0000" + std::to_string(10 + number % 90) + std::to_string(100 + number * 7 % 900);
        if (number % 5 == 0) rest.back() = upn_alphabet[static_cast<std::size_t>(number) % upn_alphabet.size()];
        const std::string upn = *upn_check_letter(rest) + rest;
        REQUIRE(Upn::parse(upn));
        for (std::size_t place = 0; place < upn.size(); ++place)
            for (const char other : std::string{"0123456789"} + std::string{upn_alphabet}) {
                if (other == upn[place]) continue;
                // In the last place a letter and the digit of its value are one to the sum: …00A and …000 share their check letter.
                if (place == 12 && value(other) == value(upn[place])) continue;
                std::string changed = upn;
                changed[place] = other;
                CAPTURE(upn);
                CAPTURE(changed);
                REQUIRE_FALSE(Upn::parse(changed));
            }
    }
}

TEST_CASE("a ULN ends in ten less the remainder, and none is issued when nothing remains")
{
    CHECK(uln_check_digit("123456789") == 9);
    CHECK(uln_check_digit("900000000") == 8);
    CHECK(uln_check_digit("100000001") == 9);
    CHECK_FALSE(uln_check_digit("100000006"));  // 10 × 1 + 2 × 6 = 22
    CHECK_FALSE(uln_check_digit("12345678"));
    CHECK_FALSE(uln_check_digit("12345678X"));
}

TEST_CASE("a ULN with one digit changed is no ULN any more")
{
    for (int number = 100'000'001; number < 100'000'001 + 60'000'000; number += 123'457) {
        const auto digit = uln_check_digit(std::to_string(number));
        if (!digit) continue;
        const std::string uln = std::to_string(number) + std::to_string(*digit);
        REQUIRE(Uln::parse(uln));
        for (std::size_t place = 0; place < uln.size(); ++place)
            for (char other = '0'; other <= '9'; ++other) {
                if (other == uln[place]) continue;
                std::string changed = uln;
                changed[place] = other;
                CAPTURE(uln);
                REQUIRE_FALSE(Uln::parse(changed));
            }
    }
}

TEST_CASE("an NHS number ends in eleven less the remainder, and none is issued where that would be ten")
{
    CHECK(nhs_number_check_digit("943476591") == 9);  // the example of the NHS Data Dictionary
    CHECK(nhs_number_check_digit("000000000") == 0);
    CHECK_FALSE(nhs_number_check_digit("000000006"));  // 12, of which 1 remains
    CHECK_FALSE(nhs_number_check_digit("94347659"));
}

}  // namespace waymark
