// Day one.
#include "placements/actions/start_placement.hpp"

#include <fmt/format.h>

#include "foundation/enum_text.hpp"
#include "people/store/calendars.hpp"
#include "placements/actions/follow_up.hpp"
#include "placements/rules/school_days.hpp"
#include "placements/store/shortlist.hpp"
#include "placements/store/timetable.hpp"
#include "tasks/store/tasks.hpp"
#include "vocabulary/law.hpp"

namespace waymark::placements {
namespace {

Problems problems_with_people(const Placement& placement, bool has_social_worker)
{
    Problems found;
    for (const Responsible whom : unnamed_people(placement.people, placement.roll_school.has_value(), has_social_worker)) {
        const std::string field{enum_text(whom)};
        found.add("placement." + field + "_missing", std::string{naming_words(whom)}, field);
    }
    return found;
}

Problems problems_with_confirmations(Transaction& tx, const Placement& placement, Date first_day)
{
    Problems found;
    for (const auto& missing : missing_confirmations_of(tx, placement.id, first_day))
        found.add("placement.confirmation_missing", fmt::format("{}: {}.", words_of(missing.kind).title, missing.why), "confirmations");
    return found;
}

Result<void> check_notice(const Placement& placement, Date first_day, const std::string& override_reason, const SchoolCalendar& school)
{
    if (placement.legal_basis != LegalBasis::s29A_offsite_direction) return {};
    const Date latest = TRY(latest_notice(first_day, law_on(first_day).direction_notice_school_days, school));
    if (notice_in_time(placement.notice_given_on, latest) || !override_reason.empty()) return {};
    return refused("placement.notice_late",
                   fmt::format("The parent must be told in writing by {}. Enter when they were told, or why the placement starts all the same.",
                               weekday_date(latest)),
                   "notice_given_on");
}

}  // namespace

Result<void> start_placement(Context& context, const StartPlacement& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        auto placement = TRY(find_to_manage(tx, command.placement, command.seen_version));
        if (placement.state != PlacementState::planned)
            return refused("placement.not_planned", placement.state == PlacementState::active ? "This placement has started already." : "This placement has ended.");
        const Date planned_from = placement.from;
        const Date first_day = command.first_day.value_or(placement.from);
        if (first_day > placement.expected_end)
            return refused("placement.starts_after_end", fmt::format("The first day must be on or before {}, the agreed end.", long_date(placement.expected_end)), "first_day");
        if (command.people) placement.people = *command.people;
        if (!command.part_time_reason.empty()) placement.part_time_reason = command.part_time_reason;
        if (command.notice_given_on) placement.notice_given_on = command.notice_given_on;
        if (!command.notice_override_reason.empty()) {
            placement.override_reason = command.notice_override_reason;
            placement.override_by = context.who.name;
        }
        const auto child = TRY(child_facts(tx, placement.pupil));
        const auto school = people::calendar_of(tx, placement.roll_school).calendar;
        Problems problems = problems_with_confirmations(tx, placement, first_day);
        problems.append(problems_with_people(placement, child.has_social_worker));
        if (const auto notice = check_notice(placement, first_day, command.notice_override_reason, school); !notice) problems.append(notice.error());
        TRY(problems.as_result());

        std::vector<TimetabledSession> timetable;
        for (const auto& slot : slots_of_placement(tx, placement.id)) {
            auto days = slot.in_force;
            if (days.from == planned_from && first_day < planned_from) days.from = first_day;
            timetable.push_back({slot.when, slot.minutes, slot.site ? slot.site->text() : std::string{}, days});
        }
        const auto sessions = TRY(expected_sessions(timetable, {first_day, placement.expected_end}, school));
        if (sessions.empty())
            return refused("placement.no_session_in_time", "No session of the timetable falls on a school day before the end. Change the timetable or the dates.", "first_day");
        TRY(session_taken(tx, placement, sessions).as_result());
        TRY(set_started(tx, placement, first_day));
        insert_expected(tx, placement, sessions);
        tasks::close_tasks_about(tx, placement.id.value);
        open_end_task(tx, placement, placement.expected_end);
        return tx.record({.verb = "started", .entity = "placement", .about = placement.id.value, .pupil = placement.pupil.value,
                          .before = R"({"state":"planned"})", .after = fmt::format(R"({{"state":"active","started_on":"{}"}})", iso(first_day)),
                          .reason = command.notice_override_reason});
    });
}

}  // namespace waymark::placements
