// The edge of the house: from a request to its answer, through router, guard and page.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/api_rate.hpp"
#include "app/guard.hpp"
#include "platform/audit/view_writer.hpp"
#include "platform/context.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"
#include "platform/http/router.hpp"

namespace waymark::app {

struct EdgeOptions {
    std::string authority;                    // the DfE code this server serves
    bool demonstration = false;               // a made-up area: anyone may sign in as anyone
    std::optional<Date> today;                // a demonstration may stand still on a day
    std::function<Instant()> clock;           // tests; none: the system's
    int api_requests_a_minute = 300;          // for each token of another program
};

/// What is read of whom, in bytes.
struct BodySizes {
    static constexpr std::size_t stranger = 64 * 1024;
    static constexpr std::size_t words = 1024 * 1024;
    static constexpr std::size_t files = 25 * 1024 * 1024;  // two documents of the largest kind, and words
};

class Edge {
public:
    Edge(Database& database, std::vector<Route> routes, EdgeOptions options);

    /// How large the body may be of a request with that head: whoever is not signed in sends a form of sign-in, others the forms of their
    /// role, and files only where a form asks for them. A sign-in that lapsed counts, so that what was typed is not lost. Called by several threads.
    [[nodiscard]] std::size_t body_bytes_max(Request head) const;
    /// Answers every request, whatever happens. Called by several threads.
    [[nodiscard]] Response answer(Request request) const;
    [[nodiscard]] const Router& router() const { return router_; }
    /// The program itself at work for the authority, now.
    [[nodiscard]] Context make_context() const;

private:
    [[nodiscard]] Response answer_match(const Router::Match& match, Request& request) const;
    [[nodiscard]] std::optional<Response> show_typed_again(const Problems& problems, const Request& request, Context& context, const Visitor& visitor) const;
    [[nodiscard]] Result<Response> answer_route(const Route& route, const Request& request, Context& context, const Visitor& visitor) const;

    Database& database_;
    Router router_;
    EdgeOptions options_;
    std::string authority_name_;
    std::unique_ptr<ApiRate> api_rate_;
    std::unique_ptr<audit::ViewWriter> views_;
};

}  // namespace waymark::app
