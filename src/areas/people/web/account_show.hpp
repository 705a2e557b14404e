// What the pages of accounts share: a page, the box for a code, the words for whoever waits, pages that leave no trace.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "people/actions/authenticator.hpp"
#include "people/actions/sign_in.hpp"
#include "people/store/identities.hpp"
#include "people/store/second_steps.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"
#include "ui/ui.hpp"

namespace waymark::people {

template <class F>
[[nodiscard]] Response account_page_of(int status, F&& write)
{
    ui::Buffer out;
    write(out);
    return html(status, out.take());
}

/// The person who asks.
[[nodiscard]] User asking_user(Context& context);

/// The form again with its problems, without the code that was typed: it is of no use any more.
[[nodiscard]] Form without_code(const Form& form, const Problems& problems);

struct CodeField {
    std::string label = "Code from your authenticator app";
    std::string hint = "6 digits, such as 123456";
};
void code_field_view(ui::Buffer& out, const CodeField& field, const Form& form);

/// `address` when it is a page of this service, else nothing.
[[nodiscard]] std::string next_page(std::string_view address);
[[nodiscard]] std::string with_next(std::string path, std::string_view next);
/// Where somebody goes who has just signed in: to choose a role when they hold several, else to `next` or the first page.
[[nodiscard]] std::string page_after_sign_in(const SignedIn& signed_in, std::string_view next);

/// Where a try of this browser comes from.
[[nodiscard]] CameFrom came_from(const Request& request);
/// Forgets the sign-in that the browser had, if any: one browser, one person.
void end_earlier_sign_in(const Request& request, Context& context);
/// The sign-in's token, and the one by which the browser is known from then on.
[[nodiscard]] Response with_its_cookies(Response response, const Request& request, const SignedIn& signed_in);
/// On to the second step, if there is one still to come, else to work; with the new sign-in's token.
[[nodiscard]] Response welcome(const Request& request, const SignedIn& signed_in, const std::string& next);

struct SetUpScreen {
    SetUp set_up;
    std::string action, picture_href;
    std::string next;           // to go on to after signing in
    bool asks_password = false;
    std::string why;            // a line above the rest
};
void set_up_view(ui::Buffer& out, const SetUpScreen& screen, const Form& form);
/// Ten codes, shown this once.
void recovery_codes_view(ui::Buffer& out, const std::vector<std::string>& codes, std::string_view next, std::string_view next_text);

/// "9 of 10 left, one used on 23 November 2026 at 9:31am".
[[nodiscard]] std::string recovery_codes_words(const std::vector<RecoveryCode>& codes);

/// "Council account", or its id when the provider is not configured any more.
[[nodiscard]] std::string identity_provider_name(const Identity& identity);
/// "sam@council.example, last used on 23 November 2026 at 9:31am".
[[nodiscard]] std::string identity_words(const Identity& identity);

/// The picture of such an address, for no cache.
[[nodiscard]] Response picture_of(const SetUp& set_up);

/// A link that is no good any more, whatever the reason: one page for all, with what to do next.
[[nodiscard]] Response gone_page();
/// Nothing of this page’s address leaves with a link or picture of it.
[[nodiscard]] Response without_trace(Response response);

}  // namespace waymark::people
