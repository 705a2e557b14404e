// One child's sessions over all settings together, and at one of them.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "attendance/rules/rates.hpp"
#include "foundation/result.hpp"
#include "vocabulary/session.hpp"

namespace waymark::attendance {

/// A mark in some register: the roll school's, or that of another setting.
struct SettingMark {
    Date day;
    Session session = Session::am;
    std::string code;
    std::string setting;  // who took it: "Northfield Farm"
};

/// Like is compared only with like: a child can be at every session of a two-day place and still miss most of the week.
struct CombinedCounts {
    Counts placement;   // sessions marked at that setting
    Counts whole_week;  // sessions marked anywhere, each morning and afternoon once
};

/// What a child's marks add up to, each (day, morning or afternoon) counted once.
///
/// Where several registers mark one session, the mark counts that says most about where the child was: present before authorised
/// absence, that before unauthorised, that before a session that was not possible, that before one that is administrative. So the
/// D of a main school never hides what the other school saw.
/// placement   the setting whose own sessions are counted as well
/// Fails   `attendance.unknown_code`, `attendance.code_not_in_force`
/// Rule    R46
/// Source  DfE, Pupil absence statistics: methodology
[[nodiscard]] Result<CombinedCounts> combined_counts(std::span<const SettingMark> marks, std::string_view placement);

}  // namespace waymark::attendance
