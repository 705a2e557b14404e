// Sites are the provider's own to change: where it works is news that must not wait.
#include "directory/actions/keep_site.hpp"

#include <algorithm>

#include "directory/store/programmes.hpp"
#include "directory/store/providers.hpp"
#include "directory/store/register.hpp"
#include "foundation/text.hpp"
#include "vocabulary/postcode.hpp"

namespace waymark::directory {
namespace {

Result<void> apply(Transaction& tx, Site& site, const SiteDetails& details)
{
    Problems found;
    site.name = trimmed(details.name);
    site.address = trimmed(details.address);
    site.access_notes = trimmed(details.access_notes);
    if (site.name.empty()) found.add("directory.site_without_name", "Enter a name for the site, for example “Main site”.", "name");
    if (site.address.empty()) found.add("directory.site_without_address", "Enter the address of the site.", "address");
    if (trimmed(details.postcode).empty()) {
        found.add("postcode.invalid", "Enter the postcode of the site.", "postcode");
    } else if (const auto postcode = Postcode::parse(details.postcode); !postcode) {
        found.add("postcode.invalid", postcode.error().front().message, "postcode");
    } else if (site.postcode != postcode->text() || !site.point.known()) {
        site.postcode = postcode->text();
        const auto point = point_of_postcode(tx, site.postcode);
        site.point = point ? *point : Point{};
    }
    return found.as_result();
}

Result<Site> site_of(Transaction& tx, OrganisationId provider, SiteId id)
{
    for (auto& site : sites(tx, provider))
        if (site.id == id) return site;
    return not_found("directory.no_such_site", "There is no such site.");
}

}  // namespace

Result<SiteId> add_site(Context& context, OrganisationId provider, const SiteDetails& details)
{
    return context.in_transaction([&](Transaction& tx) -> Result<SiteId> {
        TRY(check_may_edit(context, provider));
        TRY(provider_or_problem(tx, provider));
        Site site{.id = tx.new_id<SiteId>(), .provider = provider};
        TRY(apply(tx, site, details));
        insert_site(tx, site);
        TRY(record_change(tx, provider, "site_added", site.name, changes_between({}, fields_of(site))));
        return site.id;
    });
}

Result<void> save_site(Context& context, OrganisationId provider, SiteId id, int seen_version, const SiteDetails& details)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(check_may_edit(context, provider));
        const Site was = TRY(site_of(tx, provider, id));
        Site becomes = was;
        becomes.version = seen_version;
        TRY(apply(tx, becomes, details));
        TRY(update_site(tx, becomes));
        const auto changes = changes_between(fields_of(was), fields_of(becomes));
        return changes.empty() ? Result<void>{} : record_change(tx, provider, "site_changed", becomes.name, changes);
    });
}

Result<void> close_site(Context& context, OrganisationId provider, SiteId id, int seen_version, Date closed_on)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(check_may_edit(context, provider));
        Site site = TRY(site_of(tx, provider, id));
        const Site was = site;
        for (const auto& programme : programmes(tx, provider))
            if (programme.site == id && (!programme.to || *programme.to >= closed_on))
                return refused("directory.site_in_use",
                               "“" + programme.name + "” still runs at this site. Move it or close it first.", "closed_on");
        site.closed_on = closed_on;
        site.version = seen_version;
        TRY(update_site(tx, site));
        return record_change(tx, provider, "site_closed", site.name, changes_between(fields_of(was), fields_of(site)));
    });
}

}  // namespace waymark::directory
