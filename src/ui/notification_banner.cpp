// A message about the page as a whole.
#include "ui/notification_banner.hpp"

namespace waymark::ui {
namespace {

void write_title(Buffer& out, const NotificationBannerOptions& options, bool is_success)
{
    out.raw("<div class=\"govuk-notification-banner__header\">\n<h");
    out.text(options.title_heading_level);
    out.raw(" class=\"govuk-notification-banner__title\"");
    out.attribute("id", options.title_id);
    out.raw(">");
    if (!options.title.empty()) out.content(options.title);
    else if (is_success) out.raw("Success");
    else out.raw("Important");
    out.raw("</h");
    out.text(options.title_heading_level);
    out.raw(">\n</div>\n");
}

}  // namespace

void notification_banner(Buffer& out, const NotificationBannerOptions& options)
{
    const bool is_success = options.type == "success";
    out.raw("<div");
    write_classes(out, "govuk-notification-banner", options.classes, is_success ? "govuk-notification-banner--success" : "");
    out.attribute("role", !options.role.empty() ? options.role : is_success ? "alert" : "region");
    out.attribute("aria-labelledby", options.title_id);
    out.raw(" data-module=\"govuk-notification-banner\"");
    if (options.disable_auto_focus) out.attribute("data-disable-auto-focus", *options.disable_auto_focus ? "true" : "false");
    write(out, options.attributes);
    out.raw(">\n");
    write_title(out, options, is_success);
    out.raw("<div class=\"govuk-notification-banner__content\">\n");
    const bool is_plain = std::holds_alternative<Text>(options.text.variant());
    if (is_plain && !options.text.empty()) out.raw("<p class=\"govuk-notification-banner__heading\">");
    out.content(options.text);
    if (is_plain && !options.text.empty()) out.raw("</p>");
    out.raw("</div>\n</div>\n");
}

}  // namespace waymark::ui
