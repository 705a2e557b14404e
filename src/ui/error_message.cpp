// The message beside a form control.
#include "ui/error_message.hpp"

namespace waymark::ui {

void error_message(Buffer& out, const ErrorMessageOptions& options)
{
    out.raw("<p");
    if (!options.id.empty()) out.attribute("id", options.id);
    write_classes(out, "govuk-error-message", options.classes);
    write(out, options.attributes);
    out.raw(">");
    if (!options.visually_hidden_text.empty()) {
        out.raw("<span class=\"govuk-visually-hidden\">");
        out.text(options.visually_hidden_text);
        out.raw(":</span> ");
    }
    out.content(options.text);
    out.raw("</p>\n");
}

}  // namespace waymark::ui
