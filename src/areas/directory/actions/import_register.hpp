// Bringing a national register up to date from its published file: schools, links, groups, postcodes.
//
// 1. What an earlier import that was killed has left is put to rest: it wrote nothing.
// 2. The whole file is read and every row judged; the database is free for others meanwhile, and shows how far we are.
// 3. All good rows are written, and the import finished, in one transaction: all of it or none. Nothing is deleted.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "directory/rules/imports.hpp"
#include "platform/context.hpp"

namespace waymark::directory {

struct ImportProgress {
    bool saving = false;      // reading before that
    long long rows = 0;       // read, or saved
    int percent = 0;
};

/// How whoever waits is told, and what time it is by then.
struct ImportWatch {
    std::function<void(const ImportProgress&)> progress;
    std::function<Instant()> clock;
};

struct ImportOutcome {
    ImportRunId run;
    ImportCounts counts;
    std::vector<RowProblem> problems;
    std::optional<Instant> imported_before;   // this very file, to its end
    std::vector<std::string> stopped;         // sentences about imports that were killed
};

struct RegisterFile {
    ImportKind kind = ImportKind::gias;
    std::string name;   // "edubasealldata20261123.csv"
    std::string bytes;
};

/// Bad rows are left out and named; the good ones are kept. Safe to run twice.
/// Fails  `csv.…` and `import.columns_missing` for another file than was promised, `import.nothing_usable` when every row
///        is bad, `import.overtaken` when another import of the same register began meanwhile. Then nothing was written.
Result<ImportOutcome> import_register(Context& context, const RegisterFile& file, const ImportWatch& watch = {});

}  // namespace waymark::directory
