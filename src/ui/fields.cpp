// Form fields with the values and errors of a Form; the components write them.
#include "ui/fields.hpp"

#include "foundation/date.hpp"
#include "ui/button.hpp"
#include "ui/character_count.hpp"
#include "ui/checkboxes.hpp"
#include "ui/date_input.hpp"
#include "ui/file_upload.hpp"
#include "ui/password_input.hpp"
#include "ui/prose.hpp"
#include "foundation/text.hpp"
#include "ui/select.hpp"
#include "ui/typed.hpp"

namespace waymark::ui {
namespace {

std::string size_class(std::string_view base, LabelSize size)
{
    switch (size) {
        case LabelSize::regular: return {};
        case LabelSize::small: return std::string{base}.append("--s");
        case LabelSize::medium: return std::string{base}.append("--m");
        case LabelSize::large:
        case LabelSize::heading: return std::string{base}.append("--l");
    }
    return {};
}

LabelOptions label_of(const Content& text, LabelSize size)
{
    return {.text = text, .is_page_heading = size == LabelSize::heading, .classes = size_class("govuk-label", size)};
}

FieldsetOptions fieldset_of(const Content& text, LabelSize size)
{
    return {.legend = {.text = text,
                       .classes = size_class("govuk-fieldset__legend", size),
                       .is_page_heading = size == LabelSize::heading}};
}

std::optional<HintOptions> hint_of(const Content& text)
{
    if (text.empty()) return std::nullopt;
    return HintOptions{.text = text};
}

std::optional<ErrorMessageOptions> error_of(const Form& form, std::string_view name)
{
    const auto message = form.problems.message_for(name);
    if (message.empty()) return std::nullopt;
    return ErrorMessageOptions{.text = message};
}

std::string_view width_class(BoxWidth width)
{
    switch (width) {
        case BoxWidth::two: return "govuk-input--width-2";
        case BoxWidth::three: return "govuk-input--width-3";
        case BoxWidth::four: return "govuk-input--width-4";
        case BoxWidth::five: return "govuk-input--width-5";
        case BoxWidth::ten: return "govuk-input--width-10";
        case BoxWidth::twenty: return "govuk-input--width-20";
        case BoxWidth::thirty: return "govuk-input--width-30";
        case BoxWidth::full: return "";
    }
    return "";
}

std::optional<std::string> if_given(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional{text};
}

std::string choice_classes(std::string_view base, const ChoiceField& field)
{
    std::string classes;
    if (field.compact) classes.append(base).append("--small");
    if (field.inline_items) classes.append(classes.empty() ? "" : " ").append(base).append("--inline");
    return classes;
}

std::string plain_words(const Content& content)
{
    const auto* words = std::get_if<Text>(&content.variant());
    return words ? words->value : std::string{};
}

/// The form whose values a field shows: the page's own, or what was typed where it is shown again over a change. Then the two
/// are compared as `in_words` puts them, and a difference is noted for the page.
template <class InWords>
const Form& shown(std::string_view sent_as, const Content& label, const Form& form, InWords&& in_words)
{
    TypedAgain* again = typed_again();
    if (!again || !again->form.sent(sent_as)) return form;
    Difference difference{plain_words(label), in_words(form), in_words(again->form)};
    if (difference.now != difference.typed) again->differences.push_back(std::move(difference));
    return again->form;
}

const Form& shown(const std::string& name, const Content& label, const Form& form)
{
    return shown(name, label, form, [&](const Form& of) { return std::string{of.value(name)}; });
}

/// The chosen values of a list as its choices name them.
std::string chosen_words(const std::vector<Choice>& choices, const Form& form, const std::string& name)
{
    std::vector<std::string> words;
    for (const auto& value : form.all(name))
        for (const auto& choice : choices)
            if (choice.value == value) words.push_back(plain_words(choice.text));
    return join(words, ", ");
}

struct DateParts {
    std::string day, month, year;
};

/// The three boxes of a date, from what was typed or from a known day.
DateParts date_parts(const std::string& name, const Form& form)
{
    DateParts parts{std::string{form.value(name + "-day")}, std::string{form.value(name + "-month")}, std::string{form.value(name + "-year")}};
    if (parts.day.empty() && parts.month.empty() && parts.year.empty())
        if (const auto known = parse_iso_date(form.value(name)))
            parts = {std::to_string(day_of_month(*known)), std::to_string(month_of(*known)), std::to_string(year_of(*known))};
    return parts;
}

}  // namespace

void text_field(Buffer& out, const TextField& field, const Form& form)
{
    const std::string value{shown(field.name, field.label, form).value(field.name)};
    input(out, {.name = field.name,
                .label = label_of(field.label, field.size),
                .hint = hint_of(field.hint),
                .error_message = error_of(form, field.name),
                .value = if_given(value),
                .type = field.type,
                .inputmode = if_given(field.inputmode),
                .autocomplete = if_given(field.autocomplete),
                .spellcheck = field.type == "email" ? std::optional{false} : std::nullopt,
                .prefix = {.text = field.prefix},
                .suffix = {.text = field.suffix},
                .classes = std::string{width_class(field.width)}});
}

void money_field(Buffer& out, const MoneyField& field, const Form& form)
{
    text_field(out, {.name = field.name,
                     .label = field.label,
                     .hint = field.hint,
                     .width = BoxWidth::ten,
                     .size = field.size,
                     .inputmode = "decimal",
                     .prefix = "£",
                     .suffix = field.suffix}, form);
}

void text_area_field(Buffer& out, const TextAreaField& field, const Form& form)
{
    const std::string value{shown(field.name, field.label, form).value(field.name)};
    if (field.characters_max == 0)
        return textarea(out, {.name = field.name,
                              .label = label_of(field.label, field.size),
                              .hint = hint_of(field.hint),
                              .error_message = error_of(form, field.name),
                              .value = value,
                              .rows = std::to_string(field.rows)});
    character_count(out, {.name = field.name,
                          .label = label_of(field.label, field.size),
                          .hint = hint_of(field.hint),
                          .error_message = error_of(form, field.name),
                          .value = value,
                          .rows = std::to_string(field.rows),
                          .maxlength = std::to_string(field.characters_max),
                          .threshold = "75"});
}

std::vector<Choice> yes_or_no()
{
    return {{"yes", "Yes"}, {"no", "No"}};
}

void radios_field(Buffer& out, const ChoiceField& field, const Form& form)
{
    std::vector<RadioItem> items;
    const Form& values = shown(field.name, field.legend, form, [&](const Form& of) { return chosen_words(field.items, of, field.name); });
    const auto chosen = values.value(field.name);
    for (const auto& choice : field.items)
        items.push_back({.value = choice.value,
                         .text = choice.text,
                         .hint = hint_of(choice.hint),
                         .conditional = choice.conditional,
                         .checked = values.sent(field.name) && choice.value == chosen,
                         .divider = choice.divider});
    radios(out, {.name = field.name,
                 .fieldset = fieldset_of(field.legend, field.size),
                 .hint = hint_of(field.hint),
                 .error_message = error_of(form, field.name),
                 .items = std::move(items),
                 .classes = choice_classes("govuk-radios", field)});
}

void checkboxes_field(Buffer& out, const ChoiceField& field, const Form& form)
{
    std::vector<CheckboxItem> items;
    const Form& values = shown(field.name, field.legend, form, [&](const Form& of) { return chosen_words(field.items, of, field.name); });
    for (const auto& choice : field.items)
        items.push_back({.value = choice.value,
                         .text = choice.text,
                         .hint = hint_of(choice.hint),
                         .conditional = choice.conditional,
                         .divider = choice.divider,
                         .behaviour = choice.exclusive ? "exclusive" : ""});
    checkboxes(out, {.name = field.name,
                     .fieldset = fieldset_of(field.legend, field.size),
                     .hint = hint_of(field.hint),
                     .error_message = error_of(form, field.name),
                     .items = std::move(items),
                     .values = values.all(field.name),
                     .classes = choice_classes("govuk-checkboxes", field)});
}

void select_field(Buffer& out, const SelectField& field, const Form& form)
{
    std::vector<SelectItem> items;
    const Form& values = shown(field.name, field.label, form, [&](const Form& of) { return chosen_words(field.items, of, field.name); });
    const auto chosen = values.value(field.name);
    if (!field.empty_text.empty()) items.push_back({.value = "", .text = field.empty_text, .selected = chosen.empty()});
    for (const auto& choice : field.items) {
        const auto* words = std::get_if<Text>(&choice.text.variant());
        expects(words != nullptr);  // an option element holds no markup
        items.push_back({.value = choice.value, .text = words->value, .selected = !chosen.empty() && choice.value == chosen});
    }
    const bool is_long = field.items.size() > 15;
    select(out, {.name = field.name,
                 .label = label_of(field.label, field.size),
                 .hint = hint_of(field.hint),
                 .error_message = error_of(form, field.name),
                 .items = std::move(items),
                 .attributes = is_long ? Attributes{{"data-autocomplete", std::nullopt}} : Attributes{}});
}

void date_field(Buffer& out, const DateField& field, const Form& form)
{
    const auto in_words = [&](const Form& of) {
        const auto [day, month, year] = date_parts(field.name, of);
        return day + " " + month + " " + year;
    };
    const auto [day, month, year] = date_parts(field.name, shown(field.name + "-day", field.legend, form, in_words));
    // The first box takes the field's name as its id, so that the error summary leads to it.
    date_input(out, {.id = field.name + "-date",
                     .name_prefix = field.name,
                     .fieldset = fieldset_of(field.legend, field.size),
                     .hint = hint_of(field.hint),
                     .error_message = error_of(form, field.name),
                     .items = {{.name = "day", .id = field.name, .value = if_given(day)},
                               {.name = "month", .id = field.name + "-month", .value = if_given(month)},
                               {.name = "year", .id = field.name + "-year", .value = if_given(year)}}});
}

void file_field(Buffer& out, const FileField& field, const Form& form)
{
    file_upload(out, {.name = field.name,
                      .label = label_of(field.label, field.size),
                      .hint = hint_of(field.hint),
                      .error_message = error_of(form, field.name),
                      .multiple = field.multiple,
                      .javascript = true});
}

void password_field(Buffer& out, const PasswordField& field, const Form& form)
{
    password_input(out, {.name = field.name,
                         .label = label_of(field.label, LabelSize::regular),
                         .hint = hint_of(field.hint),
                         .error_message = error_of(form, field.name),
                         .autocomplete = field.is_new ? "new-password" : "current-password",
                         .classes = "govuk-input--width-20"});
}

void hidden_field(Buffer& out, std::string_view name, std::string_view value)
{
    out.raw("<input type=\"hidden\"");
    out.attribute("name", name);
    out.attribute("value", value);
    out.raw(">\n");
}

void submit_row(Buffer& out, const SubmitRow& row)
{
    out.raw("<div");
    write_classes(out, "govuk-button-group", row.sticky ? "wm-sticky" : "");
    out.raw(">\n");
    button(out, {.text = row.text,
                 .name = row.name,
                 .value = row.value,
                 .prevent_double_click = true,
                 .classes = row.warning ? "govuk-button--warning" : "",
                 .attributes = {{"data-once", std::nullopt}}});
    if (!row.second_text.empty())
        button(out, {.text = row.second_text, .name = row.second_name, .value = row.second_value,
                     .classes = "govuk-button--secondary"});
    if (!row.cancel.text.empty()) link(out, row.cancel.href, row.cancel.text);
    out.raw("</div>\n");
}

void field_group(Buffer& out, Content legend, LabelSize size, const std::function<void(Buffer&)>& body)
{
    auto options = fieldset_of(legend, size);
    options.classes = "wm-field-group";
    fieldset(out, options, body);
}

}  // namespace waymark::ui
