#include <doctest/doctest.h>

#include <string>

#include "people/rules/new_password.hpp"

using namespace waymark;
using namespace waymark::people;

namespace {

std::string wrong_with(std::string_view password, std::string_view email = "sam.okoro@marshlane.example", std::string_view own_words = "Sam Okoro, Harrowdale")
{
    return std::string{problems_with_new_password(password, email, own_words).code()};
}

}  // namespace

TEST_CASE("a password has twelve characters, whatever they are; letters with accents count once")
{
    CHECK(wrong_with("") == "people.password_missing");
    CHECK(wrong_with("x9$kQ2!vB7#") == "people.password_short");
    CHECK(wrong_with("x9$kQ2!vB7#m") == "");
    CHECK(wrong_with("éèçöü wörté") == "people.password_short");
    CHECK(wrong_with("éèçöü wörtér") == "");
    CHECK(wrong_with("    correct horse    ") == "");
}

TEST_CASE("a thousand bytes are taken, one more is not")
{
    std::string long_one;
    while (long_one.size() < 1000) long_one += "river goat lamp ";
    CHECK(wrong_with(long_one.substr(0, 1000)) == "");
    CHECK(wrong_with(long_one.substr(0, 999) + "zq") == "people.password_long");
}

TEST_CASE("a password is not the email address, nor a long name before the @")
{
    CHECK(wrong_with("SAM.OKORO@marshlane.example") == "people.password_is_address");
    CHECK(wrong_with("my sam.okoro 2026") == "people.password_is_address");
    CHECK(wrong_with("samovar by the river", "sam@marshlane.example") == "");
    CHECK(wrong_with("river goat lamp", "") == "");
}

TEST_CASE("runs, repetitions and usual words are easy to guess, words side by side are not")
{
    for (const std::string_view easy : {"aaaaaaaaaaaa", "abababababab", "123456789012", "abcdefghijklm", "qwertyuiopas", "987654321098", "Password1234", "password!!!!2026",
                                        "passwordpassword", "P@ssw0rd12345", "408172635091", "Welcome-2026!", "admin1234567"}) {
        CAPTURE(easy);
        CHECK(wrong_with(easy) == "people.password_common");
    }
    for (const std::string_view good : {"river-stone-42", "correct horse battery", "lamp goat tuesday", "x9$kQ2!vB7#m"}) {
        CAPTURE(good);
        CHECK(wrong_with(good) == "");
    }
}

TEST_CASE("a password that is on the lists of those who guess is refused, whatever stands behind it")
{
    for (const std::string_view known : {"football1234", "sunshine12345", "iloveyoujessica", "manchesterunited", "letmein123456", "trustno1trustno1", "zaq12wsxcde3", "1q2w3e4r5t6y",
                                         "michael1michael1", "jessica01012010", "September2026!", "Autumn2026!!", "Liverpool2026!", "river stones"}) {
        CAPTURE(known);
        CHECK(wrong_with(known) == "people.password_common");
    }
}

TEST_CASE("what others know of a person is no password of theirs, and may be part of somebody else’s")
{
    CHECK(wrong_with("Harrowdale2026") == "people.password_common");
    CHECK(wrong_with("SamOkoro1987!") == "people.password_common");
    CHECK(wrong_with("marshlane2026!") == "people.password_common");
    CHECK(wrong_with("okoro marshlane sam") == "people.password_common");
    CHECK(wrong_with("okoro marshlane sam", "kim@x.example", "Kim Lee, Harrowdale") == "");
    CHECK(wrong_with("okoro marshlane sam lamp goat") == "");
}

TEST_CASE("the bound is ten to the tenth guesses, and a long password is looked at by its beginning")
{
    CHECK(wrong_with("hedgehog lantern") == "people.password_common");   // 10^9.6
    CHECK(wrong_with("purple monkey dishwasher") == "");                 // 10^12.2
    CHECK(wrong_with(std::string(90, 'a') + " lamp goat tuesday") == "people.password_common");
    CHECK(wrong_with("lamp goat tuesday " + std::string(900, 'a')) == "people.password_common");  // mostly one letter
    CHECK(wrong_with("lamp goat tuesday river stone hedgehog") == "");
}

TEST_CASE("all that is wrong is said at once")
{
    const auto wrong = problems_with_new_password("password@12345", "password@12345");
    CHECK(wrong.has("people.password_is_address"));
    CHECK(wrong.has("people.password_common"));
    CHECK(wrong.message_for("new_password") != "");
}

TEST_CASE("an invitation holds two days, a reset an hour")
{
    CHECK(LinkLimits{}.invitation == std::chrono::hours{48});
    CHECK(LinkLimits{}.reset == std::chrono::hours{1});
}
