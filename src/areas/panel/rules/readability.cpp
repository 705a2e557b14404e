// Counting words, sentences and syllables.
#include "panel/rules/readability.hpp"

#include <algorithm>
#include <cctype>

#include "foundation/text.hpp"

namespace waymark::panel {
namespace {

bool is_vowel(char letter) { return std::string_view{"aeiouy"}.contains(letter); }

int syllables_of(std::string_view word)
{
    std::string letters = lower_ascii(word);
    std::erase_if(letters, [](unsigned char one) { return std::isalpha(one) == 0; });
    if (letters.empty()) return 1;
    int groups = 0;
    bool after_vowel = false;
    for (const char letter : letters) {
        if (is_vowel(letter) && !after_vowel) ++groups;
        after_vowel = is_vowel(letter);
    }
    // A last e is silent but for "-le" after a consonant; so is the e of "-es" and "-ed" in most words.
    const bool sounded_le = letters.size() > 2 && letters.ends_with("le") && !is_vowel(letters[letters.size() - 3]);
    const bool silent_ed = letters.ends_with("ed") && !letters.ends_with("ted") && !letters.ends_with("ded");
    const bool silent_es = letters.ends_with("es") && !letters.ends_with("ses") && !letters.ends_with("ces") && !letters.ends_with("xes") &&
                           !letters.ends_with("ches") && !letters.ends_with("shes") && !letters.ends_with("ges");
    const bool silent_e = letters.ends_with('e') && letters.size() > 1 && !is_vowel(letters[letters.size() - 2]) && !sounded_le;
    if (silent_e || silent_ed || silent_es) --groups;
    return std::max(groups, 1);
}

bool ends_sentence(std::string_view word)
{
    while (!word.empty() && std::string_view{")\"'"}.contains(word.back())) word.remove_suffix(1);
    return !word.empty() && std::string_view{".!?"}.contains(word.back());
}

}  // namespace

double Readability::reading_age() const
{
    if (words == 0) return 0;
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59 + 5;
}

Readability readability_of(std::string_view text)
{
    Readability counted;
    for (const std::string_view line : split(text, '\n')) {
        bool in_sentence = false;
        for (const std::string_view word : split(trimmed(line), ' ')) {
            const bool says_something = std::ranges::any_of(word, [](unsigned char one) { return std::isalnum(one) != 0; });
            if (!says_something) continue;
            ++counted.words;
            counted.syllables += syllables_of(word);
            in_sentence = !ends_sentence(word);
            if (!in_sentence) ++counted.sentences;
        }
        if (in_sentence) ++counted.sentences;
    }
    return counted;
}

}  // namespace waymark::panel
