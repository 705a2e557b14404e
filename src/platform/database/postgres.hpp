// PostgreSQL: a pool of connections to one server.
#pragma once

#include <memory>
#include <string>

#include "platform/database/database.hpp"

namespace waymark::postgres {

/// Opens "postgresql://…"; connects once, so that a wrong address is found at start and not by the first visitor.
[[nodiscard]] std::unique_ptr<Database> open(const std::string& address);

}  // namespace waymark::postgres
