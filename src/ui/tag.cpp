// The state of a thing in one or two words.
#include "ui/tag.hpp"

#include "foundation/enum_text.hpp"

namespace waymark::ui {

void tag(Buffer& out, const TagOptions& options)
{
    out.raw("<strong");
    write_classes(out, "govuk-tag", options.classes);
    write(out, options.attributes);
    out.raw(">\n");
    out.content(options.text);
    out.raw("\n</strong>");
}

void tag(Buffer& out, std::string_view text, TagColour colour)
{
    tag(out, {.text = text, .classes = std::string{"govuk-tag--"}.append(enum_text(colour))});
}

Html tag_html(std::string_view text, TagColour colour)
{
    return render([&](Buffer& out) { tag(out, text, colour); });
}

}  // namespace waymark::ui
