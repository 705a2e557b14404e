// Finds the row of the route tables that a request means.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/route.hpp"

namespace waymark {

[[nodiscard]] std::string_view method_name(Method method);  // "GET"

class Router {
public:
    /// Throws std::logic_error when two rows answer the same method and path.
    explicit Router(std::vector<Route> routes);

    struct Match {
        const Route* route = nullptr;                          // none: no such page, or not by this method
        std::map<std::string, std::string, std::less<>> path_values;
        std::string allowed;                                   // the methods that path does answer, "GET, HEAD, POST"; empty: no such path
    };
    /// A literal part of a path is preferred to a parameter, from the left: /referrals/new before /referrals/{referral}.
    /// HEAD is answered by the row for GET.
    [[nodiscard]] Match find(Method method, const std::vector<std::string>& segments) const;

    /// All rows, sorted by path.
    [[nodiscard]] std::span<const Route> routes() const { return routes_; }

private:
    struct Compiled {
        std::vector<std::string_view> parts;  // "{name}" for a parameter
        std::vector<std::size_t> rows;        // into routes_: one for each method
    };
    std::vector<Route> routes_;
    std::map<std::size_t, std::vector<Compiled>> by_length_;  // number of parts → paths, the more literal first
};

}  // namespace waymark
