// Reads a register's file outside any transaction, then writes it within one.
#include "directory/actions/import_register.hpp"

#include <algorithm>
#include <unordered_map>

#include "directory/rules/gias_row.hpp"
#include "directory/store/imports.hpp"
#include "directory/store/register_rows.hpp"
#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "platform/sha256.hpp"

namespace waymark::directory {
namespace {

constexpr long rows_between_reports = 2000;

struct Reading {
    RegisterRows rows;
    ImportCounts counts;
    std::vector<RowProblem> problems;
};

/// What makes two rows of a file one record: the second is refused.
std::string key_of(const EstablishmentRow& row) { return row.urn; }
std::string key_of(const LinkRow& row) { return row.urn + " " + row.linked_urn + " " + row.type; }
std::string key_of(const GroupRow& row) { return row.uid; }
std::string key_of(const PostcodeRow& row) { return row.postcode; }

bool has_all_columns(const EstablishmentSheet& sheet) { return sheet.is_whole(); }
bool has_all_columns(const auto&) { return true; }

template <class Sheet>
Result<Reading> read_rows(const RegisterFile& file, const std::function<void(long long rows, int percent)>& told)
{
    const long lines = std::max<long>(1, static_cast<long>(std::ranges::count(file.bytes, '\n')));
    std::optional<Result<Sheet>> sheet;
    Reading reading{.rows = RegisterRows{file.kind}};
    std::unordered_map<std::string, long> lines_of_keys;
    TRY(read_csv(file.bytes, [&](const CsvRow& row) {
        if (!sheet) {
            sheet = Sheet::open(*row.header);
            if (*sheet) reading.rows = RegisterRows{file.kind, has_all_columns(**sheet)};
        }
        if (!*sheet) return;
        ++reading.counts.read;
        if (reading.counts.read % rows_between_reports == 0) told(reading.counts.read, static_cast<int>(std::min(99L, row.line * 100 / lines)));
        const auto read = (*sheet)->read(row);
        if (!read) {
            ++reading.counts.refused;
            add_problems(reading.problems, row.line, read.error());
            return;
        }
        const auto [first, is_new] = lines_of_keys.emplace(key_of(*read), row.line);
        if (is_new) return reading.rows.add(*read);
        ++reading.counts.refused;
        reading.problems.push_back({row.line, {}, key_of(*read) + " stands on line " + with_commas(first->second) + " already."});
    }));
    if (!sheet) return refused("import.no_rows", "The file has a header and no rows. Choose the file as it was published.");
    if (!*sheet) return std::unexpected(sheet->error());
    if (reading.rows.size() == 0)
        return refused("import.nothing_usable", "None of the " + counted(reading.counts.read, "row") + " can be taken. Line " +
                                                    with_commas(reading.problems.front().line) + ": " + reading.problems.front().message);
    return reading;
}

Result<Reading> read_file(const RegisterFile& file, const std::function<void(long long, int)>& told)
{
    switch (file.kind) {
    case ImportKind::gias: return read_rows<EstablishmentSheet>(file, told);
    case ImportKind::gias_links: return read_rows<LinkSheet>(file, told);
    case ImportKind::gias_groups: return read_rows<GroupSheet>(file, told);
    case ImportKind::postcodes: return read_rows<PostcodeSheet>(file, told);
    case ImportKind::providers: break;
    }
    expects(false);
    return Reading{.rows = RegisterRows{file.kind}};
}

/// An import that is still running in the records is one that was killed, or one that this one overtakes.
Result<std::vector<std::string>> stop_earlier(Transaction& tx, ImportKind kind)
{
    std::vector<std::string> said;
    for (ImportRun run : import_runs(tx, kind)) {
        if (run.state != ImportState::running) continue;
        run.state = ImportState::stopped;
        TRY(change_import_state(tx, run, ImportState::running));
        said.push_back("The import of " + run.file_name + " that began on " + uk_date_time(run.started_at) + " did not finish. It had read " +
                       counted(run.counts.read, "row") + " or more, and changed nothing.");
    }
    return said;
}

std::string json_of(const ImportRun& run)
{
    return json_text(Json{{"kind", std::string{enum_text(run.kind)}}, {"file", run.file_name},          {"read", run.counts.read},
                                  {"new", run.counts.added},                  {"changed", run.counts.changed}, {"same", run.counts.same},
                                  {"refused", run.counts.refused}});
}

}  // namespace

Result<ImportOutcome> import_register(Context& context, const RegisterFile& file, const ImportWatch& watch)
{
    expects(file.kind != ImportKind::providers);
    ImportOutcome outcome{.run = ImportRunId::make(context.now)};
    ImportRun run{.id = outcome.run, .kind = file.kind, .file_name = file.name, .file_sha256 = sha256_hex(file.bytes), .state = ImportState::running};
    auto begun = context.in_transaction([&](Transaction& tx) -> Result<std::vector<std::string>> {
        outcome.imported_before = imported_before(tx, run.kind, run.file_sha256);
        auto said = TRY(stop_earlier(tx, run.kind));
        insert_import_run(tx, run);
        return said;
    });
    outcome.stopped = TRY(std::move(begun));
    const auto tell = [&](const ImportProgress& progress) {
        if (watch.progress) watch.progress(progress);
    };

    int percent_kept = 0;
    auto reading = read_file(file, [&](long long rows, int percent) {
        tell({.saving = false, .rows = rows, .percent = percent});
        if (percent < percent_kept + 5) return;
        percent_kept = percent;
        static_cast<void>(context.in_transaction([&](Transaction& tx) -> Result<void> {
            set_import_progress(tx, run.id, rows);
            return {};
        }));
    });
    if (watch.clock) context.now = watch.clock();
    if (!reading) {
        run.state = ImportState::stopped;
        TRY(context.in_transaction([&](Transaction& tx) { return change_import_state(tx, run, ImportState::running); }));
        return std::unexpected(reading.error());
    }

    const auto saved = context.in_transaction([&](Transaction& tx) -> Result<void> {
        run.counts = reading->counts;
        const auto before = register_size(tx, run.kind);
        long long written = 0;
        const auto batches = reading->rows.batches();
        for (std::size_t batch = 0; batch < batches; ++batch) {
            written += reading->rows.save(tx, batch, file.name);
            tell({.saving = true, .rows = std::min<long long>(reading->rows.size(), static_cast<long long>(batch + 1) * 1000),
                  .percent = static_cast<int>((batch + 1) * 100 / batches)});
        }
        run.counts.added = register_size(tx, run.kind) - before;
        run.counts.changed = written - run.counts.added;
        run.counts.same = reading->rows.size() - written;
        run.state = ImportState::finished;
        insert_import_problems(tx, run.id, reading->problems);
        TRY(change_import_state(tx, run, ImportState::running));
        return tx.record({.verb = "imported", .entity = "import_run", .about = run.id.value, .pupil = {}, .before = {}, .after = json_of(run)});
    });
    TRY(saved);
    outcome.counts = run.counts;
    outcome.problems = std::move(reading->problems);
    return outcome;
}

}  // namespace waymark::directory
