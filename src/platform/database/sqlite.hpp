// SQLite: one file, one writer, as many readers as ask.
#pragma once

#include <memory>
#include <string>

#include "platform/database/database.hpp"

namespace waymark::sqlite {

/// Opens the file, made when it is not there; ":memory:" is a database of this process alone, for tests.
[[nodiscard]] std::unique_ptr<Database> open(const std::string& file);

}  // namespace waymark::sqlite
