// A mark was wrong, or the school has settled the reason: a new revision stands, the old one stays visible.
#include "attendance/actions/correct_mark.hpp"

#include <fmt/format.h>

#include "attendance/actions/tell_of_absence.hpp"
#include "attendance/rules/correction.hpp"
#include "attendance/store/absence.hpp"

namespace waymark::attendance {

Result<void> correct_mark(Context& context, const CorrectMark& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto expected = expected_session_of(tx, command.pupil, command.day, command.session);
        if (!expected) return not_found("attendance.not_expected", "This child has no timetabled session then.");
        const auto stands = standing_mark(tx, command.pupil, command.day, command.session);
        if (!stands) return refused("attendance.nothing_to_correct", "There is no mark yet. Take the register first.");
        if (stands->revision != command.seen_revision)
            return stale("attendance.stale", fmt::format("{} changed this mark while you were looking at it.", stands->recorded_by));

        const std::string suggested{suggested_code(command.mark.arrival, command.session, expected->arrangement, command.mark.reason)};
        const std::string code = command.code.empty() ? suggested : command.code;
        Problems problems = problems_with(command.mark, command.day, tx.today(), true, "arrival");
        problems.append(problems_with_correction(command.mark.arrival, code, command.correction, command.day));
        TRY(problems.as_result());

        insert_mark(tx, {.pupil = command.pupil,
                         .placement = expected->placement,
                         .setting = expected->setting,
                         .day = command.day,
                         .session = command.session,
                         .revision = stands->revision + 1,
                         .arrival = command.mark.arrival,
                         .code = code,
                         .minutes_late = command.mark.minutes_late,
                         .reason = command.mark.arrival == Arrival::not_here ? std::string{enum_text(command.mark.reason)} : "",
                         .correction = command.correction});
        const Absence absence{command.pupil, expected->roll_school, command.day, command.session};
        if (code == "N") TRY(tell_of_absence(tx, absence));
        else TRY(absence_is_explained(tx, absence));
        return tx.record({.verb = "corrected_mark",
                          .entity = "pupil",
                          .about = command.pupil.value,
                          .pupil = command.pupil.value,
                          .before = fmt::format(R"({{"code":"{}"}})", stands->code == "\\" ? "\\\\" : stands->code),
                          .after = fmt::format(R"({{"day":"{}","session":"{}","code":"{}"}})", iso(command.day),
                                               enum_text(command.session), code == "\\" ? "\\\\" : code),
                          .reason = command.correction});
    });
}

}  // namespace waymark::attendance
