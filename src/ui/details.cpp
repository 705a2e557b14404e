// Something few readers need, one click away.
#include "ui/details.hpp"

namespace waymark::ui {

void details(Buffer& out, const DetailsOptions& options)
{
    out.raw("<details");
    if (!options.id.empty()) out.attribute("id", options.id);
    write_classes(out, "govuk-details", options.classes);
    write(out, options.attributes);
    if (options.open) out.raw(" open");
    out.raw(">\n<summary class=\"govuk-details__summary\">\n<span class=\"govuk-details__summary-text\">\n");
    out.content(options.summary);
    out.raw("\n</span>\n</summary>\n<div class=\"govuk-details__text\">");
    out.content(options.text);
    out.raw("</div>\n</details>\n");
}

}  // namespace waymark::ui
