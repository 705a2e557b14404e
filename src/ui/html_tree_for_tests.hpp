// HTML as an indented tree of lines, so that tests compare what a browser would see and print a difference one can read.
#pragma once

#include <string>
#include <string_view>

namespace waymark::ui {

/// One line for each element (attributes sorted) and each text. Runs of whitespace are one space, but for textarea and pre;
/// whitespace that a browser would not draw (at the edges of blocks and between them) is left out.
[[nodiscard]] std::string html_tree(std::string_view markup);

/// Empty when the two trees are equal, else the lines around the first difference, marked - expected and + actual.
[[nodiscard]] std::string tree_difference(std::string_view expected_markup, std::string_view actual_markup);

struct HtmlCount {
    int elements = 0;
    int attributes = 0;
    bool operator==(const HtmlCount&) const = default;
};
[[nodiscard]] HtmlCount count_html(std::string_view markup);

}  // namespace waymark::ui
