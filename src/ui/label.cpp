// The label of one form control.
#include "ui/label.hpp"

namespace waymark::ui {

void label(Buffer& out, const LabelOptions& options)
{
    if (options.text.empty()) return;
    if (options.is_page_heading) out.raw("<h1 class=\"govuk-label-wrapper\">");
    out.raw("<label");
    write_classes(out, "govuk-label", options.classes);
    write(out, options.attributes);
    if (!options.for_id.empty()) out.attribute("for", options.for_id);
    out.raw(">");
    out.content(options.text);
    out.raw("</label>");
    if (options.is_page_heading) out.raw("</h1>");
    out.raw("\n");
}

}  // namespace waymark::ui
