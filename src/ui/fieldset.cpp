// A group of controls under one legend.
#include "ui/fieldset.hpp"

namespace waymark::ui {
namespace {

void write_legend(Buffer& out, const LegendOptions& legend)
{
    if (legend.text.empty()) return;
    out.raw("<legend");
    write_classes(out, "govuk-fieldset__legend", legend.classes);
    out.raw(">");
    if (legend.is_page_heading) out.raw("<h1 class=\"govuk-fieldset__heading\">");
    out.content(legend.text);
    if (legend.is_page_heading) out.raw("</h1>");
    out.raw("</legend>\n");
}

}  // namespace

void fieldset(Buffer& out, const FieldsetOptions& options)
{
    fieldset(out, options, [](Buffer&) {});
}

void fieldset(Buffer& out, const FieldsetOptions& options, const std::function<void(Buffer&)>& body)
{
    out.raw("<fieldset");
    write_classes(out, "govuk-fieldset", options.classes);
    if (!options.role.empty()) out.attribute("role", options.role);
    if (!options.described_by.empty()) out.attribute("aria-describedby", options.described_by);
    write(out, options.attributes);
    out.raw(">\n");
    write_legend(out, options.legend);
    out.html(options.html);
    body(out);
    out.raw("</fieldset>\n");
}

}  // namespace waymark::ui
