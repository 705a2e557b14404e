// A hint under a label or legend.
#pragma once

#include <string>

#include "ui/attributes.hpp"

namespace waymark::ui {

struct HintOptions {
    Content text;
    std::string id;
    std::string classes;
    Attributes attributes;
};
void hint(Buffer& out, const HintOptions& options);

}  // namespace waymark::ui
