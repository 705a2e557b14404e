// The provider's record: its name and numbers, and what it says about itself.
#include "directory/actions/keep_provider.hpp"

#include "directory/store/providers.hpp"
#include "directory/store/register.hpp"
#include "foundation/text.hpp"
#include "people/store/organisation_details.hpp"
#include "people/store/organisations.hpp"
#include "vocabulary/postcode.hpp"

namespace waymark::directory {
namespace {

/// What the register says the URN is; without one, not a registered school.
Result<Registration> registration_of(Transaction& tx, const std::string& urn, bool is_hospital_school)
{
    if (urn.empty()) return Registration::unregistered;
    const auto entry = register_entry(tx, urn);
    if (!entry)
        return refused("directory.urn_unknown",
                       "URN " + urn + " is not in the copy of the national register held here. Check the number, or import the register again.",
                       "urn");
    const auto kind = registration_on_register(entry->type_code);
    if (!kind)
        return refused("directory.urn_not_a_provider",
                       "URN " + urn + " is " + entry->name + " (" + entry->type_name + "), which is not a kind of alternative provision.", "urn");
    return is_hospital_school && *kind == Registration::special_school ? Registration::hospital_school : *kind;
}

Result<void> check_details(Transaction& tx, Provider& provider)
{
    Problems found;
    if (trimmed(provider.name).empty()) found.add("directory.provider_without_name", "Enter the name of the provider.", "name");
    if (!provider.postcode.empty()) {
        if (const auto postcode = Postcode::parse(provider.postcode)) provider.postcode = postcode->text();
        else found.add("postcode.invalid", postcode.error().front().message, "postcode");
    }
    if (!provider.urn.empty()) {
        const auto holder = people::organisation_with_urn(tx, provider.urn);
        if (holder && *holder != provider.id)
            found.add("directory.urn_taken", "Another organisation here already has URN " + provider.urn + ".", "urn");
    }
    const auto registration = registration_of(tx, provider.urn, provider.registration == Registration::hospital_school);
    if (registration) provider.registration = *registration;
    else found.append(registration.error());
    return found.as_result();
}

}  // namespace

Result<OrganisationId> add_provider(Context& context, const AddProvider& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<OrganisationId> {
        const auto id = tx.new_id<OrganisationId>();
        TRY(check_may_edit(context, id));
        Provider provider{.id = id,
                          .name = std::string{trimmed(command.name)},
                          .registration = command.is_hospital_school ? Registration::hospital_school : Registration::unregistered,
                          .urn = std::string{trimmed(command.urn)},
                          .postcode = command.postcode,
                          .telephone = command.telephone,
                          .email = command.email};
        TRY(check_details(tx, provider));
        people::insert_organisation(tx, {.id = id,
                                         .kind = people::OrganisationKind::provider,
                                         .name = provider.name,
                                         .urn = provider.urn.empty() ? std::nullopt : std::optional{provider.urn},
                                         .postcode = provider.postcode,
                                         .telephone = provider.telephone,
                                         .email = provider.email,
                                         .in_authority = command.in_authority});
        insert_provider(tx, provider);
        TRY(record_change(tx, id, "added", {}, changes_between({}, fields_of(provider))));
        return id;
    });
}

Result<Saved> save_profile(Context& context, OrganisationId id, int seen_version, const Fields& fields)
{
    return context.in_transaction([&](Transaction& tx) -> Result<Saved> {
        TRY(check_may_edit(context, id));
        const Provider was = TRY(provider_or_problem(tx, id));
        Provider becomes = with_fields(was, fields);
        becomes.version = seen_version;
        TRY(check_details(tx, becomes));

        auto changes = changes_between(fields_of(was), fields_of(becomes));
        Saved saved;
        if (is_of_provider(context)) {
            auto two = parted(changes);
            saved.waiting = std::move(two.waiting);
            becomes = with_fields(was, two.at_once);
            becomes.version = seen_version;
            std::erase_if(changes, waits_for_check);
        }
        // Also when nothing stands at once: a stale form is refused before anything is proposed from it.
        TRY(write_provider(tx, becomes));
        saved.stands = !changes.empty();
        if (saved.stands) TRY(record_change(tx, id, "profile_changed", {}, changes));
        if (!saved.waiting.empty()) TRY(propose(tx, was, std::nullopt, false, {}, saved.waiting));
        return saved;
    });
}

Result<void> publish(Context& context, OrganisationId id, int seen_version, bool published)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        if (is_of_provider(context)) return forbidden("directory.authority_only", "Only the authority can do this.");
        Provider provider = TRY(provider_or_problem(tx, id));
        if (provider.published == published) return {};
        provider.published = published;
        provider.version = seen_version;
        TRY(update_provider(tx, provider));
        return record_change(tx, id, published ? "published" : "unpublished", {}, {});
    });
}

Result<void> write_provider(Transaction& tx, Provider provider)
{
    TRY(check_details(tx, provider));
    TRY(update_provider(tx, provider));
    expects(people::change_organisation(tx, provider.id, {provider.name, provider.urn, provider.street, provider.town, provider.postcode,
                                                          provider.telephone, provider.email}));
    return {};
}

}  // namespace waymark::directory
