// Reads and writes providers and sites.
#include "directory/store/providers.hpp"

#include <algorithm>

#include "directory/store/provider_names.hpp"
#include "directory/store/providers.sql.hpp"
#include "people/store/changed_meanwhile.hpp"
#include "platform/database/search_words.hpp"

namespace waymark::directory {
namespace {

/// Empty text is no text in the columns that may be empty.
std::optional<std::string> if_any(const std::string& text) { return text.empty() ? std::nullopt : std::optional{text}; }

Provider provider_from(const Row& row)
{
    return {.id = row.id<OrganisationId>("organisation_id"),
            .name = row.text("name"),
            .registration = row.one_of<Registration>("registration"),
            .urn = row.text_or_empty("urn"),
            .ukprn = row.text_or_empty("ukprn"),
            .company_number = row.text_or_empty("company_number"),
            .street = row.text_or_empty("street"),
            .town = row.text_or_empty("town"),
            .postcode = row.text_or_empty("postcode"),
            .telephone = row.text_or_empty("telephone"),
            .email = row.text_or_empty("email"),
            .website = row.text_or_empty("website"),
            .summary = row.text("summary"),
            .typical_week = row.text("a_typical_week"),
            .how_to_get_a_place = row.text("how_to_get_a_place"),
            .safeguarding_lead = row.text_or_empty("safeguarding_lead"),
            .safeguarding_telephone = row.text_or_empty("safeguarding_telephone"),
            .published = row.boolean("published"),
            .in_authority = row.boolean("in_authority"),
            .closed_on = row.maybe_date("closed_on"),
            .version = row.number("version")};
}

Bindings profile_of(const Provider& provider)
{
    return {{"organisation", provider.id},
            {"registration", provider.registration},
            {"summary", provider.summary},
            {"a_typical_week", provider.typical_week},
            {"how_to_get_a_place", provider.how_to_get_a_place},
            {"website", if_any(provider.website)},
            {"safeguarding_lead", if_any(provider.safeguarding_lead)},
            {"safeguarding_telephone", if_any(provider.safeguarding_telephone)},
            {"published", provider.published}};
}

Site site_from(const Row& row)
{
    const auto metres = [&](std::string_view column) { return row.maybe_number(column); };
    return {.id = row.id<SiteId>("id"),
            .provider = row.id<OrganisationId>("organisation_id"),
            .name = row.text("name"),
            .address = row.text("address"),
            .postcode = row.text_or_empty("postcode"),
            .point = {metres("easting"), metres("northing"), row.maybe_real("latitude"), row.maybe_real("longitude")},
            .access_notes = row.text("access_notes"),
            .closed_on = row.maybe_date("closed_on"),
            .version = row.number("version")};
}

Bindings bindings_of(const Site& site)
{
    return {{"id", site.id},
            {"organisation", site.provider},
            {"name", site.name},
            {"address", site.address},
            {"postcode", if_any(site.postcode)},
            {"easting", site.point.easting},
            {"northing", site.point.northing},
            {"latitude", site.point.latitude},
            {"longitude", site.point.longitude},
            {"access_notes", site.access_notes}};
}

}  // namespace

std::vector<Provider> providers(Transaction& tx)
{
    return tx.all(sql::providers, {{"organisation", std::nullopt}}, provider_from);
}

ProvidersNamed providers_named(Transaction& tx, std::string_view typed, std::size_t rows)
{
    ProvidersNamed found;
    const auto words = words_to_find(tx, typed);
    if (!words) return found;
    tx.each(sql::providers_named, {{"words", words}, {"rows", rows}}, [&](const Row& row) {
        found.count = static_cast<std::size_t>(row.integer("found"));
        found.first.push_back({.id = row.id<OrganisationId>("organisation_id"), .name = row.text("name"), .registration = row.one_of<Registration>("registration")});
    });
    return found;
}

std::optional<Provider> find_provider(Transaction& tx, OrganisationId id)
{
    return tx.maybe_one(sql::providers, {{"organisation", id}}, provider_from);
}

Result<Provider> provider_or_problem(Transaction& tx, OrganisationId id)
{
    auto found = find_provider(tx, id);
    if (!found) return not_found("directory.no_such_provider", "There is no such provider.");
    return *std::move(found);
}

void insert_provider(Transaction& tx, const Provider& provider) { tx.run(sql::insert_provider, profile_of(provider)); }

Result<void> update_provider(Transaction& tx, const Provider& provider)
{
    Bindings bindings = profile_of(provider);
    bindings.emplace_back("seen_version", provider.version);
    if (tx.run(sql::update_provider, bindings) == 0)
        return people::changed_meanwhile(tx, provider.id.value, "directory.provider_stale", "profile");
    return {};
}

std::vector<Site> sites(Transaction& tx, std::optional<OrganisationId> provider)
{
    return tx.all(sql::sites, {{"organisation", provider}}, site_from);
}

std::vector<Site> open_sites(Transaction& tx, OrganisationId provider, Date day)
{
    auto all = sites(tx, provider);
    std::erase_if(all, [&](const Site& site) { return site.closed_on && *site.closed_on <= day; });
    return all;
}

void insert_site(Transaction& tx, const Site& site) { tx.run(sql::insert_site, bindings_of(site)); }

Result<void> update_site(Transaction& tx, const Site& site)
{
    Bindings bindings = bindings_of(site);
    bindings.emplace_back("closed_on", site.closed_on);
    bindings.emplace_back("seen_version", site.version);
    if (tx.run(sql::update_site, bindings) == 0)
        return people::changed_meanwhile(tx, site.id.value, "directory.site_stale", "site");
    return {};
}

void remove_provider(Transaction& tx, OrganisationId provider) { tx.run(sql::remove_provider, {{"organisation", provider}}); }

void remove_site(Transaction& tx, SiteId site) { tx.run(sql::remove_site, {{"id", site}}); }

std::vector<Subcontract> subcontracts(Transaction& tx, OrganisationId provider)
{
    return tx.all(sql::subcontracts, {{"organisation", provider}}, [](const Row& row) {
        return Subcontract{.provider = row.id<OrganisationId>("organisation_id"),
                           .subcontractor = row.id<OrganisationId>("subcontractor_id"),
                           .provider_name = row.text("name"),
                           .subcontractor_name = row.text("subcontractor_name"),
                           .site_name = row.text_or_empty("site_name"),
                           .days = {row.date("from_day"), row.maybe_date("to_day")}};
    });
}

std::vector<PersonThere> people_of(Transaction& tx, OrganisationId provider)
{
    return tx.all(sql::people_of, {{"organisation", provider}}, [](const Row& row) {
        return PersonThere{.name = row.text("name"),
                           .email = row.text_or_empty("email"),
                           .telephone = row.text_or_empty("telephone"),
                           .role = row.one_of<Role>("role")};
    });
}

}  // namespace waymark::directory
