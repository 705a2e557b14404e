// All that is wrong with a form, on top of the page.
#include "ui/error_summary.hpp"

namespace waymark::ui {

void error_summary(Buffer& out, const ErrorSummaryOptions& options)
{
    out.raw("<div");
    write_classes(out, "govuk-error-summary", options.classes);
    if (options.disable_auto_focus) out.attribute("data-disable-auto-focus", *options.disable_auto_focus ? "true" : "false");
    write(out, options.attributes);
    // The alert is a child, so that focusing the summary does not cut short its being read out.
    out.raw(" data-module=\"govuk-error-summary\">\n<div role=\"alert\">\n<h2 class=\"govuk-error-summary__title\">");
    out.content(options.title);
    out.raw("</h2>\n<div class=\"govuk-error-summary__body\">\n");
    if (!options.description.empty()) {
        out.raw("<p>");
        out.content(options.description);
        out.raw("</p>\n");
    }
    if (!options.error_list.empty()) {
        out.raw("<ul class=\"govuk-list govuk-error-summary__list\">\n");
        for (const auto& item : options.error_list) {
            out.raw("<li>");
            if (!item.href.empty()) {
                out.raw("<a");
                out.attribute("href", item.href);
                write(out, item.attributes);
                out.raw(">");
            }
            out.content(item.text);
            if (!item.href.empty()) out.raw("</a>");
            out.raw("</li>\n");
        }
        out.raw("</ul>\n");
    }
    out.raw("</div>\n</div>\n</div>\n");
}

}  // namespace waymark::ui
