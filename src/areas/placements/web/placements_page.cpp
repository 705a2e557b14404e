// The list of placements with its filters, and the same as CSV.
#include <fmt/format.h>

#include "directory/store/programmes.hpp"
#include "directory/store/providers.hpp"
#include "foundation/csv.hpp"
#include "foundation/text.hpp"
#include "placements/rules/extension.hpp"
#include "placements/web/pages.hpp"
#include "placements/web/parts.hpp"
#include "platform/http/url.hpp"

namespace waymark::placements {
namespace {

struct ListScreen {
    std::vector<Placement> placements;
    std::vector<ui::Choice> providers, categories;
    Form filters;
};

PlacementFilter filter_of(const Request& request, const Who& who)
{
    PlacementFilter filter;
    filter.state = enum_from_text<PlacementState>(request.query("state"));
    filter.past_end = request.query("past-end") == "1";
    if (const auto provider = OrganisationId::parse(request.query("provider"))) filter.provider = *provider;
    if (const auto category = request.query("category"); !category.empty()) filter.category = std::string{category};
    if (request.query("mine") == "1") filter.officer = who.name;
    return filter;
}

ListScreen load_list(Context& context, const Request& request)
{
    return context.read([&](Transaction& tx) {
        ListScreen screen{.placements = list_placements(tx, context.who, filter_of(request, context.who)), .providers = {}, .categories = {}, .filters = request.query_form()};
        if (!is_at_provider(context.who))
            for (const auto& provider : directory::providers(tx)) screen.providers.push_back({.value = provider.id.text(), .text = provider.name});
        for (const auto& category : directory::offer_categories(tx, tx.today())) screen.categories.push_back({.value = category.id, .text = category.name});
        return screen;
    });
}

/// The list's address without one of its filters, or with another part in its path; from its first page.
std::string address_without(const Request& request, std::string_view left_out, std::string_view path = "/placements")
{
    std::string address{path};
    char join = '?';
    for (const auto& [name, value] : request.query_values) {
        if (name == left_out || name == "page" || value.empty()) continue;
        address += fmt::format("{}{}={}", join, percent_encoded(name), percent_encoded(value));
        join = '&';
    }
    return address;
}

std::string address_of_page(const Request& request, int page)
{
    std::string address = address_without(request, "");
    if (page > 1) address += fmt::format("{}page={}", address.contains('?') ? '&' : '?', page);
    return address;
}

std::vector<ui::ChosenFilter> chosen_filters(const Request& request, const ListScreen& screen)
{
    std::vector<ui::ChosenFilter> chosen;
    const auto add = [&](std::string_view name, std::string category, std::string text) {
        if (!text.empty()) chosen.push_back({std::move(category), std::move(text), address_without(request, name)});
    };
    if (const auto state = enum_from_text<PlacementState>(request.query("state"))) add("state", "State", std::string{placement_state_name(*state)});
    if (request.query("past-end") == "1") add("past-end", "", "Past the agreed end");
    if (request.query("mine") == "1") add("mine", "", "Mine");
    const auto named = [](const std::vector<ui::Choice>& choices, std::string_view value) {
        for (const auto& choice : choices)
            if (choice.value == value) return std::get<ui::Text>(choice.text.variant()).value;
        return std::string{};
    };
    add("provider", "Provider", named(screen.providers, request.query("provider")));
    add("category", "Category", named(screen.categories, request.query("category")));
    return chosen;
}

void write_filters(ui::Buffer& out, const ListScreen& screen, const Who& who)
{
    ui::radios_field(out, {.name = "state", .legend = "State", .items = ui::choices<PlacementState>(placement_state_name), .compact = true}, screen.filters);
    ui::checkboxes_field(out, {.name = "past-end", .legend = "Drift", .items = {{"1", "Past the agreed end"}}, .compact = true}, screen.filters);
    if (who.role == Role::commissioner)
        ui::checkboxes_field(out, {.name = "mine", .legend = "Officer", .items = {{"1", "Mine"}}, .compact = true}, screen.filters);
    if (!screen.providers.empty())
        ui::select_field(out, {.name = "provider", .label = "Provider", .items = screen.providers, .empty_text = "All providers"}, screen.filters);
    ui::select_field(out, {.name = "category", .label = "Category", .items = screen.categories, .empty_text = "All categories"}, screen.filters);
}

ui::Content end_words(const Placement& placement, Date today)
{
    if (placement.ended_on) return short_date(*placement.ended_on);
    const int late = days_past_end(placement.state, placement.expected_end, today);
    if (late == 0) return short_date(placement.expected_end);
    return ui::two_lines(short_date(placement.expected_end), ui::tag_html(counted(late, "day") + " past its end", ui::TagColour::red));
}

}  // namespace

Result<Response> show_placements(const Request& request, Context& context)
{
    const auto screen = load_list(context, request);
    ui::TableOptions table{.caption = "Placements", .caption_classes = "govuk-visually-hidden",
                           .head = {"Child", "Provider", "Commissioned by", "From", "To", "State"}, .first_cell_is_header = true};
    const int page = ui::page_asked_for(request.query("page"));
    for (const auto& placement : ui::rows_of_page(screen.placements, page))
        table.rows.push_back({ui::two_lines(ui::link_html("/placements/" + placement.id.text(), placement.known_as + " " + placement.last_name), placement.pupil_reference),
                              ui::two_lines(placement.provider_name, placement.programme_name), placement.commissioner_name, short_date(placement.from),
                              end_words(placement, context.today), state_tag(placement.state)});
    const auto chosen = chosen_filters(request, screen);
    return page_of(200, [&](ui::Buffer& out) {
        ui::page(out, {.title = "Placements", .wide = true}, [&](ui::Buffer& body) {
            if (context.who.role == Role::school_lead) ui::action_link(body, "/placements/new", "Record a placement your school arranges");
            if (may(context.who, Permission::see_oversight)) ui::action_link(body, "/inspection", "What inspectors ask for");
            ui::filter_page(body, {.action = "/placements",
                                   .count = counted(static_cast<long long>(screen.placements.size()), "placement"),
                                   .chosen = chosen,
                                   .downloads = {{"Download as CSV", address_without(request, "", "/placements/export.csv")}},
                                   .empty = !screen.placements.empty() ? ""
                                            : chosen.empty()           ? "No placements yet. One appears here when a provider accepts an offer."
                                                                       : "No placements match these filters."},
                            [&](ui::Buffer& filters) { write_filters(filters, screen, context.who); },
                            [&](ui::Buffer& results) {
                                ui::table(results, table);
                                ui::pages_below(results, page, screen.placements.size(), [&](int number) { return address_of_page(request, number); });
                            });
        });
    });
}

Result<Response> export_placements(const Request& request, Context& context)
{
    const auto screen = load_list(context, request);
    CsvWriter csv{{"pupil reference", "provider", "programme", "category", "commissioner", "funder", "legal basis", "registration", "state", "from",
                   "expected end", "ended on", "end reason", "destination", "days past end", "price pence", "price unit"}};
    for (const auto& placement : screen.placements)
        csv.row({placement.pupil_reference, placement.provider_name, placement.programme_name, placement.category_name, placement.commissioner_name,
                 placement.funder_name, std::string{enum_text(placement.legal_basis)}, std::string{enum_text(placement.registration)},
                 std::string{enum_text(placement.state)}, iso(placement.from), iso(placement.expected_end), placement.ended_on ? iso(*placement.ended_on) : "",
                 placement.end_reason ? std::string{enum_text(*placement.end_reason)} : "", placement.destination ? std::string{enum_text(*placement.destination)} : "",
                 std::to_string(days_past_end(placement.state, placement.expected_end, context.today)), std::to_string(placement.price.pence),
                 std::string{enum_text(placement.price_unit)}});
    return csv_download("placements.csv", csv.text());
}

}  // namespace waymark::placements
