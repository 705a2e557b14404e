// From a fixture's options to the option structs: form components.
#include "ui/button.hpp"
#include "ui/character_count.hpp"
#include "ui/checkboxes.hpp"
#include "ui/date_input.hpp"
#include "ui/error_summary.hpp"
#include "ui/file_upload.hpp"
#include "ui/fixture_given.hpp"
#include "ui/password_input.hpp"
#include "ui/select.hpp"

namespace waymark::ui {
namespace {

LabelOptions label_from(const Given& given)
{
    return {.text = given.content(),
            .for_id = given["for"].text(),
            .is_page_heading = given["isPageHeading"].truthy(),
            .classes = given["classes"].text(),
            .attributes = given.attributes()};
}

HintOptions hint_from(const Given& given)
{
    return {.text = given.content(), .id = given["id"].text(), .classes = given["classes"].text(), .attributes = given.attributes()};
}

ErrorMessageOptions error_from(const Given& given)
{
    const auto hidden = given["visuallyHiddenText"];
    return {.text = given.content(),
            .id = given["id"].text(),
            .classes = given["classes"].text(),
            .attributes = given.attributes(),
            .visually_hidden_text = hidden.absent() ? "Error" : hidden.truthy() ? hidden.text() : ""};
}

FieldsetOptions fieldset_from(const Given& given)
{
    const auto legend = given["legend"];
    return {.legend = {.text = legend.content(), .classes = legend["classes"].text(), .is_page_heading = legend["isPageHeading"].truthy()},
            .described_by = given["describedBy"].text(),
            .classes = given["classes"].text(),
            .role = given["role"].text(),
            .attributes = given.attributes(),
            .html = given.html()};
}

template <class Read>
auto if_truthy(const Given& given, Read read) -> std::optional<decltype(read(given))>
{
    if (!given.truthy()) return std::nullopt;
    return read(given);
}

FormGroupOptions group_from(const Given& given, const std::string& before = "beforeInput", const std::string& after = "afterInput")
{
    return {.classes = given["classes"].text(),
            .attributes = given.attributes(),
            .before_input = given[before].content(),
            .after_input = given[after].content()};
}

/// What every control with one label has.
template <class Options>
Options control_from(const Given& given)
{
    Options options;
    options.name = given["name"].text();
    options.id = given["id"].text();
    options.label = label_from(given["label"]);
    options.hint = if_truthy(given["hint"], hint_from);
    options.error_message = if_truthy(given["errorMessage"], error_from);
    options.form_group = group_from(given["formGroup"]);
    options.classes = given["classes"].text();
    options.attributes = given.attributes();
    return options;
}

AffixOptions affix_from(const Given& given)
{
    return {.text = given.content(), .classes = given["classes"].text(), .attributes = given.attributes()};
}

void write_button(Buffer& out, const Given& given)
{
    const auto prevent = given["preventDoubleClick"];
    button(out, {.text = given.content(),
                 .href = given["href"].text(),
                 .type = given["type"].text_or("submit"),
                 .name = given["name"].text(),
                 .value = given["value"].text(),
                 .disabled = given["disabled"].truthy(),
                 .prevent_double_click = prevent.maybe_bool(),
                 .is_start_button = given["isStartButton"].truthy(),
                 .classes = given["classes"].text(),
                 .id = given["id"].text(),
                 .attributes = given.attributes()});
}

void write_input(Buffer& out, const Given& given)
{
    auto options = control_from<InputOptions>(given);
    options.value = given["value"].maybe_text();
    options.type = given["type"].text_or("text");
    options.inputmode = given["inputmode"].maybe_text();
    options.autocomplete = given["autocomplete"].maybe_text();
    options.pattern = given["pattern"].maybe_text();
    options.autocapitalize = given["autocapitalize"].maybe_text();
    options.spellcheck = given["spellcheck"].maybe_bool();
    options.disabled = given["disabled"].truthy();
    options.described_by = given["describedBy"].text();
    options.prefix = affix_from(given["prefix"]);
    options.suffix = affix_from(given["suffix"]);
    options.input_wrapper = {given["inputWrapper"]["classes"].text(), given["inputWrapper"].attributes()};
    input(out, options);
}

void write_password_input(Buffer& out, const Given& given)
{
    auto options = control_from<PasswordInputOptions>(given);
    options.value = given["value"].maybe_text();
    options.autocomplete = given["autocomplete"].text_or("current-password");
    options.disabled = given["disabled"].truthy();
    options.described_by = given["describedBy"].text();
    options.button_classes = given["button"]["classes"].text();
    options.show_password_text = given["showPasswordText"].text();
    options.hide_password_text = given["hidePasswordText"].text();
    options.show_password_aria_label_text = given["showPasswordAriaLabelText"].text();
    options.hide_password_aria_label_text = given["hidePasswordAriaLabelText"].text();
    options.password_shown_announcement_text = given["passwordShownAnnouncementText"].text();
    options.password_hidden_announcement_text = given["passwordHiddenAnnouncementText"].text();
    password_input(out, options);
}

void write_textarea(Buffer& out, const Given& given)
{
    auto options = control_from<TextareaOptions>(given);
    options.value = given["value"].text();
    options.rows = given["rows"].text_or("5");
    options.spellcheck = given["spellcheck"].maybe_bool();
    options.autocomplete = given["autocomplete"].text();
    options.disabled = given["disabled"].truthy();
    options.described_by = given["describedBy"].text();
    textarea(out, options);
}

void write_character_count(Buffer& out, const Given& given)
{
    auto options = control_from<CharacterCountOptions>(given);
    const auto if_positive = [](const Given& limit) { return limit.truthy() ? limit.maybe_text() : std::nullopt; };
    options.value = given["value"].text();
    options.rows = given["rows"].text_or("5");
    options.maxlength = if_positive(given["maxlength"]);
    options.maxwords = if_positive(given["maxwords"]);
    options.threshold = given["threshold"].maybe_text();
    options.count_type = given["countType"].text();
    options.spellcheck = given["spellcheck"].maybe_bool();
    options.count_message_classes = given["countMessage"]["classes"].text();
    options.textarea_description_text = given["textareaDescriptionText"].text();
    options.characters_under_limit_text = given.plurals("charactersUnderLimitText");
    options.characters_at_limit_text = given["charactersAtLimitText"].text();
    options.characters_over_limit_text = given.plurals("charactersOverLimitText");
    options.words_under_limit_text = given.plurals("wordsUnderLimitText");
    options.words_at_limit_text = given["wordsAtLimitText"].text();
    options.words_over_limit_text = given.plurals("wordsOverLimitText");
    character_count(out, options);
}

void write_select(Buffer& out, const Given& given)
{
    auto options = control_from<SelectOptions>(given);
    for (const auto& item : given["items"].items()) {
        if (!item.truthy()) continue;
        const auto value = item["value"];
        options.items.push_back({.value = value.absent() ? std::nullopt : std::optional{value.text()},
                                 .text = item["text"].text(),
                                 .selected = item["selected"].maybe_bool(),
                                 .disabled = item["disabled"].truthy(),
                                 .attributes = item.attributes()});
    }
    options.value = given["value"].text();
    options.disabled = given["disabled"].truthy();
    options.described_by = given["describedBy"].text();
    select(out, options);
}

/// What radios and checkboxes have in common. A left-out item keeps its number, so those after it are given their ids.
template <class Options, class Item, class More>
Options choices_from(const Given& given, More more)
{
    Options options;
    options.name = given["name"].text();
    options.id_prefix = given["idPrefix"].text();
    options.fieldset = if_truthy(given["fieldset"], fieldset_from);
    options.hint = if_truthy(given["hint"], hint_from);
    options.error_message = if_truthy(given["errorMessage"], error_from);
    options.form_group = group_from(given["formGroup"], "beforeInputs", "afterInputs");
    options.classes = given["classes"].text();
    options.attributes = given.attributes();
    const auto prefix = options.id_prefix.empty() ? options.name : options.id_prefix;
    int number = 0;
    for (const auto& each : given["items"].items()) {
        ++number;
        if (!each.truthy()) continue;
        Item item;
        item.value = each["value"].text();
        item.text = each.content();
        item.hint = if_truthy(each["hint"], hint_from);
        item.conditional = each["conditional"].html();
        item.checked = each["checked"].maybe_bool();
        item.disabled = each["disabled"].truthy();
        item.divider = each["divider"].text();
        item.id = each["id"].text_or(number == 1 ? prefix : prefix + "-" + std::to_string(number));
        item.label = {each["label"]["classes"].text(), each["label"].attributes()};
        item.attributes = each.attributes();
        more(item, each);
        options.items.push_back(std::move(item));
    }
    return options;
}

void write_radios(Buffer& out, const Given& given)
{
    auto options = choices_from<RadiosOptions, RadioItem>(given, [](RadioItem&, const Given&) {});
    options.value = given["value"].text();
    radios(out, options);
}

void write_checkboxes(Buffer& out, const Given& given)
{
    auto options = choices_from<CheckboxesOptions, CheckboxItem>(given, [](CheckboxItem& item, const Given& each) {
        item.behaviour = each["behaviour"].text();
        item.name = each["name"].text();
    });
    for (const auto& value : given["values"].items()) options.values.push_back(value.text());
    options.described_by = given["describedBy"].text();
    checkboxes(out, options);
}

DateInputItem date_item_from(const Given& given)
{
    return {.name = given["name"].text(),
            .id = given["id"].text(),
            .label = given["label"].text(),
            .value = given["value"].maybe_text(),
            .error = given["error"].maybe_bool(),
            .inputmode = given["inputmode"].text(),
            .autocomplete = given["autocomplete"].maybe_text(),
            .pattern = given["pattern"].maybe_text(),
            .classes = given["classes"].text(),
            .attributes = given.attributes()};
}

/// A part that is given has its usual name unless it says another.
std::optional<DateInputItem> part_from(const Given& given, const std::string& name)
{
    if (!given[name].truthy()) return std::nullopt;
    auto item = date_item_from(given[name]);
    if (item.name.empty()) item.name = name;
    return item;
}

void write_date_input(Buffer& out, const Given& given)
{
    DateInputOptions options{.id = given["id"].text(),
                             .name_prefix = given["namePrefix"].text(),
                             .fieldset = if_truthy(given["fieldset"], fieldset_from),
                             .hint = if_truthy(given["hint"], hint_from),
                             .error_message = if_truthy(given["errorMessage"], error_from),
                             .day = part_from(given, "day"),
                             .month = part_from(given, "month"),
                             .year = part_from(given, "year"),
                             .values = given["values"].pairs(),
                             .form_group = group_from(given["formGroup"], "beforeInputs", "afterInputs"),
                             .classes = given["classes"].text(),
                             .attributes = given.attributes()};
    for (const auto& item : given["items"].items())
        if (item.truthy()) options.items.push_back(date_item_from(item));
    const auto refused = [&](const char* name) { return !given[name].absent() && !given[name].truthy(); };
    if (options.items.empty() && (refused("day") || refused("month") || refused("year"))) {
        // A part that is given as false is not asked for at all; one that is not given has its usual name.
        for (const auto* name : {"day", "month", "year"}) {
            if (given[name].truthy()) options.items.push_back(*part_from(given, name));
            else if (given[name].absent()) options.items.push_back({.name = name});
        }
    }
    date_input(out, options);
}

void write_file_upload(Buffer& out, const Given& given)
{
    auto options = control_from<FileUploadOptions>(given);
    options.multiple = given["multiple"].truthy();
    options.disabled = given["disabled"].truthy();
    options.javascript = given["javascript"].truthy();
    options.described_by = given["describedBy"].text();
    options.wrapper_classes = given["wrapperClasses"].text();
    options.wrapper_attributes = given.attributes("wrapperAttributes");
    options.choose_files_button_text = given["chooseFilesButtonText"].text();
    options.no_file_chosen_text = given["noFileChosenText"].text();
    options.drop_instruction_text = given["dropInstructionText"].text();
    options.entered_drop_zone_text = given["enteredDropZoneText"].text();
    options.left_drop_zone_text = given["leftDropZoneText"].text();
    options.multiple_files_chosen_text = given.plurals("multipleFilesChosenText");
    file_upload(out, options);
}

void write_error_summary(Buffer& out, const Given& given)
{
    ErrorSummaryOptions options{.title = given.content("titleText", "titleHtml"),
                                .description = given.content("descriptionText", "descriptionHtml"),
                                .disable_auto_focus = given["disableAutoFocus"].maybe_bool(),
                                .classes = given["classes"].text(),
                                .attributes = given.attributes()};
    for (const auto& item : given["errorList"].items())
        options.error_list.push_back({item.content(), item["href"].text(), item.attributes()});
    error_summary(out, options);
}

}  // namespace

std::map<std::string, Adapter> form_adapters()
{
    return {
        {"button", write_button},
        {"character-count", write_character_count},
        {"checkboxes", write_checkboxes},
        {"date-input", write_date_input},
        {"error-message", [](Buffer& out, const Given& given) { error_message(out, error_from(given)); }},
        {"error-summary", write_error_summary},
        {"fieldset", [](Buffer& out, const Given& given) { fieldset(out, fieldset_from(given)); }},
        {"file-upload", write_file_upload},
        {"hint", [](Buffer& out, const Given& given) { hint(out, hint_from(given)); }},
        {"input", write_input},
        {"label", [](Buffer& out, const Given& given) { label(out, label_from(given)); }},
        {"password-input", write_password_input},
        {"radios", write_radios},
        {"select", write_select},
        {"textarea", write_textarea},
    };
}

}  // namespace waymark::ui
