// What an import says on the terminal: how far it is, what came of it, and every bad row.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "directory/actions/import_register.hpp"

namespace waymark::directory {

/// One line on standard error: rewritten in place on a terminal, one every ten seconds into a log.
class TerminalProgress {
public:
    TerminalProgress();
    void show(const ImportProgress& progress);
    void finish();
    [[nodiscard]] double seconds() const;
    /// "in 12.3 seconds, 40,000 rows a second".
    [[nodiscard]] std::string pace(long long rows) const;

private:
    std::chrono::steady_clock::time_point started_, shown_;
    bool is_terminal_ = false;
    bool wrote_ = false;
};

/// Every bad row as "Line 12, Easting: …": the first hundred here, all of them in `file` (CSV) when one is named.
void show_problems(const std::vector<RowProblem>& problems, const std::string& file);

[[nodiscard]] Instant instant_now();

}  // namespace waymark::directory
