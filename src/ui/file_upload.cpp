// Files to send.
#include "ui/file_upload.hpp"

namespace waymark::ui {
namespace {

Attributes wrapper_wording(const FileUploadOptions& options)
{
    Attributes wording;
    add_wording(wording, "choose-files-button", options.choose_files_button_text);
    add_wording(wording, "no-file-chosen", options.no_file_chosen_text);
    add_wording(wording, "multiple-files-chosen", options.multiple_files_chosen_text);
    add_wording(wording, "drop-instruction", options.drop_instruction_text);
    add_wording(wording, "entered-drop-zone", options.entered_drop_zone_text);
    add_wording(wording, "left-drop-zone", options.left_drop_zone_text);
    return wording;
}

}  // namespace

void file_upload(Buffer& out, const FileUploadOptions& options)
{
    const std::string& id = options.id.empty() ? options.name : options.id;
    const ControlGroup group{id, options.label, options.hint, options.error_message, options.form_group, options.described_by};
    control_group(out, group, [&](Buffer& inside, std::string_view described_by) {
        inside.content(options.form_group.before_input);
        if (options.javascript) {
            inside.raw("<div");
            write_classes(inside, "govuk-file-upload-wrapper", options.wrapper_classes);
            inside.raw(" data-module=\"govuk-file-upload\"");
            write(inside, wrapper_wording(options));
            write(inside, options.wrapper_attributes);
            inside.raw(">\n");
        }
        inside.raw("<input");
        write_classes(inside, "govuk-file-upload", options.error_message ? "govuk-file-upload--error" : "", options.classes);
        inside.attribute("id", id);
        inside.attribute("name", options.name);
        inside.raw(" type=\"file\"");
        if (options.disabled) inside.raw(" disabled");
        if (options.multiple) inside.raw(" multiple");
        if (!described_by.empty()) inside.attribute("aria-describedby", described_by);
        write(inside, options.attributes);
        inside.raw(">\n");
        if (options.javascript) inside.raw("</div>\n");
        inside.content(options.form_group.after_input);
    });
}

}  // namespace waymark::ui
