// Paths of the same length stand together, sorted so that the first that fits is the one meant.
#include "platform/http/router.hpp"

#include <algorithm>
#include <stdexcept>

#include "foundation/text.hpp"

namespace waymark {
namespace {

bool is_parameter(std::string_view part) { return part.starts_with('{'); }

bool fits(const std::vector<std::string_view>& parts, const std::vector<std::string>& segments)
{
    for (std::size_t at = 0; at < parts.size(); ++at)
        if (is_parameter(parts[at]) ? segments[at].empty() : parts[at] != segments[at]) return false;
    return true;
}

/// Literals before parameters, from the left.
bool more_literal(const std::vector<std::string_view>& left, const std::vector<std::string_view>& right)
{
    return std::ranges::lexicographical_compare(left, right, {}, is_parameter, is_parameter);
}

}  // namespace

std::string_view method_name(Method method)
{
    switch (method) {
    case Method::get: return "GET";
    case Method::head: return "HEAD";
    case Method::post: return "POST";
    case Method::put: return "PUT";
    case Method::delete_: return "DELETE";
    }
    return {};
}

Router::Router(std::vector<Route> routes) : routes_{std::move(routes)}
{
    std::ranges::stable_sort(routes_, {}, &Route::path);
    for (std::size_t row = 0; row < routes_.size(); ++row) {
        const auto& route = routes_[row];
        const auto parts = split(route.path.substr(1), '/');
        auto& paths = by_length_[parts.size()];
        auto found = std::ranges::find(paths, parts, &Compiled::parts);
        if (found == paths.end()) found = paths.insert(paths.end(), Compiled{parts, {}});
        for (const auto other : found->rows)
            if (routes_[other].method == route.method)
                throw std::logic_error("two routes answer " + std::string{method_name(route.method)} + " " + std::string{route.path});
        found->rows.push_back(row);
    }
    for (auto& [length, paths] : by_length_)
        std::ranges::stable_sort(paths, [](const Compiled& left, const Compiled& right) { return more_literal(left.parts, right.parts); });
}

Router::Match Router::find(Method method, const std::vector<std::string>& segments) const
{
    Match match;
    const auto paths = by_length_.find(segments.size());
    if (paths == by_length_.end()) return match;
    const Method wanted = method == Method::head ? Method::get : method;
    std::vector<std::string> allowed;
    for (const auto& path : paths->second) {
        if (!fits(path.parts, segments)) continue;
        for (const auto row : path.rows) {
            const auto& route = routes_[row];
            if (route.method != wanted) {
                allowed.emplace_back(method_name(route.method));
                if (route.method == Method::get) allowed.emplace_back("HEAD");
                continue;
            }
            match.route = &route;
            for (std::size_t at = 0; at < path.parts.size(); ++at)
                if (is_parameter(path.parts[at]))
                    match.path_values.emplace(path.parts[at].substr(1, path.parts[at].size() - 2), segments[at]);
            return match;
        }
    }
    match.allowed = join(allowed, ", ");
    return match;
}

}  // namespace waymark
