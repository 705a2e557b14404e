// Somebody at a setting says who is there.
#include "attendance/actions/save_register.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "attendance/actions/tell_of_absence.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"

namespace waymark::attendance {
namespace {

std::string field_of(const MarkOfChild& typed) { return "mark-" + typed.reference; }

bool is_same(const StandingMark& stands, const ProposedMark& typed)
{
    return stands.arrival == typed.arrival && (typed.arrival != Arrival::late || stands.minutes_late == typed.minutes_late);
}

}  // namespace

Result<RegisterSaved> save_register(Context& context, const SaveRegister& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<RegisterSaved> {
        const auto rows = register_rows(tx, command.setting, command.day, command.session);

        Problems problems;
        std::vector<std::pair<const RegisterRow*, const MarkOfChild*>> to_write;
        RegisterSaved answer;
        for (const MarkOfChild& typed : command.marks) {
            const auto row = std::ranges::find(rows, typed.reference, &RegisterRow::reference);
            const bool expected = row != rows.end();
            problems.append(problems_with(typed.mark, command.day, tx.today(), expected, field_of(typed)));
            if (!expected) continue;
            if (!row->mark) {
                to_write.emplace_back(&*row, &typed);
            } else if (is_same(*row->mark, typed.mark)) {
                ++answer.already_there;
            } else {
                problems.add("attendance.already_marked",
                             fmt::format("{} marked {} {} at {}; you chose {}. To change it, correct that mark.",
                                         row->mark->recorded_by.empty() ? "Somebody" : row->mark->recorded_by, row->known_as,
                                         lower_ascii(arrival_words(row->mark->arrival)), uk_clock_time(row->mark->recorded_at),
                                         lower_ascii(arrival_words(typed.mark.arrival))),
                             field_of(typed));
            }
        }
        TRY(problems.as_result());

        for (const auto& [row, typed] : to_write) {
            const auto code = suggested_code(typed->mark.arrival, command.session, row->arrangement, typed->mark.reason);
            insert_mark(tx, {.pupil = row->pupil,
                             .placement = row->placement,
                             .setting = command.setting,
                             .day = command.day,
                             .session = command.session,
                             .arrival = typed->mark.arrival,
                             .code = std::string{code},
                             .minutes_late = typed->mark.minutes_late,
                             .reason = typed->mark.arrival == Arrival::not_here ? std::string{enum_text(typed->mark.reason)} : ""});
            if (code == "N") TRY(tell_of_absence(tx, {row->pupil, row->roll_school, command.day, command.session}));
        }
        answer.saved = static_cast<int>(to_write.size());
        answer.left = static_cast<int>(std::ranges::count_if(rows, [](const RegisterRow& row) { return !row.mark; })) - answer.saved;
        if (answer.saved > 0)
            TRY(tx.record({.verb = "took_register",
                           .entity = "organisation",
                           .about = command.setting.value,
                           .after = fmt::format(R"({{"day":"{}","session":"{}","marks":{}}})", iso(command.day),
                                                enum_text(command.session), answer.saved)}));
        return answer;
    });
}

}  // namespace waymark::attendance
