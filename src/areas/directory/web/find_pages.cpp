// For anybody: provision that the authority has published and that is quality assured now. No prices, no names of people.
#include "directory/store/listings.hpp"
#include "directory/store/programmes.hpp"
#include "directory/web/pages.hpp"
#include "directory/web/search_query.hpp"
#include "directory/web/map.hpp"
#include "directory/web/show.hpp"
#include "foundation/text.hpp"

namespace waymark::directory {
namespace {

bool is_public(const Listing& listing, Date today)
{
    return listing.provider.published && quality::may_take_new_placements(listing.assurance.status) &&
           (!listing.provider.closed_on || *listing.provider.closed_on > today);
}

struct FindScreen {
    SearchQuery query;
    std::vector<OfferCategory> categories;
    std::vector<Listing> listings;
    std::vector<Found> found;
};

void write_filters(ui::Buffer& out, const FindScreen& screen)
{
    const Form& form = screen.query.form;
    std::vector<ui::Choice> categories;
    for (const auto& category : screen.categories) categories.push_back({.value = category.id, .text = category.name});
    if (!screen.query.view.empty()) ui::hidden_field(out, "view", screen.query.view);
    ui::text_field(out, {.name = "q", .label = "Words", .hint = "A subject, a name or a place", .type = "search"}, form);
    ui::text_field(out, {.name = "postcode", .label = "Distance from a postcode", .width = ui::BoxWidth::ten}, form);
    ui::select_field(out, {.name = "miles", .label = "Within", .items = {{"1", "1 mile"}, {"3", "3 miles"}, {"5", "5 miles"}, {"10", "10 miles"}}, .empty_text = "Any distance"}, form);
    ui::text_field(out, {.name = "age", .label = "Age of the child", .width = ui::BoxWidth::three, .inputmode = "numeric"}, form);
    ui::select_field(out, {.name = "category", .label = "Kind of help", .items = std::move(categories), .empty_text = "Any kind"}, form);
    ui::select_field(out, {.name = "attendance", .label = "Full or part time", .items = ui::choices<Attendance>(attendance_words), .empty_text = "Either"}, form);
    ui::checkboxes_field(out, {.name = "need", .legend = "Needs", .items = ui::choices<Need>(need_words), .compact = true}, form);
}

std::string find_href(OrganisationId provider) { return "/find/" + provider.text(); }

void write_results(ui::Buffer& out, const FindScreen& screen)
{
    if (screen.query.view == "map") {
        std::vector<Pin> pins;
        for (std::size_t index = 0; index < screen.found.size(); ++index) {
            const Listing& listing = *screen.found[index].listing;
            pins.push_back({static_cast<int>(index + 1), listing.provider.name, find_href(listing.provider.id),
                            listing.sites.empty() ? Point{} : listing.sites.front().point});
        }
        pin_map(out, pins, screen.query.filter.near, "Map of places, numbered as in the list below");
    }
    for (std::size_t index = 0; index < screen.found.size(); ++index) {
        const Found& found = screen.found[index];
        const Listing& listing = *found.listing;
        out.raw("<div class=\"wm-result\"");
        out.attribute("id", "provider-" + std::to_string(index + 1));
        out.raw("><h3 class=\"govuk-heading-m\">");
        if (screen.query.view == "map") out.text(std::to_string(index + 1) + ". ");
        ui::link(out, find_href(listing.provider.id), listing.provider.name);
        out.raw("</h3>");
        ui::paragraph(out, listing.provider.summary);
        std::vector<std::string> facts;
        if (!found.programmes.empty()) {
            int youngest = found.programmes.front()->age_from, oldest = found.programmes.front()->age_to;
            for (const auto* programme : found.programmes) {
                youngest = std::min(youngest, programme->age_from);
                oldest = std::max(oldest, programme->age_to);
            }
            facts.push_back("Ages " + ages_words(youngest, oldest));
        }
        facts.push_back(registration_words(listing.provider.registration));
        if (found.miles) facts.push_back(miles_text(*found.miles) + " away");
        ui::small_print(out, join(facts, ". ") + ".");
        out.raw("</div>\n");
    }
}

}  // namespace

Result<Response> show_find(const Request& request, Context& context)
{
    auto screen = context.read([&](Transaction& tx) {
        FindScreen found{.query = read_search(tx, request), .categories = offer_categories(tx, tx.today()), .listings = listings(tx, tx.today()), .found = {}};
        return found;
    });
    std::erase_if(screen.listings, [&](const Listing& listing) { return !is_public(listing, context.today); });
    // What is asked of prices and free places is not answered here.
    screen.query.filter.free_on.clear();
    if (screen.query.filter.sort == Sort::price) screen.query.filter.sort = Sort::name;
    screen.found = find(screen.listings, screen.query.filter, {});

    const bool as_map = screen.query.view == "map";
    ui::FilterPage filters{.action = "/find", .count = counted(static_cast<long long>(screen.found.size()), "place")};
    for (const auto& chosen : chosen_in(screen.query, screen.categories))
        filters.chosen.push_back({chosen.category, chosen.words, screen.query.without(chosen.name, chosen.value).href("/find")});
    filters.downloads = {as_map ? ui::Link{"Show as a list", screen.query.without("view").href("/find")} : ui::Link{"Show on a map", screen.query.with("view", "map").href("/find")}};
    if (screen.found.empty()) filters.empty = chosen_in(screen.query, screen.categories).empty() ? "No places have been published yet." : "Nothing matches. Take a filter away to see more.";
    return page_of(200, [&](ui::Buffer& out) {
        ui::page(out, {.title = "Find alternative provision", .problems = screen.query.form.problems, .wide = true, .about_a_person = false}, [&](ui::Buffer& body) {
            ui::paragraph(body, "Places for children who cannot be in school now. Each has been checked for quality and safety. Your school or the council arranges a place with you.");
            ui::filter_page(body, filters, [&](ui::Buffer& inner) { write_filters(inner, screen); }, [&](ui::Buffer& inner) { write_results(inner, screen); });
        });
    });
}

Result<Response> show_public_profile(const Request& request, Context& context)
{
    const auto id = TRY(request.path_id<OrganisationId>("provider"));
    const Listing listing = TRY(context.read([&](Transaction& tx) { return listing_of(tx, id, tx.today()); }));
    if (!is_public(listing, context.today)) return not_found("directory.no_such_provider", "There is no such page.");
    const Provider& provider = listing.provider;
    return page_of(200, [&](ui::Buffer& out) {
        ui::page(out, {.title = provider.name, .breadcrumbs = {{"Find alternative provision", "/find"}}, .about_a_person = false}, [&](ui::Buffer& body) {
            if (!provider.summary.empty()) ui::lead(body, provider.summary);
            ui::SummaryListOptions facts;
            facts.rows = {{"What it is", registration_words(provider.registration)}, {"Checked by the council", quality::status_words(listing.assurance.status)}};
            if (listing.assurance.last_visit) facts.rows.push_back({"Last visited", long_date(*listing.assurance.last_visit)});
            if (!provider.website.empty()) facts.rows.push_back({"Website", ui::link_html(provider.website, provider.website)});
            ui::summary_list(body, facts);
            ui::section(body, "What a week looks like", [&](ui::Buffer& inner) { ui::paragraph(inner, ui::or_not_recorded(provider.typical_week)); });
            ui::section(body, "What you can do there", [&](ui::Buffer& inner) {
                for (const auto& programme : listing.programmes) {
                    ui::heading(inner, 3, programme.name);
                    if (!programme.description.empty()) ui::paragraph(inner, programme.description);
                    std::vector<ui::Content> items{"Ages " + ages_words(programme.age_from, programme.age_to), attendance_words(programme.attendance) + ": " + sessions_words(programme.places.sessions())};
                    for (const auto& course : programme.courses) items.emplace_back(course_words(course));
                    ui::bullet_list(inner, items);
                }
                if (listing.programmes.empty()) ui::paragraph(inner, "Nothing runs there now.");
            });
            ui::section(body, "Where it is", [&](ui::Buffer& inner) {
                for (const auto& site : listing.sites) {
                    ui::lines(inner, full_address(site));
                    if (!site.access_notes.empty()) ui::paragraph(inner, site.access_notes);
                }
                if (listing.sites.empty()) ui::paragraph(inner, "Online.");
            });
            ui::section(body, "How to get a place", [&](ui::Buffer& inner) {
                ui::paragraph(inner, provider.how_to_get_a_place.empty() ? "Talk to your child’s school first. The school or the council arranges a place with you." : provider.how_to_get_a_place);
            });
        });
    });
}

}  // namespace waymark::directory
