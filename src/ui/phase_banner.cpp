// A line on top of every page that says what state the service is in.
#include "ui/phase_banner.hpp"

namespace waymark::ui {

void phase_banner(Buffer& out, const PhaseBannerOptions& options)
{
    out.raw("<div");
    write_classes(out, "govuk-phase-banner govuk-width-container", options.classes);
    write(out, options.attributes);
    out.raw(">\n<p class=\"govuk-phase-banner__content\">\n");
    tag(out, {.text = options.tag.text, .classes = class_names("govuk-phase-banner__content__tag", options.tag.classes)});
    out.raw("\n<span class=\"govuk-phase-banner__text\">\n");
    out.content(options.text);
    out.raw("\n</span>\n</p>\n</div>\n");
}

}  // namespace waymark::ui
