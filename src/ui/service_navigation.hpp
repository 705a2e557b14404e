// The main navigation, under the header; one Menu button on a phone. The page shell writes it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/attributes.hpp"

namespace waymark::ui {

struct ServiceNavigationItem {
    Content text;
    std::string href;
    bool current = false;
    bool active = false;
    Attributes attributes;
};
struct ServiceNavigationSlots {
    Html start, end, navigation_start, navigation_end;
    bool end_is_inline = false;  // the macro's slots.end.align == "inline"
};
struct ServiceNavigationOptions {
    std::string service_name;
    std::string service_url;
    std::vector<ServiceNavigationItem> navigation;
    std::optional<bool> collapse_navigation_on_mobile;
    std::string aria_label = "Service information";
    std::string menu_button_text = "Menu";
    std::string menu_button_label;
    std::string navigation_label;
    std::string navigation_id = "navigation";
    std::string navigation_classes;
    ServiceNavigationSlots slots;
    std::string classes;
    Attributes attributes;
};
void service_navigation(Buffer& out, const ServiceNavigationOptions& options);

}  // namespace waymark::ui
