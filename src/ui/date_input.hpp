// A date in three boxes: day, month, year.
#pragma once

#include <utility>
#include <vector>

#include "ui/form_group.hpp"

namespace waymark::ui {

struct DateInputItem {
    std::string name;
    std::string id;
    Content label;
    std::optional<std::string> value;
    std::optional<bool> error;
    std::string inputmode;
    std::optional<std::string> autocomplete, pattern;
    std::string classes;
    Attributes attributes;
};
struct DateInputOptions {
    std::string id;
    std::string name_prefix;
    std::optional<FieldsetOptions> fieldset;
    std::optional<HintOptions> hint;
    std::optional<ErrorMessageOptions> error_message;
    std::optional<DateInputItem> day, month, year;
    std::vector<DateInputItem> items;  // instead of day, month and year
    std::vector<std::pair<std::string, std::string>> values;
    FormGroupOptions form_group;
    std::string classes;
    Attributes attributes;
};
void date_input(Buffer& out, const DateInputOptions& options);

}  // namespace waymark::ui
