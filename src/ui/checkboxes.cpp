// Any number of choices from a few.
#include "ui/checkboxes.hpp"

#include <algorithm>

namespace waymark::ui {
namespace {

void write_checkbox(Buffer& out, const CheckboxesOptions& options, const CheckboxItem& item, const std::string& id,
                std::string_view described_by)
{
    const bool checked = item.checked.value_or(std::ranges::find(options.values, item.value) != options.values.end());
    const bool has_hint = item.hint && !item.hint->text.empty();
    std::string ids{described_by};
    if (has_hint) ids += (ids.empty() ? "" : " ") + id + "-item-hint";
    out.raw("<div class=\"govuk-checkboxes__item\">\n<input class=\"govuk-checkboxes__input\"");
    out.attribute("id", id);
    out.attribute("name", item.name.empty() ? options.name : item.name);
    out.raw(" type=\"checkbox\"");
    out.attribute("value", item.value);
    if (checked) out.raw(" checked");
    if (item.disabled) out.raw(" disabled");
    if (!item.conditional.empty()) out.attribute("data-aria-controls", "conditional-" + id);
    if (!item.behaviour.empty()) out.attribute("data-behaviour", item.behaviour);
    if (!ids.empty()) out.attribute("aria-describedby", ids);
    write(out, item.attributes);
    out.raw(">\n");
    label(out, {.text = item.text, .for_id = id, .classes = class_names("govuk-checkboxes__label", item.label.classes),
                .attributes = item.label.attributes});
    if (has_hint)
        hint(out, {.text = item.hint->text, .id = id + "-item-hint", .classes = class_names("govuk-checkboxes__hint", item.hint->classes),
                   .attributes = item.hint->attributes});
    out.raw("</div>\n");
    if (item.conditional.empty()) return;
    out.raw("<div");
    write_classes(out, "govuk-checkboxes__conditional", checked ? "" : "govuk-checkboxes__conditional--hidden");
    out.attribute("id", "conditional-" + id);
    out.raw(">\n");
    out.html(item.conditional);
    out.raw("</div>\n");
}

}  // namespace

void checkboxes(Buffer& out, const CheckboxesOptions& options)
{
    const std::string& prefix = options.id_prefix.empty() ? options.name : options.id_prefix;
    const bool fieldset_describes = options.fieldset && !options.fieldset->described_by.empty();
    const FieldsetGroup group{prefix, options.fieldset, {}, options.hint, options.error_message, options.form_group,
                              fieldset_describes ? options.fieldset->described_by : options.described_by};
    fieldset_group(out, group, [&](Buffer& inside, std::string_view described_by) {
        inside.raw("<div");
        write_classes(inside, "govuk-checkboxes", options.classes);
        write(inside, options.attributes);
        inside.raw(" data-module=\"govuk-checkboxes\">\n");
        inside.content(options.form_group.before_input);
        int number = 0;
        for (const auto& item : options.items) {
            ++number;
            if (!item.divider.empty()) {
                inside.raw("<div class=\"govuk-checkboxes__divider\">");
                inside.text(item.divider);
                inside.raw("</div>\n");
                continue;
            }
            const auto usual_id = number == 1 ? prefix : prefix + "-" + std::to_string(number);
            write_checkbox(inside, options, item, item.id.empty() ? usual_id : item.id, options.fieldset ? "" : described_by);
        }
        inside.content(options.form_group.after_input);
        inside.raw("</div>\n");
    });
}

}  // namespace waymark::ui
