// The pages of a long list, or the page before and after.
#include "ui/pagination.hpp"

#include <algorithm>
#include <charconv>

namespace waymark::ui {
namespace {

enum class Direction { previous, next };

void write_arrow(Buffer& out, Direction direction)
{
    if (direction == Direction::previous)
        out.raw(
            "<svg class=\"govuk-pagination__icon govuk-pagination__icon--prev\" xmlns=\"http://www.w3.org/2000/svg\" "
            "height=\"13\" width=\"15\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\">"
            "<path d=\"m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293"
            "-1.414-1.414z\"></path></svg>");
    else
        out.raw(
            "<svg class=\"govuk-pagination__icon govuk-pagination__icon--next\" xmlns=\"http://www.w3.org/2000/svg\" "
            "height=\"13\" width=\"15\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\">"
            "<path d=\"m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062"
            "-6.7246-6.7266z\"></path></svg>");
}

/// `is_block`: the two links stand below each other, without page numbers between them.
void write_link(Buffer& out, const PaginationLink& link, Direction direction, bool is_block)
{
    const std::string_view rel = direction == Direction::previous ? "prev" : "next";
    out.raw("<div class=\"govuk-pagination__");
    out.text(rel);
    out.raw("\">\n<a class=\"govuk-link govuk-pagination__link\"");
    out.attribute("href", link.href);
    out.attribute("rel", rel);
    write(out, link.attributes);
    out.raw(">\n");
    if (is_block || direction == Direction::previous) write_arrow(out, direction);
    out.raw("\n<span");
    write_classes(out, "govuk-pagination__link-title",
                  is_block && link.label_text.empty() ? "govuk-pagination__link-title--decorated" : "");
    out.raw(">\n");
    if (!link.text.empty()) out.content(link.text);
    else if (direction == Direction::previous) out.raw("Previous<span class=\"govuk-visually-hidden\"> page</span>");
    else out.raw("Next<span class=\"govuk-visually-hidden\"> page</span>");
    out.raw("\n</span>\n");
    if (is_block && !link.label_text.empty()) {
        out.raw("<span class=\"govuk-visually-hidden\">:</span>\n<span class=\"govuk-pagination__link-label\">");
        out.text(link.label_text);
        out.raw("</span>\n");
    }
    if (!is_block && direction == Direction::next) write_arrow(out, direction);
    out.raw("\n</a>\n</div>\n");
}

void write_page_item(Buffer& out, const PaginationItem& item)
{
    out.raw("<li");
    write_classes(out, "govuk-pagination__item", item.ellipsis ? "govuk-pagination__item--ellipsis" : "",
                  item.current ? "govuk-pagination__item--current" : "");
    out.raw(">");
    if (item.ellipsis) {
        out.raw("&ctdot;");
    } else {
        out.raw("<a class=\"govuk-link govuk-pagination__link\"");
        out.attribute("href", item.href);
        out.attribute("aria-label", item.visually_hidden_text.value_or("Page " + item.number));
        if (item.current) out.raw(" aria-current=\"page\"");
        write(out, item.attributes);
        out.raw(">\n");
        out.text(item.number);
        out.raw("\n</a>");
    }
    out.raw("</li>\n");
}

}  // namespace

void pagination(Buffer& out, const PaginationOptions& options)
{
    const bool is_block = !options.items && (options.next || options.previous);
    out.raw("<nav");
    write_classes(out, "govuk-pagination", options.classes, is_block ? "govuk-pagination--block" : "");
    out.attribute("aria-label", options.landmark_label);
    write(out, options.attributes);
    out.raw(">\n");
    if (options.previous && !options.previous->href.empty()) write_link(out, *options.previous, Direction::previous, is_block);
    if (options.items) {
        out.raw("<ul class=\"govuk-pagination__list\">\n");
        for (const auto& item : *options.items) write_page_item(out, item);
        out.raw("</ul>\n");
    }
    if (options.next && !options.next->href.empty()) write_link(out, *options.next, Direction::next, is_block);
    out.raw("</nav>\n");
}

int page_asked_for(std::string_view typed)
{
    int page = 0;
    const auto [end, fault] = std::from_chars(typed.data(), typed.data() + typed.size(), page);
    return fault == std::errc{} && end == typed.data() + typed.size() && page >= 1 && page <= 100'000 ? page : 1;
}

void pages_below(Buffer& out, int current, std::size_t rows, const std::function<std::string(int)>& href, std::string_view label)
{
    pages(out, current, static_cast<int>((rows + rows_a_page - 1) / rows_a_page), href, label);
}

void pages(Buffer& out, int current, int count, const std::function<std::string(int)>& href, std::string_view label)
{
    if (count <= 1) return;
    // First, last and the neighbours of the current page; an ellipsis for each gap of more than one.
    std::vector<PaginationItem> items;
    int last_shown = 0;
    for (int number = 1; number <= count; ++number) {
        const bool shown = number == 1 || number == count || std::abs(number - current) <= 1;
        if (!shown) continue;
        if (number - last_shown > 2) items.push_back({.ellipsis = true});
        else if (number - last_shown == 2) items.push_back({.number = std::to_string(number - 1), .href = href(number - 1)});
        items.push_back({.number = std::to_string(number), .href = href(number), .current = number == current});
        last_shown = number;
    }
    PaginationOptions options{.items = std::move(items), .landmark_label = std::string{label}};
    if (current > 1) options.previous = PaginationLink{.href = href(current - 1)};
    if (current < count) options.next = PaginationLink{.href = href(current + 1)};
    pagination(out, options);
}

}  // namespace waymark::ui
