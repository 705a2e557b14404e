// A button, or a link that looks like one. One green button a page; name the act: "Send referral".
#pragma once

#include <optional>
#include <string>

#include "ui/attributes.hpp"

namespace waymark::ui {

struct ButtonOptions {
    Content text;
    std::string href;  // makes it a link
    std::string type = "submit";
    std::string name;
    std::string value;
    bool disabled = false;
    std::optional<bool> prevent_double_click;
    bool is_start_button = false;
    std::string classes;
    std::string id;
    Attributes attributes;
};
void button(Buffer& out, const ButtonOptions& options);

}  // namespace waymark::ui
