// A warning about law or safety.
#include "ui/warning_text.hpp"

namespace waymark::ui {

void warning_text(Buffer& out, const WarningTextOptions& options)
{
    out.raw("<div");
    write_classes(out, "govuk-warning-text", options.classes);
    write(out, options.attributes);
    out.raw(
        ">\n<span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span>\n"
        "<strong class=\"govuk-warning-text__text\">\n<span class=\"govuk-visually-hidden\">");
    out.text(options.icon_fallback_text);
    out.raw("</span>\n");
    out.content(options.text);
    out.raw("\n</strong>\n</div>\n");
}

}  // namespace waymark::ui
