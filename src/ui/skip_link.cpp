// The first link of a page, for keyboards.
#include "ui/skip_link.hpp"

namespace waymark::ui {

void skip_link(Buffer& out, const SkipLinkOptions& options)
{
    out.raw("<a");
    out.attribute("href", options.href);
    write_classes(out, "govuk-skip-link", options.classes);
    write(out, options.attributes);
    out.raw(" data-module=\"govuk-skip-link\">");
    out.content(options.text);
    out.raw("</a>\n");
}

}  // namespace waymark::ui
