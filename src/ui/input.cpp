// A box for one line of text.
#include "ui/input.hpp"

namespace waymark::ui {
namespace {

void write_box(Buffer& out, const InputOptions& options, std::string_view id, std::string_view described_by)
{
    out.raw("<input");
    write_classes(out, "govuk-input", options.error_message ? "govuk-input--error" : "", options.classes);
    out.attribute("id", id);
    out.attribute("name", options.name);
    out.attribute("type", options.type);
    if (options.spellcheck) out.attribute("spellcheck", *options.spellcheck ? "true" : "false");
    if (options.value) out.attribute("value", *options.value);
    if (options.disabled) out.raw(" disabled");
    if (!described_by.empty()) out.attribute("aria-describedby", described_by);
    if (options.autocomplete) out.attribute("autocomplete", *options.autocomplete);
    if (options.autocapitalize) out.attribute("autocapitalize", *options.autocapitalize);
    if (options.pattern) out.attribute("pattern", *options.pattern);
    if (options.inputmode) out.attribute("inputmode", *options.inputmode);
    write(out, options.attributes);
    out.raw(">\n");
}

void write_affix(Buffer& out, const AffixOptions& affix, std::string_view base)
{
    if (affix.text.empty()) return;
    out.raw("<div");
    write_classes(out, base, affix.classes);
    out.raw(" aria-hidden=\"true\"");
    write(out, affix.attributes);
    out.raw(">");
    out.content(affix.text);
    out.raw("</div>\n");
}

}  // namespace

void input(Buffer& out, const InputOptions& options)
{
    const std::string& id = options.id.empty() ? options.name : options.id;
    const ControlGroup group{id, options.label, options.hint, options.error_message, options.form_group, options.described_by};
    const bool wrapped = !options.prefix.text.empty() || !options.suffix.text.empty() || !options.form_group.before_input.empty() ||
                         !options.form_group.after_input.empty();
    control_group(out, group, [&](Buffer& inside, std::string_view described_by) {
        if (!wrapped) return write_box(inside, options, id, described_by);
        inside.raw("<div");
        write_classes(inside, "govuk-input__wrapper", options.input_wrapper.classes);
        write(inside, options.input_wrapper.attributes);
        inside.raw(">\n");
        inside.content(options.form_group.before_input);
        write_affix(inside, options.prefix, "govuk-input__prefix");
        write_box(inside, options, id, described_by);
        write_affix(inside, options.suffix, "govuk-input__suffix");
        inside.content(options.form_group.after_input);
        inside.raw("</div>\n");
    });
}

}  // namespace waymark::ui
