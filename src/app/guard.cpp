// The checks in their order; each is one function below.
#include "app/guard.hpp"

#include "app/kept_form.hpp"
#include "app/subjects.hpp"
#include "people/rules/roles.hpp"
#include "platform/access/cookies.hpp"
#include "platform/access/token.hpp"
#include "platform/audit/view_log.hpp"
#include "platform/http/url.hpp"
#include "pupils/store/emergency.hpp"

namespace waymark::app {
namespace {

/// Often enough for the idle limit, seldom enough that reading pages writes little.
constexpr std::chrono::minutes note_seen_every{1};

bool changes_something(Method method) { return method != Method::get && method != Method::head; }

Result<std::optional<Response>> check_sign_in(const Route& route, const Request& request, Context& context, const Visitor& visitor)
{
    if (route.permission == Permission::anyone || context.who.is_signed_in()) return std::nullopt;
    if (request.wants_json()) return forbidden("access.signed_out", "Sign in first.");
    std::string page = page_to_return_to(request);
    if (changes_something(request.method)) page = keep_form(request, page, context, visitor).value_or(page);
    return see_other("/sign-in?next=" + percent_encoded(page));
}

Result<void> check_form_token(const Request& request, const Visitor& visitor)
{
    if (!changes_something(request.method)) return {};
    if (access::is_same_secret(visitor.csrf_token, access::sent_csrf_token(request))) return {};
    return forbidden("access.form_token",
                     "This form is from an earlier visit or another window. Go back, open the page again, then send the form.");
}

Result<void> check_permission(const Route& route, const Context& context)
{
    if (people::may(context.who.role, route.permission)) return {};
    // Where the path names a record, saying "you may not" would tell that it is there.
    if (route.subject != Subject::none) return not_found("access.not_for_this_role", "There is no such page.");
    return forbidden("access.not_for_this_role", "Your role does not include this page.");
}

/// A child whom somebody is let to look at, and by which right.
struct Look {
    pupils::PupilId pupil;
    pupils::Sight sight = pupils::Sight::none;
};

/// A relation opens the record. What somebody opened in an emergency opens one page, to read.
bool opens(pupils::Sight sight, const Route& route)
{
    if (sight != pupils::Sight::in_emergency) return sight == pupils::Sight::by_relationship;
    return route.path == pupils::emergency_page && route.method == Method::get;
}

/// Asks the relationship and logs the look. A child out of reach is answered as if there were no such record.
Result<void> check_relationship(const Route& route, const Request& request, Context& context)
{
    if (route.subject == Subject::none) return {};
    const auto look = context.read([&](Transaction& tx) -> Result<std::optional<Look>> {
        const auto found = TRY(pupil_of(tx, route.subject, request));
        if (!found) return std::nullopt;
        const Look wanted{*found, pupils::sight_of(tx, context.who, *found)};
        if (!opens(wanted.sight, route)) return not_found("access.no_relationship", "There is no such page.");
        return wanted;
    });
    if (!look) return std::unexpected(look.error());
    if (!*look) return {};
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const bool in_emergency = (*look)->sight == pupils::Sight::in_emergency;
        audit::log_view(tx, (*look)->pupil.value, in_emergency ? "emergency_look" : subject_name(route.subject));
        return {};
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
    if (const auto mark = access::visitor_cookie(request)) visitor.csrf_token = access::visitor_csrf_token(*mark);
    const auto token = access::session_cookie(request);
    if (!token) return visitor;
    visitor.token = *token;
    visitor.sign_in = context.read([&](Transaction& tx) { return people::sign_in_by_token(tx, *token); });
    if (!visitor.sign_in) return visitor;
    visitor.csrf_token = visitor.sign_in->csrf_token;
    visitor.sign_in->who.user_agent_address = request.remote_address;
    context.who = visitor.sign_in->who;
    if (context.now - visitor.sign_in->seen_at >= note_seen_every)
        (void)context.in_transaction([&](Transaction& tx) -> Result<void> {
            people::note_seen(tx, visitor.token);
            return {};
        });
    return visitor;
}

Result<std::optional<Response>> guard(const Route& route, const Request& request, Context& context, const Visitor& visitor)
{
    if (auto redirect = TRY(check_sign_in(route, request, context, visitor))) return redirect;
    TRY(check_form_token(request, visitor));
    TRY(check_permission(route, context));
    TRY(check_relationship(route, request, context));
    return std::nullopt;
}

}  // namespace waymark::app
