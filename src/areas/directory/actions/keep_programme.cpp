// Programmes are saved whole and compared field by field.
#include "directory/actions/keep_programme.hpp"

#include <algorithm>

#include "directory/store/programmes.hpp"
#include "directory/store/providers.hpp"

namespace waymark::directory {

Result<Saved> add_programme(Context& context, const Programme& given)
{
    return context.in_transaction([&](Transaction& tx) -> Result<Saved> {
        TRY(check_may_edit(context, given.provider));
        const Provider provider = TRY(provider_or_problem(tx, given.provider));
        Programme programme = given;
        programme.id = tx.new_id<ProgrammeId>();
        TRY(check_programme(tx, programme, provider.registration));

        const auto changes = changes_between({}, fields_of(programme));
        if (is_of_provider(context)) {
            TRY(propose(tx, provider, programme.id, true, programme.name, changes));
            return Saved{.stands = false, .waiting = changes};
        }
        insert_programme(tx, programme);
        TRY(record_change(tx, provider.id, "programme_added", programme.name, changes));
        return Saved{.stands = true, .waiting = {}};
    });
}

Result<Saved> save_programme(Context& context, const Programme& given)
{
    return context.in_transaction([&](Transaction& tx) -> Result<Saved> {
        TRY(check_may_edit(context, given.provider));
        const Provider provider = TRY(provider_or_problem(tx, given.provider));
        const Programme was = TRY(programme_of(tx, given.provider, given.id));
        TRY(check_programme(tx, given, provider.registration));

        // A programme's name is the provider's to change; only the provider's own name is checked.
        auto changes = changes_between(fields_of(was), fields_of(given));
        Programme becomes = given;
        Saved saved;
        if (is_of_provider(context)) {
            const auto waits = [](const FieldChange& change) { return change.field != "name" && waits_for_check(change); };
            std::ranges::copy_if(changes, std::back_inserter(saved.waiting), waits);
            std::erase_if(changes, waits);
            becomes = with_fields(was, becomes_of(changes));
            becomes.version = given.version;
        }
        TRY(update_programme(tx, becomes));
        saved.stands = !changes.empty();
        if (saved.stands) TRY(record_change(tx, provider.id, "programme_changed", was.name, changes));
        if (!saved.waiting.empty()) TRY(propose(tx, provider, was.id, false, was.name, saved.waiting));
        return saved;
    });
}

Result<void> close_programme(Context& context, OrganisationId provider, ProgrammeId id, int seen_version, Date last_day)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(check_may_edit(context, provider));
        Programme programme = TRY(programme_of(tx, provider, id));
        const auto was = fields_of(programme);
        if (last_day < programme.from)
            return refused("directory.ends_before_start", "The last day must be the same as or after the first day.", "last_day");
        programme.to = last_day;
        programme.version = seen_version;
        TRY(update_programme(tx, programme));
        return record_change(tx, provider, "programme_closed", programme.name, changes_between(was, fields_of(programme)));
    });
}

Result<Programme> programme_of(Transaction& tx, OrganisationId provider, ProgrammeId id)
{
    auto found = find_programme(tx, id);
    if (!found || found->provider != provider) return not_found("directory.no_such_programme", "There is no such programme.");
    return *std::move(found);
}

Result<void> check_programme(Transaction& tx, const Programme& programme, Registration registration)
{
    const auto categories = offer_categories(tx, tx.today());
    const auto category = std::ranges::find(categories, programme.category, &OfferCategory::id);
    return problems_with(programme, category == categories.end() ? nullptr : &*category, registration,
                         open_sites(tx, programme.provider, tx.today()))
        .as_result();
}

}  // namespace waymark::directory
