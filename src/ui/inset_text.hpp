// Text set apart from what stands around it: a quotation, a note.
#pragma once

#include <string>

#include "ui/attributes.hpp"

namespace waymark::ui {

struct InsetTextOptions {
    Content text;
    std::string id;
    std::string classes;
    Attributes attributes;
};
void inset_text(Buffer& out, const InsetTextOptions& options);

}  // namespace waymark::ui
