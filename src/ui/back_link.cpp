// The way back inside a question flow.
#include "ui/back_link.hpp"

namespace waymark::ui {

void back_link(Buffer& out, const BackLinkOptions& options)
{
    out.raw("<a");
    out.attribute("href", options.href);
    write_classes(out, "govuk-back-link", options.classes);
    write(out, options.attributes);
    out.raw(">");
    out.content(options.text);
    out.raw("</a>\n");
}

}  // namespace waymark::ui
