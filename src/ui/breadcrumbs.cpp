// Where a reading page stands.
#include "ui/breadcrumbs.hpp"

namespace waymark::ui {

void breadcrumbs(Buffer& out, const BreadcrumbsOptions& options)
{
    out.raw("<nav");
    write_classes(out, "govuk-breadcrumbs", options.collapse_on_mobile ? "govuk-breadcrumbs--collapse-on-mobile" : "",
                  options.classes);
    write(out, options.attributes);
    out.attribute("aria-label", options.label_text);
    out.raw(">\n<ol class=\"govuk-breadcrumbs__list\">\n");
    for (const auto& item : options.items) {
        if (item.href.empty()) {
            out.raw("<li class=\"govuk-breadcrumbs__list-item\" aria-current=\"page\">");
            out.content(item.text);
            out.raw("</li>\n");
            continue;
        }
        out.raw("<li class=\"govuk-breadcrumbs__list-item\">\n<a class=\"govuk-breadcrumbs__link\"");
        out.attribute("href", item.href);
        write(out, item.attributes);
        out.raw(">");
        out.content(item.text);
        out.raw("</a>\n</li>\n");
    }
    out.raw("</ol>\n</nav>\n");
}

}  // namespace waymark::ui
