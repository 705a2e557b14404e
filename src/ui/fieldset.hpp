// A group of controls under one legend.
#pragma once

#include <functional>
#include <string>

#include "ui/attributes.hpp"

namespace waymark::ui {

struct LegendOptions {
    Content text;
    std::string classes;
    bool is_page_heading = false;
};
struct FieldsetOptions {
    LegendOptions legend;
    std::string described_by;
    std::string classes;
    std::string role;
    Attributes attributes;
    Html html;
};
void fieldset(Buffer& out, const FieldsetOptions& options);
/// The same around what `body` writes, after options.html.
void fieldset(Buffer& out, const FieldsetOptions& options, const std::function<void(Buffer&)>& body);

}  // namespace waymark::ui
