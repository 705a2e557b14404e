// One place for the checks that planning and changing share.
#include "placements/actions/checks.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "people/rules/roles.hpp"
#include "people/store/law_choices.hpp"
#include "placements/rules/cost.hpp"
#include "placements/rules/registration_days.hpp"
#include "placements/store/registration.hpp"
#include "placements/store/timetable.hpp"
#include "quality/store/assurance.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::placements {
namespace {

void check_clashes(Transaction& tx, const TimetableToCheck& check, Problems& found)
{
    std::vector<Slot> planned, existing;
    for (const auto& when : check.sessions) planned.push_back({.when = when, .minutes = check.minutes, .in_force = check.days, .setting = check.provider.name});
    for (const auto& one : slots_of_pupil(tx, check.child.id, check.days.from))
        if (one.placement != check.placement) existing.push_back(one.slot);
    found.append(clashes(planned, existing));
}

void check_places(Transaction& tx, const TimetableToCheck& check, Problems& found)
{
    auto taken = taken_sessions_of(tx, check.programme.id, check.days.from, check.days.to.value_or(check.days.from));
    if (!check.placement.value.is_nil())
        for (const auto& slot : timetable_on(tx, check.placement, check.days.from))
            if (taken.at(slot.when) > 0) --taken.at(slot.when);
    const auto free = directory::free_places(check.programme.places, taken);
    for (const auto& when : check.sessions) {
        if (free.at(when) > 0) continue;
        found.add("placement.no_free_place",
                  check.programme.places.at(when) == 0
                      ? fmt::format("{} does not run on {}.", check.programme.name, weekday_session_name(when))
                      : fmt::format("{} is full: every place at {} is taken for some of that time. Choose another session or provider.",
                                    weekday_session_name(when), check.programme.name),
                  "sessions");
    }
}

/// How far ahead the sum is made: to the end of the timetable, and where that is open to the end of its school year.
Date last_day_to_judge(const DateRange& days) { return days.to.value_or(SchoolYear::of(days.from).last_day()); }

void check_full_time(const TimetableToCheck& check, const ChildAtProvider& child, int planned, const Law& law, Problems& found)
{
    DayChanges changes{check.days.from, last_day_to_judge(check.days)};
    changes.add(child.here);
    int most = 0;
    for (const auto& [from, to] : changes.stretches()) most = std::max(most, planned + minutes_on(from, child.here));
    if (most > law.registration_full_time_above_minutes || check.programme.attendance == directory::Attendance::full_time)
        found.add("placement.unregistered_full_time",
                  fmt::format("{} is not registered as a school, so it may not teach full time. {} a week here is over the limit of {}.",
                              check.provider.name, hours_text(most), hours_text(law.registration_full_time_above_minutes)),
                  "sessions");
}

void check_registration(Transaction& tx, const TimetableToCheck& check, Problems& found)
{
    if (directory::is_registered(check.provider.registration)) return;
    const Law law = people::law_for(tx, check.days.from);
    const Date last = last_day_to_judge(check.days);
    auto known = known_children(tx, check.provider.id, check.days.from, last, check.child.id, check.placement);
    auto& child = *std::ranges::find(known.children, check.child.id.text(), &ChildAtProvider::child);
    child.born = check.child.born;
    child.attends_a_school = attends_a_school(check.roll, check.legal_basis);
    const int planned = check.minutes * static_cast<int>(check.sessions.size());
    check_full_time(check, child, planned, law, found);

    const ChildAtProvider proposed{.child = child.child, .born = child.born, .here = {{planned, check.days}}};
    const auto effect = effect_of_placing(known.view(), {&proposed, 1}, check.days.from, last, law);
    if (effect.effect != PlacingEffect::block) return;
    if (may_override_threshold(tx.context().who) && !check.override_reason.empty()) return;
    const auto sum = std::ranges::find_if(effect.after.stretches, [&](const RegistrationStretch& stretch) { return *effect.from <= stretch.to; });
    found.add("placement.registration_threshold",
              fmt::format("With this child {} may meet the definition of an unregistered school from {}. {} To go on, somebody who may sign off "
                          "placements enters the reason.",
                          check.provider.name, long_date(*effect.from), sum->words),
              "override_reason");
}

}  // namespace

Problems problems_with_timetable(Transaction& tx, const TimetableToCheck& check)
{
    Problems found;
    if (check.sessions.empty()) found.add("placement.no_sessions", "Choose at least one session.", "sessions");
    if (!check.programme.runs_on(check.days.from))
        found.add("placement.programme_not_running", fmt::format("{} does not run on {}.", check.programme.name, long_date(check.days.from)), "from");
    found.append(problems_with_price(check.sessions, check.price_unit));
    check_clashes(tx, check, found);
    check_places(tx, check, found);
    check_registration(tx, check, found);
    return found;
}

Problems problems_with_provider(Transaction& tx, const directory::Provider& provider)
{
    Problems found;
    const auto assurance = quality::assurance_of(tx, provider.id, tx.today());
    if (!quality::may_take_new_placements(assurance.status))
        found.add("placement.not_assured", fmt::format("{} may take no new children: {}. {}", provider.name,
                                                       lower_ascii(quality::status_words(assurance.status)), join(assurance.reasons, " ")));
    return found;
}

std::optional<RegistrationWarning> registration_warning(Transaction& tx, const directory::Provider& provider, const DateRange& days)
{
    if (directory::is_registered(provider.registration)) return std::nullopt;
    const Date last = last_day_to_judge(days);
    const auto known = known_children(tx, provider.id, days.from, last);
    const auto found = registration_days(known.view(), days.from, last, people::law_for(tx, days.from));
    if (found.breach_from) return RegistrationWarning{ThresholdLevel::breach, *found.breach_from, found.words};
    if (found.warn_from) return RegistrationWarning{ThresholdLevel::warn, *found.warn_from, found.words};
    return std::nullopt;
}

bool may_override_threshold(const Who& who) { return people::may(who.role, Permission::sign_off_placements); }

Date last_day_of_weeks(Date start, int weeks, const SchoolCalendar& school)
{
    const Date end = start + Days{7 * weeks - 1};
    for (Date day = end; day > start; day -= Days{1}) {
        const auto meets = school.is_school_day(day);
        if (!meets) break;
        if (*meets) return day;
    }
    Date day = end;
    while (is_weekend(day)) day -= Days{1};
    return std::max(day, start);
}

}  // namespace waymark::placements
