// The pages of a long list, or the page before and after.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ui/attributes.hpp"

namespace waymark::ui {

struct PaginationItem {
    std::string number;
    std::string href;
    std::optional<std::string> visually_hidden_text;
    bool current = false;
    bool ellipsis = false;
    Attributes attributes;
};
struct PaginationLink {
    std::string href;
    Content text;
    std::string label_text;
    Attributes attributes;
};
struct PaginationOptions {
    std::optional<std::vector<PaginationItem>> items;
    std::optional<PaginationLink> previous, next;
    std::string landmark_label = "Pagination";
    std::string classes;
    Attributes attributes;
};
void pagination(Buffer& out, const PaginationOptions& options);

/// The pages of a list; writes nothing when there is only one. `href` gives the address of a page, counted from 1.
void pages(Buffer& out, int current, int count, const std::function<std::string(int)>& href);

}  // namespace waymark::ui
