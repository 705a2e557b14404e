// One choice from a few, all in sight.
#include "ui/radios.hpp"

namespace waymark::ui {
namespace {

void write_radio(Buffer& out, const RadiosOptions& options, const RadioItem& item, const std::string& id)
{
    const bool checked = item.checked.value_or(!options.value.empty() && item.value == options.value);
    const bool has_hint = item.hint && !item.hint->text.empty();
    out.raw("<div class=\"govuk-radios__item\">\n<input class=\"govuk-radios__input\"");
    out.attribute("id", id);
    out.attribute("name", options.name);
    out.raw(" type=\"radio\"");
    out.attribute("value", item.value);
    if (checked) out.raw(" checked");
    if (item.disabled) out.raw(" disabled");
    if (!item.conditional.empty()) out.attribute("data-aria-controls", "conditional-" + id);
    if (has_hint) out.attribute("aria-describedby", id + "-item-hint");
    write(out, item.attributes);
    out.raw(">\n");
    label(out, {.text = item.text, .for_id = id, .classes = class_names("govuk-radios__label", item.label.classes),
                .attributes = item.label.attributes});
    if (has_hint)
        hint(out, {.text = item.hint->text, .id = id + "-item-hint", .classes = class_names("govuk-radios__hint", item.hint->classes),
                   .attributes = item.hint->attributes});
    out.raw("</div>\n");
    if (item.conditional.empty()) return;
    out.raw("<div");
    write_classes(out, "govuk-radios__conditional", checked ? "" : "govuk-radios__conditional--hidden");
    out.attribute("id", "conditional-" + id);
    out.raw(">\n");
    out.html(item.conditional);
    out.raw("</div>\n");
}

}  // namespace

void radios(Buffer& out, const RadiosOptions& options)
{
    const std::string& prefix = options.id_prefix.empty() ? options.name : options.id_prefix;
    const FieldsetGroup group{prefix, options.fieldset, {}, options.hint, options.error_message, options.form_group,
                              options.fieldset ? options.fieldset->described_by : std::string{}};
    fieldset_group(out, group, [&](Buffer& inside, std::string_view) {
        inside.raw("<div");
        write_classes(inside, "govuk-radios", options.classes);
        write(inside, options.attributes);
        inside.raw(" data-module=\"govuk-radios\">\n");
        inside.content(options.form_group.before_input);
        int number = 0;
        for (const auto& item : options.items) {
            ++number;
            if (!item.divider.empty()) {
                inside.raw("<div class=\"govuk-radios__divider\">");
                inside.text(item.divider);
                inside.raw("</div>\n");
                continue;
            }
            // The first has no number, so that the error summary can link to it.
            const auto usual_id = number == 1 ? prefix : prefix + "-" + std::to_string(number);
            write_radio(inside, options, item, item.id.empty() ? usual_id : item.id);
        }
        inside.content(options.form_group.after_input);
        inside.raw("</div>\n");
    });
}

}  // namespace waymark::ui
