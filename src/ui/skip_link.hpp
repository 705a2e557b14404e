// The first link of a page, for keyboards: past the header to the content.
#pragma once

#include <string>

#include "ui/attributes.hpp"

namespace waymark::ui {

struct SkipLinkOptions {
    Content text;
    std::string href = "#content";
    std::string classes;
    Attributes attributes;
};
void skip_link(Buffer& out, const SkipLinkOptions& options);

}  // namespace waymark::ui
