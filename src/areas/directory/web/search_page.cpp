// The directory: a list or map of providers that fit what is asked, with filters, and the same list as CSV.
#include <algorithm>

#include <fmt/format.h>

#include "directory/store/listings.hpp"
#include "directory/store/programmes.hpp"
#include "directory/store/taken.hpp"
#include "directory/web/map.hpp"
#include "directory/web/pages.hpp"
#include "directory/web/search_query.hpp"
#include "directory/web/show.hpp"
#include "foundation/csv.hpp"
#include "foundation/text.hpp"
#include "people/rules/roles.hpp"

namespace waymark::directory {
namespace {

constexpr std::size_t on_a_page = 30;

struct SearchScreen {
    SearchQuery query;
    std::vector<OfferCategory> categories;
    std::vector<Listing> listings;
    TakenPlaces taken;
    std::vector<Found> found;
    std::size_t page = 1;
    bool may_add = false, may_watch_registration = false;

    [[nodiscard]] std::size_t pages() const { return (found.size() + on_a_page - 1) / on_a_page; }
    [[nodiscard]] std::size_t first() const { return (page - 1) * on_a_page; }
    [[nodiscard]] std::size_t end() const { return std::min(found.size(), page * on_a_page); }
};

SearchScreen load_search(const Request& request, Context& context)
{
    return context.read([&](Transaction& tx) {
        SearchScreen screen{.query = read_search(tx, request),
                            .categories = offer_categories(tx, tx.today()),
                            .listings = listings(tx, tx.today()),
                            .taken = taken_places(tx, tx.today(), tx.today()),
                            .found = {},
                            .page = 1,
                            .may_add = context.who.role == Role::commissioner,
                            .may_watch_registration = people::may(context.who.role, Permission::watch_registration) && context.who.role != Role::provider_manager};
        screen.found = find(screen.listings, screen.query.filter, screen.taken);
        screen.page = std::clamp<std::size_t>(screen.query.page, 1, std::max<std::size_t>(1, screen.pages()));
        return screen;
    });
}

std::vector<ui::Choice> session_choices()
{
    std::vector<ui::Choice> items;
    for (const auto& when : sessions_of_the_week()) items.push_back({.value = session_code(when), .text = weekday_session_name(when)});
    return items;
}

void write_filters(ui::Buffer& out, const SearchScreen& screen)
{
    const Form& form = screen.query.form;
    std::vector<ui::Choice> categories;
    for (const auto& category : screen.categories) categories.push_back({.value = category.id, .text = category.name});
    std::vector<ui::Choice> key_stages;
    for (int key_stage = 1; key_stage <= 5; ++key_stage)
        key_stages.push_back({.value = std::to_string(key_stage), .text = key_stage_words(key_stage)});

    if (!screen.query.view.empty()) ui::hidden_field(out, "view", screen.query.view);
    if (!form.value("sort").empty()) ui::hidden_field(out, "sort", form.value("sort"));
    ui::text_field(out, {.name = "q", .label = "Words", .hint = "A name, subject or place", .type = "search"}, form);
    ui::text_field(out, {.name = "postcode", .label = "Distance from a postcode", .width = ui::BoxWidth::ten}, form);
    ui::select_field(out, {.name = "miles", .label = "Within", .items = {{"1", "1 mile"}, {"3", "3 miles"}, {"5", "5 miles"}, {"10", "10 miles"}, {"25", "25 miles"}},
                           .empty_text = "Any distance"}, form);
    ui::select_field(out, {.name = "category", .label = "Category", .items = std::move(categories), .empty_text = "Any category"}, form);
    ui::text_field(out, {.name = "age", .label = "Age of the child", .width = ui::BoxWidth::three, .inputmode = "numeric"}, form);
    ui::select_field(out, {.name = "key_stage", .label = "Key stage", .items = std::move(key_stages), .empty_text = "Any key stage"}, form);
    ui::checkboxes_field(out, {.name = "assured", .legend = "Quality", .items = {{"yes", "May take new placements"}}, .compact = true}, form);
    ui::select_field(out, {.name = "attendance", .label = "Full or part time", .items = ui::choices<Attendance>(attendance_words), .empty_text = "Either"}, form);
    ui::details(out, {.summary = "Free places", .text = ui::render([&](ui::Buffer& inner) {
        ui::checkboxes_field(inner, {.name = "free", .legend = "Free on all of these", .items = session_choices(), .compact = true}, form);
    }), .open = form.sent("free")});
    ui::details(out, {.summary = "Needs", .text = ui::render([&](ui::Buffer& inner) {
        ui::checkboxes_field(inner, {.name = "need", .legend = "Caters for all of these", .items = ui::choices<Need>(need_words), .compact = true}, form);
    }), .open = form.sent("need")});
    ui::details(out, {.summary = "Registration and focus", .text = ui::render([&](ui::Buffer& inner) {
        ui::select_field(inner, {.name = "registered", .label = "Registration",
                                 .items = {{"registered", "Registered schools"}, {"unregistered", "Not registered"}}, .empty_text = "Either"}, form);
        ui::select_field(inner, {.name = "focus", .label = "Focus", .items = ui::choices<Focus>(focus_words), .empty_text = "Any focus"}, form);
    }), .open = !form.value("registered").empty() || !form.value("focus").empty()});
}

ui::Html provider_cell(const Found& found)
{
    const Listing& listing = *found.listing;
    return ui::render([&](ui::Buffer& out) {
        ui::link(out, provider_href(listing.provider.id), listing.provider.name);
        out.raw("<span class=\"wm-second-line\">");
        out.text(registration_words(listing.provider.registration));
        if (!listing.provider.in_authority) out.text(", out of area");
        out.raw("</span><span class=\"wm-second-line\">");
        out.html(status_tag(listing.assurance.status));
        out.raw("</span>");
        if (!quality::may_take_new_placements(listing.assurance.status)) {
            out.raw("<span class=\"wm-second-line\">");
            out.text(listing.assurance.reasons.front());
            out.raw("</span>");
        }
    });
}

/// Each programme that fits: its name and price on one line, then for whom, then when there is room.
ui::Html programmes_cell(const SearchScreen& screen, const Found& found)
{
    return ui::render([&](ui::Buffer& out) {
        if (found.programmes.empty()) out.text("Runs nothing now");
        for (const auto* programme : found.programmes) {
            out.raw("<div class=\"wm-programme\"><span class=\"wm-programme__name\">");
            out.text(programme->name);
            out.raw("</span> <span class=\"wm-programme__price\">");
            out.text(price_text(programme->price, programme->price_unit));
            out.raw("</span><span class=\"wm-second-line\">");
            out.text(category_name(screen.categories, programme->category) + ", ages " + ages_words(programme->age_from, programme->age_to) +
                     ", " + lower_ascii(attendance_words(programme->attendance)));
            out.raw("</span><span class=\"wm-second-line\">");
            out.text(free_words(free_of(*programme, screen.taken)));
            out.raw("</span></div>");
        }
    });
}

ui::Html compare_cell(const Found& found, std::size_t number)
{
    return ui::render([&](ui::Buffer& out) {
        const std::string id = "compare-" + std::to_string(number);
        out.raw("<div class=\"govuk-checkboxes govuk-checkboxes--small\"><div class=\"govuk-checkboxes__item\"><input class=\"govuk-checkboxes__input\" type=\"checkbox\" name=\"id\"");
        out.attribute("id", id);
        out.attribute("value", found.listing->provider.id.text());
        out.raw("><label class=\"govuk-label govuk-checkboxes__label\"");
        out.attribute("for", id);
        out.raw("><span class=\"govuk-visually-hidden\">Compare ");
        out.text(found.listing->provider.name);
        out.raw("</span></label></div></div>");
    });
}

ui::Html number_cell(std::size_t number)
{
    return ui::render([&](ui::Buffer& out) {
        out.raw("<span class=\"wm-map__key\"");
        out.attribute("id", "provider-" + std::to_string(number));
        out.raw(">");
        out.number(static_cast<long long>(number));
        out.raw("</span>");
    });
}

void write_table(ui::Buffer& out, const SearchScreen& screen, bool numbered)
{
    const SearchQuery& query = screen.query;
    const bool with_distance = query.filter.near.known();
    const auto sorted_by = [&](const char* words, const char* name, Sort sort) {
        return ui::sortable(words, query.with("sort", name).href("/providers"), query.filter.sort == sort ? "ascending" : "");
    };
    ui::TableOptions table{.caption = "Providers that fit", .caption_classes = "govuk-visually-hidden", .classes = "wm-providers"};
    if (numbered) table.head.emplace_back("On the map");
    table.head.push_back(sorted_by("Provider", "name", Sort::name));
    table.head.push_back(sorted_by("Programmes that fit, by price", "price", Sort::price));
    table.head.back().card_label = "Programmes";
    if (with_distance) table.head.push_back(sorted_by("Distance", "distance", Sort::distance));
    table.head.emplace_back("Compare");
    for (std::size_t index = screen.first(); index < screen.end(); ++index) {
        const Found& found = screen.found[index];
        std::vector<ui::TableCell> row;
        if (numbered) row.emplace_back(number_cell(index + 1));
        row.emplace_back(provider_cell(found));
        row.emplace_back(programmes_cell(screen, found));
        if (with_distance) row.emplace_back(found.miles ? miles_text(*found.miles) : std::string{"Online or not known"});
        row.emplace_back(compare_cell(found, index + 1));
        table.rows.push_back(std::move(row));
    }
    ui::form(out, {.action = "/providers/compare", .method = "get"}, [&](ui::Buffer& inner) {
        ui::table(inner, table);
        ui::button(inner, {.text = "Compare the chosen providers", .classes = "govuk-button--secondary"});
    });
}

void write_map(ui::Buffer& out, const SearchScreen& screen)
{
    std::vector<Pin> pins;
    for (std::size_t index = screen.first(); index < screen.end(); ++index) {
        const Found& found = screen.found[index];
        const Site* where = nullptr;
        for (const auto* programme : found.programmes)
            if (where == nullptr) where = site_of(*found.listing, *programme);
        if (where == nullptr && found.programmes.empty() && !found.listing->sites.empty()) where = &found.listing->sites.front();
        pins.push_back({static_cast<int>(index + 1), found.listing->provider.name, provider_href(found.listing->provider.id),
                        where == nullptr ? Point{} : where->point});
    }
    pin_map(out, pins, screen.query.filter.near, "Map of " + counted(static_cast<long long>(screen.found.size()), "provider") + ", numbered as in the list below");
}

/// What to take away when nothing fits, and how many there would be then.
void write_nothing_found(ui::Buffer& out, const SearchScreen& screen)
{
    ui::paragraph(out, "No providers match.");
    std::vector<ui::Content> ways;
    for (const auto& chosen : chosen_in(screen.query, screen.categories)) {
        const SearchQuery less = screen.query.without(chosen.name, chosen.value);
        const auto count = static_cast<long long>(find(screen.listings, less.filter, screen.taken).size());
        ways.emplace_back(ui::render([&](ui::Buffer& item) {
            ui::link(item, less.href("/providers"), "Without “" + chosen.category + ": " + chosen.words + "”");
            item.text(" there would be " + counted(count, "provider") + ".");
        }));
    }
    if (!ways.empty()) ui::bullet_list(out, ways);
}

void search_view(ui::Buffer& out, const SearchScreen& screen)
{
    const bool as_map = screen.query.view == "map";
    ui::FilterPage filters{.action = "/providers", .count = counted(static_cast<long long>(screen.found.size()), "provider")};
    for (const auto& chosen : chosen_in(screen.query, screen.categories))
        filters.chosen.push_back({chosen.category, chosen.words, screen.query.without(chosen.name, chosen.value).href("/providers")});
    filters.downloads = {as_map ? ui::Link{"Show as a list", screen.query.without("view").href("/providers")}
                                : ui::Link{"Show on a map", screen.query.with("view", "map").href("/providers")},
                         {"Download as CSV", screen.query.href("/providers/export.csv")}};

    ui::page(out, {.title = "Providers", .problems = screen.query.form.problems, .wide = true, .about_a_person = false}, [&](ui::Buffer& body) {
        if (screen.may_add) {
            ui::action_link(body, "/providers/new", "Add a provider");
            ui::paragraph(body, ui::link_html("/providers/import", "Import a sheet of providers"));
        }
        if (screen.may_watch_registration)
            ui::paragraph(body, ui::link_html("/registration", "Settings that are not schools: who must register, and when"));
        ui::filter_page(
            body, filters, [&](ui::Buffer& inner) { write_filters(inner, screen); },
            [&](ui::Buffer& inner) {
                if (screen.found.empty()) {
                    write_nothing_found(inner, screen);
                    return;
                }
                if (as_map) write_map(inner, screen);
                write_table(inner, screen, as_map);
                ui::pages(inner, static_cast<int>(screen.page), static_cast<int>(screen.pages()),
                          [&](int number) { return screen.query.with("page", std::to_string(number)).href("/providers"); });
            });
    });
}

}  // namespace

Result<Response> show_providers(const Request& request, Context& context)
{
    // A provider's people have one record to look at: their own.
    if (context.who.role == Role::provider_manager || context.who.role == Role::provider_tutor)
        return see_other(provider_href(context.who.organisation));
    const auto screen = load_search(request, context);
    return page_of(200, [&](ui::Buffer& out) { search_view(out, screen); });
}

Result<Response> export_providers(const Request& request, Context& context)
{
    if (context.who.role == Role::provider_manager || context.who.role == Role::provider_tutor)
        return not_found("directory.no_such_page", "There is no such page.");
    const auto screen = load_search(request, context);
    CsvWriter csv{{"Provider", "Registration", "URN", "Quality status", "Quality reason", "Programme", "Category", "Attendance", "Ages from",
                   "Ages to", "Needs", "Focus", "Most weeks", "Price in pounds", "Price unit", "Site", "Postcode", "Places a week",
                   "Free sessions", "Miles"}};
    for (const auto& found : screen.found)
        for (const auto* programme : found.programmes) {
            const Listing& listing = *found.listing;
            const Site* const site = site_of(listing, *programme);
            const auto miles = site != nullptr ? miles_between(screen.query.filter.near, site->point) : std::nullopt;
            csv.row({listing.provider.name, registration_words(listing.provider.registration), listing.provider.urn,
                     quality::status_words(listing.assurance.status), join(listing.assurance.reasons, " "), programme->name,
                     category_name(screen.categories, programme->category), attendance_words(programme->attendance),
                     std::to_string(programme->age_from), std::to_string(programme->age_to), codes_of_needs(programme->needs),
                     focus_words(programme->focus), programme->weeks_max ? std::to_string(*programme->weeks_max) : "",
                     fmt::format("{}.{:02}", programme->price.pence / 100, programme->price.pence % 100),
                     std::string{enum_text(programme->price_unit)}, site != nullptr ? site->name : "Online", site != nullptr ? site->postcode : "",
                     std::to_string(programme->places.total()), sessions_words(free_of(*programme, screen.taken).sessions()),
                     miles ? fmt::format("{:.1f}", *miles) : ""});
        }
    return csv_download("providers.csv", request.query("for") == "excel" ? csv.text_for_excel() : csv.text());
}

}  // namespace waymark::directory
