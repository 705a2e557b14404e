// The green panel that confirms something was sent; or an interruption before a page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/attributes.hpp"

namespace waymark::ui {

struct PanelAction {
    std::string text;
    std::string href;
    std::string type;
    std::string classes;
    Attributes attributes;
};
struct PanelActions {
    std::vector<PanelAction> items;
    std::string classes;
    Attributes attributes;
};
struct PanelOptions {
    Content title;
    Content text;
    int heading_level = 1;
    std::optional<PanelActions> actions;  // only of an interruption, classes "govuk-panel--interruption"
    std::string classes;
    Attributes attributes;
};
void panel(Buffer& out, const PanelOptions& options);

}  // namespace waymark::ui
