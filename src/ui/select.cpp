// One choice from a list that is too long for radios.
#include "ui/select.hpp"

namespace waymark::ui {
namespace {

bool is_selected(const SelectItem& item, const std::string& chosen)
{
    if (item.selected) return *item.selected;
    return !chosen.empty() && item.value.value_or(item.text) == chosen;
}

}  // namespace

void select(Buffer& out, const SelectOptions& options)
{
    const std::string& id = options.id.empty() ? options.name : options.id;
    const ControlGroup group{id, options.label, options.hint, options.error_message, options.form_group, options.described_by};
    control_group(out, group, [&](Buffer& inside, std::string_view described_by) {
        inside.content(options.form_group.before_input);
        inside.raw("<select");
        write_classes(inside, "govuk-select", options.error_message ? "govuk-select--error" : "", options.classes);
        inside.attribute("id", id);
        inside.attribute("name", options.name);
        if (options.disabled) inside.raw(" disabled");
        if (!described_by.empty()) inside.attribute("aria-describedby", described_by);
        write(inside, options.attributes);
        inside.raw(">\n");
        for (const auto& item : options.items) {
            inside.raw("<option");
            if (item.value) inside.attribute("value", *item.value);
            if (is_selected(item, options.value)) inside.raw(" selected");
            if (item.disabled) inside.raw(" disabled");
            write(inside, item.attributes);
            inside.raw(">");
            inside.text(item.text);
            inside.raw("</option>\n");
        }
        inside.raw("</select>\n");
        inside.content(options.form_group.after_input);
    });
}

}  // namespace waymark::ui
