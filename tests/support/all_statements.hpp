// Every statement of every .sql file of the house, listed at build time, each named by its file: "panel/store/decisions.sql: find".
#pragma once

#include <span>

#include "platform/database/statement.hpp"

namespace waymark::testing {

[[nodiscard]] std::span<const Statement> all_statements();

}  // namespace waymark::testing
