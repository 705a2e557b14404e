// One function a step of the way: read the address, find the row, know the visitor, set the shell, guard, answer, seal.
#include "app/edge.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "app/kept_form.hpp"
#include "app/problem_pages.hpp"
#include "app/public_pages.hpp"
#include "app/reactions.hpp"
#include "app/send_once.hpp"
#include "app/shell.hpp"
#include "foundation/uk_time.hpp"
#include "people/rules/roles.hpp"
#include "people/store/organisations.hpp"
#include "platform/access/cookies.hpp"
#include "platform/access/token.hpp"
#include "platform/http/compress.hpp"
#include "platform/http/server.hpp"
#include "platform/log/log.hpp"
#include "ui/page.hpp"
#include "ui/time_left.hpp"
#include "ui/typed.hpp"

namespace waymark::app {
namespace {

Instant system_now() { return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

bool is_html(const Response& response) { return response.content_type.starts_with("text/html"); }

/// What every answer carries, unless its page said otherwise.
void seal(const Request& request, Response& response)
{
    const auto say = [&](const char* name, std::string value) {
        if (response.header(name).empty()) response.with_header(name, std::move(value));
    };
    say("X-Content-Type-Options", "nosniff");
    say("Referrer-Policy", "same-origin");
    say("Cache-Control", "no-store");
    say("Cross-Origin-Opener-Policy", "same-origin");
    say("Cross-Origin-Resource-Policy", "same-origin");
    if (is_html(response)) {
        say("Content-Security-Policy", ui::content_security_policy());
        say("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }
    if (request.secure) say("Strict-Transport-Security", strict_transport_security);
    compress(request, response);
}

/// How long the sign-in holds that this request came with. That it was seen is noted once a minute, so a minute may be missing.
std::optional<ui::TimeLeft> time_left(const Visitor& visitor, Instant now)
{
    if (!visitor.sign_in) return std::nullopt;
    const auto& limits = visitor.sign_in->limits;
    return ui::TimeLeft{.idle = limits.idle - std::chrono::minutes{1},
                        .whole = std::chrono::floor<std::chrono::seconds>(visitor.sign_in->began_at + limits.whole - now)};
}

/// Gives the browser the message that its next page shows once, or takes it back when it was shown.
void keep_success(const Visitor& visitor, const Request& request, Response& response)
{
    if (!visitor.sign_in) return;
    const bool was_shown = visitor.success && request.method == Method::get && response.status == 200 && is_html(response);
    if (!response.success.empty()) {
        if (auto cookie = access::set_success_cookie(request, visitor.token, response.success)) response.with_header("Set-Cookie", std::move(*cookie));
    } else if (was_shown) {
        response.with_header("Set-Cookie", access::clear_success_cookie(request));
    }
}

/// A list that leaves the house as a file is noted in the trail: who took it, of what and how much.
void note_export(const Route& route, const Response& response, Context& context)
{
    if (!route.path.ends_with("/export.csv") || response.status != 200) return;
    (void)context.in_transaction([&](Transaction& tx) {
        return tx.record({.verb = "exported",
                          .entity = "user",
                          .about = context.who.user.value,
                          .after = fmt::format(R"({{"list":"{}","bytes":{}}})", route.path, response.body.size())});
    });
}

/// Who was not let to what. Ids and our own codes, never a name or an address of a page.
void note_refusal(const Route& route, const Problems& problems, int status, const Request& request, const Who& who)
{
    if (problems.kind() != ProblemKind::forbidden && problems.kind() != ProblemKind::not_found) return;
    const std::string user = who.is_signed_in() ? who.user.value.text() : "-";
    log_refusal({.reference = request.reference,
                 .status = status,
                 .why = problems.begin()->code,
                 .from = request.remote_address,
                 .route = route.path,
                 .user = user});
}

}  // namespace

Edge::Edge(Database& database, std::vector<Route> routes, EdgeOptions options)
    : database_{database}, router_{std::move(routes)}, options_{std::move(options)}
{
    if (!options_.clock) options_.clock = system_now;
    api_rate_ = std::make_unique<ApiRate>(options_.api_requests_a_minute);
    views_ = std::make_unique<audit::ViewWriter>(database_);
    Context context = make_context();
    authority_name_ = context.read([](Transaction& tx) { return people::authority_name(tx); });
}

Context Edge::make_context() const
{
    Instant now = options_.clock();
    if (options_.today) now += *options_.today - uk_date(now);  // the clock runs on, on the chosen day
    Context context{database_, options_.authority, uk_date(now), now};
    context.reactions = reactions();
    context.demonstration = options_.demonstration;
    return context;
}

std::size_t Edge::body_bytes_max(Request head) const
{
    const std::string received = head.target;
    if (!head.read_target(received)) return BodySizes::stranger;
    const auto match = router_.find(head.method, head.segments);
    if (!match.route) return BodySizes::stranger;
    Context context = make_context();
    const auto visitor = recognise(head, context);
    auto role = context.who.role;
    if (!context.who.is_signed_in() && !visitor.token.empty()) {
        const auto lapsed = context.read([&](Transaction& tx) { return people::lapsed_sign_in(tx, visitor.token); });
        if (lapsed) role = lapsed->who.role;
    }
    if (!role || !people::may(role, match.route->permission)) return BodySizes::stranger;
    return match.route->takes == Takes::files ? BodySizes::files : BodySizes::words;
}

Response Edge::answer(Request request) const
{
    const auto started = std::chrono::steady_clock::now();
    Response response;
    std::string_view pattern = "-";
    ui::Shell bare = bare_shell(authority_name_, options_.demonstration);
    const ui::ShellScope scope{bare};
    try {
        const std::string received = request.target;
        if (const auto read = request.read_target(received); !read) {
            response = problem_response(read.error(), request, Who{});
            response.status = 400;
        } else {
            auto match = router_.find(request.method, request.segments);
            if (match.route) pattern = match.route->path;
            response = answer_match(match, request);
        }
    } catch (const DatabaseFailure& failure) {
        log_failure(request.reference, failure.what());
        response = failure_response(503, request);
    } catch (const std::exception& failure) {
        log_failure(request.reference, failure.what());
        response = failure_response(500, request);
    }
    seal(request, response);
    const auto taken = std::chrono::steady_clock::now() - started;
    log_request({.reference = request.reference,
                 .method = method_name(request.method),
                 .route = pattern,
                 .status = response.status,
                 .bytes = response.body.size(),
                 .microseconds = std::chrono::duration_cast<std::chrono::microseconds>(taken).count()});
    return response;
}

Response Edge::answer_match(const Router::Match& match, Request& request) const
{
    Context context = make_context();
    // Files and probes are the same for everybody: no cookie is looked at, no database asked.
    if (match.route && match.route->permission == Permission::anyone && is_bare_path(match.route->path)) {
        request.path_values = match.path_values;
        auto answered = match.route->answer(request, context);
        return answered ? std::move(*answered) : problem_response(answered.error(), request, context.who);
    }
    Visitor visitor = recognise(request, context);
    // A visitor gets the mark that form tokens are made from with the first page that holds a form: sign-in, or a family's link.
    std::string new_mark;
    const bool has_form = match.route && (match.route->path.starts_with("/sign-in") || match.route->path.starts_with("/f/"));
    if (visitor.csrf_token.empty() && has_form && request.method == Method::get) {
        new_mark = access::make_token();
        visitor.csrf_token = access::visitor_csrf_token(new_mark);
    }
    request.csrf_token = visitor.csrf_token;
    const auto shell = shell_for(router_, request, context, visitor, authority_name_);
    const ui::ShellScope scope{shell};
    const auto left = time_left(visitor, context.now);
    std::optional<ui::TimeLeftScope> scope_of_time;
    if (left) scope_of_time.emplace(*left);

    Response response;
    if (!match.route && !match.allowed.empty()) {
        response = method_not_allowed(request, match.allowed);
    } else if (!match.route) {
        response = problem_response(Problems{{ProblemKind::not_found, "http.no_such_page", "There is no such page.", {}}}, request, context.who);
    } else {
        request.path_values = match.path_values;
        auto kept = kept_form(request, context);
        std::optional<ui::TypedScope> scope_of_kept;
        if (kept) scope_of_kept.emplace(*kept);
        auto answered = answer_route(*match.route, request, context, visitor);
        if (answered) response = std::move(*answered);
        else if (auto again = show_typed_again(answered.error(), request, context, visitor)) response = std::move(*again);
        else response = problem_response(answered.error(), request, context.who);
        if (!answered) note_refusal(*match.route, answered.error(), response.status, request, context.who);
    }
    if (!new_mark.empty()) response.with_header("Set-Cookie", access::set_visitor_cookie(request, new_mark));
    keep_success(visitor, request, response);
    return response;
}

/// A form that came after somebody else's: its page as it stands now, with what was typed still in it and the differences named.
/// A form without a page of its own stands on the page above it: /offers/{offer}/acceptance on /offers/{offer}.
std::optional<Response> Edge::show_typed_again(const Problems& problems, const Request& request, Context& context, const Visitor& visitor) const
{
    if (problems.kind() != ProblemKind::stale || request.wants_json()) return std::nullopt;
    Request look = request;
    look.method = Method::get;
    auto page = router_.find(Method::get, look.segments);
    if (!page.route) {
        look.segments.pop_back();
        page = router_.find(Method::get, look.segments);
    }
    if (!page.route) return std::nullopt;
    look.path_values = page.path_values;
    ui::TypedAgain again{.form = request.form(), .because = problems, .notice = {}, .differences = {}};
    const ui::TypedScope scope{again};
    auto answered = answer_route(*page.route, look, context, visitor);
    if (!answered || answered->status != 200 || !is_html(*answered)) return std::nullopt;
    answered->status = status_of(problems, context.who);
    return std::move(*answered);
}

Result<Response> Edge::answer_route(const Route& route, const Request& request, Context& context, const Visitor& visitor) const
{
    if (const auto wait = visitor.program ? api_rate_->count(visitor.program->id, context.now) : std::nullopt)
        return too_many_requests(request).with_header("Retry-After", std::to_string(wait->count()));
    auto passage = TRY(guard(route, request, context, visitor));
    if (passage.instead) return std::move(*passage.instead);
    // The look is written while the page is made; the page waits for it.
    const auto look = passage.look ? views_->begin(context, passage.look->pupil, passage.look->what) : audit::ViewWriter::Pending{};
    auto answered = answer_once(route, request, context);
    views_->wait(look);
    auto response = TRY(std::move(answered));
    note_export(route, response, context);
    discard_kept_form(request, response, context);
    return response;
}

}  // namespace waymark::app
