// The pages of a long list, or the page before and after.
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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

/// How many rows of a list stand on one page.
inline constexpr std::size_t rows_a_page = 50;
/// The rows of one page, counted from 1; a page after the last has none.
template <class T>
[[nodiscard]] std::span<const T> rows_of_page(const std::vector<T>& all, int page)
{
    const std::size_t first = std::min(all.size(), static_cast<std::size_t>(std::max(page, 1) - 1) * rows_a_page);
    return std::span{all}.subspan(first, std::min(rows_a_page, all.size() - first));
}
/// The page that a query value asks for; 1 for anything that is no page.
[[nodiscard]] int page_asked_for(std::string_view typed);
/// The pages of a list of so many rows, below its table; writes nothing when all stand on one.
/// `label` names the pages where a screen has several such lists.
void pages_below(Buffer& out, int current, std::size_t rows, const std::function<std::string(int)>& href, std::string_view label = "Pagination");

/// The pages of a list; writes nothing when there is only one. `href` gives the address of a page, counted from 1.
void pages(Buffer& out, int current, int count, const std::function<std::string(int)>& href, std::string_view label = "Pagination");

}  // namespace waymark::ui
