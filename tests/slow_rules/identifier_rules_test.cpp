// R48 to R49, the slow way: from the words of the rules, character by character.
#include <doctest/doctest.h>

#include "law/rules/groups.hpp"
#include "slow_rules/compare.hpp"

namespace waymark::slow {
namespace {

constexpr std::string_view slow_letters = "A B C D E F G H J K L M N P Q R T U V W X Y Z";  // every second character

int slow_value(char letter)
{
    if (letter >= '0' && letter <= '9') return letter - '0';
    for (int index = 0; index < 23; ++index)
        if (slow_letters[static_cast<std::size_t>(2 * index)] == letter) return index;
    return -1;
}

bool slow_is_digit(char letter) { return std::string_view{"0123456789"}.find(letter) != std::string_view::npos; }

bool slow_all_digits(std::string_view text)
{
    for (const char letter : text)
        if (!slow_is_digit(letter)) return false;
    return true;
}

std::string slow_unspaced(std::string_view text)
{
    std::string kept;
    for (const char letter : text)
        if (letter != ' ') kept.push_back(letter);
    return kept;
}

std::string slow_capitals(std::string_view text)
{
    std::string kept;
    for (const char letter : slow_unspaced(text)) kept.push_back(letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter);
    return kept;
}

std::string chance_digits(Chance& chance, int count)
{
    std::string digits;
    while (count-- > 0) digits.push_back(static_cast<char>('0' + chance.between(0, 9)));
    return digits;
}

/// Now and then a character changed, lost, doubled or a space put in.
std::string mistyped(Chance& chance, std::string text)
{
    if (text.empty() || chance.in_hundred(50)) return text;
    const auto at = static_cast<std::size_t>(chance.between(0, static_cast<int>(text.size()) - 1));
    switch (chance.between(0, 4)) {
        case 0: text[at] = chance.one({"0", "1", "7", "9", "A", "I", "O", "S", "Z", "-"})[0]; break;
        case 1: text.erase(at, 1); break;
        case 2: text.insert(at, 1, text[at]); break;
        case 3: text.insert(at, " "); break;
        default: std::swap(text[at], text[(at + 1) % text.size()]);
    }
    return text;
}

Value slow_wrong(std::string_view problem) { return Value::Record{{"is_valid", false}, {"problem", problem}}; }
Value slow_right(Value::List parts) { return Value::Record{{"is_valid", true}, {"parts", std::move(parts)}}; }

/// The letter with which the sum, the letter's own value taken away, can be divided by 23.
char slow_check_letter(std::string_view rest)
{
    int sum = 0;
    for (int place = 2; place <= 13; ++place) sum += place * slow_value(rest[static_cast<std::size_t>(place - 2)]);
    for (int index = 0; index < 23; ++index)
        if ((sum - index) % 23 == 0) return slow_letters[static_cast<std::size_t>(2 * index)];
    return '?';
}

std::string random_rest(Chance& chance)
{
    std::string rest = chance_digits(chance, 3) + "0000" + chance_digits(chance, 5);
    if (chance.in_hundred(25)) rest.back() = slow_letters[static_cast<std::size_t>(2 * chance.between(0, 22))];
    return rest;
}

std::string random_upn(Chance& chance)
{
    const auto rest = random_rest(chance);
    return slow_check_letter(rest) + rest;
}

Value::Record case_upn(Chance& chance)
{
    auto upn = mistyped(chance, random_upn(chance));
    if (chance.in_hundred(10))
        for (auto& letter : upn)
            if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return {{"upn", upn}};
}

Value slow_upn(const Value& given)
{
    const auto upn = slow_capitals(text_in(given, "upn"));
    if (upn.size() != 13) return slow_wrong("upn.length");
    const bool right_letters = !slow_is_digit(upn[0]) && slow_value(upn[0]) >= 0 && slow_all_digits(upn.substr(1, 11)) && slow_value(upn[12]) >= 0;
    if (!right_letters) return slow_wrong("upn.letters");
    if (slow_check_letter(upn.substr(1)) != upn[0]) return slow_wrong("upn.check");
    return Value::Record{{"is_valid", true},
                         {"parts", Value::List{upn.substr(0, 1), upn.substr(1, 3), upn.substr(4, 4), upn.substr(8, 2), upn.substr(10, 3)}},
                         {"is_temporary", !slow_is_digit(upn[12])}};
}

Value::Record case_upn_check_letter(Chance& chance)
{
    const auto rest = random_rest(chance);
    return {{"rest", chance.in_hundred(30) ? mistyped(chance, rest) : rest}};
}

Value slow_upn_check_letter(const Value& given)
{
    const auto rest = text_in(given, "rest");
    if (rest.size() != 12 || !slow_all_digits(rest.substr(0, 11)) || slow_value(rest[11]) < 0) return Value::Record{{"error", "upn.letters"}};
    return Value::Record{{"letter", std::string(1, slow_check_letter(rest))}};
}

Value::Record case_with_new_upn(Chance& chance)
{
    const auto current = random_upn(chance);
    Value::Record given{{"current", current}, {"found", chance.in_hundred(15) ? current : random_upn(chance)}};
    if (chance.in_hundred(50)) given.emplace_back("former", random_upn(chance));
    return given;
}

Value slow_with_new_upn(const Value& given)
{
    const auto current = text_in(given, "current"), found = text_in(given, "found");
    if (current == found) {
        Value::List former;
        if (given.find("former")) former.emplace_back(text_in(given, "former"));
        return Value::Record{{"current", Value::List{current}}, {"former", former}};
    }
    if (slow_is_digit(current[12]) && !slow_is_digit(found[12])) return Value::Record{{"error", "upn.back_to_temporary"}};
    return Value::Record{{"current", Value::List{found}}, {"former", Value::List{current}}};
}

/// The remainder of 10 d1 + 9 d2 + … + 2 d9, by taking away 11 again and again.
int slow_remainder(std::string_view nine)
{
    int sum = 0;
    for (int place = 1; place <= 9; ++place) sum += (11 - place) * (nine[static_cast<std::size_t>(place - 1)] - '0');
    while (sum >= 11) sum -= 11;
    return sum;
}

Value::Record case_uln(Chance& chance)
{
    if (chance.in_hundred(3)) return {{"uln", "9999999999"}};
    auto uln = chance_digits(chance, 9);
    const int remainder = slow_remainder(uln);
    uln.push_back(remainder == 0 ? '0' : static_cast<char>('0' + 10 - remainder));
    return {{"uln", mistyped(chance, uln)}};
}

Value slow_uln(const Value& given)
{
    const auto uln = slow_unspaced(text_in(given, "uln"));
    if (uln == "9999999999") return slow_wrong("uln.dummy");
    if (uln.size() != 10 || !slow_all_digits(uln)) return slow_wrong("uln.invalid");
    const int remainder = slow_remainder(uln);
    if (remainder == 0 || uln[9] - '0' + remainder != 10) return slow_wrong("uln.invalid");
    return slow_right({uln});
}

Value::Record case_uln_check_digit(Chance& chance) { return {{"first_nine", mistyped(chance, chance_digits(chance, 9))}}; }

Value slow_uln_check_digit(const Value& given)
{
    const auto nine = text_in(given, "first_nine");
    const int remainder = nine.size() == 9 && slow_all_digits(nine) ? slow_remainder(nine) : 0;
    if (remainder == 0) return Value::Record{{"is_issued", false}};
    return Value::Record{{"is_issued", true}, {"digit", 10 - remainder}};
}

Value::Record case_urn(Chance& chance) { return {{"urn", mistyped(chance, chance_digits(chance, 6))}}; }

Value slow_urn(const Value& given)
{
    const auto urn = slow_unspaced(text_in(given, "urn"));
    return urn.size() == 6 && slow_all_digits(urn) && urn[0] != '0' ? slow_right({urn}) : slow_wrong("urn.invalid");
}

Value::Record case_ukprn(Chance& chance)
{
    const auto rest = chance_digits(chance, 7);
    return {{"ukprn", mistyped(chance, std::string{chance.one({"1", "1", "1", "2", "0"})} + rest)}};
}

Value slow_ukprn(const Value& given)
{
    const auto ukprn = slow_unspaced(text_in(given, "ukprn"));
    return ukprn.size() == 8 && slow_all_digits(ukprn) && ukprn[0] == '1' ? slow_right({ukprn}) : slow_wrong("ukprn.invalid");
}

Value::Record case_dfe_number(Chance& chance)
{
    const auto authority = chance_digits(chance, 3), school = chance_digits(chance, 4);
    const std::string between{chance.one({"", "/", "-", " "})};
    return {{"dfe_number", mistyped(chance, authority + between + school)}};
}

/// Seven digits, or eight characters with a stroke in the middle, each of them looked at by itself.
Value slow_dfe_number(const Value& given)
{
    const auto typed = slow_unspaced(text_in(given, "dfe_number"));
    std::string digits;
    for (std::size_t at = 0; at < typed.size(); ++at)
        if (!(at == 3 && typed.size() == 8 && (typed[at] == '/' || typed[at] == '-'))) digits.push_back(typed[at]);
    if (digits.size() != 7 || !slow_all_digits(digits) || digits[0] == '0') return slow_wrong("dfe_number.invalid");
    return slow_right({digits.substr(0, 3), digits.substr(3)});
}

Value::Record case_authority_code(Chance& chance) { return {{"authority_code", mistyped(chance, chance_digits(chance, 3))}}; }

Value slow_authority_code(const Value& given)
{
    const auto code = slow_unspaced(text_in(given, "authority_code"));
    return code.size() == 3 && slow_all_digits(code) && code[0] != '0' ? slow_right({code}) : slow_wrong("authority_code.invalid");
}

Value::Record case_nhs_number(Chance& chance)
{
    auto number = chance_digits(chance, 9);
    const int digit = (11 - slow_remainder(number)) % 11;
    number.push_back(digit == 10 ? '0' : static_cast<char>('0' + digit));
    return {{"nhs_number", mistyped(chance, number)}};
}

/// Right when 10 d1 + 9 d2 + … + 2 d9 + d10 can be divided by 11.
Value slow_nhs_number(const Value& given)
{
    const auto number = slow_unspaced(text_in(given, "nhs_number"));
    if (number.size() != 10 || !slow_all_digits(number) || (slow_remainder(number) + number[9] - '0') % 11 != 0) return slow_wrong("nhs_number.invalid");
    return slow_right({number});
}

Value::Record case_postcode(Chance& chance)
{
    const std::string outward{chance.one({"S1", "S10", "SW1", "SE10", "W1A", "EC1A", "GIR", "S", "SHEF", "1S", "A1A1"})};
    const std::string inward{chance.one({"0AA", "2HH", "9ZZ", "1AB", "1CB", "1AI", "AAA", "11A"})};
    auto postcode = mistyped(chance, outward + std::string{chance.one({"", " "})} + inward);
    if (chance.in_hundred(20))
        for (auto& letter : postcode)
            if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return {{"postcode", postcode}};
}

/// Letters first, then what follows them, read from left to right.
Value slow_postcode(const Value& given)
{
    const auto typed = slow_capitals(text_in(given, "postcode"));
    if (typed.size() < 5) return slow_wrong("postcode.invalid");
    const auto outward = typed.substr(0, typed.size() - 3), inward = typed.substr(typed.size() - 3);
    const auto is_capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    const auto may_end = [&](char letter) { return is_capital(letter) && std::string_view{"CIKMOV"}.find(letter) == std::string_view::npos; };
    std::size_t letters = 0, digits = 0;
    while (letters < outward.size() && is_capital(outward[letters])) ++letters;
    while (letters + digits < outward.size() && slow_is_digit(outward[letters + digits])) ++digits;
    const auto after = outward.substr(letters + digits);
    const bool numbered = (letters == 1 || letters == 2) && (digits == 1 || digits == 2) && after.empty();
    const bool lettered = (letters == 1 || letters == 2) && digits == 1 && after.size() == 1 && is_capital(after[0]);
    const bool right = (numbered || lettered || outward == "GIR") && slow_is_digit(inward[0]) && may_end(inward[1]) && may_end(inward[2]);
    return right ? slow_right({outward, inward}) : slow_wrong("postcode.invalid");
}

constexpr SlowRule slow_identifier_rules[] = {
    {"upn", case_upn, slow_upn},
    {"upn_check_letter", case_upn_check_letter, slow_upn_check_letter},
    {"with_new_upn", case_with_new_upn, slow_with_new_upn},
    {"uln", case_uln, slow_uln},
    {"uln_check_digit", case_uln_check_digit, slow_uln_check_digit},
    {"urn", case_urn, slow_urn},
    {"ukprn", case_ukprn, slow_ukprn},
    {"dfe_number", case_dfe_number, slow_dfe_number},
    {"authority_code", case_authority_code, slow_authority_code},
    {"nhs_number", case_nhs_number, slow_nhs_number},
    {"postcode", case_postcode, slow_postcode},
};

TEST_CASE("numbers of children, schools and providers agree with reading them character by character, for ten thousand random cases a rule")
{
    hold_against(law::identifier_rules(), slow_identifier_rules);
}

}  // namespace
}  // namespace waymark::slow
