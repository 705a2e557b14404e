// A box for several lines of text.
#include "ui/textarea.hpp"

namespace waymark::ui {

void textarea(Buffer& out, const TextareaOptions& options)
{
    const std::string& id = options.id.empty() ? options.name : options.id;
    const ControlGroup group{id, options.label, options.hint, options.error_message, options.form_group, options.described_by};
    control_group(out, group, [&](Buffer& inside, std::string_view described_by) {
        inside.content(options.form_group.before_input);
        inside.raw("<textarea");
        write_classes(inside, "govuk-textarea", options.classes, options.error_message ? "govuk-textarea--error" : "");
        inside.attribute("id", id);
        inside.attribute("name", options.name);
        inside.attribute("rows", options.rows);
        if (options.spellcheck) inside.attribute("spellcheck", *options.spellcheck ? "true" : "false");
        if (options.disabled) inside.raw(" disabled");
        if (!described_by.empty()) inside.attribute("aria-describedby", described_by);
        if (!options.autocomplete.empty()) inside.attribute("autocomplete", options.autocomplete);
        write(inside, options.attributes);
        inside.raw(">");
        // The parser drops one line break right after the tag: a value that starts with one needs another.
        if (options.value.starts_with('\n') || options.value.starts_with('\r')) inside.raw("\n");
        inside.text(options.value);
        inside.raw("</textarea>\n");
        inside.content(options.form_group.after_input);
    });
}

}  // namespace waymark::ui
