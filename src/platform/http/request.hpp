// A request as a page sees it: parsed, within limits, with its route's path parameters and its form.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/form.hpp"
#include "foundation/id.hpp"
#include "foundation/result.hpp"

namespace waymark {

enum class Method { get, head, post, put, delete_ };

class Request {
public:
    Method method = Method::get;
    std::string target;                      // "/providers?q=farm", as received
    std::string url_path;                    // "/providers", decoded
    std::vector<std::string> segments;       // {"providers"}: the path's parts, each decoded on its own, for the router
    std::vector<std::pair<std::string, std::string>> query_values;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::string remote_address;
    bool secure = false;                     // it came over TLS, here or at the proxy that we were told to trust
    std::string reference;                   // the number an error page shows and the log has
    std::string csrf_token;                  // what this sign-in's forms must carry; ui::page puts it in every form
    std::map<std::string, std::string, std::less<>> path_values;

    /// Reads a request target: "/path?query", or the absolute form that proxies send. Fails `http.bad_target`.
    [[nodiscard]] Result<void> read_target(std::string_view received);

    /// The path parameter of that name; expects that the route has it.
    [[nodiscard]] const std::string& path(std::string_view name) const;
    /// The path parameter as an id. Fails not_found when it is no id at all.
    template <class IdType>
    [[nodiscard]] Result<IdType> path_id(std::string_view name) const
    {
        auto id = IdType::parse(path(name));
        if (!id) return not_found("http.no_such_record", "There is no such page.");
        return *id;
    }
    /// The first query value of that name; empty when absent.
    [[nodiscard]] std::string_view query(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> query_all(std::string_view name) const;
    /// The query string as a form, for filter pages.
    [[nodiscard]] Form query_form() const;
    [[nodiscard]] std::string_view header(std::string_view name) const;  // case-insensitive; empty when absent
    [[nodiscard]] std::optional<std::string_view> cookie(std::string_view name) const;

    /// The body as a form: application/x-www-form-urlencoded or multipart/form-data.
    [[nodiscard]] Form form() const;
    [[nodiscard]] bool wants_json() const;
};

}  // namespace waymark
