// What a correction must say, and which codes it may give.
#include "attendance/rules/correction.hpp"

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "vocabulary/attendance_code.hpp"

namespace waymark::attendance {

Problems problems_with_correction(Arrival arrival, std::string_view code, std::string_view why, Date day)
{
    Problems found;
    const auto known = AttendanceCode::on(day, code);
    if (!known) {
        found.add("attendance.unknown_code", fmt::format("The code {} was not in force on {}. Choose one from the list.", code, long_date(day)),
                  "code");
    } else {
        const bool says_present = known->counts_as() == CountsAs::present || known->needs_presence();
        const bool came = arrival != Arrival::not_here;
        if (says_present && !came)
            found.add("attendance.code_needs_presence",
                      fmt::format("The code {} is for a child who came. Choose the reason for the absence.", code), "code");
        if (!says_present && came && code != "N")
            found.add("attendance.code_needs_absence",
                      fmt::format("The code {} is for a child who did not come. Say that the child was not there, or choose a code for attending.", code),
                      "code");
    }
    if (trimmed(why).empty())
        found.add("attendance.correction_reason_missing", "Say why the mark is corrected. The first mark stays visible.", "correction");
    return found;
}

}  // namespace waymark::attendance
