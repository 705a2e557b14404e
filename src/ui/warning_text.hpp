// A warning about law or safety.
#pragma once

#include <string>

#include "ui/attributes.hpp"

namespace waymark::ui {

struct WarningTextOptions {
    Content text;
    std::string icon_fallback_text = "Warning";
    std::string classes;
    Attributes attributes;
};
void warning_text(Buffer& out, const WarningTextOptions& options);

}  // namespace waymark::ui
