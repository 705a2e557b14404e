// Where a reading page stands. Pages give them as PageOptions::breadcrumbs.
#pragma once

#include <string>
#include <vector>

#include "ui/attributes.hpp"

namespace waymark::ui {

struct Breadcrumb {
    Content text;
    std::string href;
    Attributes attributes;
};
struct BreadcrumbsOptions {
    std::vector<Breadcrumb> items;
    bool collapse_on_mobile = false;
    std::string label_text = "Breadcrumb";
    std::string classes;
    Attributes attributes;
};
void breadcrumbs(Buffer& out, const BreadcrumbsOptions& options);

}  // namespace waymark::ui
