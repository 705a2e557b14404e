// A date in three boxes.
#include "ui/date_input.hpp"

#include <algorithm>
#include <string_view>

#include "ui/input.hpp"

namespace waymark::ui {
namespace {

bool is_marked_wrong(const DateInputItem& item)
{
    return item.error.value_or(false) || item.classes.find("govuk-input--error") != std::string::npos;
}

std::vector<DateInputItem> items_of(const DateInputOptions& options)
{
    if (!options.items.empty()) return options.items;
    const auto given_or = [](const std::optional<DateInputItem>& given, const char* name) {
        return given ? *given : DateInputItem{.name = name};
    };
    auto day = given_or(options.day, "day"), month = given_or(options.month, "month"), year = given_or(options.year, "year");
    if (day.name.empty()) day.name = "day";
    if (month.name.empty()) month.name = "month";
    if (year.name.empty()) year.name = "year";
    return {day, month, year};
}

std::optional<std::string> value_of(const DateInputOptions& options, const DateInputItem& item, const std::string& full_name)
{
    if (item.value) return item.value;
    for (const auto& part : {options.day, options.month, options.year})
        if (part && part->value && part->name == item.name) return part->value;
    for (const auto& wanted : {item.name, full_name})
        for (const auto& [name, value] : options.values)
            if (name == wanted) return value;
    return std::nullopt;
}

std::string capitalised(std::string name)
{
    for (auto& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

void write_date_part(Buffer& out, const DateInputOptions& options, const DateInputItem& item, bool is_year, bool any_marked_wrong)
{
    const std::string full_name = options.name_prefix.empty() ? item.name : options.name_prefix + "-" + item.name;
    std::string classes = "govuk-date-input__input";
    const bool says_error = item.classes.find("govuk-input--error") != std::string::npos;
    const bool is_wrong =
        is_marked_wrong(item) || (item.error.value_or(true) && options.error_message && !any_marked_wrong);
    if (!says_error && is_wrong) classes = class_names(classes, "govuk-input--error");
    if (item.classes.find("govuk-input--width-") == std::string::npos)
        classes = class_names(classes, is_year ? "govuk-input--width-4" : "govuk-input--width-2");
    classes = class_names(classes, item.classes);

    out.raw("<div class=\"govuk-date-input__item\">\n");
    input(out, {.name = full_name,
                .id = item.id.empty() ? options.id + "-" + item.name : item.id,
                .label = {.text = item.label.empty() ? Content{capitalised(item.name)} : item.label,
                          .classes = "govuk-date-input__label"},
                .value = value_of(options, item, full_name),
                .inputmode = item.inputmode.empty() ? "numeric" : item.inputmode,
                .autocomplete = item.autocomplete,
                .pattern = item.pattern,
                .classes = classes,
                .attributes = item.attributes});
    out.raw("</div>\n");
}

}  // namespace

void date_input(Buffer& out, const DateInputOptions& options)
{
    const auto items = items_of(options);
    const bool any_marked_wrong = std::ranges::any_of(items, is_marked_wrong);
    const std::string year_name = options.year && !options.year->name.empty() ? options.year->name : "year";
    // Without this role one screen reader does not announce the description of a group of text boxes.
    const FieldsetGroup group{options.id, options.fieldset, "group", options.hint, options.error_message, options.form_group,
                              options.fieldset ? options.fieldset->described_by : std::string{}};
    fieldset_group(out, group, [&](Buffer& inside, std::string_view) {
        inside.raw("<div");
        write_classes(inside, "govuk-date-input", options.classes);
        write(inside, options.attributes);
        if (!options.id.empty()) inside.attribute("id", options.id);
        inside.raw(">\n");
        inside.content(options.form_group.before_input);
        for (const auto& item : items)
            write_date_part(inside, options, item, item.name == "year" || item.name == year_name, any_marked_wrong);
        inside.content(options.form_group.after_input);
        inside.raw("</div>\n");
    });
}

}  // namespace waymark::ui
