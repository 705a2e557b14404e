// zxcvbn estimates; what it thinks well of and people guess all the same (digits alone, rows of keys) is caught by two small rules before it.
#include "people/rules/new_password.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>
#include <zxcvbn.h>

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

/// Parts of three letters or more, as a guesser who knows the person would try them.
std::vector<std::string> parts_of(std::string_view text)
{
    std::vector<std::string> parts{""};
    for (const char letter : lower_ascii(text)) {
        const bool belongs = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || static_cast<unsigned char>(letter) >= 0x80;
        if (belongs) parts.back() += letter;
        else if (!parts.back().empty()) parts.emplace_back();
    }
    std::erase_if(parts, [](const std::string& part) { return characters(part) < 3; });
    return parts;
}

/// Of a long one the beginning is enough: what follows makes it no easier. The work grows with the square of the length.
bool is_guessed_too_soon(std::string_view password, std::string_view email, std::string_view own_words)
{
    constexpr std::size_t looked_at = 100;
    const std::string beginning{password.substr(0, looked_at)};
    auto known = parts_of(std::string{email} + " " + std::string{own_words} + " waymark");
    std::vector<const char*> words;
    for (const auto& word : known) words.push_back(word.c_str());
    words.push_back(nullptr);
    return ZxcvbnMatch(beginning.c_str(), words.data(), nullptr) < std::log2(guesses_least);
}

}  // namespace

Problems problems_with_new_password(std::string_view password, std::string_view email, std::string_view own_words)
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
    if (different.size() < 5 || is_mostly_a_run(folded) || is_a_usual_word(folded) || is_guessed_too_soon(password, email, own_words))
        wrong("people.password_common", "This password is easy to guess: it is on lists of passwords that leaked, or made of a name, a date or too few words. Choose three or four "
                                        "words that do not belong together.");
    return found;
}

}  // namespace waymark::people
