// Looking codes up among those in force.
#include "vocabulary/attendance_code.hpp"

#include <algorithm>
#include <iterator>

#include "foundation/enum_text.hpp"
#include "foundation/text.hpp"
#include "vocabulary/reference.hpp"

namespace waymark {

Result<AttendanceCode> AttendanceCode::on(Date day, std::string_view code)
{
    const auto typed = trimmed(code);
    bool ever = false;
    for (const auto& one : known()) {
        if (one.code_ != typed) continue;
        if (one.valid_.contains(day)) return one;
        ever = true;
    }
    if (ever)
        return refused("attendance.code_not_in_force",
                       "Code " + std::string{typed} + " was not in use on " + long_date(day) + ". Choose a code of that day.");
    return invalid("attendance.unknown_code", "There is no attendance code \"" + std::string{typed} + "\". Choose one from the list.");
}

std::vector<AttendanceCode> AttendanceCode::all_on(Date day)
{
    std::vector<AttendanceCode> codes;
    std::ranges::copy_if(known(), std::back_inserter(codes), [&](const auto& code) { return code.valid_.contains(day); });
    return codes;
}

const std::vector<AttendanceCode>& AttendanceCode::known()
{
    static const std::vector<AttendanceCode> all = [] {
        std::vector<AttendanceCode> codes;
        for (const auto& row : reference_rows("attendance_codes")) {
            const auto counts_as = enum_from_text<CountsAs>(row.text("counts_as"));
            expects(counts_as.has_value());
            AttendanceCode code;
            code.code_ = row.text("code");
            code.meaning_ = row.text("meaning");
            code.who_ = row.text("who");
            code.counts_as_ = *counts_as;
            code.needs_note_ = row.flag("needs_note");
            code.needs_presence_ = row.flag("needs_presence");
            code.valid_ = row.valid();
            codes.push_back(std::move(code));
        }
        return codes;
    }();
    return all;
}

}  // namespace waymark
