// Words of imports on the terminal.
#include "directory/cli/terminal.hpp"

#include <unistd.h>

#include <cstdio>
#include <fstream>

#include <fmt/format.h>

#include "foundation/csv.hpp"
#include "foundation/text.hpp"

namespace waymark::directory {
namespace {

constexpr std::size_t problems_shown = 100;
using std::chrono::steady_clock;

}  // namespace

TerminalProgress::TerminalProgress() : started_{steady_clock::now()}, shown_{started_}, is_terminal_{isatty(STDERR_FILENO) == 1} {}

double TerminalProgress::seconds() const { return std::chrono::duration<double>(steady_clock::now() - started_).count(); }

void TerminalProgress::show(const ImportProgress& progress)
{
    const auto now = steady_clock::now();
    if (now - shown_ < (is_terminal_ ? std::chrono::milliseconds{200} : std::chrono::milliseconds{10'000})) return;
    shown_ = now;
    wrote_ = is_terminal_;
    const auto line = fmt::format("{} {} rows, {}%, {:.0f} seconds", progress.saving ? "Saved" : "Read", with_commas(progress.rows), progress.percent, seconds());
    fmt::print(stderr, "{}", is_terminal_ ? fmt::format("\r{:<60}", line) : line + "\n");
    std::fflush(stderr);
}

void TerminalProgress::finish()
{
    if (wrote_) fmt::print(stderr, "\r{:<60}\r", "");
}

std::string TerminalProgress::pace(long long rows) const
{
    const double taken = seconds();
    return fmt::format("in {:.1f} seconds, {} rows a second", taken, with_commas(static_cast<long long>(static_cast<double>(rows) / std::max(taken, 0.001))));
}

void show_problems(const std::vector<RowProblem>& problems, const std::string& file)
{
    for (std::size_t index = 0; index < std::min(problems.size(), problems_shown); ++index) {
        const auto& [line, field, message] = problems[index];
        fmt::print(stderr, "Line {}{}{}: {}\n", line, field.empty() ? "" : ", ", field, message);
    }
    if (problems.size() > problems_shown)
        fmt::print(stderr, "… and {} more. {}\n", with_commas(static_cast<long long>(problems.size() - problems_shown)),
                   file.empty() ? "Name a file with --problems to get them all." : "All are in " + file + ".");
    if (file.empty()) return;
    CsvWriter writer{{"Line", "Column", "What is wrong"}};
    for (const auto& [line, field, message] : problems) writer.row({std::to_string(line), field, message});
    std::ofstream{file, std::ios::binary} << writer.text_for_excel();
}

Instant instant_now() { return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

}  // namespace waymark::directory
