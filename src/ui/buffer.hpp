// The buffer that a page is written into, and the two kinds of content: Text, which is escaped, and Html, which can only
// come from a component or a reviewed literal. There is no other way to write markup.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace waymark::ui {

/// Markup that is already safe. Made from a literal (checked at compile time) or from what a component wrote.
class Html {
public:
    Html() = default;
    template <std::size_t length>
    consteval static std::string_view literal(const char (&text)[length]) { return {text, length - 1}; }
    template <std::size_t length>
    explicit Html(const char (&text)[length]) : markup_{text, length - 1} {}

    [[nodiscard]] const std::string& markup() const { return markup_; }
    [[nodiscard]] bool empty() const { return markup_.empty(); }

private:
    friend class Buffer;
    friend struct TrustedForTests;  // fixtures_test.cpp alone defines it, to feed the package's html options
    std::string markup_;
};

/// Plain text, escaped when it is written.
struct Text {
    std::string value;
    Text() = default;
    Text(std::string text) : value{std::move(text)} {}
    Text(std::string_view text) : value{text} {}
    Text(const char* text) : value{text} {}
    [[nodiscard]] bool empty() const { return value.empty(); }
};

/// A component's `text` or `html` option.
class Content {
public:
    Content() = default;
    Content(Text text) : content_{std::move(text)} {}
    Content(std::string text) : content_{Text{std::move(text)}} {}
    Content(std::string_view text) : content_{Text{text}} {}
    Content(const char* text) : content_{Text{text}} {}
    Content(Html html) : content_{std::move(html)} {}
    [[nodiscard]] bool empty() const { return std::visit([](const auto& content) { return content.empty(); }, content_); }
    [[nodiscard]] const std::variant<Text, Html>& variant() const { return content_; }

private:
    std::variant<Text, Html> content_;
};

class Buffer {
public:
    /// Writes text, escaped for element content and for double-quoted attribute values alike.
    void text(std::string_view plain);
    /// Writes markup that stands in our source code, checked by being a literal.
    template <std::size_t length>
    void raw(const char (&markup)[length])
    {
        out_.append(markup, length - 1);
    }
    void html(const Html& markup) { out_ += markup.markup_; }
    void content(const Content& content);
    /// Writes ` name="value"`, the value escaped. `name` is a literal.
    template <std::size_t length>
    void attribute(const char (&name)[length], std::string_view value)
    {
        out_ += ' ';
        out_.append(name, length - 1);
        out_ += "=\"";
        text(value);
        out_ += '"';
    }
    void number(long long value);

    [[nodiscard]] const std::string& str() const { return out_; }
    [[nodiscard]] std::string take() { return std::move(out_); }
    /// What was written, as markup to hand to another component's html option.
    [[nodiscard]] Html take_html()
    {
        Html html;
        html.markup_ = std::move(out_);
        return html;
    }

private:
    std::string out_;
};

/// Renders with a function and gives the markup: `ui::render([&](Buffer& out) { tag(out, {…}); })`.
template <class F>
    requires std::invocable<F, Buffer&>
[[nodiscard]] Html render(F&& write)
{
    Buffer out;
    write(out);
    return out.take_html();
}

}  // namespace waymark::ui
