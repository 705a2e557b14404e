// Something few readers need, one click away.
#pragma once

#include <string>

#include "ui/attributes.hpp"

namespace waymark::ui {

struct DetailsOptions {
    Content summary;
    Content text;
    bool open = false;
    std::string id;
    std::string classes;
    Attributes attributes;
};
void details(Buffer& out, const DetailsOptions& options);

}  // namespace waymark::ui
