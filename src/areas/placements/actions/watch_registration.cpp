// R28 over the days to come, for all commissioners of a provider.
#include "placements/actions/watch_registration.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "directory/store/providers.hpp"
#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "people/store/law_choices.hpp"
#include "placements/store/placements.hpp"
#include "tasks/store/tasks.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::placements {
namespace {

constexpr std::string_view breach_task = "registration_breach";
/// Somebody looks at least a term ahead: places for the autumn are planned in the summer.
constexpr Days a_term{91};
/// A provider says what is so, or soon will be.
constexpr Days told_at_most_ahead{366};
constexpr int most_children = 500;

WatchedProvider watch(Transaction& tx, const directory::Provider& provider)
{
    const Date today = tx.today(), last = last_day_watched(today);
    WatchedProvider watched{.provider = provider, .known = known_children(tx, provider.id, today, last), .days = {},
                            .reports = registration_reports_of(tx, provider.id)};
    watched.days = registration_days(watched.known.view(), today, last, people::law_for(tx, today));
    return watched;
}

bool is_watched(const directory::Provider& provider, Date today)
{
    return !directory::is_registered(provider.registration) && (!provider.closed_on || *provider.closed_on > today);
}

void keep_breach_task(Transaction& tx, const WatchedProvider& watched)
{
    const auto& provider = watched.provider;
    const auto from = watched.days.breach_from;
    bool stands = false;
    for (const auto& task : tasks::open_tasks_about(tx, provider.id.value)) {
        if (task.kind != breach_task) continue;
        // One that is overdue stays as old as it is: the line was crossed then.
        if (from && (task.due_on == *from || (task.due_on < tx.today() && *from == tx.today()))) stands = true;
    }
    if (stands) return;
    tasks::close_tasks_about(tx, provider.id.value, breach_task, tasks::State::no_longer_needed);
    const auto team = tasks::team_of_role(tx, Role::commissioner);
    if (!from || !team) return;
    tasks::open_task(tx, {.kind = std::string{breach_task},
                          .title = "Act before " + provider.name + " must register as a school",
                          .why = watched.days.words,
                          .severity = *from <= tx.today() ? Severity::breach : Severity::warn,
                          .due_on = *from,
                          .about_entity = "provider",
                          .about = provider.id.value,
                          .href = "/providers/" + provider.id.text() + "/registration",
                          .organisation = *team,
                          .role = Role::commissioner});
}

Problems problems_with(const DeclaredFrom& declared, Date today)
{
    Problems found;
    const auto& [full_time, vulnerable] = declared.children;
    if (full_time < 0 || full_time > most_children)
        found.add("registration.numbers", fmt::format("Enter how many children as a number from 0 to {}.", most_children), "full_time");
    if (vulnerable < 0 || vulnerable > full_time)
        found.add("registration.numbers", "Enter how many of these children have a plan or are looked after: no more than there are children.", "full_time_vulnerable");
    if (declared.from > today + told_at_most_ahead)
        found.add("registration.too_far_ahead", "Enter a day within the next twelve months.", "from");
    if (trimmed(declared.told_by).empty()) found.add("registration.told_by_missing", "Enter who at the provider said so.", "told_by");
    return found;
}

}  // namespace

Date last_day_watched(Date today) { return SchoolYear::of(today + a_term).last_day(); }

Result<WatchedProvider> watched_provider(Transaction& tx, OrganisationId id)
{
    const Who& who = tx.context().who;
    if (is_at_provider(who) && who.organisation != id) return not_found("directory.no_such_provider", "There is no such provider.");
    const auto provider = TRY(directory::provider_or_problem(tx, id));
    if (directory::is_registered(provider.registration))
        return not_found("registration.is_school", provider.name + " is registered: how many children it may teach stands in the national register.");
    return watch(tx, provider);
}

std::vector<WatchedProvider> watched_providers(Transaction& tx)
{
    std::vector<WatchedProvider> all;
    const Who& who = tx.context().who;
    for (const auto& provider : directory::providers(tx))
        if (is_watched(provider, tx.today()) && (!is_at_provider(who) || who.organisation == provider.id)) all.push_back(watch(tx, provider));
    std::ranges::stable_sort(all, {}, [](const WatchedProvider& one) {
        return std::tuple{one.days.breach_from.value_or(Date::max()), one.days.warn_from.value_or(Date::max()), one.provider.name};
    });
    return all;
}

LookedAhead look_ahead_at_registration(Transaction& tx)
{
    LookedAhead found;
    for (const auto& provider : directory::providers(tx)) {
        if (!is_watched(provider, tx.today())) {
            tasks::close_tasks_about(tx, provider.id.value, breach_task, tasks::State::no_longer_needed);
            continue;
        }
        const auto watched = watch(tx, provider);
        keep_breach_task(tx, watched);
        ++found.providers;
        if (watched.days.breach_from) ++found.over_or_coming;
        else if (watched.days.warn_from) ++found.near;
    }
    return found;
}

Result<void> declare_children(Context& context, const DeclareChildren& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(watched_provider(tx, command.provider));
        TRY(problems_with(command.declared, tx.today()).as_result());
        insert_declared_children(tx, command.provider, command.declared);
        TRY(tx.record({.verb = "children_declared", .entity = "provider", .about = command.provider.value, .pupil = {},
                       .after = json_text(Json{{"from_day", iso(command.declared.from)},
                                               {"full_time", command.declared.children.full_time},
                                               {"full_time_vulnerable", command.declared.children.full_time_vulnerable},
                                               {"told_by", command.declared.told_by}})}));
        keep_breach_task(tx, TRY(watched_provider(tx, command.provider)));
        return {};
    });
}

Result<void> report_registration(Context& context, OrganisationId provider, const RegistrationReport& report)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(watched_provider(tx, provider));
        Problems found;
        if (report.on > tx.today()) found.add("registration.reported_in_future", "Enter the day on which it was reported. It must not be in the future.", "on");
        if (trimmed(report.words).empty()) found.add("registration.words_missing", "Enter what was reported, and by whom.", "words");
        TRY(found.as_result());
        insert_registration_report(tx, provider, report);
        return tx.record({.verb = "reported_as_school", .entity = "provider", .about = provider.value, .pupil = {},
                          .after = json_text(Json{{"reported_on", iso(report.on)}}), .reason = report.words});
    });
}

}  // namespace waymark::placements
