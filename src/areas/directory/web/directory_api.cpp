// The directory as JSON: the list with the same filters as the page, and one provider.

#include "directory/actions/editing.hpp"
#include "directory/store/listings.hpp"
#include "directory/store/taken.hpp"
#include "directory/web/pages.hpp"
#include "directory/web/search_query.hpp"
#include "directory/web/show.hpp"
#include "foundation/json.hpp"

namespace waymark::directory {
namespace {

/// Optional facts are left out rather than null.
void add_if_any(Json& object, const char* name, const std::string& value)
{
    if (!value.empty()) object[name] = value;
}

Json json_of(const WeekPlaces& places)
{
    Json object = Json::object();
    for (const auto& when : places.sessions()) object[session_code(when)] = places.at(when);
    return object;
}

Json json_of(const Programme& programme, const TakenPlaces& taken)
{
    Json object{{"id", programme.id.text()}, {"name", programme.name}, {"category", programme.category}, {"attendance", enum_text(programme.attendance)},
                {"focus", enum_text(programme.focus)}, {"age_from", programme.age_from}, {"age_to", programme.age_to}};
    add_if_any(object, "description", programme.description);
    if (programme.weeks_max) object["weeks_max"] = *programme.weeks_max;
    if (programme.sex) object["sex"] = enum_text(*programme.sex);
    if (programme.site) object["site_id"] = programme.site->text();
    object["needs"] = Json::array();
    for (const auto need : programme.needs) object["needs"].push_back(need_code(need));
    object["price_pence"] = programme.price.pence;
    object["price_unit"] = enum_text(programme.price_unit);
    object["session_minutes"] = programme.session_minutes;
    object["from_day"] = iso(programme.from);
    if (programme.to) object["to_day"] = iso(*programme.to);
    object["places"] = json_of(programme.places);
    object["free_places"] = json_of(free_of(programme, taken));
    object["courses"] = Json::array();
    for (const auto& course : programme.courses)
        object["courses"].push_back({{"subject", course.subject}, {"accreditation", course.accreditation}, {"level", course.level}});
    return object;
}

Json json_of(const Site& site)
{
    Json object{{"id", site.id.text()}, {"name", site.name}, {"address", site.address}};
    add_if_any(object, "postcode", site.postcode);
    if (site.point.on_grid()) {
        object["easting"] = *site.point.easting;
        object["northing"] = *site.point.northing;
    }
    add_if_any(object, "access_notes", site.access_notes);
    return object;
}

Json json_of(const quality::Assurance& assurance)
{
    Json object{{"status", enum_text(assurance.status)}, {"reasons", assurance.reasons}, {"may_take_new_placements", quality::may_take_new_placements(assurance.status)}};
    if (assurance.last_visit) object["last_visit"] = iso(*assurance.last_visit);
    if (assurance.good_until) object["good_until"] = iso(*assurance.good_until);
    return object;
}

Json json_of(const Listing& listing, const std::vector<const Programme*>& programmes, const TakenPlaces& taken)
{
    const Provider& provider = listing.provider;
    Json object{{"id", provider.id.text()}, {"name", provider.name}, {"registration", enum_text(provider.registration)}};
    add_if_any(object, "urn", provider.urn);
    add_if_any(object, "summary", provider.summary);
    add_if_any(object, "a_typical_week", provider.typical_week);
    add_if_any(object, "how_to_get_a_place", provider.how_to_get_a_place);
    add_if_any(object, "telephone", provider.telephone);
    add_if_any(object, "email", provider.email);
    add_if_any(object, "website", provider.website);
    object["in_authority"] = provider.in_authority;
    object["published"] = provider.published;
    object["quality"] = json_of(listing.assurance);
    object["sites"] = Json::array();
    for (const auto& site : listing.sites) object["sites"].push_back(json_of(site));
    object["programmes"] = Json::array();
    for (const auto* programme : programmes) object["programmes"].push_back(json_of(*programme, taken));
    return object;
}

}  // namespace

Result<Response> api_providers(const Request& request, Context& context)
{
    return context.read([&](Transaction& tx) -> Result<Response> {
        const SearchQuery query = read_search(tx, request);
        TRY(query.form.problems.as_result());
        auto all = listings(tx, tx.today());
        if (is_of_provider(context)) std::erase_if(all, [&](const Listing& one) { return one.provider.id != context.who.organisation; });
        const auto taken = taken_places(tx, tx.today(), tx.today());
        Json answer{{"as_at", iso(tx.today())}, {"count", 0}, {"providers", Json::array()}};
        for (const auto& found : find(all, query.filter, taken)) {
            Json one = json_of(*found.listing, found.programmes, taken);
            if (found.miles) one["miles"] = *found.miles;
            answer["providers"].push_back(std::move(one));
        }
        answer["count"] = answer["providers"].size();
        return json(200, json_text(answer));
    });
}

Result<Response> api_provider(const Request& request, Context& context)
{
    const auto id = TRY(provider_in_path(request, context));
    return context.read([&](Transaction& tx) -> Result<Response> {
        const Listing listing = TRY(listing_of(tx, id, tx.today()));
        std::vector<const Programme*> all;
        for (const auto& programme : listing.programmes) all.push_back(&programme);
        return json(200, json_text(json_of(listing, all, taken_places(tx, tx.today(), tx.today(), id))));
    });
}

}  // namespace waymark::directory
