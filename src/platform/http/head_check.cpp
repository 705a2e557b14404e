// RFC 9112, sections 3 to 6, read strictly.
#include "platform/http/head_check.hpp"

#include <algorithm>
#include <array>

#include "foundation/text.hpp"

namespace waymark {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// tchar of RFC 9110, 5.6.2.
bool is_token_letter(char letter)
{
    return is_digit(letter) || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           std::string_view{"!#$%&'*+-.^_`|~"}.find(letter) != std::string_view::npos;
}

bool is_token(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_token_letter); }

/// Printable, without space: letters past ASCII must be percent-encoded in a target.
bool is_target_text(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char letter) { return letter > 0x20 && letter < 0x7F; });
}

bool is_field_value(std::string_view text)
{
    return std::ranges::all_of(text, [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
    });
}

std::string_view without_blanks(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

/// The next line, without its CRLF, taken off the head.
std::string_view take_line(std::string_view& head)
{
    const auto end = head.find("\r\n");
    const auto line = head.substr(0, end);
    head.remove_prefix(end + 2);
    return line;
}

struct RequestLine {
    std::string_view method, target, version;
};

std::optional<RequestLine> read_request_line(std::string_view line)
{
    const auto first = line.find(' '), last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return std::nullopt;
    return RequestLine{line.substr(0, first), line.substr(first + 1, last - first - 1), line.substr(last + 1)};
}

std::optional<Refusal> check_request_line(const RequestLine& line)
{
    if (!is_token(line.method) || !is_target_text(line.target)) return Refusal{400, "The request line is not well formed."};
    const auto version = line.version;
    if (version.size() != 8 || !version.starts_with("HTTP/") || !is_digit(version[5]) || version[6] != '.' || !is_digit(version[7]))
        return Refusal{400, "The HTTP version is not well formed."};
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return Refusal{505, "This version of HTTP is not spoken here."};
    constexpr std::array<std::string_view, 5> methods{"GET", "HEAD", "POST", "PUT", "DELETE"};
    if (std::ranges::find(methods, line.method) == methods.end()) return Refusal{501, "This method is not known here."};
    const bool is_origin = line.target.starts_with('/');
    const bool is_absolute = line.target.starts_with("http://") || line.target.starts_with("https://");
    if (!is_origin && !is_absolute) return Refusal{400, "The address is not one of this service."};
    return std::nullopt;
}

struct Fields {
    int hosts = 0, lengths = 0, encodings = 0;
    std::string_view host, length, encoding;
    bool expects_something_else = false;
};

std::optional<Refusal> read_field(std::string_view line, Fields& fields)
{
    if (line.front() == ' ' || line.front() == '\t') return Refusal{400, "A header goes on over two lines."};
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return Refusal{400, "A header has no proper name."};
    const auto value = without_blanks(line.substr(colon + 1));
    if (!is_field_value(value)) return Refusal{400, "A header holds control characters."};
    const auto name = lower_ascii(line.substr(0, colon));
    if (name == "host") ++fields.hosts, fields.host = value;
    if (name == "content-length") ++fields.lengths, fields.length = value;
    if (name == "expect" && lower_ascii(value) != "100-continue") fields.expects_something_else = true;
    if (name == "transfer-encoding") ++fields.encodings, fields.encoding = value;
    return std::nullopt;
}

bool is_host(std::string_view host)
{
    return !host.empty() && host.size() <= 260 && std::ranges::all_of(host, [](char letter) {
        return is_digit(letter) || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               std::string_view{"-._~:[]%"}.find(letter) != std::string_view::npos;
    });
}

std::optional<Refusal> check_fields(const Fields& fields, std::string_view version)
{
    const bool is_old = version == "HTTP/1.0";
    if (fields.hosts > 1 || (fields.hosts == 0 && !is_old)) return Refusal{400, "Exactly one Host is needed."};
    if (fields.hosts == 1 && !is_host(fields.host)) return Refusal{400, "The Host is not well formed."};
    if (fields.lengths > 0 && fields.encodings > 0) return Refusal{400, "The length of the body is given in two ways."};
    if (fields.lengths > 1) return Refusal{400, "The length of the body is given twice."};
    if (fields.lengths == 1 && (fields.length.empty() || fields.length.size() > 18 || !std::ranges::all_of(fields.length, is_digit)))
        return Refusal{400, "The length of the body is not a number."};
    if (fields.encodings > 0) {
        if (is_old || fields.encodings > 1) return Refusal{400, "The body is encoded in a way that has two readings."};
        if (lower_ascii(fields.encoding) != "chunked") return Refusal{501, "Only chunked bodies are known here."};
    }
    if (fields.expects_something_else) return Refusal{417, "This expectation cannot be met."};
    return std::nullopt;
}

}  // namespace

HeadScan scan_head(std::string_view bytes)
{
    using enum HeadScan::State;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (bytes[at] == '\n' && (at == 0 || bytes[at - 1] != '\r')) return {broken, 0};
        if (bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] != '\n') return {broken, 0};
        if (bytes[at] == '\n' && at >= 3 && bytes[at - 2] == '\n') return {complete, at + 1};
    }
    return {};
}

std::optional<Refusal> check_head(std::string_view head)
{
    const auto line = read_request_line(take_line(head));
    if (!line) return Refusal{400, "The request line is not well formed."};
    if (const auto refusal = check_request_line(*line)) return refusal;
    Fields fields;
    for (auto field = take_line(head); !field.empty(); field = take_line(head))
        if (const auto refusal = read_field(field, fields)) return refusal;
    return check_fields(fields, line->version);
}

}  // namespace waymark
