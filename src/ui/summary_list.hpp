// Known facts as pairs, each with what may be done about it; optionally as a card.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <vector>

#include "ui/attributes.hpp"

namespace waymark::ui {

/// A key or a value. Text converts to it: `.key = "Starts"`.
struct SummaryText {
    Content text;
    std::string classes;
    SummaryText() = default;
    template <class T>
        requires std::convertible_to<T, Content>
    SummaryText(T&& content, std::string class_names = {}) : text{std::forward<T>(content)}, classes{std::move(class_names)}
    {
    }
};
struct SummaryAction {
    std::string href;
    Content text = "Change";
    std::string visually_hidden_text;  // what is changed: " the start date" without the space
    std::string classes;
    Attributes attributes;
};
struct SummaryActions {
    std::vector<SummaryAction> items;
    std::string classes;
};
struct SummaryRow {
    SummaryText key;
    SummaryText value;
    std::optional<SummaryActions> actions;
    std::string classes;
};
struct SummaryCardTitle {
    Content text;
    int heading_level = 2;
    std::string classes;
};
struct SummaryCard {
    std::optional<SummaryCardTitle> title;
    SummaryActions actions;
    std::string classes;
    Attributes attributes;
};
struct SummaryListOptions {
    std::vector<SummaryRow> rows;
    std::optional<SummaryCard> card;
    std::string classes;
    Attributes attributes;
};
void summary_list(Buffer& out, const SummaryListOptions& options);

/// The actions of a row that has one link: `{"Starts", long_date(d), change("/…", "the start date")}`.
[[nodiscard]] SummaryActions change(std::string href, std::string what);
/// The same with other words than "Change": `action("/…", "Add", "a contact")`.
[[nodiscard]] SummaryActions action(std::string href, std::string text, std::string what);

}  // namespace waymark::ui
