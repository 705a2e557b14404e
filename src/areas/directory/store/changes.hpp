// Proposed changes of profiles, until they are accepted, asked back or withdrawn.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "directory/rules/fields.hpp"
#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::directory {

/// What the change is about: the provider itself, one of its programmes, or a programme that does not exist yet.
enum class ChangeSection { provider, programme, new_programme };
enum class ChangeState { waiting, accepted, asked, withdrawn };

struct ProfileChange {
    ProfileChangeId id;
    OrganisationId provider;
    std::string provider_name;
    ChangeSection section = ChangeSection::provider;
    std::optional<ProgrammeId> programme;
    Fields was, becomes;
    ChangeState state = ChangeState::waiting;
    std::string question;              // what the authority asked back
    std::string author, decider;       // names
    Instant at;
    int version = 1;
};

/// Waiting and asked ones, waiting first; with no provider, of all of them.
[[nodiscard]] std::vector<ProfileChange> open_changes(Transaction& tx, std::optional<OrganisationId> provider);
/// Fails `directory.no_such_change`.
[[nodiscard]] Result<ProfileChange> change_or_problem(Transaction& tx, ProfileChangeId id);

/// Adds a change that waits, in place of any open one about the same record.
void propose_change(Transaction& tx, const ProfileChange& change);
/// Fails `directory.change_decided` when it no longer waits or somebody else was first.
[[nodiscard]] Result<void> decide_change(Transaction& tx, ProfileChangeId id, ChangeState state, const std::string& question,
                                         int seen_version);

/// Fields as a JSON object, for the tables and the trail; and back. An object that cannot be read has no fields.
[[nodiscard]] std::string json_of(const Fields& fields);
[[nodiscard]] Fields fields_in(const std::string& json);

}  // namespace waymark::directory
