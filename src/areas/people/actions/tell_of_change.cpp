// One list of events, and one message.
#include "people/actions/tell_of_change.hpp"

#include <algorithm>

#include "foundation/uk_time.hpp"
#include "people/store/users.hpp"
#include "platform/outbox/outbox.hpp"

namespace waymark::people {
namespace {

struct Change {
    std::string_view verb, words;
};

constexpr Change changes[] = {
    {"changed_password", "The password of your account was changed"},
    {"reset_password", "The password of your account was set anew by a link"},
    {"set_up_authenticator", "An authenticator was set up for your account"},
    {"turned_off_authenticator", "The authenticator of your account was turned off"},
    {"took_off_authenticator", "The authenticator of your account was taken off by somebody who looks after accounts"},
    {"made_recovery_codes", "New recovery codes were made for your account; the earlier ones do not work any more"},
    {"used_recovery_code", "A recovery code was used to sign in to your account"},
    {"bound_identity", "Your account can now also be signed in to with an account elsewhere"},
    {"took_off_identity", "The account elsewhere that your account could be signed in to with was taken off"},
};

}  // namespace

std::optional<std::string_view> changed_way_in(std::string_view verb)
{
    const auto* found = std::ranges::find(changes, verb, &Change::verb);
    return found == std::end(changes) ? std::nullopt : std::optional{found->words};
}

Result<void> tell_of_changed_way_in(Transaction& tx, const Event& changed)
{
    const auto origin = outbox::origin_of_links();
    const auto words = changed_way_in(changed.verb);
    const auto whose = user(tx, UserId{changed.about});
    if (!origin || !words || !whose || whose->email.empty()) return {};
    outbox::put(tx, {.to = whose->email,
                     .subject = "Your account at Waymark was changed",
                     .body = std::string{*words} + ", on " + uk_date_time(tx.now()) + ".\n\nIf that was you, there is nothing to do.\n\nIf it was not you: open " + *origin +
                             "/, choose “I have forgotten my password”, and tell whoever looks after accounts in your authority today.\n"});
    return {};
}

}  // namespace waymark::people
