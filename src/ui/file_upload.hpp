// Files to send. Say size and kinds before, in the hint.
#pragma once

#include "ui/form_group.hpp"
#include "ui/plurals.hpp"

namespace waymark::ui {

struct FileUploadOptions {
    std::string name;
    std::string id;
    LabelOptions label;
    std::optional<HintOptions> hint;
    std::optional<ErrorMessageOptions> error_message;
    bool multiple = false;
    bool disabled = false;
    bool javascript = false;  // the larger form with a drop zone
    std::string described_by;
    FormGroupOptions form_group;
    std::string wrapper_classes;
    Attributes wrapper_attributes;
    std::string choose_files_button_text, no_file_chosen_text, drop_instruction_text, entered_drop_zone_text, left_drop_zone_text;
    Plurals multiple_files_chosen_text;
    std::string classes;
    Attributes attributes;
};
void file_upload(Buffer& out, const FileUploadOptions& options);

}  // namespace waymark::ui
