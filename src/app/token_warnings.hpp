// Programs stop working when their tokens end. Whoever looks after them is told a month before.
#pragma once

#include "platform/database/database.hpp"

namespace waymark::app {

/// Opens a task for each token that ends within 30 days, and closes those of tokens that hold no longer. Answers how many end soon.
int warn_of_tokens_that_end(Transaction& tx);

/// A token was revoked: nobody has to think of its last day any more.
[[nodiscard]] Result<void> close_warning_of_token(Transaction& tx, const Event& revoked);

}  // namespace waymark::app
