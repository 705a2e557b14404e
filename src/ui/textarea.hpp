// A box for several lines of text.
#pragma once

#include "ui/form_group.hpp"

namespace waymark::ui {

struct TextareaOptions {
    std::string name;
    std::string id;
    LabelOptions label;
    std::optional<HintOptions> hint;
    std::optional<ErrorMessageOptions> error_message;
    std::string value;
    std::string rows = "5";
    std::optional<bool> spellcheck;
    std::string autocomplete;
    bool disabled = false;
    std::string described_by;
    FormGroupOptions form_group;
    std::string classes;
    Attributes attributes;
};
void textarea(Buffer& out, const TextareaOptions& options);

}  // namespace waymark::ui
