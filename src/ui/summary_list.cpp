// Known facts as pairs, each with what may be done about it.
#include "ui/summary_list.hpp"

#include <algorithm>

namespace waymark::ui {
namespace {

void write_link(Buffer& out, const SummaryAction& action, const SummaryCardTitle* card_title)
{
    out.raw("<a");
    write_classes(out, "govuk-link", action.classes);
    out.attribute("href", action.href);
    write(out, action.attributes);
    out.raw(">");
    out.content(action.text);
    if (!action.visually_hidden_text.empty() || card_title) {
        out.raw("<span class=\"govuk-visually-hidden\">");
        if (!action.visually_hidden_text.empty()) {
            out.raw(" ");
            out.text(action.visually_hidden_text);
        }
        if (card_title) {
            out.raw(" (");
            out.content(card_title->text);
            out.raw(")");
        }
        out.raw("</span>");
    }
    out.raw("</a>\n");
}

void write_row_actions(Buffer& out, const SummaryActions& actions, const SummaryCardTitle* card_title)
{
    if (actions.items.empty()) return;
    out.raw("<dd");
    write_classes(out, "govuk-summary-list__actions", actions.classes);
    out.raw(">\n");
    if (actions.items.size() == 1) {
        write_link(out, actions.items.front(), card_title);
    } else {
        out.raw("<ul class=\"govuk-summary-list__actions-list\">\n");
        for (const auto& action : actions.items) {
            out.raw("<li class=\"govuk-summary-list__actions-list-item\">");
            write_link(out, action, card_title);
            out.raw("</li>\n");
        }
        out.raw("</ul>\n");
    }
    out.raw("</dd>\n");
}

void write_list(Buffer& out, const SummaryListOptions& options)
{
    const SummaryCardTitle* card_title = options.card && options.card->title ? &*options.card->title : nullptr;
    const bool any_actions =
        std::ranges::any_of(options.rows, [](const SummaryRow& row) { return row.actions && !row.actions->items.empty(); });
    out.raw("<dl");
    write_classes(out, "govuk-summary-list", options.classes);
    write(out, options.attributes);
    out.raw(">\n");
    for (const auto& row : options.rows) {
        out.raw("<div");
        write_classes(out, "govuk-summary-list__row", row.classes,
                      any_actions && !row.actions ? "govuk-summary-list__row--no-actions" : "");
        out.raw(">\n<dt");
        write_classes(out, "govuk-summary-list__key", row.key.classes);
        out.raw(">");
        out.content(row.key.text);
        out.raw("</dt>\n<dd");
        write_classes(out, "govuk-summary-list__value", row.value.classes);
        out.raw(">");
        out.content(row.value.text);
        out.raw("</dd>\n");
        if (row.actions) write_row_actions(out, *row.actions, card_title);
        out.raw("</div>\n");
    }
    out.raw("</dl>\n");
}

void write_card_actions(Buffer& out, const SummaryCard& card)
{
    const auto& items = card.actions.items;
    if (items.empty()) return;
    const SummaryCardTitle* title = card.title ? &*card.title : nullptr;
    if (items.size() == 1) {
        out.raw("<div");
        write_classes(out, "govuk-summary-card__actions", card.actions.classes);
        out.raw(">\n");
        write_link(out, items.front(), title);
        out.raw("</div>\n");
        return;
    }
    out.raw("<ul");
    write_classes(out, "govuk-summary-card__actions", card.actions.classes);
    out.raw(">\n");
    for (const auto& action : items) {
        out.raw("<li class=\"govuk-summary-card__action\">");
        write_link(out, action, title);
        out.raw("</li>\n");
    }
    out.raw("</ul>\n");
}

}  // namespace

void summary_list(Buffer& out, const SummaryListOptions& options)
{
    if (!options.card) return write_list(out, options);
    const auto& card = *options.card;
    out.raw("<div");
    write_classes(out, "govuk-summary-card", card.classes);
    write(out, card.attributes);
    out.raw(">\n<div class=\"govuk-summary-card__title-wrapper\">\n");
    if (card.title) {
        out.raw("<h");
        out.number(card.title->heading_level);
        write_classes(out, "govuk-summary-card__title", card.title->classes);
        out.raw(">");
        out.content(card.title->text);
        out.raw("</h");
        out.number(card.title->heading_level);
        out.raw(">\n");
    }
    write_card_actions(out, card);
    out.raw("</div>\n<div class=\"govuk-summary-card__content\">\n");
    write_list(out, options);
    out.raw("</div>\n</div>\n");
}

SummaryActions change(std::string href, std::string what)
{
    return action(std::move(href), "Change", std::move(what));
}

SummaryActions action(std::string href, std::string text, std::string what)
{
    return {.items = {{.href = std::move(href), .text = std::move(text), .visually_hidden_text = std::move(what)}}};
}

}  // namespace waymark::ui
