// Who edits which profile, and whose changes wait for a check.
#pragma once

#include <string>
#include <vector>

#include "directory/rules/fields.hpp"
#include "platform/context.hpp"

namespace waymark::directory {

/// What came of saving: what stands now, and what waits until the authority has looked at it.
struct Saved {
    bool stands = false;                // something changed at once
    std::vector<FieldChange> waiting;
};

/// A provider edits its own profile; its price, places and registration wait for a check. The authority edits all of them
/// and needs no check. Anybody else finds no such provider.
[[nodiscard]] Result<void> check_may_edit(const Context& context, OrganisationId provider);
[[nodiscard]] bool is_of_provider(const Context& context);

/// Records what happened to the provider: `name` says to which of its parts.
[[nodiscard]] Result<void> record_change(Transaction& tx, OrganisationId provider, std::string verb, const std::string& name,
                                         const std::vector<FieldChange>& changes, std::string reason = {});

/// Proposes the changes and gives the commissioners the task of looking at them.
[[nodiscard]] Result<void> propose(Transaction& tx, const Provider& provider, std::optional<ProgrammeId> programme, bool is_new,
                                   const std::string& name, const std::vector<FieldChange>& changes);

}  // namespace waymark::directory
