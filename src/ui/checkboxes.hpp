// Any number of choices from a few.
#pragma once

#include "ui/radios.hpp"

namespace waymark::ui {

struct CheckboxItem {
    std::string value;
    Content text;
    std::optional<HintOptions> hint;
    Html conditional;
    std::optional<bool> checked;
    bool disabled = false;
    std::string divider;
    std::string behaviour;  // "exclusive": none of the others
    std::string id;
    std::string name;
    ItemLabelOptions label;
    Attributes attributes;
};
struct CheckboxesOptions {
    std::string name;
    std::string id_prefix;
    std::optional<FieldsetOptions> fieldset;
    std::optional<HintOptions> hint;
    std::optional<ErrorMessageOptions> error_message;
    std::vector<CheckboxItem> items;
    std::vector<std::string> values;
    std::string described_by;
    FormGroupOptions form_group;
    std::string classes;
    Attributes attributes;
};
void checkboxes(Buffer& out, const CheckboxesOptions& options);

}  // namespace waymark::ui
