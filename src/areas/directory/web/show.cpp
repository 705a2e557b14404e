// Words and tags shared by the directory's pages.
#include "directory/web/show.hpp"

#include <algorithm>

#include "directory/actions/editing.hpp"
#include "foundation/text.hpp"
#include "people/rules/roles.hpp"

namespace waymark::directory {

ui::Html status_tag(quality::Status status)
{
    using enum quality::Status;
    const std::string words = quality::status_words(status);
    switch (status) {
        case assured: return ui::tag_html(words, ui::TagColour::green);
        case assured_with_conditions: return ui::tag_html(words, ui::TagColour::yellow);
        case not_assured: return ui::tag_html(words, ui::TagColour::grey);
        case lapsed: return ui::tag_html(words, ui::TagColour::orange);
        case suspended: return ui::tag_html(words, ui::TagColour::red);
    }
    return {};
}

ui::Html registration_tag(Registration registration)
{
    return ui::tag_html(registration_words(registration), is_registered(registration) ? ui::TagColour::blue : ui::TagColour::grey);
}

std::string provider_href(OrganisationId provider, std::string_view part)
{
    return "/providers/" + provider.text() + (part.empty() ? std::string{} : "/" + std::string{part});
}

std::string category_name(const std::vector<OfferCategory>& categories, std::string_view id)
{
    const auto found = std::ranges::find(categories, id, &OfferCategory::id);
    return found == categories.end() ? words_of(id) : found->name;
}

const Site* site_of(const Listing& listing, const Programme& programme)
{
    const auto found = programme.site ? std::ranges::find(listing.sites, *programme.site, &Site::id) : listing.sites.end();
    return found == listing.sites.end() ? nullptr : &*found;
}

std::string site_words(const Listing& listing, const Programme& programme)
{
    if (!programme.site) return "Online";
    const Site* const site = site_of(listing, programme);
    if (site == nullptr) return "Not recorded";
    return site->postcode.empty() ? site->name : site->name + ", " + site->postcode;
}

std::string needs_words(const std::vector<Need>& needs)
{
    std::vector<std::string> words;
    for (const auto need : needs) words.push_back(need_words(need));
    return join(words, "; ");
}

std::string weeks_words(const std::optional<int>& weeks) { return weeks ? counted(*weeks, "week") + " at most" : "No limit"; }

WeekPlaces free_of(const Programme& programme, const TakenPlaces& taken)
{
    const auto used = taken.find(programme.id);
    return free_places(programme.places, used == taken.end() ? WeekPlaces{} : used->second);
}

std::string free_words(const WeekPlaces& free)
{
    const auto sessions = free.sessions();
    return sessions.empty() ? "Full" : "Free: " + sessions_words(sessions);
}

Result<OrganisationId> provider_in_path(const Request& request, const Context& context)
{
    const auto provider = TRY(request.path_id<OrganisationId>("provider"));
    if (is_of_provider(context) && context.who.organisation != provider)
        return not_found("directory.no_such_provider", "There is no such provider.");
    return provider;
}

bool may_edit(const Context& context) { return people::may(context.who.role, Permission::edit_providers); }

bool may_decide(const Context& context) { return people::may(context.who.role, Permission::approve_provider_changes); }

std::string full_address(const Site& site) { return site.postcode.empty() ? site.address : site.address + "\n" + site.postcode; }

}  // namespace waymark::directory
