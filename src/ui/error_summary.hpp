// All that is wrong with a form, on top of the page; each message links to its field.
#pragma once

#include <optional>
#include <vector>

#include "ui/attributes.hpp"

namespace waymark::ui {

struct ErrorSummaryItem {
    Content text;
    std::string href;
    Attributes attributes;
};
struct ErrorSummaryOptions {
    Content title = "There is a problem";
    Content description;
    std::vector<ErrorSummaryItem> error_list;
    std::optional<bool> disable_auto_focus;
    std::string classes;
    Attributes attributes;
};
void error_summary(Buffer& out, const ErrorSummaryOptions& options);

}  // namespace waymark::ui
