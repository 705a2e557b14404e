// Form fields as pages ask for them: each takes its value and its error from the Form, and its id is its name, so that the
// error summary's links find it. `#include "ui/fields.hpp"` is all that a form page needs.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/enum_text.hpp"
#include "foundation/form.hpp"
#include "foundation/text.hpp"
#include "ui/buffer.hpp"
#include "ui/page.hpp"

namespace waymark::ui {

/// How big a label or legend is written; `heading` makes it the page's h1, for pages with one question (PageOptions.heading = false).
enum class LabelSize { regular, small, medium, large, heading };

/// How many characters a box looks made for; `full` is as wide as the column.
enum class BoxWidth { two, three, four, five, ten, twenty, thirty, full };

struct TextField {
    std::string name;
    Content label;
    Content hint;
    BoxWidth width = BoxWidth::full;
    LabelSize size = LabelSize::regular;
    std::string type = "text";  // email, tel, search …
    std::string inputmode;      // "numeric", "decimal"
    std::string autocomplete;   // "email", "name" …, for what is asked about the person who types
    Content prefix, suffix;
};
void text_field(Buffer& out, const TextField& field, const Form& form);

/// Pounds and pence, with £ before the box.
struct MoneyField {
    std::string name;
    Content label;
    Content hint;
    LabelSize size = LabelSize::regular;
    Content suffix;  // "a day"
};
void money_field(Buffer& out, const MoneyField& field, const Form& form);

struct TextAreaField {
    std::string name;
    Content label;
    Content hint;
    int rows = 5;
    int characters_max = 0;  // counted down while typing; 0: no count
    LabelSize size = LabelSize::regular;
};
void text_area_field(Buffer& out, const TextAreaField& field, const Form& form);

/// One thing to choose. `{"yes", "Yes"}`, or `{.value = "other", .text = "Other", .hint = "…", .conditional = html}`.
struct Choice {
    std::string value;
    Content text;
    Content hint;
    Html conditional;       // shown while this one is chosen: ui::render([&](Buffer& out) { text_field(out, {…}, form); })
    std::string divider;    // instead of a choice: "or"
    bool exclusive = false; // checkboxes: choosing it unticks the others
};

/// All values of an enumeration as choices. `words` defaults to the enumerator's own: place_in_provision → "Place in provision".
template <class E>
[[nodiscard]] std::vector<Choice> choices()
{
    std::vector<Choice> all;
    for (const auto value : enum_values<E>()) all.push_back({.value = std::string{enum_text(value)}, .text = words_of(enum_text(value))});
    return all;
}
template <class E, class F>
[[nodiscard]] std::vector<Choice> choices(F&& words)
{
    std::vector<Choice> all;
    for (const auto value : enum_values<E>()) all.push_back({.value = std::string{enum_text(value)}, .text = words(value)});
    return all;
}
/// "yes" and "no".
[[nodiscard]] std::vector<Choice> yes_or_no();

struct ChoiceField {
    std::string name;
    Content legend;
    Content hint;
    std::vector<Choice> items;
    LabelSize size = LabelSize::regular;
    bool inline_items = false;  // beside each other: for two short ones
    bool compact = false;       // smaller boxes, for filters and dense casework
};
void radios_field(Buffer& out, const ChoiceField& field, const Form& form);
void checkboxes_field(Buffer& out, const ChoiceField& field, const Form& form);

struct SelectField {
    std::string name;
    Content label;
    Content hint;
    std::vector<Choice> items;
    std::string empty_text = "Choose one";  // the first item, without a value; empty: no such item
    LabelSize size = LabelSize::regular;
};
void select_field(Buffer& out, const SelectField& field, const Form& form);

/// Three boxes, name-day, name-month and name-year. An ISO date under `name` itself fills them too: form.set("from", iso(day)).
struct DateField {
    std::string name;
    Content legend;
    Content hint;  // "For example, 23 11 2026"
    LabelSize size = LabelSize::regular;
};
void date_field(Buffer& out, const DateField& field, const Form& form);

struct FileField {
    std::string name;
    Content label;
    Content hint = "PDF, Word, picture or text, up to 10 MB each";
    bool multiple = false;
    LabelSize size = LabelSize::regular;
};
void file_field(Buffer& out, const FileField& field, const Form& form);

/// What was typed is never sent back.
struct PasswordField {
    std::string name = "password";
    Content label = "Password";
    Content hint;
    bool is_new = false;
};
void password_field(Buffer& out, const PasswordField& field, const Form& form);

void hidden_field(Buffer& out, std::string_view name, std::string_view value);

/// The one green button, with a second act and a way out beside it.
struct SubmitRow {
    std::string text;                  // "Send referral"
    std::string name, value;           // if the handler must know which button
    bool warning = false;              // red: what cannot be undone
    std::string second_text, second_name, second_value;  // "Save for later", grey
    Link cancel;                       // {"Cancel", "/referrals"}
    bool sticky = false;               // stays at the foot of the screen in long casework forms
};
void submit_row(Buffer& out, const SubmitRow& row);

/// A group of fields under one legend.
void field_group(Buffer& out, Content legend, LabelSize size, const std::function<void(Buffer&)>& body);

}  // namespace waymark::ui
