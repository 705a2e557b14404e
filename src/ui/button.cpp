// A button, or a link that looks like one.
#include "ui/button.hpp"

namespace waymark::ui {
namespace {

void write_common(Buffer& out, const ButtonOptions& options)
{
    write_classes(out, "govuk-button", options.is_start_button ? "govuk-button--start" : "", options.classes);
    out.attribute("data-module", "govuk-button");
    write(out, options.attributes);
    if (!options.id.empty()) out.attribute("id", options.id);
    out.raw(">");
}

void write_words(Buffer& out, const ButtonOptions& options)
{
    const bool in_span = options.is_start_button && std::holds_alternative<Html>(options.text.variant());
    if (in_span) out.raw("<span>");
    out.content(options.text);
    if (in_span) out.raw("</span>");
    if (options.is_start_button)
        out.raw(
            "<svg class=\"govuk-button__start-icon\" xmlns=\"http://www.w3.org/2000/svg\" width=\"17.5\" height=\"19\" "
            "viewBox=\"0 0 33 40\" aria-hidden=\"true\" focusable=\"false\">"
            "<path fill=\"currentColor\" d=\"M0 0h13l20 20-20 20H0l20-20z\"/></svg>");
}

}  // namespace

void button(Buffer& out, const ButtonOptions& options)
{
    if (!options.href.empty()) {
        out.raw("<a");
        out.attribute("href", options.href);
        out.raw(" role=\"button\" draggable=\"false\"");
        write_common(out, options);
        out.raw("\n");
        write_words(out, options);
        out.raw("\n</a>\n");
        return;
    }
    out.raw("<button");
    out.attribute("type", options.type);
    if (!options.value.empty()) out.attribute("value", options.value);
    if (!options.name.empty()) out.attribute("name", options.name);
    if (options.disabled) out.raw(" disabled aria-disabled=\"true\"");
    if (options.prevent_double_click) out.attribute("data-prevent-double-click", *options.prevent_double_click ? "true" : "false");
    write_common(out, options);
    write_words(out, options);
    out.raw("</button>\n");
}

}  // namespace waymark::ui
