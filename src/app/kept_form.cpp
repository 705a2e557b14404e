// Kept among the person's drafts under the path of the page; `?typed=1` says that something may be there.
#include "app/kept_form.hpp"

#include <utility>

#include "people/store/drafts.hpp"
#include "platform/access/cookies.hpp"
#include "platform/access/token.hpp"

namespace waymark::app {
namespace {

constexpr std::string_view mark = "typed=1";

std::string path_of(std::string_view address) { return std::string{address.substr(0, address.find('?'))}; }

std::string key_of(std::string_view address) { return "typed " + path_of(address); }

}  // namespace

std::optional<std::string> keep_form(const Request& request, const std::string& page, Context& context, const Visitor& visitor)
{
    if (visitor.token.empty() || path_of(page) == "/") return std::nullopt;
    const auto lapsed = context.read([&](Transaction& tx) { return people::lapsed_sign_in(tx, visitor.token); });
    if (!lapsed || !access::is_same_secret(lapsed->csrf_token, access::sent_csrf_token(request))) return std::nullopt;
    const Who nobody = std::exchange(context.who, lapsed->who);
    const auto kept = context.in_transaction([&](Transaction& tx) -> Result<void> {
        people::save_draft(tx, key_of(page), request.form());
        return {};
    });
    context.who = nobody;
    if (!kept) return std::nullopt;
    if (page.contains(mark)) return page;
    return page + (page.contains('?') ? "&" : "?") + std::string{mark};
}

std::optional<ui::TypedAgain> kept_form(const Request& request, Context& context)
{
    if (request.method != Method::get || request.query("typed") != "1" || !context.who.is_signed_in()) return std::nullopt;
    auto draft = context.read([&](Transaction& tx) { return people::load_draft(tx, key_of(request.target)); });
    if (!draft) return std::nullopt;
    return ui::TypedAgain{.form = std::move(draft->form),
                          .because = {},
                          .notice = "Your time was up, so this was not sent yet. What you typed is in the form again: look at it and send it.",
                          .differences = {}};
}

void discard_kept_form(const Request& request, const Response& response, Context& context)
{
    const auto page = page_to_return_to(request);
    if (request.method == Method::get || response.status != 303 || !page.contains(mark)) return;
    (void)context.in_transaction([&](Transaction& tx) -> Result<void> {
        people::discard_draft(tx, key_of(page));
        return {};
    });
}

}  // namespace waymark::app
