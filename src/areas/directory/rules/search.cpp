// One pass over the listings of an authority: a few hundred providers at most, so nothing cleverer is needed.
#include "directory/rules/search.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "foundation/text.hpp"

namespace waymark::directory {
namespace {

std::string words_of_provider(const Listing& listing)
{
    const Provider& provider = listing.provider;
    std::string all = provider.name + " " + provider.summary + " " + provider.typical_week + " " + provider.town + " " +
                      registration_words(provider.registration);
    for (const auto& site : listing.sites) all += " " + site.name + " " + site.address + " " + site.postcode;
    return all;
}

std::string words_of_programme(const Programme& programme)
{
    std::string all = programme.name + " " + programme.description;
    for (const auto& course : programme.courses) all += " " + course_words(course);
    for (const auto need : programme.needs) all += " " + need_words(need) + " " + need_code(need);
    return all;
}

bool has_all_words(const std::string& text, const std::string& words)
{
    const std::string folded = folded_for_search(text), wanted = folded_for_search(words);
    return std::ranges::all_of(split(wanted, ' '), [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

bool provider_fits(const Listing& listing, const Filter& filter)
{
    if (filter.registered && (*filter.registered == Registered::registered) != is_registered(listing.provider.registration)) return false;
    return !filter.assured || quality::may_take_new_placements(listing.assurance.status);
}

/// Whether anything is asked that only a programme can answer.
bool asks_for_programme(const Filter& filter)
{
    return !filter.category.empty() || !filter.needs.empty() || filter.age || filter.key_stage || filter.focus || filter.attendance ||
           !filter.free_on.empty();
}

const Site* site_of(const Listing& listing, const Programme& programme)
{
    const auto site = programme.site ? std::ranges::find(listing.sites, *programme.site, &Site::id) : listing.sites.end();
    return site == listing.sites.end() ? nullptr : &*site;
}

std::optional<double> miles_to(const Site* site, const Filter& filter)
{
    return site != nullptr && filter.near.known() ? miles_between(filter.near, site->point) : std::nullopt;
}

bool near_enough(const Listing& listing, const Programme& programme, const Filter& filter)
{
    if (!filter.within_miles || !filter.near.known() || !programme.site) return true;
    const auto miles = miles_to(site_of(listing, programme), filter);
    return miles && *miles <= *filter.within_miles;
}

std::optional<double> nearest(const std::optional<double>& one, const std::optional<double>& other)
{
    return one && other ? std::min(*one, *other) : one ? one : other;
}

Found found_in(const Listing& listing, const Filter& filter, const TakenPlaces& taken)
{
    Found found{.listing = &listing, .programmes = {}, .miles = {}};
    for (const auto& programme : listing.programmes) {
        if (!fits(listing, programme, filter, taken)) continue;
        found.programmes.push_back(&programme);
        found.miles = nearest(found.miles, miles_to(site_of(listing, programme), filter));
    }
    return found;
}

/// A provider that runs nothing now is still shown to who asks only about providers.
bool fits_without_programme(const Listing& listing, const Filter& filter)
{
    return listing.programmes.empty() && !asks_for_programme(filter) && provider_fits(listing, filter) && !filter.within_miles &&
           has_all_words(words_of_provider(listing), filter.words);
}

void put_in_order(std::vector<Found>& all, Sort sort)
{
    const auto last = std::numeric_limits<double>::infinity();
    const auto measure = [&](const Found& found) {
        if (sort == Sort::distance) return found.miles.value_or(last);
        if (sort == Sort::name || found.programmes.empty()) return sort == Sort::name ? 0.0 : last;
        double least = last;
        for (const auto* programme : found.programmes) least = std::min(least, static_cast<double>(price_of_a_day(*programme).pence));
        return least;
    };
    std::ranges::sort(all, {}, [&](const Found& found) {
        return std::tuple{measure(found), folded_for_search(found.listing->provider.name), found.listing->provider.id};
    });
}

}  // namespace

std::vector<Found> find(const std::vector<Listing>& listings, const Filter& filter, const TakenPlaces& taken)
{
    std::vector<Found> all;
    for (const auto& listing : listings) {
        Found found = found_in(listing, filter, taken);
        if (!found.programmes.empty() || fits_without_programme(listing, filter)) all.push_back(std::move(found));
    }
    put_in_order(all, filter.sort);
    return all;
}

bool fits(const Listing& listing, const Programme& programme, const Filter& filter, const TakenPlaces& taken)
{
    if (!provider_fits(listing, filter)) return false;
    if (!filter.category.empty() && programme.category != filter.category) return false;
    if (filter.age && (*filter.age < programme.age_from || *filter.age > programme.age_to)) return false;
    if (filter.key_stage && !caters_for_key_stage(programme.age_from, programme.age_to, *filter.key_stage)) return false;
    if (filter.focus && programme.focus != *filter.focus) return false;
    if (filter.attendance && programme.attendance != *filter.attendance) return false;
    const auto caters_for = [&](Need need) { return std::ranges::find(programme.needs, need) != programme.needs.end(); };
    if (!std::ranges::all_of(filter.needs, caters_for)) return false;
    if (!filter.free_on.empty()) {
        const auto used = taken.find(programme.id);
        if (!is_free_on(free_places(programme.places, used == taken.end() ? WeekPlaces{} : used->second), filter.free_on)) return false;
    }
    if (!near_enough(listing, programme, filter)) return false;
    return has_all_words(words_of_provider(listing) + " " + words_of_programme(programme), filter.words);
}

Money price_of_a_day(const Programme& programme)
{
    const auto pence = programme.price.pence;
    switch (programme.price_unit) {
        case PriceUnit::session: return {pence * 2};
        case PriceUnit::day: return {pence};
        case PriceUnit::week: return {pence / 5};
        case PriceUnit::term: return {pence / 65};
        case PriceUnit::place: return {pence / 190};
    }
    return {};
}

}  // namespace waymark::directory
