// A text area that says how much room is left.
#pragma once

#include "ui/plurals.hpp"
#include "ui/textarea.hpp"

namespace waymark::ui {

struct CharacterCountOptions {
    std::string name;
    std::string id;
    LabelOptions label;
    std::optional<HintOptions> hint;
    std::optional<ErrorMessageOptions> error_message;
    std::string value;
    std::string rows = "5";
    std::optional<std::string> maxlength, maxwords, threshold;
    std::string count_type;
    std::optional<bool> spellcheck;
    FormGroupOptions form_group;
    std::string count_message_classes;  // the macro's countMessage.classes
    std::string textarea_description_text;
    Plurals characters_under_limit_text, characters_over_limit_text, words_under_limit_text, words_over_limit_text;
    std::string characters_at_limit_text, words_at_limit_text;
    std::string classes;
    Attributes attributes;
};
void character_count(Buffer& out, const CharacterCountOptions& options);

}  // namespace waymark::ui
