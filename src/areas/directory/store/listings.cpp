// Puts a provider's parts together: one query for each kind of part, however many providers there are.
#include "directory/store/listings.hpp"

#include <map>

#include "directory/store/programmes.hpp"
#include "directory/store/providers.hpp"
#include "quality/store/assurance.hpp"

namespace waymark::directory {
namespace {

bool is_open(const std::optional<Date>& closed_on, Date day) { return !closed_on || *closed_on > day; }

}  // namespace

std::vector<Listing> listings(Transaction& tx, Date day)
{
    std::vector<Listing> all;
    std::map<OrganisationId, std::size_t> place;
    const auto assurance = quality::assurance_of_all(tx, day);
    for (auto& provider : providers(tx)) {
        if (!is_open(provider.closed_on, day)) continue;
        place.emplace(provider.id, all.size());
        const auto known = assurance.find(provider.id);
        all.push_back({.provider = std::move(provider), .sites = {}, .programmes = {},
                       .assurance = known == assurance.end() ? quality::assurance_on(day, {}) : known->second});
    }
    for (auto& site : sites(tx, std::nullopt))
        if (const auto at = place.find(site.provider); at != place.end() && is_open(site.closed_on, day))
            all[at->second].sites.push_back(std::move(site));
    for (auto& programme : programmes(tx, std::nullopt))
        if (const auto at = place.find(programme.provider); at != place.end() && programme.runs_on(day))
            all[at->second].programmes.push_back(std::move(programme));
    return all;
}

Result<Listing> listing_of(Transaction& tx, OrganisationId provider, Date day)
{
    Listing one{.provider = TRY(provider_or_problem(tx, provider)), .sites = open_sites(tx, provider, day),
                .programmes = programmes(tx, provider), .assurance = quality::assurance_of(tx, provider, day)};
    std::erase_if(one.programmes, [&](const Programme& programme) { return !programme.runs_on(day); });
    return one;
}

}  // namespace waymark::directory
