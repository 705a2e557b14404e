// The message beside a form control that says what is wrong and how to right it.
#pragma once

#include <string>

#include "ui/attributes.hpp"

namespace waymark::ui {

struct ErrorMessageOptions {
    Content text;
    std::string id;
    std::string classes;
    Attributes attributes;
    std::string visually_hidden_text = "Error";
};
void error_message(Buffer& out, const ErrorMessageOptions& options);

}  // namespace waymark::ui
