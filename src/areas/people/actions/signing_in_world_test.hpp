// For the tests of signing in: Sam with a password, and Sam’s phone, which reckons codes as an authenticator app does.
#pragma once

#include <doctest/doctest.h>

#include "people/actions/authenticator.hpp"
#include "people/actions/sign_in.hpp"
#include "people/rules/second_step.hpp"
#include "people/store/organisations.hpp"
#include "people/store/second_steps.hpp"
#include "people/store/sign_ins.hpp"
#include "people/store/users.hpp"
#include "platform/access/one_time_code.hpp"
#include "platform/access/password.hpp"
#include "platform/access/sealing.hpp"
#include "platform/audit/trail.hpp"
#include "support/engines.hpp"

namespace waymark::testing {

inline constexpr const char* right_password = "river stone 42";
inline constexpr const char* address = "10.0.0.1";
inline const OrganisationId sams_school{Id::from_words("Marsh Lane Academy")};

template <class F>
void write(Context& context, F&& work)
{
    const auto done = context.in_transaction([&](Transaction& tx) -> Result<void> {
        work(tx);
        return {};
    });
    REQUIRE(done.has_value());
}

inline people::User bring_sam(World& world, Role role = Role::school_lead)
{
    const people::User sam{.id = {Id::from_words("Sam Okoro")}, .name = "Sam Okoro", .email = "sam.okoro@marshlane.example",
                           .password_hash = access::password_hash(right_password, access::PasswordCost::made_up), .demonstration = {}};
    write(world.context, [&](Transaction& tx) {
        people::insert_organisation(tx, {.id = sams_school, .name = "Marsh Lane Academy"});
        people::insert_user(tx, sam);
        people::insert_membership(tx, {.id = {Id::from_words("Sam’s role")}, .user = sam.id, .organisation = sams_school, .role = role, .period = {date(2024, 9, 1), {}}});
    });
    return sam;
}

/// A phone with an authenticator app.
struct Phone {
    std::string secret;
    std::vector<std::string> recovery_codes;
    [[nodiscard]] std::string code_at(Instant at) const
    {
        return access::one_time_code(secret, std::chrono::floor<std::chrono::seconds>(at.time_since_epoch()).count() / 30);
    }
};

/// The phone that has taken in the secret which is shown now.
inline Phone phone_of(Context& context, const people::User& user)
{
    const auto sealed = context.read([&](Transaction& tx) { return people::set_up_under_way(tx, user.id); });
    REQUIRE(sealed.has_value());
    return {.secret = access::unseal(*sealed, user.id.text()).value(), .recovery_codes = {}};
}

/// Sets one up; its first code is that of now.
inline Phone with_authenticator(Context& context, const people::User& user)
{
    REQUIRE(people::set_up_to_show(context, user).has_value());
    Phone phone = phone_of(context, user);
    const auto codes = people::confirm_set_up(context, user, {phone.code_at(context.now), address});
    REQUIRE(codes.has_value());
    phone.recovery_codes = *codes;
    return phone;
}

inline Result<people::SignedIn> first_step(Context& context)
{
    return people::sign_in(context, {"sam.okoro@marshlane.example", right_password, address});
}
inline std::string first_step_code(Context& context) { return code_of(first_step(context)); }

inline bool is_signed_in(Context& context, std::string_view token)
{
    return context.read([&](Transaction& tx) { return people::sign_in_by_token(tx, token).has_value(); });
}

inline audit::PastEvent last_event(Context& context, const people::User& about)
{
    const auto events = context.read([&](Transaction& tx) { return audit::history(tx, about.id.value, {}); });
    REQUIRE_FALSE(events.empty());
    return events.front();
}

}  // namespace waymark::testing
