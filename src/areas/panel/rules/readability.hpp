// How old a reader must be to follow a text with ease.
#pragma once

#include <string_view>

namespace waymark::panel {

struct Readability {
    int words = 0;
    int sentences = 0;
    int syllables = 0;
    /// The age, in years, at which a child reads it with ease; 0 for no words.
    [[nodiscard]] double reading_age() const;
};

/// Counts an English text. A heading or a list item is a sentence of its own; a number is a word of one syllable.
/// Source     Flesch-Kincaid grade level (Kincaid and others, 1975): 0.39 words/sentence + 11.8 syllables/word - 15.59; plus 5
///            years for the age. Syllables are counted by groups of vowels, so the age is right to about half a year.
[[nodiscard]] Readability readability_of(std::string_view text);

}  // namespace waymark::panel
