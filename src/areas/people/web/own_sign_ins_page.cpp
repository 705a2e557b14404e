// Where somebody is signed in; ending one of these or all others; staying signed in.
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/rules/roles.hpp"
#include "people/store/sign_ins.hpp"
#include "people/web/account_show.hpp"
#include "people/web/pages.hpp"
#include "platform/access/cookies.hpp"
#include "platform/access/token.hpp"

namespace waymark::people {
namespace {

struct SignInsScreen {
    std::vector<OpenSignIn> all;
    std::string own_hash;  // of the one that asks
    SignInLimits limits;
};

ui::Content end_button(const OpenSignIn& each, const SignInsScreen& screen)
{
    if (each.token_hash == screen.own_hash) return "This one";
    return ui::render([&](ui::Buffer& out) {
        ui::form(out, {.action = "/account/sessions/end"}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "sign_in", each.token_hash);
            ui::button(inner, {.text = ui::render([&](ui::Buffer& words) {
                                   words.text("End");
                                   words.raw("<span class=\"govuk-visually-hidden\">");
                                   words.text(" the one begun on " + uk_date_time(each.began_at));
                                   words.raw("</span>");
                               }),
                               .classes = "govuk-button--secondary govuk-!-margin-bottom-0"});
        });
    });
}

void sign_ins_view(ui::Buffer& out, const SignInsScreen& screen)
{
    const auto& limits = screen.limits;
    ui::page(out, {.title = "Where you are signed in", .back = ui::Link{"Your account", "/account"}, .wide = true, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::TableOptions table{.caption = counted(static_cast<long long>(screen.all.size()), "sign-in") + " now"};
        table.head = {"From", "As", "Begun", "Last used", "End"};
        for (const auto& each : screen.all)
            table.rows.push_back({each.from_address.empty() ? "Not known" : each.from_address, ui::two_lines(words_of(role_name(each.role)), each.organisation_name),
                                  uk_date_time(each.began_at), uk_date_time(each.seen_at), end_button(each, screen)});
        ui::table(body, table);
        if (screen.all.size() > 1)
            ui::form(body, {.action = "/account/sessions/end-others"}, [](ui::Buffer& inner) { ui::button(inner, {.text = "End all others", .classes = "govuk-button--warning"}); });
        ui::paragraph(body, "If one of them is not yours, end it, then change your password.");
        ui::paragraph(body, "A sign-in ends by itself after " + counted(limits.idle.count(), "minute") + " without use, and after " + counted(limits.whole.count(), "hour") + " in any case.");
    });
}

}  // namespace

Result<Response> show_own_sign_ins(const Request& request, Context& context)
{
    const auto token = access::session_cookie(request);
    expects(token.has_value());
    const SignInsScreen screen{context.read([&](Transaction& tx) { return open_sign_ins(tx, context.who.user); }), access::token_hash(*token),
                               context.read(sign_in_limits)};
    return account_page_of(200, [&](ui::Buffer& out) { sign_ins_view(out, screen); });
}

Result<Response> submit_end_of_sign_in(const Request& request, Context& context)
{
    const Form form = request.form();
    const auto ended = context.in_transaction([&](Transaction& tx) -> Result<void> {
        if (!end_sign_in_of(tx, context.who.user, form.value("sign_in"))) return not_found("people.no_such_sign_in", "This sign-in has ended already.");
        return tx.record({.verb = "ended_sign_in", .entity = "user", .about = context.who.user.value, .pupil = {}});
    });
    return see_other_with_success("/account/sessions", ended ? "It is signed out there" : "That one had ended already");
}

Result<Response> submit_end_of_other_sign_ins(const Request& request, Context& context)
{
    const auto token = access::session_cookie(request);
    expects(token.has_value());
    TRY(context.in_transaction([&](Transaction& tx) -> Result<void> {
        end_other_sign_ins(tx, context.who.user, *token);
        return tx.record({.verb = "ended_other_sign_ins", .entity = "user", .about = context.who.user.value, .pupil = {}});
    }));
    return see_other_with_success("/account/sessions", "You are signed in here only");
}

Result<Response> submit_stay_signed_in(const Request& request, Context& context)
{
    const auto token = access::session_cookie(request);
    expects(token.has_value());
    TRY(context.in_transaction([&](Transaction& tx) -> Result<void> {
        note_seen(tx, *token);
        return {};
    }));
    return see_other("/account");
}

}  // namespace waymark::people
