// A hint under a label or legend.
#include "ui/hint.hpp"

namespace waymark::ui {

void hint(Buffer& out, const HintOptions& options)
{
    out.raw("<div");
    if (!options.id.empty()) out.attribute("id", options.id);
    write_classes(out, "govuk-hint", options.classes);
    write(out, options.attributes);
    out.raw(">");
    out.content(options.text);
    out.raw("</div>\n");
}

}  // namespace waymark::ui
