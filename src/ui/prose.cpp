// Headings, paragraphs, links and lists: the words between the components.
#include "ui/prose.hpp"

#include "foundation/result.hpp"
#include "foundation/text.hpp"
#include "ui/attributes.hpp"

namespace waymark::ui {
namespace {

void element(Buffer& out, std::string_view name, std::string_view classes, const Content& content)
{
    out.raw("<");
    out.text(name);
    out.attribute("class", classes);
    out.raw(">");
    out.content(content);
    out.raw("</");
    out.text(name);
    out.raw(">\n");
}

std::string_view heading_class(int level)
{
    expects(level >= 2 && level <= 6);
    if (level == 2) return "govuk-heading-m";
    return "govuk-heading-s";
}

void write_list(Buffer& out, std::string_view name, std::string_view classes, const std::vector<Content>& items)
{
    out.raw("<");
    out.text(name);
    out.attribute("class", classes);
    out.raw(">\n");
    for (const auto& item : items) {
        out.raw("<li>");
        out.content(item);
        out.raw("</li>\n");
    }
    out.raw("</");
    out.text(name);
    out.raw(">\n");
}

}  // namespace

void heading(Buffer& out, int level, const Content& text, std::string_view id)
{
    const auto classes = heading_class(level);
    out.raw("<h");
    out.number(level);
    out.attribute("class", classes);
    if (!id.empty()) out.attribute("id", id);
    out.raw(">");
    out.content(text);
    out.raw("</h");
    out.number(level);
    out.raw(">\n");
}

void caption(Buffer& out, const Content& text)
{
    element(out, "p", "wm-caption", text);
}

void paragraph(Buffer& out, const Content& text)
{
    element(out, "p", "govuk-body", text);
}

void lead(Buffer& out, const Content& text)
{
    element(out, "p", "govuk-body-l", text);
}

void small_print(Buffer& out, const Content& text)
{
    element(out, "p", "govuk-body-s wm-quiet", text);
}

void bullet_list(Buffer& out, const std::vector<Content>& items)
{
    write_list(out, "ul", "govuk-list govuk-list--bullet", items);
}

void numbered_list(Buffer& out, const std::vector<Content>& items)
{
    write_list(out, "ol", "govuk-list govuk-list--number", items);
}

void lines(Buffer& out, std::string_view text)
{
    element(out, "p", "govuk-body wm-lines", text);
}

void quotation(Buffer& out, std::string_view words, std::string_view whose)
{
    out.raw("<figure class=\"wm-quotation\">\n<blockquote class=\"wm-quotation__words wm-lines\">");
    out.text(words);
    out.raw("</blockquote>\n");
    if (!whose.empty()) element(out, "figcaption", "wm-quotation__whose", whose);
    out.raw("</figure>\n");
}

void link(Buffer& out, std::string_view href, std::string_view text, std::string_view visually_hidden)
{
    out.raw("<a class=\"govuk-link\"");
    out.attribute("href", href);
    out.raw(">");
    out.text(text);
    if (!visually_hidden.empty()) {
        out.raw("<span class=\"govuk-visually-hidden\"> ");
        out.text(visually_hidden);
        out.raw("</span>");
    }
    out.raw("</a>");
}

Html link_html(std::string_view href, std::string_view text, std::string_view visually_hidden)
{
    return render([&](Buffer& out) { link(out, href, text, visually_hidden); });
}

void action_link(Buffer& out, std::string_view href, std::string_view text)
{
    out.raw("<a class=\"govuk-button govuk-button--secondary\" role=\"button\" draggable=\"false\" data-module=\"govuk-button\"");
    out.attribute("href", href);
    out.raw(">");
    out.text(text);
    out.raw("</a>\n");
}

Html telephone(std::string_view number)
{
    std::string digits;
    for (const char c : number)
        if (c == '+' || (c >= '0' && c <= '9')) digits += c;
    return render([&](Buffer& out) {
        out.raw("<a class=\"govuk-link wm-nowrap\"");
        out.attribute("href", "tel:" + digits);
        out.raw(">");
        out.text(number);
        out.raw("</a>");
    });
}

Html number_link(long long number, std::string_view href, std::string_view visually_hidden)
{
    return link_html(href, with_commas(number), visually_hidden);
}

Html two_lines(const Content& first, const Content& second)
{
    return render([&](Buffer& out) {
        out.content(first);
        if (second.empty()) return;
        out.raw("<span class=\"wm-second-line\">");
        out.content(second);
        out.raw("</span>");
    });
}

void section(Buffer& out, std::string_view title, const std::function<void(Buffer&)>& body, int level)
{
    out.raw("<section class=\"wm-section\">\n");
    heading(out, level, title);
    body(out);
    out.raw("</section>\n");
}

void two_thirds_and_one(Buffer& out, const std::function<void(Buffer&)>& main, const std::function<void(Buffer&)>& aside)
{
    out.raw("<div class=\"govuk-grid-row\">\n<div class=\"govuk-grid-column-two-thirds\">\n");
    main(out);
    out.raw("</div>\n<div class=\"govuk-grid-column-one-third\">\n");
    aside(out);
    out.raw("</div>\n</div>\n");
}

void columns(Buffer& out, const std::vector<std::function<void(Buffer&)>>& bodies)
{
    expects(bodies.size() == 2 || bodies.size() == 3);
    out.raw("<div class=\"govuk-grid-row\">\n");
    for (const auto& body : bodies) {
        out.raw("<div");
        write_classes(out, bodies.size() == 2 ? "govuk-grid-column-one-half" : "govuk-grid-column-one-third", {});
        out.raw(">\n");
        body(out);
        out.raw("</div>\n");
    }
    out.raw("</div>\n");
}

}  // namespace waymark::ui
