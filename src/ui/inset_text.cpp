// Text set apart from what stands around it.
#include "ui/inset_text.hpp"

namespace waymark::ui {

void inset_text(Buffer& out, const InsetTextOptions& options)
{
    out.raw("<div");
    if (!options.id.empty()) out.attribute("id", options.id);
    write_classes(out, "govuk-inset-text", options.classes);
    write(out, options.attributes);
    out.raw(">");
    out.content(options.text);
    out.raw("</div>\n");
}

}  // namespace waymark::ui
