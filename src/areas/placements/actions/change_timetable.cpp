// The week changes from a day on.
#include "placements/actions/change_timetable.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "directory/store/programmes.hpp"
#include "directory/store/providers.hpp"
#include "foundation/text.hpp"
#include "people/store/calendars.hpp"
#include "people/store/law_choices.hpp"
#include "placements/actions/checks.hpp"
#include "placements/store/timetable.hpp"

namespace waymark::placements {
namespace {

Problems problems_with_change(const ChangeTimetable& command, const Placement& placement, Date today)
{
    Problems found;
    if (placement.state == PlacementState::ended) found.add("placement.already_ended", "This placement has ended.");
    if (trimmed(command.reason).empty()) found.add("placement.change_reason_missing", "Enter why the timetable changes.", "reason");
    if (placement.state == PlacementState::active && command.from <= today)
        found.add("placement.change_too_early", "The new timetable must begin tomorrow or later: today’s registers may be taken already.", "from");
    if (command.from > placement.expected_end)
        found.add("placement.change_after_end", fmt::format("The new timetable must begin on or before {}, the agreed end.", long_date(placement.expected_end)), "from");
    if (placement.state == PlacementState::planned && command.from < placement.from)
        found.add("placement.change_before_start", fmt::format("The timetable begins on {}.", long_date(placement.from)), "from");
    return found;
}

/// R31: no child goes to a site that nobody has confirmed.
Problems problems_with_site(Transaction& tx, const Placement& placement, const std::optional<SiteId>& site, Date from)
{
    Problems found;
    if (!site || placement.state != PlacementState::active) return found;
    std::vector<GivenConfirmation> given;
    for (const auto& one : confirmations_of(tx, placement.id))
        given.push_back({one.kind, one.given_on, one.site.transform([](SiteId where) { return where.text(); })});
    const std::vector<std::string> sites{site->text()};
    for (const auto& missing : missing_confirmations(given, sites, from, people::law_for(tx, from).confirmation_months))
        if (words_of(missing.kind).for_each_site)
            found.add("placement.confirmation_missing", fmt::format("{}: not confirmed for this site.", words_of(missing.kind).title), "site");
    return found;
}

}  // namespace

Result<void> change_timetable(Context& context, const ChangeTimetable& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        auto placement = TRY(find_to_manage(tx, command.placement, command.seen_version));
        TRY(problems_with_change(command, placement, tx.today()).as_result());
        const auto child = TRY(child_facts(tx, placement.pupil));
        const auto programme = directory::find_programme(tx, placement.programme);
        expects(programme.has_value());
        const auto provider = TRY(directory::provider_or_problem(tx, placement.provider));
        const auto before = timetable_on(tx, placement.id, command.from);
        const int minutes = command.minutes.value_or(before.empty() ? programme->session_minutes : before.front().minutes);
        const auto site = command.site ? command.site : before.empty() ? programme->site : before.front().site;

        Problems problems = problems_with_timetable(tx, {.child = child,
                                                         .programme = *programme,
                                                         .provider = provider,
                                                         .sessions = command.sessions,
                                                         .minutes = minutes,
                                                         .days = {command.from, placement.expected_end},
                                                         .price = placement.price,
                                                         .price_unit = placement.price_unit,
                                                         .roll = placement.registration,
                                                         .legal_basis = placement.legal_basis,
                                                         .placement = placement.id,
                                                         .override_reason = command.override_reason});
        problems.append(problems_with_site(tx, placement, site, command.from));
        TRY(problems.as_result());

        const Date last_old_day = command.from - Days{1};
        if (placement.state == PlacementState::active) TRY(delete_expected_after(tx, placement.id, last_old_day));
        end_timetable(tx, placement.id, last_old_day);
        std::vector<TimetabledSession> timetable;
        for (const auto& when : command.sessions) {
            insert_slot(tx, placement, {.when = when, .minutes = minutes, .site = site, .in_force = {command.from, std::nullopt}});
            timetable.push_back({when, minutes, site ? site->text() : std::string{}, {command.from, std::nullopt}});
        }
        if (placement.state == PlacementState::active) {
            const auto school = people::calendar_of(tx, placement.roll_school).calendar;
            const auto sessions = TRY(expected_sessions(timetable, {command.from, placement.expected_end}, school));
            TRY(session_taken(tx, placement, sessions).as_result());
            insert_expected(tx, placement, sessions);
        }
        if (!command.override_reason.empty()) {
            placement.override_reason = command.override_reason;
            placement.override_by = context.who.name;
        }
        TRY(set_changed(tx, placement));
        return tx.record({.verb = "timetable_changed", .entity = "placement", .about = placement.id.value, .pupil = placement.pupil.value,
                          .before = fmt::format(R"({{"sessions":{}}})", before.size()),
                          .after = fmt::format(R"({{"sessions":{},"from":"{}"}})", command.sessions.size(), iso(command.from)),
                          .reason = command.reason});
    });
}

}  // namespace waymark::placements
