// A table for comparisons. On a phone each row becomes a card whose cells carry their column's name.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ui/attributes.hpp"

namespace waymark::ui {

/// A cell, body or head. Text and markup convert to it; numbers are given as text, already worded.
struct TableCell {
    Content text;
    std::string format;  // "numeric" aligns right
    std::string classes;
    std::optional<int> colspan, rowspan;
    Attributes attributes;
    std::string card_label;  // ours, of a heading: what its cells are called on a phone; the heading's text when empty

    TableCell() = default;
    [[nodiscard]] std::string label() const;
    template <class T>
        requires std::convertible_to<T, Content>
    TableCell(T&& content, std::string cell_format = {}) : text{std::forward<T>(content)}, format{std::move(cell_format)}
    {
    }
};
/// A cell or heading of numbers: `.head = {"School", numeric("Pupils")}`.
[[nodiscard]] TableCell numeric(Content content);
/// A heading by which the list can be sorted. `direction` is "ascending" or "descending" for the column in force, else empty.
[[nodiscard]] TableCell sortable(std::string text, std::string href, std::string direction, bool is_numeric = false);

struct TableOptions {
    std::string caption;
    std::string caption_classes;
    std::vector<TableCell> head;
    std::vector<std::vector<TableCell>> rows;
    bool first_cell_is_header = false;
    std::string classes;
    Attributes attributes;
    /// Ours: body cells take the format of their column, and rows become cards under 640 px.
    bool cards = true;
};
void table(Buffer& out, const TableOptions& options);

}  // namespace waymark::ui
