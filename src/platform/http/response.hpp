// An answer, and the short ways to make one.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waymark {

struct Response {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8";
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::string success;  // shown once on the next page; the edge keeps it with the sign-in

    [[nodiscard]] std::string_view header(std::string_view name) const;  // as given to with_header; empty when absent
    Response& with_header(std::string name, std::string value)
    {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }
};

[[nodiscard]] Response html(int status, std::string body);
/// 303: after a form was taken, the browser gets the next page.
[[nodiscard]] Response see_other(std::string location);
/// 303 with one message that the next page shows once, as a success banner that takes focus.
[[nodiscard]] Response see_other_with_success(std::string location, std::string_view message);
[[nodiscard]] Response csv_download(std::string_view file_name, std::string text);
[[nodiscard]] Response file_download(std::string_view file_name, std::string content_type, std::string bytes);
[[nodiscard]] Response json(int status, std::string text);

}  // namespace waymark
