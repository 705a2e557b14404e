// The label of one form control.
#pragma once

#include <string>

#include "ui/attributes.hpp"

namespace waymark::ui {

struct LabelOptions {
    Content text;
    std::string for_id;  // the macro's `for`
    bool is_page_heading = false;
    std::string classes;
    Attributes attributes;
};
void label(Buffer& out, const LabelOptions& options);

}  // namespace waymark::ui
