// A strict reader: parts stand between CRLF--boundary lines, each with a Content-Disposition that names its field.
#include "platform/http/multipart.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "foundation/text.hpp"
#include "platform/http/url.hpp"

namespace waymark {
namespace {

constexpr std::size_t parts_max = 5000;      // a register of 200 pupils has some 1,000 fields
constexpr std::size_t head_max = 8 * 1024;   // of a part: a name, and that of a file

/// The value of `name=` among the parameters of a header; quotes removed.
std::optional<std::string> parameter(std::string_view header, std::string_view name)
{
    std::size_t at = header.find(';');
    while (at != std::string_view::npos) {
        ++at;
        while (at < header.size() && (header[at] == ' ' || header[at] == '\t')) ++at;
        const auto equals = header.find('=', at);
        if (equals == std::string_view::npos) return std::nullopt;
        const auto key = trimmed(header.substr(at, equals - at));
        std::string value;
        std::size_t end = equals + 1;
        if (end < header.size() && header[end] == '"') {
            // Browsers send a quote inside a name as %22; a backslash is part of the name.
            const auto close = header.find('"', end + 1);
            if (close == std::string_view::npos) return std::nullopt;
            value = header.substr(end + 1, close - end - 1);
            end = header.find(';', close);
        } else {
            end = header.find(';', end);
            value = trimmed(header.substr(equals + 1, end == std::string_view::npos ? end : end - equals - 1));
        }
        if (lower_ascii(key) == name) return value;
        at = end;
    }
    return std::nullopt;
}

/// How browsers write the three characters that a quoted name cannot hold. One pass, however many there are.
std::string unescaped_name(std::string_view name)
{
    constexpr std::pair<std::string_view, char> escapes[] = {{"%22", '"'}, {"%0D", '\r'}, {"%0A", '\n'}};
    std::string plain;
    for (std::size_t at = 0; at < name.size(); ++at) {
        const auto* escape = std::ranges::find_if(escapes, [&](const auto& one) { return name.substr(at, 3) == one.first; });
        plain += escape == std::end(escapes) ? name[at] : escape->second;
        if (escape != std::end(escapes)) at += 2;
    }
    return as_clean_text(std::move(plain));
}

std::string without_folders(std::string name)
{
    const auto slash = name.find_last_of("/\\");
    if (slash != std::string::npos) name.erase(0, slash + 1);
    std::erase_if(name, [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F; });
    return name;
}

struct PartHead {
    std::string field;
    std::optional<std::string> file_name;
};

std::optional<PartHead> read_head(std::string_view head)
{
    for (const auto line_with_end : split(head, '\n')) {
        const auto line = trimmed(line_with_end);
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) return std::nullopt;
        if (lower_ascii(line.substr(0, colon)) != "content-disposition") continue;
        const auto value = trimmed(line.substr(colon + 1));
        if (!lower_ascii(value).starts_with("form-data;")) return std::nullopt;
        auto field = parameter(value, "name");
        if (!field) return std::nullopt;
        PartHead found{.field = unescaped_name(*field), .file_name = {}};
        if (auto file_name = parameter(value, "filename")) found.file_name = without_folders(unescaped_name(*file_name));
        return found;
    }
    return std::nullopt;
}

std::optional<Form> read_parts(std::string_view boundary, std::string_view body)
{
    const std::string delimiter = "\r\n--" + std::string{boundary};
    if (!body.starts_with(std::string_view{delimiter}.substr(2))) return std::nullopt;
    body.remove_prefix(delimiter.size() - 2);
    Form form;
    for (std::size_t parts = 0; !body.starts_with("--"); ++parts) {
        if (parts == parts_max || !body.starts_with("\r\n")) return std::nullopt;
        body.remove_prefix(2);
        const auto head_end = body.find("\r\n\r\n");
        const auto end = body.find(delimiter);
        if (head_end == std::string_view::npos || end == std::string_view::npos || end < head_end + 2 || head_end > head_max) return std::nullopt;
        auto head = read_head(body.substr(0, head_end));
        if (!head) return std::nullopt;
        const auto start = head_end + 4;
        const auto content = end < start ? std::string_view{} : body.substr(start, end - start);
        if (!head->file_name) form.values.emplace_back(std::move(head->field), as_clean_text(std::string{content}));
        else if (!head->file_name->empty() || !content.empty())
            form.files.push_back({std::move(head->field), std::move(*head->file_name), std::string{content}});
        body.remove_prefix(end + delimiter.size());
    }
    return form;
}

}  // namespace

Form read_multipart(std::string_view content_type, std::string_view body)
{
    const auto boundary = parameter(content_type, "boundary");
    if (boundary && !boundary->empty() && boundary->size() <= 70)
        if (auto form = read_parts(*boundary, body)) return std::move(*form);
    Form unreadable;
    unreadable.problems.add_invalid("form.unreadable", "The form did not arrive whole. Send it again.");
    return unreadable;
}

}  // namespace waymark
