// The state of a thing in one or two words.
#pragma once

#include <string>

#include "ui/attributes.hpp"

namespace waymark::ui {

struct TagOptions {
    Content text;
    std::string classes;
    Attributes attributes;
};
void tag(Buffer& out, const TagOptions& options);

/// The colours a tag may have; the words carry the meaning, the colour only helps.
enum class TagColour { blue, grey, green, teal, purple, magenta, red, orange, yellow };
void tag(Buffer& out, std::string_view text, TagColour colour);
[[nodiscard]] Html tag_html(std::string_view text, TagColour colour);

}  // namespace waymark::ui
