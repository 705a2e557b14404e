// A register's file on its way from the disk to the action, with its progress on the terminal.
#include "directory/cli/import_register.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "directory/actions/import_register.hpp"
#include "directory/cli/file_bytes.hpp"
#include "directory/cli/terminal.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"

namespace waymark::directory {

Result<void> import_register_file(Context& context, ImportKind kind, const ImportFile& file)
{
    TerminalProgress terminal;
    const RegisterFile given{.kind = kind, .name = std::filesystem::path{file.path}.filename().string(), .bytes = TRY(file_bytes(file.path))};
    const auto outcome = import_register(context, given, {.progress = [&](const ImportProgress& progress) { terminal.show(progress); }, .clock = instant_now});
    terminal.finish();
    if (!outcome) return std::unexpected(outcome.error());
    for (const auto& sentence : outcome->stopped) fmt::print(stderr, "{}\n", sentence);
    show_problems(outcome->problems, file.problems);
    const auto& counts = outcome->counts;
    fmt::print("{}: {} read, {}; {}.\n", given.name, counted(counts.read, "row"), counts_words(counts), terminal.pace(counts.read));
    if (outcome->imported_before)
        fmt::print("This very file was imported on {} already{}.\n", uk_date_time(*outcome->imported_before),
                   counts.added + counts.changed == 0 ? "; nothing has changed" : "");
    return {};
}

}  // namespace waymark::directory
