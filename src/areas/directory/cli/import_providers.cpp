// The sheet on the terminal: one line for each row that would change something, one for each that is refused.
#include "directory/cli/import_providers.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "directory/actions/import_providers.hpp"
#include "directory/cli/file_bytes.hpp"
#include "directory/cli/terminal.hpp"
#include "foundation/text.hpp"

namespace waymark::directory {

Result<void> import_providers_file(Context& context, const ImportFile& file)
{
    const auto bytes = TRY(file_bytes(file.path));
    const auto outcome = [&]() -> Result<SheetOutcome> {
        if (file.dry_run) return preview_of_sheet(context, bytes);
        const auto run = TRY(preview_providers(context, std::filesystem::path{file.path}.filename().string(), bytes));
        return confirm_providers(context, run);
    }();
    if (!outcome) return std::unexpected(outcome.error());
    for (const auto& row : outcome->rows) {
        if (row.result == RowResult::same) continue;
        std::vector<std::string> fields;
        for (const auto& change : row.changes) fields.push_back(lower_ascii(field_words(change.field)));
        if (row.site_added) fields.emplace_back("a site");
        fmt::print("Line {}: {} {} ({})\n", row.line, row.name, row.result == RowResult::added ? "is new" : "changes", listed(fields));
    }
    show_problems(outcome->problems, file.problems);
    fmt::print("{}{}: {}.\n", file.dry_run ? "Nothing was written. It would be: " : "", counted(outcome->counts.read, "row"), counts_words(outcome->counts));
    return {};
}

}  // namespace waymark::directory
