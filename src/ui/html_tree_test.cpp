// HTML trees for tests, parsed by gumbo, and proof that they notice what they must.
#include "ui/html_tree_for_tests.hpp"

#include <doctest/doctest.h>
#include <gumbo.h>

#include <algorithm>
#include <array>
#include <vector>

#include "foundation/text.hpp"

namespace waymark::ui {
namespace {

class Parsed {
public:
    explicit Parsed(std::string_view markup) : markup_{markup}
    {
        options_.fragment_context = GUMBO_TAG_BODY;
        output_ = gumbo_parse_with_options(&options_, markup_.data(), markup_.size());
    }
    ~Parsed() { gumbo_destroy_output(&options_, output_); }
    Parsed(const Parsed&) = delete;
    Parsed& operator=(const Parsed&) = delete;
    [[nodiscard]] const GumboNode& root() const { return *output_->root; }

private:
    std::string markup_;
    GumboOptions options_ = kGumboDefaultOptions;
    GumboOutput* output_;
};

std::string tag_name(const GumboElement& element)
{
    const std::string known = gumbo_normalized_tagname(element.tag);
    if (!known.empty()) return known;
    GumboStringPiece original = element.original_tag;
    gumbo_tag_from_original_text(&original);
    return {original.data, original.length};
}

bool is_text(const GumboNode& node)
{
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
}

/// Whether whitespace beside it or at its edges is drawn.
bool is_inline(const GumboNode& node)
{
    static constexpr std::array<std::string_view, 3> inline_tags{"a", "span", "strong"};
    return node.type == GUMBO_NODE_ELEMENT && std::ranges::find(inline_tags, tag_name(node.v.element)) != inline_tags.end();
}

std::string folded(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
        if (space && !result.empty() && result.back() == ' ') continue;
        result += space ? ' ' : c;
    }
    return result;
}

class TreeWriter {
public:
    void children(const GumboElement& parent, bool parent_is_inline, int depth)
    {
        const auto name = tag_name(parent);
        const bool exact = name == "textarea" || name == "pre";
        for (unsigned index = 0; index < parent.children.length; ++index) {
            const auto& node = child(parent, index);
            if (is_text(node)) {
                std::string text = exact ? std::string{node.v.text.text} : folded(node.v.text.text);
                if (!exact && trims(parent, parent_is_inline, static_cast<int>(index) - 1)) text.erase(0, text.starts_with(' ') ? 1 : 0);
                if (!exact && trims(parent, parent_is_inline, static_cast<int>(index) + 1) && text.ends_with(' ')) text.pop_back();
                if (!text.empty()) line(depth, "\"" + text + "\"");
            } else if (node.type == GUMBO_NODE_ELEMENT) {
                element(node, depth);
            }
        }
    }
    std::string lines;

private:
    static const GumboNode& child(const GumboElement& parent, unsigned index)
    {
        return *static_cast<const GumboNode*>(parent.children.data[index]);
    }
    static bool trims(const GumboElement& parent, bool parent_is_inline, int neighbour)
    {
        if (neighbour < 0 || neighbour >= static_cast<int>(parent.children.length)) return !parent_is_inline;
        const auto& node = child(parent, static_cast<unsigned>(neighbour));
        return !is_text(node) && !is_inline(node);
    }
    void element(const GumboNode& node, int depth)
    {
        const auto& element = node.v.element;
        std::vector<std::string> attributes;
        for (unsigned index = 0; index < element.attributes.length; ++index) {
            const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[index]);
            attributes.push_back(std::string{" "} + attribute.name + "=\"" + attribute.value + "\"");
        }
        std::ranges::sort(attributes);
        line(depth, "<" + tag_name(element) + join(attributes, "") + ">");
        children(element, is_inline(node), depth + 1);
    }
    void line(int depth, const std::string& text)
    {
        lines.append(static_cast<std::size_t>(depth) * 2, ' ').append(text).append("\n");
    }
};

void add_counts(const GumboNode& node, HtmlCount& count)
{
    if (node.type != GUMBO_NODE_ELEMENT) return;
    ++count.elements;
    count.attributes += static_cast<int>(node.v.element.attributes.length);
    for (unsigned index = 0; index < node.v.element.children.length; ++index)
        add_counts(*static_cast<const GumboNode*>(node.v.element.children.data[index]), count);
}

}  // namespace

std::string html_tree(std::string_view markup)
{
    const Parsed parsed{markup};
    TreeWriter writer;
    writer.children(parsed.root().v.element, false, 0);
    return writer.lines;
}

std::string tree_difference(std::string_view expected_markup, std::string_view actual_markup)
{
    const auto expected_tree = html_tree(expected_markup), actual_tree = html_tree(actual_markup);
    if (expected_tree == actual_tree) return {};
    const auto expected = split(expected_tree, '\n'), actual = split(actual_tree, '\n');
    std::size_t first = 0;
    while (first < expected.size() && first < actual.size() && expected[first] == actual[first]) ++first;
    std::string shown = "\n";
    const auto show = [&](const auto& lines, std::string_view mark, std::size_t from, std::size_t to) {
        for (auto at = from; at < std::min(to, lines.size()); ++at) shown.append(mark).append(lines[at]).append("\n");
    };
    show(expected, "  ", first < 3 ? 0 : first - 3, first);
    show(expected, "- ", first, first + 4);
    show(actual, "+ ", first, first + 4);
    return shown;
}

HtmlCount count_html(std::string_view markup)
{
    const Parsed parsed{markup};
    HtmlCount count;
    add_counts(parsed.root(), count);
    return count;
}

TEST_CASE("the order of attributes and whitespace around blocks make no difference to a page")
{
    CHECK(tree_difference("<p id=\"a\" class=\"b\">\n  words\n</p>\n", "<p class=\"b\" id=\"a\">words</p>").empty());
    CHECK(tree_difference("<p>two   words</p>", "<p>two\nwords</p>").empty());
}

TEST_CASE("a missing space between words, another attribute value and another order of elements are noticed")
{
    CHECK_FALSE(tree_difference("<p>a <span>b</span></p>", "<p>a<span>b</span></p>").empty());
    CHECK_FALSE(tree_difference("<a href=\"/x\">x</a>", "<a href=\"/y\">x</a>").empty());
    CHECK_FALSE(tree_difference("<i>x</i><b>y</b>", "<b>y</b><i>x</i>").empty());
    CHECK_FALSE(tree_difference("<textarea>a b</textarea>", "<textarea>a  b</textarea>").empty());
}

}  // namespace waymark::ui
