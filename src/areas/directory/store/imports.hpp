// Imports as they are kept: so that one is seen while it runs, known when it was killed, and taken back where that is possible.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "directory/rules/imports.hpp"
#include "platform/context.hpp"
#include "platform/database/database.hpp"

namespace waymark::directory {

struct ImportRun {
    ImportRunId id;
    ImportKind kind = ImportKind::providers;
    std::string file_name, file_sha256;
    ImportState state = ImportState::running;
    ImportCounts counts;
    Instant started_at;
    std::optional<Instant> finished_at;
};

/// `content` is what a later step needs: the sheet between preview and confirmation; afterwards what the import did, for undoing.
void insert_import_run(Transaction& tx, const ImportRun& run, const std::optional<std::string>& content = {});
[[nodiscard]] std::optional<ImportRun> find_import_run(Transaction& tx, ImportRunId id);
/// The newest hundred, newest first.
[[nodiscard]] std::vector<ImportRun> import_runs(Transaction& tx, std::optional<ImportKind> kind = {});
[[nodiscard]] std::string import_content(Transaction& tx, ImportRunId id);
/// When this very file was last imported to its end.
[[nodiscard]] std::optional<Instant> imported_before(Transaction& tx, ImportKind kind, const std::string& file_sha256);

void set_import_progress(Transaction& tx, ImportRunId id, long long rows_read);
/// `run` carries its new state and counts. Fails `import.overtaken` when it is no longer in state `was`.
[[nodiscard]] Result<void> change_import_state(Transaction& tx, const ImportRun& run, ImportState was, const std::optional<std::string>& content = {});

void insert_import_problems(Transaction& tx, ImportRunId run, const std::vector<RowProblem>& problems);
/// By line; the first thousand.
[[nodiscard]] std::vector<RowProblem> import_problems(Transaction& tx, ImportRunId run);

}  // namespace waymark::directory
