// Escaping: the one way for text to become markup.
#include "ui/buffer.hpp"

#include <charconv>

namespace waymark::ui {

void Buffer::text(std::string_view plain)
{
    std::size_t done = 0;
    for (std::size_t at = 0; at < plain.size(); ++at) {
        std::string_view entity;
        switch (plain[at]) {
            case '&': entity = "&amp;"; break;
            case '<': entity = "&lt;"; break;
            case '>': entity = "&gt;"; break;
            case '"': entity = "&quot;"; break;
            case '\'': entity = "&#39;"; break;
            default: continue;
        }
        out_.append(plain.substr(done, at - done));
        out_.append(entity);
        done = at + 1;
    }
    out_.append(plain.substr(done));
}

void Buffer::content(const Content& content)
{
    if (const auto* plain = std::get_if<Text>(&content.variant())) text(plain->value);
    else html(std::get<Html>(content.variant()));
}

void Buffer::number(long long value)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out_.append(digits, end);
}

}  // namespace waymark::ui
