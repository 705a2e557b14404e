// One choice from a list that is too long for radios.
#pragma once

#include <vector>

#include "ui/form_group.hpp"

namespace waymark::ui {

struct SelectItem {
    std::optional<std::string> value;
    std::string text;
    std::optional<bool> selected;
    bool disabled = false;
    Attributes attributes;
};
struct SelectOptions {
    std::string name;
    std::string id;
    LabelOptions label;
    std::optional<HintOptions> hint;
    std::optional<ErrorMessageOptions> error_message;
    std::vector<SelectItem> items;
    std::string value;
    bool disabled = false;
    std::string described_by;
    FormGroupOptions form_group;
    std::string classes;
    Attributes attributes;
};
void select(Buffer& out, const SelectOptions& options);

}  // namespace waymark::ui
