// Transaction: binds who asks and when, and hands statements to the engine.
#include "platform/database/database.hpp"
#include "platform/context.hpp"

namespace waymark {

Date Transaction::today() const { return context_.today; }
Instant Transaction::now() const { return context_.now; }

}  // namespace waymark
