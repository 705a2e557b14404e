// The green panel that confirms something was sent; or an interruption before a page.
#include "ui/panel.hpp"

#include "ui/button.hpp"

namespace waymark::ui {
namespace {

void write_action(Buffer& out, const PanelAction& action)
{
    if (action.href.empty() || action.type == "button") {
        button(out, {.text = action.text,
                     .href = action.href,
                     .type = action.type.empty() ? "button" : action.type,
                     .classes = class_names("govuk-button--inverse", action.classes),
                     .attributes = action.attributes});
        return;
    }
    out.raw("<a");
    write_classes(out, "govuk-link govuk-link--inverse", action.classes);
    out.attribute("href", action.href);
    write(out, action.attributes);
    out.raw(">");
    out.text(action.text);
    out.raw("</a>\n");
}

void write_actions(Buffer& out, const PanelActions& actions)
{
    out.raw("<div");
    write_classes(out, "govuk-panel__actions", actions.classes);
    write(out, actions.attributes);
    out.raw(">\n");
    if (!actions.items.empty()) {
        out.raw("<div class=\"govuk-button-group\">\n");
        for (const auto& action : actions.items) write_action(out, action);
        out.raw("</div>\n");
    }
    out.raw("</div>\n");
}

}  // namespace

void panel(Buffer& out, const PanelOptions& options)
{
    const bool is_interruption = options.classes.find("govuk-panel--interruption") != std::string::npos;
    out.raw("<div");
    write_classes(out, "govuk-panel", options.classes, is_interruption ? "" : "govuk-panel--confirmation");
    write(out, options.attributes);
    out.raw(">\n<h");
    out.number(options.heading_level);
    out.raw(" class=\"govuk-panel__title\">");
    out.content(options.title);
    out.raw("</h");
    out.number(options.heading_level);
    out.raw(">\n");
    if (!options.text.empty()) {
        out.raw("<div class=\"govuk-panel__body\">");
        out.content(options.text);
        out.raw("</div>\n");
    }
    if (is_interruption && options.actions) write_actions(out, *options.actions);
    out.raw("</div>\n");
}

}  // namespace waymark::ui
