// What all edits of a profile share.
#include "directory/actions/editing.hpp"

#include "directory/store/changes.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::directory {
namespace {

constexpr Days days_to_check{5};  // the authority's own habit; nothing in law

Result<void> open_check_task(Transaction& tx, const Provider& provider, ProfileChangeId change)
{
    if (const auto team = tasks::team_of_role(tx, Role::commissioner))
        tasks::open_task(tx, {.kind = "profile_change_to_check",
                              .title = "Check what " + provider.name + " wants to change",
                              .why = "It stands once you have accepted it.",
                              .due_on = tx.today() + days_to_check,
                              .about_entity = "profile_change",
                              .about = change.value,
                              .href = "/providers/" + provider.id.text() + "/approve",
                              .organisation = *team,
                              .role = Role::commissioner});
    return {};
}

}  // namespace

bool is_of_provider(const Context& context)
{
    return context.who.role == Role::provider_manager || context.who.role == Role::provider_tutor;
}

Result<void> check_may_edit(const Context& context, OrganisationId provider)
{
    if (!context.who.role || context.who.role == Role::commissioner) return {};
    if (context.who.role == Role::provider_manager && context.who.organisation == provider) return {};
    return not_found("directory.no_such_provider", "There is no such provider.");
}

Result<void> record_change(Transaction& tx, OrganisationId provider, std::string verb, const std::string& name,
                           const std::vector<FieldChange>& changes, std::string reason)
{
    Fields before = was_of(changes), after = becomes_of(changes);
    if (!name.empty()) after.insert(after.begin(), {"what", name});
    return tx.record({.verb = std::move(verb),
                      .entity = "provider",
                      .about = provider.value,
                      .pupil = {},
                      .before = before.empty() ? std::string{} : json_of(before),
                      .after = after.empty() ? std::string{} : json_of(after),
                      .reason = std::move(reason)});
}

Result<void> propose(Transaction& tx, const Provider& provider, std::optional<ProgrammeId> programme, bool is_new, const std::string& name,
                     const std::vector<FieldChange>& changes)
{
    const ProfileChange change{.id = tx.new_id<ProfileChangeId>(),
                               .provider = provider.id,
                               .provider_name = provider.name,
                               .section = is_new ? ChangeSection::new_programme : programme ? ChangeSection::programme : ChangeSection::provider,
                               .programme = programme,
                               .was = was_of(changes),
                               .becomes = becomes_of(changes)};
    for (const auto& open : open_changes(tx, provider.id))
        if (open.section == change.section && open.programme == programme)
            tasks::close_tasks_about(tx, open.id.value, "profile_change_to_check", tasks::State::no_longer_needed);
    propose_change(tx, change);
    TRY(open_check_task(tx, provider, change.id));
    return record_change(tx, provider.id, "change_proposed", name, changes);
}

}  // namespace waymark::directory
