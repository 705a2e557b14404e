// The main navigation, under the header.
#include "ui/service_navigation.hpp"

namespace waymark::ui {
namespace {

void write_service_name(Buffer& out, const ServiceNavigationOptions& options)
{
    if (options.service_name.empty()) return;
    out.raw("<span class=\"govuk-service-navigation__service-name\">\n");
    if (!options.service_url.empty()) {
        out.raw("<a");
        out.attribute("href", options.service_url);
        out.raw(" class=\"govuk-service-navigation__link\">\n");
        out.text(options.service_name);
        out.raw("\n</a>");
    } else {
        out.raw("<span class=\"govuk-service-navigation__text\">");
        out.text(options.service_name);
        out.raw("</span>");
    }
    out.raw("\n</span>\n");
}

void write_navigation_item(Buffer& out, const ServiceNavigationItem& item)
{
    const bool is_marked = item.current || item.active;
    const auto write_words = [&] {
        // The strong element still shows where one is when colours and styles are overridden.
        if (is_marked) out.raw("<strong class=\"govuk-service-navigation__active-fallback\">");
        out.content(item.text);
        if (is_marked) out.raw("</strong>");
    };
    const auto mark_current = [&] {
        if (is_marked) out.attribute("aria-current", item.current ? "page" : "true");
    };
    out.raw("<li");
    write_classes(out, "govuk-service-navigation__item", is_marked ? "govuk-service-navigation__item--active" : "");
    out.raw(">\n");
    if (!item.href.empty()) {
        out.raw("<a class=\"govuk-service-navigation__link\"");
        out.attribute("href", item.href);
        mark_current();
        write(out, item.attributes);
        out.raw(">\n");
        write_words();
        out.raw("\n</a>\n");
    } else if (!item.text.empty()) {
        out.raw("<span class=\"govuk-service-navigation__text\"");
        mark_current();
        out.raw(">\n");
        write_words();
        out.raw("\n</span>\n");
    }
    out.raw("</li>\n");
}

void write_navigation(Buffer& out, const ServiceNavigationOptions& options)
{
    const auto& slots = options.slots;
    if (options.navigation.empty() && slots.navigation_start.empty() && slots.navigation_end.empty()) return;
    out.raw("<nav");
    out.attribute("aria-label", options.navigation_label.empty() ? options.menu_button_text : options.navigation_label);
    write_classes(out, "govuk-service-navigation__wrapper", options.navigation_classes);
    out.raw(">\n");
    if (options.collapse_navigation_on_mobile.value_or(options.navigation.size() > 1)) {
        out.raw("<button type=\"button\" class=\"govuk-service-navigation__toggle govuk-js-service-navigation-toggle\"");
        out.attribute("aria-controls", options.navigation_id);
        if (!options.menu_button_label.empty() && options.menu_button_label != options.menu_button_text)
            out.attribute("aria-label", options.menu_button_label);
        out.raw(" hidden aria-hidden=\"true\">");
        out.text(options.menu_button_text);
        out.raw("</button>\n");
    }
    out.raw("<ul class=\"govuk-service-navigation__list\"");
    out.attribute("id", options.navigation_id);
    out.raw(">\n");
    out.html(slots.navigation_start);
    for (const auto& item : options.navigation) write_navigation_item(out, item);
    out.html(slots.navigation_end);
    out.raw("</ul>\n</nav>\n");
}

}  // namespace

void service_navigation(Buffer& out, const ServiceNavigationOptions& options)
{
    // With a service name it is a landmark of its own; without one the nav inside is enough.
    const bool is_section = !options.service_name.empty() || !options.slots.start.empty() || !options.slots.end.empty();
    if (is_section) {
        out.raw("<section");
        out.attribute("aria-label", options.aria_label);
    } else {
        out.raw("<div");
    }
    write_classes(out, "govuk-service-navigation", options.classes);
    out.raw(" data-module=\"govuk-service-navigation\"");
    write(out, options.attributes);
    out.raw(">\n<div");
    write_classes(out, "govuk-width-container", options.slots.end_is_inline ? "govuk-service-navigation__inlining-container" : "");
    out.raw(">\n");
    out.html(options.slots.start);
    out.raw("<div class=\"govuk-service-navigation__container\">\n");
    write_service_name(out, options);
    write_navigation(out, options);
    out.raw("</div>\n");
    out.html(options.slots.end);
    out.raw("</div>\n");
    if (is_section) out.raw("</section>\n");
    else out.raw("</div>\n");
}

}  // namespace waymark::ui
