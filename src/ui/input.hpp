// A box for one line of text.
#pragma once

#include "ui/form_group.hpp"

namespace waymark::ui {

struct AffixOptions {
    Content text;
    std::string classes;
    Attributes attributes;
};
struct InputWrapperOptions {
    std::string classes;
    Attributes attributes;
};
struct InputOptions {
    std::string name;
    std::string id;  // the name when empty
    LabelOptions label;
    std::optional<HintOptions> hint;
    std::optional<ErrorMessageOptions> error_message;
    std::optional<std::string> value;
    std::string type = "text";
    std::optional<std::string> inputmode, autocomplete, pattern, autocapitalize;
    std::optional<bool> spellcheck;
    bool disabled = false;
    std::string described_by;
    AffixOptions prefix, suffix;
    FormGroupOptions form_group;
    InputWrapperOptions input_wrapper;
    std::string classes;
    Attributes attributes;
};
void input(Buffer& out, const InputOptions& options);

}  // namespace waymark::ui
