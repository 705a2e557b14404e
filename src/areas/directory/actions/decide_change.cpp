// Only the fields that waited are set: whatever else changed meanwhile stays.
#include "directory/actions/decide_change.hpp"

#include "directory/actions/keep_programme.hpp"
#include "directory/actions/keep_provider.hpp"
#include "directory/store/changes.hpp"
#include "directory/store/programmes.hpp"
#include "directory/store/providers.hpp"
#include "foundation/text.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::directory {
namespace {

Result<ProfileChange> change_of(Transaction& tx, OrganisationId provider, ProfileChangeId id)
{
    if (is_of_provider(tx.context())) return forbidden("directory.authority_only", "Only the authority can do this.");
    ProfileChange change = TRY(change_or_problem(tx, id));
    if (change.provider != provider) return not_found("directory.no_such_change", "There is no such change.");
    return change;
}

Result<void> apply(Transaction& tx, const ProfileChange& change)
{
    const Provider provider = TRY(provider_or_problem(tx, change.provider));
    switch (change.section) {
        case ChangeSection::provider: return write_provider(tx, with_fields(provider, change.becomes));
        case ChangeSection::programme: {
            const Programme becomes = with_fields(TRY(programme_of(tx, change.provider, change.programme.value())), change.becomes);
            TRY(check_programme(tx, becomes, provider.registration));
            return update_programme(tx, becomes);
        }
        case ChangeSection::new_programme: {
            const Programme added = with_fields({.id = change.programme.value(), .provider = change.provider}, change.becomes);
            TRY(check_programme(tx, added, provider.registration));
            insert_programme(tx, added);
            return {};
        }
    }
    return {};
}

std::string name_of(Transaction& tx, const ProfileChange& change)
{
    if (change.section == ChangeSection::new_programme) return with_fields(Programme{}, change.becomes).name;
    const auto programme = change.programme ? find_programme(tx, *change.programme) : std::nullopt;
    return programme ? programme->name : std::string{};
}

/// A change that was asked about waits for the provider: somebody there finds it among their work.
void tell_provider(Transaction& tx, const ProfileChange& change, const std::string& question)
{
    tasks::open_task(tx, {.kind = "profile_change_asked",
                          .title = "Answer a question about your profile",
                          .why = question,
                          .due_on = tx.today() + Days{5},
                          .about_entity = "profile_change",
                          .about = change.id.value,
                          .href = "/providers/" + change.provider.text() + "/edit",
                          .organisation = change.provider,
                          .role = Role::provider_manager});
}

}  // namespace

Result<void> accept_change(Context& context, OrganisationId provider, ProfileChangeId id, int seen_version)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const ProfileChange change = TRY(change_of(tx, provider, id));
        TRY(decide_change(tx, id, ChangeState::accepted, {}, seen_version));
        TRY(apply(tx, change));
        tasks::close_tasks_about(tx, id.value);
        return record_change(tx, provider, "change_accepted", name_of(tx, change), changes_between(change.was, change.becomes));
    });
}

Result<void> ask_about_change(Context& context, OrganisationId provider, ProfileChangeId id, int seen_version, const std::string& question)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const ProfileChange change = TRY(change_of(tx, provider, id));
        const std::string asked{trimmed(question)};
        if (asked.empty()) return refused("directory.question_missing", "Enter what the provider should answer or change.", "question");
        TRY(decide_change(tx, id, ChangeState::asked, asked, seen_version));
        tasks::close_tasks_about(tx, id.value);
        tell_provider(tx, change, asked);
        return record_change(tx, provider, "change_asked", name_of(tx, change), {}, asked);
    });
}

}  // namespace waymark::directory
