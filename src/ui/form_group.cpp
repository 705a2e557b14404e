// The group around form controls, with the ids that tie hint and error message to them.
#include "ui/form_group.hpp"

namespace waymark::ui {
namespace {

void open_group(Buffer& out, const FormGroupOptions& options, bool has_error)
{
    out.raw("<div");
    write_classes(out, "govuk-form-group", options.classes, has_error ? "govuk-form-group--error" : "");
    write(out, options.attributes);
    out.raw(">\n");
}

std::string with_id(std::string ids, std::string_view id)
{
    if (!ids.empty()) ids += ' ';
    return ids.append(id);
}

std::string ids_of(std::string described_by, const std::string& id, bool has_hint, bool has_error)
{
    if (has_hint) described_by = with_id(std::move(described_by), id + "-hint");
    if (has_error) described_by = with_id(std::move(described_by), id + "-error");
    return described_by;
}

void write_hint_and_error(Buffer& out, const std::string& id, const std::optional<HintOptions>& hint_options,
                          const std::optional<ErrorMessageOptions>& error_options)
{
    if (hint_options) {
        HintOptions tied = *hint_options;
        tied.id = id + "-hint";
        hint(out, tied);
    }
    if (error_options) {
        ErrorMessageOptions tied = *error_options;
        tied.id = id + "-error";
        error_message(out, tied);
    }
}

}  // namespace

void control_group(Buffer& out, const ControlGroup& group, const std::function<void(Buffer&, std::string_view)>& control)
{
    open_group(out, group.form_group, group.error_message.has_value());
    LabelOptions tied = group.label;
    tied.for_id = group.id;
    label(out, tied);
    write_hint_and_error(out, group.id, group.hint, group.error_message);
    control(out, ids_of(group.described_by, group.id, group.hint.has_value(), group.error_message.has_value()));
    out.raw("</div>\n");
}

void fieldset_group(Buffer& out, const FieldsetGroup& group, const std::function<void(Buffer&, std::string_view)>& controls)
{
    open_group(out, group.form_group, group.error_message.has_value());
    const auto ids = ids_of(group.described_by, group.id, group.hint.has_value(), group.error_message.has_value());
    const auto inner = [&](Buffer& inside) {
        write_hint_and_error(inside, group.id, group.hint, group.error_message);
        controls(inside, ids);
    };
    if (group.fieldset) {
        FieldsetOptions tied = *group.fieldset;
        tied.described_by = ids;
        tied.role = group.role;
        tied.html = {};
        fieldset(out, tied, inner);
    } else {
        inner(out);
    }
    out.raw("</div>\n");
}

}  // namespace waymark::ui
