// Who must do something about a file that a virus was found in after it had been kept.
#pragma once

#include "platform/database/database.hpp"

namespace waymark::app {

/// Whoever sent the file has a task to send it again; where they work here no more, the administrators have it.
Result<void> tell_of_virus(Transaction& tx, const Event& found);

}  // namespace waymark::app
