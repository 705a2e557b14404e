// A council's sheet of providers: what it would do is shown first, nothing is written until it is confirmed, and it can be
// taken back as long as nobody has worked on what it wrote.
#pragma once

#include <string>
#include <vector>

#include "directory/rules/provider_sheet.hpp"
#include "directory/store/imports.hpp"
#include "platform/context.hpp"

namespace waymark::directory {

enum class RowResult { added, changed, same, refused };

struct SheetRowOutcome {
    long line = 0;
    std::string name;
    RowResult result = RowResult::same;
    std::vector<FieldChange> changes;   // of an added provider: all that it starts with
    bool site_added = false;
};

struct SheetOutcome {
    ImportCounts counts;
    std::vector<SheetRowOutcome> rows;    // those that can be taken, in the order of the sheet
    std::vector<RowProblem> problems;     // by line
};

/// Reads the sheet and keeps it until it is confirmed. Fails as read_provider_sheet does, and `import.nothing_usable`.
Result<ImportRunId> preview_providers(Context& context, const std::string& file_name, const std::string& bytes);

/// What confirming would do now: carried out to the last check, and rolled back.
/// Fails  `import.no_such_import`, `import.not_waiting`
Result<SheetOutcome> preview_of(Context& context, ImportRunId id);
/// The same for a sheet that is not kept.
Result<SheetOutcome> preview_of_sheet(Context& context, const std::string& bytes);

/// Writes the good rows, all in one transaction. Fails as preview_of does, and `import.overtaken`.
Result<SheetOutcome> confirm_providers(Context& context, ImportRunId id);

struct Undone {
    int removed = 0, restored = 0;
    std::vector<std::string> kept;   // sentences: who stays as it is, and why
};
/// Removes what the import added and puts back what it changed, where nobody has changed it since. Those stay and are named.
/// Fails  `import.no_such_import`, `import.not_finished`
Result<Undone> undo_providers(Context& context, ImportRunId id);

}  // namespace waymark::directory
