// No end moves by itself.
#include "placements/actions/extend_placement.hpp"

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "people/store/calendars.hpp"
#include "people/store/law_choices.hpp"
#include "placements/actions/follow_up.hpp"
#include "placements/rules/extension.hpp"
#include "placements/rules/school_days.hpp"
#include "placements/store/shortlist.hpp"
#include "placements/store/timetable.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::placements {

Result<void> extend_placement(Context& context, const ExtendPlacement& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto placement = TRY(find_to_manage(tx, command.placement, command.seen_version));
        const auto school = people::calendar_of(tx, placement.roll_school).calendar;
        PlacementToExtend standing{.state = placement.state, .expected_end = placement.expected_end, .step_out_end = {}};
        if (placement.category == "step_out")
            standing.step_out_end = TRY(step_out_end(placement.from, people::law_for(tx, placement.from).step_out_school_days, school));
        TRY(problems_with({.new_end = command.new_end,
                           .reason = std::string{trimmed(command.reason)},
                           .review_on = command.review_on,
                           .panel_agreed = panel_decided_after(tx, placement.pupil, placement.from)},
                          standing, tx.today())
                .as_result());

        std::vector<TimetabledSession> timetable;
        for (const auto& slot : slots_of_placement(tx, placement.id))
            timetable.push_back({slot.when, slot.minutes, slot.site ? slot.site->text() : std::string{}, slot.in_force});
        const auto sessions = TRY(expected_sessions(timetable, {placement.expected_end + Days{1}, command.new_end}, school));
        TRY(session_taken(tx, placement, sessions).as_result());
        insert_expected(tx, placement, sessions);
        TRY(set_expected_end(tx, placement, command.new_end));
        insert_extension(tx, placement.id, placement.expected_end, command.new_end, trimmed(command.reason), command.review);
        tasks::close_tasks_about(tx, placement.id.value, "placement_end");
        open_end_task(tx, placement, command.new_end);
        return tx.record({.verb = "extended", .entity = "placement", .about = placement.id.value, .pupil = placement.pupil.value,
                          .before = fmt::format(R"({{"expected_end":"{}"}})", iso(placement.expected_end)),
                          .after = fmt::format(R"({{"expected_end":"{}","review_on":"{}"}})", iso(command.new_end), iso(*command.review_on)),
                          .reason = command.reason});
    });
}

}  // namespace waymark::placements
