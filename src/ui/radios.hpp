// One choice from a few, all in sight; a choice may open further questions.
#pragma once

#include <vector>

#include "ui/form_group.hpp"

namespace waymark::ui {

struct ItemLabelOptions {
    std::string classes;
    Attributes attributes;
};
struct RadioItem {
    std::string value;
    Content text;
    std::optional<HintOptions> hint;
    Html conditional;  // the macro's conditional.html: shown while this one is chosen
    std::optional<bool> checked;
    bool disabled = false;
    std::string divider;  // instead of an item: "or"
    std::string id;
    ItemLabelOptions label;
    Attributes attributes;
};
struct RadiosOptions {
    std::string name;
    std::string id_prefix;
    std::optional<FieldsetOptions> fieldset;
    std::optional<HintOptions> hint;
    std::optional<ErrorMessageOptions> error_message;
    std::vector<RadioItem> items;
    std::string value;
    FormGroupOptions form_group;
    std::string classes;
    Attributes attributes;
};
void radios(Buffer& out, const RadiosOptions& options);

}  // namespace waymark::ui
