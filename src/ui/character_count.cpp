// A text area that says how much room is left.
#include "ui/character_count.hpp"

namespace waymark::ui {
namespace {

/// The limit in words, to be read before typing; empty when script alone knows the limit.
std::string limit_in_words(const CharacterCountOptions& options, std::string_view count_type)
{
    const auto& limit = options.maxwords ? options.maxwords : options.maxlength;
    if (!limit) return {};
    std::string words = options.textarea_description_text;
    if (words.empty()) words = count_type == "words" ? "You can enter up to %{count} words" : "You can enter up to %{count} characters";
    constexpr std::string_view place = "%{count}";
    for (auto at = words.find(place); at != std::string::npos; at = words.find(place, at + limit->size()))
        words.replace(at, place.size(), *limit);
    return words;
}

Attributes group_attributes(const CharacterCountOptions& options, const std::string& count_type)
{
    Attributes attributes{{"data-module", "govuk-character-count"}};
    if (options.maxlength) attributes.push_back({"data-maxlength", *options.maxlength});
    if (options.maxwords) attributes.push_back({"data-maxwords", *options.maxwords});
    if (options.threshold) attributes.push_back({"data-threshold", *options.threshold});
    if (!count_type.empty()) attributes.push_back({"data-count-type", count_type});
    if (!options.maxwords && !options.maxlength && !options.textarea_description_text.empty())
        add_wording(attributes, "textarea-description", Plurals{{"other", options.textarea_description_text}});
    add_wording(attributes, "characters-under-limit", options.characters_under_limit_text);
    add_wording(attributes, "characters-at-limit", options.characters_at_limit_text);
    add_wording(attributes, "characters-over-limit", options.characters_over_limit_text);
    add_wording(attributes, "words-under-limit", options.words_under_limit_text);
    add_wording(attributes, "words-at-limit", options.words_at_limit_text);
    add_wording(attributes, "words-over-limit", options.words_over_limit_text);
    attributes.insert(attributes.end(), options.form_group.attributes.begin(), options.form_group.attributes.end());
    return attributes;
}

}  // namespace

void character_count(Buffer& out, const CharacterCountOptions& options)
{
    const std::string& id = options.id.empty() ? options.name : options.id;
    const std::string count_type = options.count_type.empty() && options.maxwords ? "words" : options.count_type;
    const auto message = render([&](Buffer& inside) {
        hint(inside, {.text = limit_in_words(options, count_type),
                      .id = id + "-info",
                      .classes = class_names("govuk-character-count__message", options.count_message_classes)});
        inside.content(options.form_group.after_input);
    });
    textarea(out, {.name = options.name,
                   .id = id,
                   .label = options.label,
                   .hint = options.hint,
                   .error_message = options.error_message,
                   .value = options.value,
                   .rows = options.rows,
                   .spellcheck = options.spellcheck,
                   .described_by = id + "-info",
                   .form_group = {.classes = class_names("govuk-character-count", options.form_group.classes),
                                  .attributes = group_attributes(options, count_type),
                                  .before_input = options.form_group.before_input,
                                  .after_input = message},
                   .classes = class_names("govuk-js-character-count", options.classes),
                   .attributes = options.attributes});
}

}  // namespace waymark::ui
