// The checks in their order; each is one function below.
#include "app/guard.hpp"

#include <algorithm>

#include "app/kept_form.hpp"
#include "app/subjects.hpp"
#include "family/store/links.hpp"
#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "people/rules/api_scopes.hpp"
#include "people/rules/roles.hpp"
#include "platform/access/cookies.hpp"
#include "platform/access/token.hpp"
#include "platform/http/url.hpp"
#include "pupils/store/emergency.hpp"

namespace waymark::app {
namespace {

/// Often enough for the idle limit, seldom enough that reading pages writes little.
constexpr std::chrono::minutes note_seen_every{1};

/// What stands after "Bearer" on an address of the API. Pages take no tokens: a browser must never come to send one by itself.
std::optional<std::string_view> api_token_shown(const Request& request)
{
    const bool is_api = request.segments.size() > 2 && request.segments[0] == "api" && request.segments[1] == "v1";
    constexpr std::string_view scheme = "bearer ";
    const auto header = request.header("authorization");
    if (!is_api || header.size() <= scheme.size() || lower_ascii(header.substr(0, scheme.size())) != scheme) return std::nullopt;
    return trimmed(header.substr(scheme.size()));
}

/// Often enough to see whether it is in use, and each time that it comes from elsewhere.
void recognise_program(std::string_view token, const Request& request, Context& context, Visitor& visitor)
{
    visitor.showed_api_token = true;
    visitor.program = context.read([&](Transaction& tx) { return people::api_token_by_text(tx, token); });
    if (!visitor.program) return;
    context.who = visitor.program->who;
    context.who.user_agent_address = request.remote_address;
    const auto& last = visitor.program->last_used_at;
    if (last && context.now - *last < note_seen_every) return;
    (void)context.in_transaction([&](Transaction& tx) -> Result<void> {
        people::note_token_used(tx, visitor.program->id, request.remote_address);
        return {};
    });
}

/// The token of a family's link, on an address below it.
std::optional<std::string_view> family_link_shown(const Request& request)
{
    if (request.segments.size() < 2 || request.segments[0] != "f") return std::nullopt;
    return request.segments[1];
}

/// A family's pages know nobody but the reader of the link, whoever else is signed in at that browser.
void recognise_family(std::string_view token, const Request& request, Context& context, Visitor& visitor)
{
    const auto secret = access::family_cookie(request, token);
    if (!secret) return;
    const auto visit = context.read([&](Transaction& tx) { return family::visit_by(tx, token, *secret); });
    if (!visit) return;
    const auto& link = visit->link;
    visitor.csrf_token = access::visitor_csrf_token(*secret);
    context.who.user = UserId{link.contact};
    context.who.name = visit->contact_name;
    context.who.family = FamilyVisit{.link = link.id.value, .contact = link.contact, .pupil = link.pupil.value};
    if (context.now - *link.seen_at < note_seen_every) return;
    (void)context.in_transaction([&](Transaction& tx) -> Result<void> {
        family::note_seen(tx, link.id);
        return {};
    });
}

bool changes_something(Method method) { return method != Method::get && method != Method::head; }

/// Nothing typed is lost that way: no page of a family asks for words.
Result<std::optional<Response>> check_second_fact(const Request& request, const Context& context)
{
    if (context.who.family) return std::nullopt;
    if (request.wants_json()) return forbidden("access.signed_out", "Open the link in a browser.");
    return see_other("/f/" + percent_encoded(request.path("family")) + "/open");
}

Result<std::optional<Response>> check_sign_in(const Route& route, const Request& request, Context& context, const Visitor& visitor)
{
    if (route.permission == Permission::anyone || context.who.is_signed_in()) return std::nullopt;
    if (route.permission == Permission::see_as_family) return check_second_fact(request, context);
    if (request.wants_json()) return forbidden("access.signed_out", "Sign in first.");
    std::string page = page_to_return_to(request);
    if (changes_something(request.method)) page = keep_form(request, page, context, visitor).value_or(page);
    return see_other("/sign-in?next=" + percent_encoded(page));
}

Result<void> check_form_token(const Request& request, const Visitor& visitor)
{
    if (!changes_something(request.method)) return {};
    if (visitor.program) return {};  // no browser adds the token by itself, so no other site can have it sent
    if (access::is_same_secret(visitor.csrf_token, access::sent_csrf_token(request))) return {};
    return forbidden("access.form_token",
                     "This form is from an earlier visit or another window. Go back, open the page again, then send the form.");
}

/// RFC 6750 section 3: a program that shows a token that is none any more is told so.
std::optional<Response> check_api_token(const Visitor& visitor)
{
    if (!visitor.showed_api_token || visitor.program) return std::nullopt;
    const Json body{{"type", "about:blank"}, {"title", "This token does not hold"}, {"status", 401},
                    {"problems", Json::array({{{"code", "access.api_token"}, {"message", "The token is unknown, revoked or past its last day."}, {"field", ""}}})}};
    auto response = json(401, json_text(body));
    response.content_type = "application/problem+json";
    return response.with_header("WWW-Authenticate", R"(Bearer error="invalid_token")");
}

/// The role may; the token must say so too.
Result<void> check_scope(const Route& route, const Visitor& visitor)
{
    if (!visitor.program) return {};
    const auto* scope = people::api_scope_of(route.permission);
    if (scope == nullptr) return forbidden("access.no_scope", "No token may do this: a person answers for it.");
    if (std::ranges::find(visitor.program->scopes, scope->name) != visitor.program->scopes.end()) return {};
    return forbidden("access.not_in_scope", "This token does not include " + std::string{scope->name} + ".");
}

Result<void> check_permission(const Route& route, const Context& context)
{
    if (route.permission == Permission::see_as_family && context.who.family) return {};
    if (people::may(context.who.role, route.permission)) return {};
    // Where the path names a record, saying "you may not" would tell that it is there.
    if (route.subject != Subject::none) return not_found("access.not_for_this_role", "There is no such page.");
    return forbidden("access.not_for_this_role", "Your role does not include this page.");
}

/// A relation opens the record. What somebody opened in an emergency opens one page, to read.
bool opens(pupils::Sight sight, const Route& route)
{
    if (sight != pupils::Sight::in_emergency) return sight == pupils::Sight::by_relationship;
    return route.path == pupils::emergency_page && route.method == Method::get;
}

/// The link is the relationship, and was asked when its reader was recognised.
Result<std::optional<Look>> look_of_family(const Context& context)
{
    if (!context.who.family) return not_found("access.no_relationship", "There is no such page.");
    return Look{context.who.family->pupil, subject_name(Subject::family)};
}

/// Asks the relationship. A child out of reach is answered as if there were no such record.
Result<std::optional<Look>> check_relationship(const Route& route, const Request& request, Context& context)
{
    if (route.subject == Subject::none) return std::nullopt;
    if (route.subject == Subject::family) return look_of_family(context);
    return context.read([&](Transaction& tx) -> Result<std::optional<Look>> {
        const auto pupil = TRY(pupil_of(tx, route.subject, request));
        if (!pupil) return std::nullopt;
        const auto sight = pupils::sight_of(tx, context.who, *pupil);
        if (!opens(sight, route)) return not_found("access.no_relationship", "There is no such page.");
        return Look{pupil->value, sight == pupils::Sight::in_emergency ? "emergency_look" : subject_name(route.subject)};
    });
}

}  // namespace

std::string page_to_return_to(const Request& request)
{
    if (!changes_something(request.method)) return request.target;
    const auto referer = request.header("referer");
    const auto scheme = referer.find("://");
    const auto path = scheme == std::string_view::npos ? scheme : referer.find('/', scheme + 3);
    return access::local_path_or(path == std::string_view::npos ? std::string_view{} : referer.substr(path), "/");
}

Visitor recognise(const Request& request, Context& context)
{
    Visitor visitor;
    context.who.user_agent_address = request.remote_address;
    if (const auto token = api_token_shown(request)) {
        recognise_program(*token, request, context, visitor);
        return visitor;
    }
    if (const auto mark = access::visitor_cookie(request)) visitor.csrf_token = access::visitor_csrf_token(*mark);
    if (const auto link = family_link_shown(request)) {
        recognise_family(*link, request, context, visitor);
        return visitor;
    }
    const auto token = access::session_cookie(request);
    if (!token) return visitor;
    visitor.token = *token;
    visitor.sign_in = context.read([&](Transaction& tx) { return people::sign_in_by_token(tx, *token); });
    if (!visitor.sign_in) return visitor;
    visitor.csrf_token = visitor.sign_in->csrf_token;
    visitor.success = access::success_cookie(request, *token);
    visitor.sign_in->who.user_agent_address = request.remote_address;
    context.who = visitor.sign_in->who;
    if (context.now - visitor.sign_in->seen_at >= note_seen_every)
        (void)context.in_transaction([&](Transaction& tx) -> Result<void> {
            people::note_seen(tx, visitor.token);
            return {};
        });
    return visitor;
}

Result<Passage> guard(const Route& route, const Request& request, Context& context, const Visitor& visitor)
{
    if (auto refusal = check_api_token(visitor)) return Passage{.look = {}, .instead = std::move(refusal)};
    if (auto redirect = TRY(check_sign_in(route, request, context, visitor))) return Passage{.look = {}, .instead = std::move(redirect)};
    TRY(check_form_token(request, visitor));
    TRY(check_permission(route, context));
    TRY(check_scope(route, visitor));
    return Passage{.look = TRY(check_relationship(route, request, context)), .instead = {}};
}

}  // namespace waymark::app
