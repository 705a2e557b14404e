// Percent-encoding (RFC 3986, 2.1) and application/x-www-form-urlencoded (WHATWG URL).
#include "platform/http/url.hpp"

#include "foundation/text.hpp"

namespace waymark {
namespace {

int hex_value(char digit)
{
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

bool is_unreserved(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '-' || letter == '.' || letter == '_' || letter == '~';
}

std::string form_text(std::string_view encoded)
{
    auto decoded = percent_decoded(encoded, true);
    return as_clean_text(decoded ? std::move(*decoded) : std::string{encoded});
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view encoded, bool plus_is_space)
{
    std::string plain;
    plain.reserve(encoded.size());
    for (std::size_t at = 0; at < encoded.size(); ++at) {
        if (encoded[at] == '+' && plus_is_space) {
            plain += ' ';
        } else if (encoded[at] != '%') {
            plain += encoded[at];
        } else {
            if (at + 2 >= encoded.size()) return std::nullopt;
            const int high = hex_value(encoded[at + 1]), low = hex_value(encoded[at + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            plain += static_cast<char>(high << 4 | low);
            at += 2;
        }
    }
    return plain;
}

std::string percent_encoded(std::string_view plain)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char letter : plain) {
        if (is_unreserved(letter)) {
            encoded += letter;
        } else {
            const auto byte = static_cast<unsigned char>(letter);
            encoded += '%';
            encoded += digits[byte >> 4];
            encoded += digits[byte & 15];
        }
    }
    return encoded;
}

std::vector<std::pair<std::string, std::string>> read_urlencoded(std::string_view text)
{
    std::vector<std::pair<std::string, std::string>> values;
    for (const auto pair : split(text, '&')) {
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        const auto name = pair.substr(0, equals);
        const auto value = equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1);
        values.emplace_back(form_text(name), form_text(value));
    }
    return values;
}

std::string as_clean_text(std::string text)
{
    if (!is_valid_utf8(text)) text = utf8_from_windows_1252(text);
    std::erase(text, '\0');
    return text;
}

}  // namespace waymark
