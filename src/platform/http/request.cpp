// Reading what a request carries: target, query, headers, cookies and form.
#include "platform/http/request.hpp"

#include <algorithm>

#include "foundation/text.hpp"
#include "platform/http/multipart.hpp"
#include "platform/http/url.hpp"

namespace waymark {
namespace {

bool same_ignoring_case(std::string_view left, std::string_view right) { return lower_ascii(left) == lower_ascii(right); }

/// What follows the scheme and authority of an absolute-form target; the target itself in origin form.
std::string_view origin_form(std::string_view target)
{
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!same_ignoring_case(target.substr(0, scheme.size()), scheme)) continue;
        const auto path = target.find('/', scheme.size());
        return path == std::string_view::npos ? std::string_view{"/"} : target.substr(path);
    }
    return target;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view start)
{
    return same_ignoring_case(text.substr(0, start.size()), start);
}

}  // namespace

Result<void> Request::read_target(std::string_view received)
{
    const auto bad = [] { return invalid("http.bad_target", "This address cannot be read."); };
    target = origin_form(received);
    const std::string_view whole = target;
    if (whole.empty() || whole.front() != '/' || whole.find('#') != std::string_view::npos) return bad();
    const auto question = whole.find('?');
    const auto path = whole.substr(0, question);
    segments.clear();
    query_values.clear();
    url_path.clear();
    for (const auto part : split(path.substr(1), '/')) {
        auto segment = percent_decoded(part);
        if (!segment || !is_valid_utf8(*segment) || segment->find('\0') != std::string::npos || *segment == "." || *segment == "..")
            return bad();
        url_path += '/' + *segment;
        segments.push_back(std::move(*segment));
    }
    if (question != std::string_view::npos) query_values = read_urlencoded(whole.substr(question + 1));
    return {};
}

const std::string& Request::path(std::string_view name) const
{
    const auto found = path_values.find(name);
    expects(found != path_values.end());
    return found->second;
}

std::string_view Request::query(std::string_view name) const
{
    for (const auto& [key, value] : query_values)
        if (key == name) return value;
    return {};
}

std::vector<std::string> Request::query_all(std::string_view name) const
{
    std::vector<std::string> found;
    for (const auto& [key, value] : query_values)
        if (key == name) found.push_back(value);
    return found;
}

Form Request::query_form() const { return {.values = query_values}; }

std::string_view Request::header(std::string_view name) const
{
    for (const auto& [key, value] : headers)
        if (same_ignoring_case(key, name)) return value;
    return {};
}

std::optional<std::string_view> Request::cookie(std::string_view name) const
{
    for (const auto& [key, value] : headers) {
        if (!same_ignoring_case(key, "cookie")) continue;
        for (const auto part : split(value, ';')) {
            const auto pair = trimmed(part);
            const auto equals = pair.find('=');
            if (equals != std::string_view::npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
        }
    }
    return std::nullopt;
}

namespace {

/// No form of ours has so many; one made to keep us busy has millions.
constexpr std::ptrdiff_t fields_max = 5000;

Form read_fields(std::string_view body)
{
    if (std::ranges::count(body, '&') < fields_max) return {.values = read_urlencoded(body)};
    Form unreadable;
    unreadable.problems.add_invalid("form.unreadable", "The form did not arrive as it should. Send it again.");
    return unreadable;
}

}  // namespace

Form Request::form() const
{
    const auto type = header("content-type");
    if (starts_with_ignoring_case(type, "multipart/form-data")) return read_multipart(type, body);
    if (starts_with_ignoring_case(type, "application/x-www-form-urlencoded")) return read_fields(body);
    return {};
}

bool Request::wants_json() const
{
    if (url_path.starts_with("/api/")) return true;
    const auto accepted = header("accept");
    return accepted.find("application/json") != std::string_view::npos && accepted.find("text/html") == std::string_view::npos;
}

}  // namespace waymark
