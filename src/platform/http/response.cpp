// The short ways to make an answer.
#include "platform/http/response.hpp"

#include "foundation/text.hpp"
#include "platform/http/url.hpp"

namespace waymark {
namespace {

/// RFC 6266: the plain name for old programs, the encoded one for names with accents.
std::string attachment(std::string_view file_name)
{
    std::string plain;
    for (const char letter : file_name) {
        const bool is_safe = letter >= 0x20 && letter < 0x7F && letter != '"' && letter != '\\' && letter != '/';
        plain += is_safe ? letter : '_';
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + percent_encoded(file_name);
}

}  // namespace

std::string_view Response::header(std::string_view name) const
{
    for (const auto& [key, value] : headers)
        if (lower_ascii(key) == lower_ascii(name)) return value;
    return {};
}

Response html(int status, std::string body) { return {.status = status, .body = std::move(body)}; }

Response see_other(std::string location)
{
    // A line break would start a header of its own.
    std::erase_if(location, [](char letter) { return letter == '\r' || letter == '\n'; });
    return Response{.status = 303, .content_type = "text/plain; charset=utf-8"}.with_header("Location", std::move(location));
}

Response see_other_with_success(std::string location, std::string_view message)
{
    Response response = see_other(std::move(location));
    response.success = message;
    return response;
}

Response csv_download(std::string_view file_name, std::string text)
{
    return file_download(file_name, "text/csv; charset=utf-8", std::move(text));
}

Response file_download(std::string_view file_name, std::string content_type, std::string bytes)
{
    Response response{.status = 200, .content_type = std::move(content_type), .body = std::move(bytes)};
    response.with_header("Content-Disposition", attachment(file_name));
    return response;
}

Response json(int status, std::string text)
{
    return {.status = status, .content_type = "application/json", .body = std::move(text)};
}

}  // namespace waymark
