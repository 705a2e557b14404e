// Attributes are written with their values escaped and their names checked.
#include "ui/attributes.hpp"

#include <algorithm>

#include "foundation/result.hpp"

namespace waymark::ui {
namespace {

bool is_attribute_name(std::string_view name)
{
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' ||
               c == '.';
    });
}

}  // namespace

void write(Buffer& out, const Attributes& attributes)
{
    for (const auto& [name, value] : attributes) {
        expects(is_attribute_name(name));
        out.raw(" ");
        out.text(name);
        if (!value) continue;
        out.raw("=\"");
        out.text(*value);
        out.raw("\"");
    }
}

void write_classes(Buffer& out, std::string_view base, std::string_view extra, std::string_view modifier)
{
    out.raw(" class=\"");
    out.text(base);
    for (const auto more : {modifier, extra}) {
        if (more.empty()) continue;
        out.raw(" ");
        out.text(more);
    }
    out.raw("\"");
}

std::string class_names(std::string_view base, std::string_view extra)
{
    std::string names{base};
    if (!extra.empty()) names.append(" ").append(extra);
    return names;
}

}  // namespace waymark::ui
