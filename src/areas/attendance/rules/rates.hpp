// Attendance rates as the DfE computes them: counts are summed, rates are never averaged.
#pragma once

#include <cstdint>
#include <string>

#include "foundation/date.hpp"
#include "vocabulary/attendance_code.hpp"
#include "vocabulary/law.hpp"

namespace waymark::attendance {

/// Sessions by statistical class. Not possible and administrative sessions enter no rate.
struct Counts {
    int present = 0;
    int authorised = 0;
    int unauthorised = 0;
    int not_possible = 0;
    int administrative = 0;
    int not_taken = 0;  // expected, and no mark yet

    [[nodiscard]] int absent() const { return authorised + unauthorised; }
    [[nodiscard]] int possible() const { return present + absent(); }
    Counts& operator+=(const Counts& other);
    bool operator==(const Counts&) const = default;
};

/// Adds sessions of one class.
void add_session(Counts& counts, CountsAs counts_as, int sessions = 1);

/// Adds `sessions` marks of one code. A code that was not in force that day enters no rate: the register and the import
/// refuse it before it gets here.
void add_mark(Counts& counts, std::string_view code, Date day, int sessions = 1);

/// "83% (10 of 12)", "no sessions yet" when none was possible: never 0% for nothing.
[[nodiscard]] std::string rate_words(int part, int possible);

/// "83%", "not known" when none was possible.
[[nodiscard]] std::string percent_words(int part, int possible);

/// The rate in tenths of a percent, rounded half up; -1 when nothing was possible.
[[nodiscard]] int rate_in_tenths(int part, int possible);

/// Missing law.persistent_absence_percent or more of the child's own possible sessions; exactly that share counts. Hidden
/// (false) under law.absence_sessions_min possible sessions, so that one bad week in September alarms nobody.
/// Rule    R47
/// Source  DfE absence statistics methodology
[[nodiscard]] bool is_persistent_absence(const Counts& counts, const Law& law);
/// Missing law.severe_absence_percent or more; a subset of persistent absence. Rule R47.
[[nodiscard]] bool is_severe_absence(const Counts& counts, const Law& law);

}  // namespace waymark::attendance
