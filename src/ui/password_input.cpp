// A password box with a button that shows what was typed.
#include "ui/password_input.hpp"

#include "ui/button.hpp"
#include "ui/plurals.hpp"

namespace waymark::ui {
namespace {

Attributes group_attributes(const PasswordInputOptions& options)
{
    Attributes attributes{{"data-module", "govuk-password-input"}};
    add_wording(attributes, "show-password", options.show_password_text);
    add_wording(attributes, "hide-password", options.hide_password_text);
    add_wording(attributes, "show-password-aria-label", options.show_password_aria_label_text);
    add_wording(attributes, "hide-password-aria-label", options.hide_password_aria_label_text);
    add_wording(attributes, "password-shown-announcement", options.password_shown_announcement_text);
    add_wording(attributes, "password-hidden-announcement", options.password_hidden_announcement_text);
    attributes.insert(attributes.end(), options.form_group.attributes.begin(), options.form_group.attributes.end());
    return attributes;
}

Html show_button(const PasswordInputOptions& options, const std::string& id)
{
    const auto or_else = [](const std::string& given, std::string_view usual) { return given.empty() ? std::string{usual} : given; };
    return render([&](Buffer& out) {
        button(out, {.text = or_else(options.show_password_text, "Show"),
                     .type = "button",
                     .classes = class_names("govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle",
                                       options.button_classes),
                     .attributes = {{"aria-controls", id},
                                    {"aria-label", or_else(options.show_password_aria_label_text, "Show password")},
                                    {"hidden", std::nullopt}}});
        out.content(options.form_group.after_input);
    });
}

}  // namespace

void password_input(Buffer& out, const PasswordInputOptions& options)
{
    const std::string& id = options.id.empty() ? options.name : options.id;
    input(out, {.name = options.name,
                .id = id,
                .label = options.label,
                .hint = options.hint,
                .error_message = options.error_message,
                .value = options.value,
                .type = "password",
                .autocomplete = options.autocomplete,
                .autocapitalize = "none",
                .spellcheck = false,
                .disabled = options.disabled,
                .described_by = options.described_by,
                .form_group = {.classes = class_names("govuk-password-input", options.form_group.classes),
                               .attributes = group_attributes(options),
                               .before_input = options.form_group.before_input,
                               .after_input = show_button(options, id)},
                .input_wrapper = {.classes = "govuk-password-input__wrapper"},
                .classes = class_names("govuk-password-input__input govuk-js-password-input-input", options.classes),
                .attributes = options.attributes});
}

}  // namespace waymark::ui
