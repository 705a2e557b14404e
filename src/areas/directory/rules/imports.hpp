// One import of a file: what was read, what came of it, and what was wrong with which row.
#pragma once

#include <string>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/id.hpp"
#include "foundation/result.hpp"

namespace waymark::directory {

struct ImportRunTag;
using ImportRunId = IdOf<ImportRunTag>;

/// The first four are national registers, the same for every authority; `providers` is an authority's own sheet.
enum class ImportKind { gias, gias_links, gias_groups, postcodes, providers };

/// `previewed`: read, nothing written. `running`: under way. `stopped`: ended without writing anything. `undone`: taken back.
enum class ImportState { previewed, running, finished, undone, stopped };

struct ImportCounts {
    long long read = 0, added = 0, changed = 0, same = 0, refused = 0;
    bool operator==(const ImportCounts&) const = default;
};

/// What is wrong with one cell or one row; `line` is the line of the file on which the row begins, counted from 1.
struct RowProblem {
    long line = 0;
    std::string field;
    std::string message;
    bool operator==(const RowProblem&) const = default;
};

/// All that is wrong with the row on that line.
void add_problems(std::vector<RowProblem>& all, long line, const Problems& found);

/// "12 new, 3 changed, 21,000 as they were, 2 refused".
[[nodiscard]] std::string counts_words(const ImportCounts& counts);
/// "The register of schools", "A sheet of providers".
[[nodiscard]] std::string import_kind_words(ImportKind kind);

}  // namespace waymark::directory
