// The bar on top with the authority's name, for services outside GOV.UK. The page shell writes it.
#pragma once

#include <string>

#include "ui/attributes.hpp"

namespace waymark::ui {

struct GenericHeaderOptions {
    Content logo;
    std::string url = "/";
    std::string container_classes = "govuk-width-container";
    std::string classes;
    Attributes attributes;
};
void generic_header(Buffer& out, const GenericHeaderOptions& options);

}  // namespace waymark::ui
