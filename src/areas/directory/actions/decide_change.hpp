// What the authority does with a change that waits: accept it, or ask about it. The provider may take it back.
#pragma once

#include <string>

#include "directory/actions/editing.hpp"

namespace waymark::directory {

/// The change stands from now on. It is checked anew: what was possible when it was proposed may not be now.
/// Fails `directory.no_such_change`, `directory.change_decided`, and as saving it would.
Result<void> accept_change(Context& context, OrganisationId provider, ProfileChangeId change, int seen_version);

/// The change goes back to the provider with a question. Fails `directory.question_missing`, `directory.change_decided`.
Result<void> ask_about_change(Context& context, OrganisationId provider, ProfileChangeId change, int seen_version,
                              const std::string& question);

}  // namespace waymark::directory
