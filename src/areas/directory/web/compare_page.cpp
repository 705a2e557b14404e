// Up to four providers side by side: rows are facts, and a fact on which they differ says so.
#include <algorithm>

#include "directory/store/listings.hpp"
#include "directory/store/programmes.hpp"
#include "directory/store/taken.hpp"
#include "directory/web/pages.hpp"
#include "directory/web/show.hpp"
#include "foundation/text.hpp"

namespace waymark::directory {
namespace {

constexpr std::size_t side_by_side = 4;

struct CompareScreen {
    std::vector<Listing> listings;
    std::vector<OfferCategory> categories;
    TakenPlaces taken;
    bool too_many = false;
};

/// One fact of a provider in words; several programmes are told one after the other.
using Fact = std::function<std::string(const Listing&)>;

std::string of_programmes(const Listing& listing, const std::function<std::string(const Programme&)>& words)
{
    std::vector<std::string> all;
    for (const auto& programme : listing.programmes) {
        const std::string one = listing.programmes.size() > 1 ? programme.name + ": " + words(programme) : words(programme);
        all.push_back(one);
    }
    return all.empty() ? "Runs nothing now" : join(all, "\n");
}

void add_row(ui::TableOptions& table, const std::vector<Listing>& listings, const char* name, const Fact& fact)
{
    std::vector<std::string> values;
    for (const auto& listing : listings) values.push_back(fact(listing));
    const bool differs = std::ranges::any_of(values, [&](const auto& value) { return value != values.front(); });
    std::vector<ui::TableCell> row{differs ? ui::Content{ui::two_lines(name, "Differs")} : ui::Content{name}};
    for (const auto& value : values) row.emplace_back(ui::render([&](ui::Buffer& out) { ui::lines(out, value.empty() ? "Not recorded" : value); }));
    table.rows.push_back(std::move(row));
}

void compare_view(ui::Buffer& out, const CompareScreen& screen)
{
    ui::TableOptions table{.caption = "Facts side by side", .caption_classes = "govuk-visually-hidden", .head = {"Fact"}, .first_cell_is_header = true};
    for (const auto& listing : screen.listings) table.head.emplace_back(ui::link_html(provider_href(listing.provider.id), listing.provider.name));
    for (std::size_t index = 0; index < screen.listings.size(); ++index) table.head[index + 1].card_label = screen.listings[index].provider.name;
    const auto row = [&](const char* name, const Fact& fact) { add_row(table, screen.listings, name, fact); };
    row("Quality", [](const Listing& l) { return quality::status_words(l.assurance.status); });
    row("Why", [](const Listing& l) { return join(l.assurance.reasons, "\n"); });
    row("Registration", [](const Listing& l) { return registration_words(l.provider.registration); });
    row("Where", [](const Listing& l) {
        std::vector<std::string> places;
        for (const auto& site : l.sites) places.push_back(site.name + (site.postcode.empty() ? "" : ", " + site.postcode));
        return join(places, "\n");
    });
    row("Category", [&](const Listing& l) { return of_programmes(l, [&](const Programme& p) { return category_name(screen.categories, p.category); }); });
    row("Ages", [](const Listing& l) { return of_programmes(l, [](const Programme& p) { return ages_words(p.age_from, p.age_to); }); });
    row("Attendance", [](const Listing& l) { return of_programmes(l, [](const Programme& p) { return attendance_words(p.attendance); }); });
    row("Focus", [](const Listing& l) { return of_programmes(l, [](const Programme& p) { return focus_words(p.focus); }); });
    row("Length", [](const Listing& l) { return of_programmes(l, [](const Programme& p) { return weeks_words(p.weeks_max); }); });
    row("Needs", [](const Listing& l) { return of_programmes(l, [](const Programme& p) { return codes_of_needs(p.needs); }); });
    row("Runs on", [](const Listing& l) { return of_programmes(l, [](const Programme& p) { return sessions_words(p.places.sessions()); }); });
    row("Free places", [&](const Listing& l) {
        return of_programmes(l, [&](const Programme& p) {
            const auto free = free_of(p, screen.taken).sessions();
            return free.empty() ? std::string{"Full"} : sessions_words(free);
        });
    });
    row("Price", [](const Listing& l) { return of_programmes(l, [](const Programme& p) { return price_text(p.price, p.price_unit); }); });
    row("Courses", [](const Listing& l) {
        return of_programmes(l, [](const Programme& p) {
            std::vector<std::string> courses;
            for (const auto& course : p.courses) courses.push_back(course_words(course));
            return courses.empty() ? std::string{"None"} : join(courses, "; ");
        });
    });
    ui::page(out, {.title = "Compare providers", .breadcrumbs = {{"Providers", "/providers"}}, .wide = true, .about_a_person = false}, [&](ui::Buffer& body) {
        if (screen.too_many) ui::inset_text(body, {.text = "Four providers fit side by side. These are the first four that you chose."});
        if (screen.listings.empty()) ui::empty_state(body, "Choose providers in the list, up to four, to see them side by side.", {"Back to the list", "/providers"});
        else ui::table(body, table);
    });
}

}  // namespace

Result<Response> show_comparison(const Request& request, Context& context)
{
    const auto loaded = context.read([&](Transaction& tx) -> Result<CompareScreen> {
        CompareScreen found{.listings = {}, .categories = offer_categories(tx, tx.today()), .taken = taken_places(tx, tx.today(), tx.today())};
        for (const auto& text : request.query_all("id")) {
            const auto id = OrganisationId::parse(text);
            if (!id) return not_found("directory.no_such_provider", "There is no such provider.");
            if (found.listings.size() == side_by_side) {
                found.too_many = true;
                break;
            }
            found.listings.push_back(TRY(listing_of(tx, *id, tx.today())));
        }
        return found;
    });
    const auto screen = TRY(loaded);
    if (context.who.role == Role::provider_manager) return not_found("directory.no_such_page", "There is no such page.");
    return page_of(200, [&](ui::Buffer& out) { compare_view(out, screen); });
}

}  // namespace waymark::directory
