// The attendance codes of a school's register, as they stand on a day.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.hpp"
#include "foundation/result.hpp"

namespace waymark {

/// How a mark counts: present and the two absences make up the possible sessions; the rest enter no rate (R46).
enum class CountsAs { present, authorised, unauthorised, not_possible, admin };

/// A code that exists was in force on the day it was asked for.
class AttendanceCode {
public:
    /// The code on that day.
    ///
    /// Fails   `attendance.unknown_code`; `attendance.code_not_in_force` (a code of the set of 2006 after 18 August 2024, or
    ///         a newer one before: on import both happen)
    /// Rule    R44
    /// Source  SI 2024/208 reg. 10; DfE, Working together to improve school attendance
    [[nodiscard]] static Result<AttendanceCode> on(Date day, std::string_view code);

    /// All codes in force on that day, in the order of the register's legend.
    [[nodiscard]] static std::vector<AttendanceCode> all_on(Date day);

    [[nodiscard]] const std::string& text() const { return code_; }
    [[nodiscard]] const std::string& meaning() const { return meaning_; }
    [[nodiscard]] const std::string& who() const { return who_; }  // who may use it: "school, from year 10"
    [[nodiscard]] CountsAs counts_as() const { return counts_as_; }
    [[nodiscard]] bool is_absence() const { return counts_as_ == CountsAs::authorised || counts_as_ == CountsAs::unauthorised; }
    [[nodiscard]] bool is_possible_session() const { return counts_as_ == CountsAs::present || is_absence(); }
    /// Needs words with it: the nature of the activity, or the unavoidable cause.
    [[nodiscard]] bool needs_note() const { return needs_note_; }
    /// Stands for a child who did turn up elsewhere. One who did not is absent, by a code of the roll school.
    [[nodiscard]] bool needs_presence() const { return needs_presence_; }

    bool operator==(const AttendanceCode&) const = default;

private:
    AttendanceCode() = default;
    [[nodiscard]] static const std::vector<AttendanceCode>& known();

    std::string code_, meaning_, who_;
    CountsAs counts_as_ = CountsAs::admin;
    bool needs_note_ = false, needs_presence_ = false;
    DateRange valid_;
};

}  // namespace waymark
