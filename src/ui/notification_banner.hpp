// A message about the page as a whole. The success banner of the page before is written by page().
#pragma once

#include <optional>
#include <string>

#include "ui/attributes.hpp"

namespace waymark::ui {

struct NotificationBannerOptions {
    Content text;
    std::string type;  // "success", or empty for "Important"
    Content title;
    std::string title_heading_level = "2";
    std::string title_id = "govuk-notification-banner-title";
    std::string role;
    std::optional<bool> disable_auto_focus;
    std::string classes;
    Attributes attributes;
};
void notification_banner(Buffer& out, const NotificationBannerOptions& options);

}  // namespace waymark::ui
