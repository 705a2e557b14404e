// A password box with a button that shows what was typed.
#pragma once

#include "ui/input.hpp"

namespace waymark::ui {

struct PasswordInputOptions {
    std::string name;
    std::string id;
    LabelOptions label;
    std::optional<HintOptions> hint;
    std::optional<ErrorMessageOptions> error_message;
    std::optional<std::string> value;
    std::string autocomplete = "current-password";
    bool disabled = false;
    std::string described_by;
    FormGroupOptions form_group;
    std::string button_classes;  // the macro's button.classes
    std::string show_password_text, hide_password_text;  // the words of the package when empty
    std::string show_password_aria_label_text, hide_password_aria_label_text;
    std::string password_shown_announcement_text, password_hidden_announcement_text;
    std::string classes;
    Attributes attributes;
};
void password_input(Buffer& out, const PasswordInputOptions& options);

}  // namespace waymark::ui
