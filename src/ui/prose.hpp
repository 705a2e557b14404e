// Headings, paragraphs, links and lists: the words between the components.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "ui/buffer.hpp"

namespace waymark::ui {

/// h2 to h6 in their usual sizes; the page's h1 is written by page().
void heading(Buffer& out, int level, const Content& text, std::string_view id = {});
/// A small grey line above a heading, or beneath it.
void caption(Buffer& out, const Content& text);
void paragraph(Buffer& out, const Content& text);
/// The opening sentence of a page, larger.
void lead(Buffer& out, const Content& text);
void small_print(Buffer& out, const Content& text);
void bullet_list(Buffer& out, const std::vector<Content>& items);
void numbered_list(Buffer& out, const std::vector<Content>& items);
/// An address or other text on lines of its own: line breaks are kept.
void lines(Buffer& out, std::string_view text);
/// Words quoted exactly and marked as theirs: a child's, a parent's.
void quotation(Buffer& out, std::string_view words, std::string_view whose);

/// A link. `visually_hidden` completes its text for those who hear it out of place: "Change" + "the start date".
void link(Buffer& out, std::string_view href, std::string_view text, std::string_view visually_hidden = {});
/// The same as markup, for cells and list items.
[[nodiscard]] Html link_html(std::string_view href, std::string_view text, std::string_view visually_hidden = {});
/// A link that posts nothing and looks like a button: grey. The green ones are submit_row's and button's.
void action_link(Buffer& out, std::string_view href, std::string_view text);
/// A telephone number that a phone can ring.
[[nodiscard]] Html telephone(std::string_view number);
/// A number that leads to the list behind it.
[[nodiscard]] Html number_link(long long number, std::string_view href, std::string_view visually_hidden = {});
/// Two lines in one cell: what matters, and a quieter line beneath.
[[nodiscard]] Html two_lines(const Content& first, const Content& second);

/// A section under its h2 (or lower), named by it.
void section(Buffer& out, std::string_view title, const std::function<void(Buffer&)>& body, int level = 2);
/// Two columns on a wide screen, one after the other on a phone: two thirds and one third.
void two_thirds_and_one(Buffer& out, const std::function<void(Buffer&)>& main, const std::function<void(Buffer&)>& aside);
/// Columns of equal width (2 or 3).
void columns(Buffer& out, const std::vector<std::function<void(Buffer&)>>& bodies);

}  // namespace waymark::ui
