// Reads and writes the runs of imports.
#include "directory/store/imports.hpp"

#include "directory/store/imports.sql.hpp"

namespace waymark::directory {
namespace {

ImportRun run_from(const Row& row)
{
    return {.id = row.id<ImportRunId>("id"),
            .kind = row.one_of<ImportKind>("kind"),
            .file_name = row.text("file_name"),
            .file_sha256 = row.text("file_sha256"),
            .state = row.one_of<ImportState>("state"),
            .counts = {.read = row.integer("rows_read"),
                       .added = row.integer("rows_new"),
                       .changed = row.integer("rows_changed"),
                       .same = row.integer("rows_same"),
                       .refused = row.integer("rows_refused")},
            .started_at = row.instant("started_at"),
            .finished_at = row.maybe_instant("finished_at")};
}

std::optional<Blob> blob_of(const std::optional<std::string>& content) { return content ? std::optional{Blob{*content}} : std::nullopt; }

}  // namespace

void insert_import_run(Transaction& tx, const ImportRun& run, const std::optional<std::string>& content)
{
    tx.run(sql::insert_import_run, {{"id", run.id}, {"kind", run.kind}, {"file_name", run.file_name}, {"file_sha256", run.file_sha256},
                                    {"state", run.state}, {"content", blob_of(content)}});
}

std::optional<ImportRun> find_import_run(Transaction& tx, ImportRunId id) { return tx.maybe_one(sql::import_run, {{"id", id}}, run_from); }

std::vector<ImportRun> import_runs(Transaction& tx, std::optional<ImportKind> kind)
{
    return tx.all(sql::import_runs, {{"kind", kind}}, run_from);
}

std::string import_content(Transaction& tx, ImportRunId id)
{
    return tx.maybe_one(sql::import_content, {{"id", id}}, [](const Row& row) { return row.blob("content"); }).value_or("");
}

std::optional<Instant> imported_before(Transaction& tx, ImportKind kind, const std::string& file_sha256)
{
    return tx.maybe_one(sql::same_file_import, {{"kind", kind}, {"file_sha256", file_sha256}}, [](const Row& row) { return row.instant("finished_at"); });
}

void set_import_progress(Transaction& tx, ImportRunId id, long long rows_read)
{
    tx.run(sql::set_import_progress, {{"id", id}, {"rows_read", rows_read}});
}

Result<void> change_import_state(Transaction& tx, const ImportRun& run, ImportState was, const std::optional<std::string>& content)
{
    const auto changed = tx.run(sql::change_import_state, {{"id", run.id},
                                                           {"was", was},
                                                           {"becomes", run.state},
                                                           {"rows_read", run.counts.read},
                                                           {"rows_new", run.counts.added},
                                                           {"rows_changed", run.counts.changed},
                                                           {"rows_same", run.counts.same},
                                                           {"rows_refused", run.counts.refused},
                                                           {"content", blob_of(content)}});
    if (changed > 0) return {};
    return refused("import.overtaken", "Something else has happened to this import meanwhile, so nothing was done now. Look at it again.");
}

void insert_import_problems(Transaction& tx, ImportRunId run, const std::vector<RowProblem>& problems)
{
    long line = 0;
    int position = 0;
    for (const auto& problem : problems) {
        position = problem.line == line ? position + 1 : 0;
        line = problem.line;
        tx.run(sql::insert_import_problem,
               {{"run", run}, {"line", line}, {"position", position}, {"field", problem.field}, {"message", problem.message}});
    }
}

std::vector<RowProblem> import_problems(Transaction& tx, ImportRunId run)
{
    return tx.all(sql::import_problems, {{"run", run}}, [](const Row& row) {
        return RowProblem{static_cast<long>(row.integer("line")), row.text("field"), row.text("message")};
    });
}

}  // namespace waymark::directory
