// What all form controls share: the group around them, with hint, error message and the ids that tie them together.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "ui/error_message.hpp"
#include "ui/fieldset.hpp"
#include "ui/hint.hpp"
#include "ui/label.hpp"

namespace waymark::ui {

struct FormGroupOptions {
    std::string classes;
    Attributes attributes;
    Content before_input, after_input;  // for radios, checkboxes and dates the macro says beforeInputs, afterInputs
};

/// A group with one labelled control: label, hint, error message, then what `control` writes.
/// `control` is given the ids for aria-describedby, empty when there are none.
struct ControlGroup {
    const std::string& id;
    const LabelOptions& label;
    const std::optional<HintOptions>& hint;
    const std::optional<ErrorMessageOptions>& error_message;
    const FormGroupOptions& form_group;
    const std::string& described_by;
};
void control_group(Buffer& out, const ControlGroup& group, const std::function<void(Buffer&, std::string_view)>& control);

/// A group of several controls, in a fieldset if there is one: radios, checkboxes, a date.
struct FieldsetGroup {
    const std::string& id;
    const std::optional<FieldsetOptions>& fieldset;
    std::string role;
    const std::optional<HintOptions>& hint;
    const std::optional<ErrorMessageOptions>& error_message;
    const FormGroupOptions& form_group;
    std::string described_by;
};
void fieldset_group(Buffer& out, const FieldsetGroup& group, const std::function<void(Buffer&, std::string_view)>& controls);

}  // namespace waymark::ui
