// The bar on top with the authority's name.
#include "ui/generic_header.hpp"

namespace waymark::ui {

void generic_header(Buffer& out, const GenericHeaderOptions& options)
{
    out.raw("<div");
    write_classes(out, "govuk-generic-header", options.classes);
    write(out, options.attributes);
    out.raw(">\n<div");
    write_classes(out, "govuk-generic-header__container", options.container_classes);
    out.raw(">\n<div class=\"govuk-generic-header__logo\">\n<a");
    out.attribute("href", options.url);
    out.raw(" class=\"govuk-generic-header__homepage-link\">\n");
    out.content(options.logo);
    out.raw("\n</a>\n</div>\n</div>\n</div>\n");
}

}  // namespace waymark::ui
