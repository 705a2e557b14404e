// Built files and probes for machines; the words for people stand in notices.cpp.
#include "app/public_pages.hpp"

#include "app/notices.hpp"
#include "people/store/organisations.hpp"
#include "platform/http/compress.hpp"
#include "ui/assets.hpp"

namespace waymark::app {
namespace {

Response plain_text(int status, std::string text) { return {.status = status, .content_type = "text/plain; charset=utf-8", .body = std::move(text)}; }

/// Names change with their content, so a browser may keep them for good.
Result<Response> show_asset(const Request& request, Context&)
{
    const auto* asset = ui::find_asset(request.path("name"));
    if (!asset) return not_found("http.no_such_file", "There is no such file.");
    const bool packed = !asset->gzip.empty() && accepts_gzip(request.header("accept-encoding"));
    Response response{.status = 200,
                      .content_type = std::string{asset->content_type},
                      .body = std::string{packed ? asset->gzip : asset->bytes}};
    response.with_header("Cache-Control", "public, max-age=31536000, immutable");
    if (!asset->gzip.empty()) response.with_header("Vary", "Accept-Encoding");
    if (packed) response.with_header("Content-Encoding", "gzip");
    return response;
}

Result<Response> show_health(const Request&, Context&) { return plain_text(200, "alive\n"); }

Result<Response> show_readiness(const Request&, Context& context)
{
    // Throws, and so answers 503, when the database cannot be read.
    const auto name = context.read([](Transaction& tx) { return people::authority_name(tx); });
    return name.empty() ? plain_text(503, "no authority of this code in the database\n") : plain_text(200, "ready\n");
}

Result<Response> show_robots(const Request&, Context&) { return plain_text(200, "User-agent: *\nDisallow: /\n"); }

}  // namespace

std::span<const Route> public_routes()
{
    using enum Method;
    static constexpr Route table[] = {
        {get, "/", Permission::anyone, show_front_door},
        {get, "/help", Permission::anyone, show_help},
        {get, "/accessibility", Permission::anyone, show_accessibility},
        {get, "/privacy", Permission::anyone, show_privacy},
        {get, "/cookies", Permission::anyone, show_cookies},
        {get, "/assets/{name}", Permission::anyone, show_asset},
        {get, "/healthz", Permission::anyone, show_health},
        {get, "/readyz", Permission::anyone, show_readiness},
        {get, "/robots.txt", Permission::anyone, show_robots},
    };
    return table;
}

bool is_bare_path(std::string_view pattern)
{
    return pattern == "/assets/{name}" || pattern == "/healthz" || pattern == "/readyz" || pattern == "/robots.txt";
}

}  // namespace waymark::app
