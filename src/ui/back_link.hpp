// The way back inside a question flow. Pages give it as PageOptions::back.
#pragma once

#include <string>

#include "ui/attributes.hpp"

namespace waymark::ui {

struct BackLinkOptions {
    Content text = "Back";
    std::string href = "#";
    std::string classes;
    Attributes attributes;
};
void back_link(Buffer& out, const BackLinkOptions& options);

}  // namespace waymark::ui
