// No list of common passwords: of those with twelve characters nearly all are runs, repetitions, or “password” with something behind it.
#include "people/rules/new_password.hpp"

#include <algorithm>
#include <set>

#include "foundation/text.hpp"

namespace waymark::people {
namespace {

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// Whether most neighbours follow each other along the alphabet, the digits or a row of keys, forwards or backwards.
bool is_mostly_a_run(std::string_view text)
{
    constexpr std::string_view rows[] = {"abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"};
    std::size_t steps = 0;
    for (std::size_t at = 1; at < text.size(); ++at) {
        const char pair[] = {text[at - 1], text[at]}, back[] = {text[at], text[at - 1]};
        const auto holds = [&](std::string_view row) { return row.contains(std::string_view{pair, 2}) || row.contains(std::string_view{back, 2}); };
        if (text[at] == text[at - 1] || std::ranges::any_of(rows, holds)) ++steps;
    }
    return steps * 3 >= (text.size() - 1) * 2;
}

/// The words that people begin with when they are made to think of a password, and nothing but digits and signs around them.
bool is_a_usual_word(std::string_view text)
{
    std::string letters;
    for (const char letter : text)
        if (letter >= 'a' && letter <= 'z') letters += letter;
    constexpr std::string_view usual[] = {"", "password", "passwort", "pssword", "passwrd", "psswrd", "letmein", "welcome", "iloveyou", "administrator", "admin", "waymark", "changeme"};
    for (std::string_view word : usual)
        if (letters == word || letters == std::string{word} + std::string{word}) return true;
    return false;
}

}  // namespace

Problems problems_with_new_password(std::string_view password, std::string_view email)
{
    Problems found;
    const auto wrong = [&](std::string code, std::string message) { found.add(std::move(code), std::move(message), "new_password"); };
    if (password.empty()) {
        wrong("people.password_missing", "Enter a new password.");
        return found;
    }
    if (characters(password) < static_cast<std::size_t>(password_characters_least)) {
        wrong("people.password_short", "The password must have 12 characters or more. Three or four words with spaces between them are easy to remember.");
        return found;
    }
    if (password.size() > password_bytes_most) wrong("people.password_long", "The password must have 1,000 characters or fewer.");
    const std::string folded = lower_ascii(password);
    const std::string address = lower_ascii(email), name = address.substr(0, address.find('@'));
    const bool is_address = !address.empty() && (folded.contains(address) || (characters(name) >= 8 && folded.contains(name)));
    if (is_address) wrong("people.password_is_address", "The password must not hold your email address.");
    const std::set<char> different{folded.begin(), folded.end()};
    if (different.size() < 5 || is_mostly_a_run(folded) || is_a_usual_word(folded))
        wrong("people.password_common", "This password is easy to guess. Choose three or four words that do not belong together.");
    return found;
}

}  // namespace waymark::people
