// A list with its filters beside it.
#include "ui/filter_page.hpp"

#include "ui/button.hpp"
#include "ui/prose.hpp"

namespace waymark::ui {
namespace {

void write_chosen(Buffer& out, const FilterPage& page)
{
    if (page.chosen.empty()) return;
    out.raw("<div class=\"wm-filter__chosen\">\n<h3 class=\"govuk-heading-s\">Chosen filters</h3>\n<ul class=\"wm-filter__tags\">\n");
    for (const auto& filter : page.chosen) {
        out.raw("<li><a class=\"wm-filter__tag\"");
        out.attribute("href", filter.remove_href);
        out.raw("><span class=\"govuk-visually-hidden\">Remove </span>");
        if (!filter.category.empty()) {
            out.text(filter.category);
            out.raw(": ");
        }
        out.text(filter.text);
        out.raw("</a></li>\n");
    }
    out.raw("</ul>\n<p class=\"govuk-body-s\">");
    link(out, page.action, "Clear all filters");
    out.raw("</p>\n</div>\n");
}

void write_count(Buffer& out, const FilterPage& page)
{
    out.raw("<div class=\"wm-filter__bar\">\n<h2 class=\"govuk-heading-m\" id=\"results-count\" role=\"status\">");
    out.text(page.count);
    out.raw("</h2>\n");
    if (!page.downloads.empty()) {
        out.raw("<p class=\"govuk-body-s wm-filter__downloads\">");
        for (const auto& download : page.downloads) {
            link(out, download.href, download.text);
            out.raw(" ");
        }
        out.raw("</p>\n");
    }
    out.raw("</div>\n");
}

}  // namespace

void filter_page(Buffer& out, const FilterPage& page, const std::function<void(Buffer&)>& filters,
                 const std::function<void(Buffer&)>& results)
{
    out.raw("<div class=\"wm-filter\">\n<div class=\"wm-filter__side\">\n");
    out.raw("<details class=\"wm-filter__box\" data-filter-box open>\n<summary class=\"wm-filter__summary\">");
    out.raw("<span class=\"wm-filter__title\">Filters</span></summary>\n");
    form(out, {.action = page.action, .method = "get", .classes = "wm-filter__form"}, [&](Buffer& inside) {
        filters(inside);
        inside.raw("<div class=\"wm-filter__apply\">");
        button(inside, {.text = "Apply filters", .classes = "govuk-button--secondary"});
        inside.raw("</div>\n");
    });
    out.raw("</details>\n</div>\n<div class=\"wm-filter__main\" id=\"results\" data-results>\n");
    write_count(out, page);
    write_chosen(out, page);
    if (page.empty.empty()) results(out);
    else paragraph(out, page.empty);
    out.raw("</div>\n</div>\n");
}

}  // namespace waymark::ui
