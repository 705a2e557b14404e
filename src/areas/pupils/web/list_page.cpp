// /pupils: the children whom this person may see, filtered, paged, and as CSV.
#include <algorithm>

#include "foundation/csv.hpp"
#include "foundation/text.hpp"
#include "people/rules/roles.hpp"
#include "platform/http/url.hpp"
#include "pupils/rules/emergency.hpp"
#include "pupils/store/pupil_page.hpp"
#include "pupils/web/pages.hpp"
#include "pupils/web/panels.hpp"
#include "pupils/web/parts.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::pupils {
namespace {

/// A filter as the page knows it: its name in the address, its words, and the chosen value.
struct Chosen {
    std::string name, label, value;
    std::vector<ui::Choice> choices;
    [[nodiscard]] std::string value_words() const
    {
        for (const auto& choice : choices)
            if (choice.value == value)
                if (const auto* text = std::get_if<ui::Text>(&choice.text.variant())) return text->value;
        return value;
    }
};

struct ListScreen {
    std::string words;
    std::vector<Chosen> filters;
    std::vector<PupilSummary> pupils;  // those of this page
    std::size_t count = 0;             // of all pages
    int page = 1;
    std::size_t rows = ui::rows_a_page;
    bool may_look_in_emergency = false, may_see_emergencies = false;
    bool may_create = false;
};

std::vector<Chosen> filters_of(Transaction& tx, const Who& who, const Request& request)
{
    std::vector<Chosen> filters = {{"school", "School", std::string{request.query("school")}, {}}, {"year", "Year group", std::string{request.query("year")}, {}}};
    for (const auto& school : schools_of_visible(tx, who)) filters[0].choices.push_back({school.id.text(), school.name});
    for (int year = 0; year <= 13; ++year) filters[1].choices.push_back({std::to_string(year), year_group_name(year)});
    for (const auto& extension : pupil_extensions().filters)
        filters.push_back({std::string{extension.name}, std::string{extension.label}, std::string{request.query(extension.name)}, extension.choices(tx, who)});
    return filters;
}

/// A thousand on one page are for printing and for looking through with the browser's own search.
constexpr std::size_t rows_to_choose[] = {ui::rows_a_page, 200, 1000};

std::size_t rows_asked_for(std::string_view typed)
{
    for (const std::size_t rows : rows_to_choose)
        if (typed == std::to_string(rows)) return rows;
    return ui::rows_a_page;
}

/// Filters of other areas answer with the children they find, so that the rest is taken away here.
std::vector<PupilSummary> all_listed(Transaction& tx, const Who& who, const Request& request, const PupilFilter& filter)
{
    auto pupils = list_pupils(tx, who, filter);
    for (const auto& extension : pupil_extensions().filters) {
        const auto value = request.query(extension.name);
        if (value.empty()) continue;
        const auto matching = extension.matching(tx, who, value);
        std::erase_if(pupils, [&](const PupilSummary& pupil) { return !matching.contains(pupil.id); });
    }
    return pupils;
}

bool is_extended(const Request& request)
{
    return std::ranges::any_of(pupil_extensions().filters, [&](const auto& extension) { return !request.query(extension.name).empty(); });
}

PupilFilter filter_of(const Request& request)
{
    const Form query = request.query_form();
    FormReader read{query};
    return {.words = std::string{trimmed(request.query("q"))}, .school = read.id_if_any<OrganisationId>("school"), .year_group = read.whole_number_if_any("year", "", 0, 13)};
}

ListScreen load_list_screen(const Request& request, Context& context)
{
    return context.read([&](Transaction& tx) {
        ListScreen screen{.words = std::string{trimmed(request.query("q"))}, .filters = filters_of(tx, context.who, request)};
        screen.page = ui::page_asked_for(request.query("page"));
        screen.rows = rows_asked_for(request.query("rows"));
        const std::size_t skipped = static_cast<std::size_t>(screen.page - 1) * screen.rows;
        if (is_extended(request)) {
            screen.pupils = all_listed(tx, context.who, request, filter_of(request));
            screen.count = screen.pupils.size();
            screen.pupils.erase(screen.pupils.begin(), screen.pupils.begin() + static_cast<std::ptrdiff_t>(std::min(skipped, screen.count)));
            if (screen.pupils.size() > screen.rows) screen.pupils.erase(screen.pupils.begin() + static_cast<std::ptrdiff_t>(screen.rows), screen.pupils.end());
        } else {
            auto found = page_of_pupils(tx, context.who, filter_of(request), skipped, screen.rows);
            screen.pupils = std::move(found.rows);
            screen.count = found.count;
        }
        screen.may_create = people::may(context.who.role, Permission::create_pupils);
        screen.may_look_in_emergency = may_look_in_emergency(context.who.role);
        screen.may_see_emergencies = people::may(context.who.role, Permission::see_pupil_access);
        return screen;
    });
}

std::string address(const ListScreen& screen, int page = 1, std::string_view without = {}, std::string_view path = "/pupils")
{
    std::string query;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (value.empty() || name == without) return;
        query += (query.empty() ? "?" : "&") + std::string{name} + "=" + percent_encoded(value);
    };
    add("q", screen.words);
    for (const auto& filter : screen.filters) add(filter.name, filter.value);
    add("rows", screen.rows == ui::rows_a_page || without == "rows" ? "" : std::to_string(screen.rows));
    add("page", page > 1 ? std::to_string(page) : "");
    return std::string{path} + query;
}

void results_view(ui::Buffer& out, const ListScreen& screen)
{
    std::vector<std::vector<ui::TableCell>> rows;
    rows.reserve(screen.pupils.size());
    for (const PupilSummary& pupil : screen.pupils) {
        Identity who = identity_of(pupil);
        auto marks = ui::render([&](ui::Buffer& cell) {
            if (!who.sen.empty()) ui::tag(cell, who.sen, ui::TagColour::blue);
            if (!who.care.empty()) ui::tag(cell, who.care, ui::TagColour::purple);
            if (!who.address.empty()) ui::tag(cell, who.address, ui::TagColour::red);
        });
        auto& row = rows.emplace_back();
        row.reserve(4);
        row.emplace_back(ui::two_lines(ui::link_html(who.href, who.name), who.reference));
        row.emplace_back(std::move(who.year));
        row.emplace_back(std::move(who.school));
        row.emplace_back(marks.empty() ? ui::Content{"None recorded"} : ui::Content{std::move(marks)});
    }
    ui::table(out, {.caption = "Pupils", .caption_classes = "govuk-visually-hidden", .head = {"Child", "Year", "School", "Needs and care"},
                    .rows = std::move(rows), .first_cell_is_header = true});
    ui::pages(out, screen.page, static_cast<int>((screen.count + screen.rows - 1) / screen.rows), [&](int number) { return address(screen, number); });
}

void list_view(ui::Buffer& out, const ListScreen& screen)
{
    ui::page(out, {.title = "Pupils", .wide = true}, [&](ui::Buffer& body) {
        if (screen.may_create) ui::paragraph(body, ui::link_html("/pupils/match", "Find or add a child"));
        if (screen.may_look_in_emergency) ui::paragraph(body, ui::link_html("/emergency-access", "A child whom you do not see here is in danger"));
        if (screen.may_see_emergencies) ui::paragraph(body, ui::link_html("/emergency-access/reviews", "Records opened in an emergency"));
        Form form;
        form.set("q", screen.words);
        std::vector<ui::ChosenFilter> chosen;
        if (!screen.words.empty()) chosen.push_back({"Name, reference or UPN", screen.words, address(screen, 1, "q")});
        for (const auto& filter : screen.filters) {
            form.set(filter.name, filter.value);
            if (!filter.value.empty()) chosen.push_back({filter.label, filter.value_words(), address(screen, 1, filter.name)});
        }
        const bool is_filtered = !chosen.empty();
        std::vector<ui::Choice> rows;
        for (const std::size_t number : rows_to_choose) rows.push_back({std::to_string(number), with_commas(static_cast<long long>(number))});
        form.set("rows", std::to_string(screen.rows));
        ui::filter_page(body,
                        {.action = "/pupils",
                         .count = counted(static_cast<long long>(screen.count), "pupil"),
                         .chosen = std::move(chosen),
                         .downloads = {{"Download as CSV", address(screen, 1, {}, "/pupils/export.csv")}},
                         .empty = screen.count > 0 ? ""
                                  : is_filtered  ? "No pupils match. Take a filter away to see more."
                                                 : "No pupils yet. You see a child here when your organisation has a reason to: a roll, a referral, a place."},
                        [&](ui::Buffer& filters) {
                            ui::text_field(filters, {.name = "q", .label = "Name, reference or UPN", .hint = "Beginnings of names, in any order", .type = "search"}, form);
                            for (const auto& filter : screen.filters)
                                if (!filter.choices.empty())
                                    ui::select_field(filters, {.name = filter.name, .label = filter.label, .items = filter.choices, .empty_text = "Any"}, form);
                            ui::select_field(filters, {.name = "rows", .label = "Rows on a page", .items = rows, .empty_text = ""}, form);
                        },
                        [&](ui::Buffer& results) { results_view(results, screen); });
    });
}

}  // namespace

Result<Response> show_list(const Request& request, Context& context)
{
    ui::Buffer out;
    list_view(out, load_list_screen(request, context));
    return html(200, out.take());
}

Result<Response> export_list(const Request& request, Context& context)
{
    CsvWriter csv{{"reference", "known_as", "last_name", "born", "year_group", "school", "sen", "looked_after", "address_protected"}};
    for (const auto& pupil : context.read([&](Transaction& tx) { return all_listed(tx, context.who, request, filter_of(request)); }))
        csv.row({pupil.reference, pupil.known_as, pupil.last_name, iso(pupil.born), pupil.year_group ? std::to_string(*pupil.year_group) : "",
                 pupil.school_name, std::string{enum_text(pupil.sen)}, pupil.looked_after ? "true" : "false", pupil.address_protected ? "true" : "false"});
    return csv_download("pupils.csv", csv.text());
}

}  // namespace waymark::pupils
