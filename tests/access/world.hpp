// Two authorities with children of every relation to those who ask: near, past, to come, elsewhere, none. Made for the tests of who
// sees what: each child has one of every kind of record, and each text of it carries a mark that stands nowhere else.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/engines.hpp"

namespace waymark::testing {

/// A child as the expectation speaks of them: “whose reason ended yesterday”.
struct PlantedChild {
    std::string name;
    Id id;
    std::string mark;                                           // their name, and a word in each text about them
    std::map<std::string, std::string, std::less<>> in_paths;   // what each path parameter says: {"referral", its id}
    bool is_of_other_authority = false;

    /// What the restricted note about them says, which the virtual school and its writer read and nobody else.
    [[nodiscard]] std::string secret() const;
    /// What gives the child away where it is shown: mark, reference, ids.
    [[nodiscard]] std::vector<std::string> signs() const;
};

/// Somebody at the door.
struct Visitor {
    std::string name;            // “a commissioner”, “a school inclusion lead whose membership ended yesterday”
    std::optional<Role> role;    // none: whatever they hold in their hands, they are signed out
    std::string token;           // of their sign-in; empty when they never signed in
    std::string mark;            // of a browser without a sign-in, from which its form token is made
    std::string form_token;
    UserId user;
    OrganisationId organisation;
    std::string api_token = {};  // of a program, which shows no cookie
    std::string family_of = {};      // the child whose family’s link this browser has opened
    std::string family_link = {}, family_secret = {};
};

/// Where the visitors stand: Harrowdale on the world's morning. Visitors of schools work at Millbrook Academy, those of providers at
/// Greenways Farm, those of trusts at Lantern Learning Trust, agency workers and panel members at Harrowdale Health, all others
/// at Harrowdale Council.
struct TwoAuthorities {
    explicit TwoAuthorities(World& opened);

    World& world;
    std::deque<PlantedChild> children;
    std::vector<Visitor> visitors;   // one for each role
    std::vector<Visitor> strangers;  // signed out, one way or another
    /// What path parameters say that name no child: {"provider", Greenways Farm}, {"meeting", today's}.
    std::map<std::string, std::string, std::less<>> in_paths;

    [[nodiscard]] const PlantedChild& child(std::string_view name) const;
    [[nodiscard]] const Visitor& visitor(Role role) const;
    /// How many looks at children the log has.
    [[nodiscard]] std::int64_t looks() const;
    /// Of those, how many were at a restricted note.
    [[nodiscard]] std::int64_t note_looks() const;
    /// Of those at this child, how many were in an emergency.
    [[nodiscard]] std::int64_t emergency_looks(const PlantedChild& child) const;
    /// How many changes of this child's records the trail has.
    [[nodiscard]] std::int64_t changes_of(const PlantedChild& child) const;
};

/// A record that somebody opened in an emergency, written straight into the database.
struct PlantedEmergency {
    Id id;
    const PlantedChild& child;
    UserId user;
    OrganisationId organisation;
    Role role = Role::provider_tutor;
    Instant opened, ends;
};
void plant_emergency(Transaction& tx, const PlantedEmergency& emergency);

}  // namespace waymark::testing
