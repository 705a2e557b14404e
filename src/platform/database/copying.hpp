// Moving a whole database to another, from SQLite to PostgreSQL or back, with proof that every row came over.
#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "platform/database/database.hpp"

namespace waymark {

/// The copy cannot be made, or what came over is not what was there; the words say what to do.
class CopyRefused : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What is being done, and the share of it that is done, 0 to 1. What it throws ends the copy, which can be gone on with.
using CopyProgress = std::function<void(std::string_view, double)>;

struct Copied {
    std::int64_t rows = 0;         // that stand on both sides
    std::int64_t rows_before = 0;  // of them, those that an earlier run had brought over
    std::size_t tables = 0;
    bool was_gone_on_with = false;
};

/// Copies every row of `from` into `to`, in batches that are each saved with where they ended, so that a copy that was killed goes on from
/// there. While it lasts nobody can save in an SQLite `from` (its writer is held), a PostgreSQL `from` is read as it was when the copy
/// began, and no server starts on `to`. At the end every row of both is hashed and compared.
///
/// On PostgreSQL the foreign keys of `to` are taken off first and put back at the end, when it checks them all at once: much faster, and
/// tables that refer to themselves need no order.
/// Throws CopyRefused when the schema of `from` is not this program's, `to` holds anything but an unfinished copy of `from`, a row cannot
/// stand in `to`, or the two differ in the end; DatabaseFailure.
Copied copy_database(Database& from, Database& to, const CopyProgress& progress);

/// The number in the list of migrations that says: half of a copy. Higher than any migration's.
inline constexpr int copy_under_way = 1'000'000;

}  // namespace waymark
