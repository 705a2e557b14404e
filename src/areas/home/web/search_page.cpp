// One box: children by name, reference or UPN, providers by name; only what this person may see.
#include <fmt/format.h>

#include "directory/store/provider_names.hpp"
#include "foundation/text.hpp"
#include "home/web/pages.hpp"
#include "people/rules/roles.hpp"
#include "platform/http/url.hpp"
#include "pupils/store/pupil_page.hpp"
#include "ui/ui.hpp"

namespace waymark::home {
namespace {

constexpr std::size_t rows_max = 50;  // of each: whoever finds more types more, or goes to the list

struct SearchScreen {
    std::string words;
    pupils::PupilPage children;
    directory::ProvidersNamed providers;
    [[nodiscard]] bool found() const { return children.count > 0 || providers.count > 0; }
};

SearchScreen load_search_screen(const Request& request, Context& context)
{
    SearchScreen screen{.words = std::string{trimmed(request.query("q"))}};
    if (folded_for_search(screen.words).empty()) return screen;
    context.read([&](Transaction& tx) {
        if (people::may(context.who.role, Permission::see_pupils))
            screen.children = pupils::page_of_pupils(tx, context.who, {.words = screen.words}, 0, rows_max);
        if (people::may(context.who.role, Permission::see_providers)) screen.providers = directory::providers_named(tx, screen.words, rows_max);
    });
    return screen;
}

/// "34 providers", or "The first 50 of 178 providers".
std::string caption(std::size_t shown, std::size_t found, std::string_view one, std::string_view many)
{
    const std::string all = counted(static_cast<long long>(found), one, many);
    return shown == found ? all : fmt::format("The first {} of {}", shown, all);
}

void search_view(ui::Buffer& out, const SearchScreen& screen)
{
    ui::page(out, {.title = "Search"}, [&](ui::Buffer& body) {
        Form form;
        form.set("q", screen.words);
        ui::form(body, {.method = "get"}, [&](ui::Buffer& inner) {
            ui::text_field(inner, {.name = "q", .label = "A name, reference, UPN or provider", .hint = "The beginning of each name is enough, in any order.",
                                   .width = ui::BoxWidth::thirty, .type = "search"}, form);
            ui::submit_row(inner, {.text = "Search"});
        });
        if (screen.words.empty()) return;
        if (!screen.found()) ui::empty_state(body, fmt::format("Nothing you can see matches “{}”. Try the beginning of one name alone, or the reference.", screen.words));
        if (screen.children.count > 0) {
            ui::TableOptions table{.caption = caption(screen.children.rows.size(), screen.children.count, "young person", "young people"),
                                   .head = {"Name", "Reference", "Year", "School"}, .first_cell_is_header = true};
            for (const auto& child : screen.children.rows) {
                const auto who = pupils::identity_of(child);
                table.rows.push_back({ui::TableCell{ui::link_html(who.href, who.name)}, who.reference, who.year, who.school});
            }
            ui::table(body, table);
            if (screen.children.count > rows_max)
                ui::paragraph(body, ui::link_html("/pupils?q=" + percent_encoded(screen.words), fmt::format("All {} young people found", with_commas(static_cast<long long>(screen.children.count)))));
        }
        if (screen.providers.count > 0) {
            ui::TableOptions table{.caption = caption(screen.providers.first.size(), screen.providers.count, "provider", "providers"), .head = {"Provider", "Kind"}, .first_cell_is_header = true};
            for (const auto& provider : screen.providers.first)
                table.rows.push_back({ui::TableCell{ui::link_html("/providers/" + provider.id.text(), provider.name)}, directory::registration_words(provider.registration)});
            ui::table(body, table);
        }
    });
}

}  // namespace

Result<Response> show_search(const Request& request, Context& context)
{
    const SearchScreen screen = load_search_screen(request, context);
    return html(200, ui::render([&](ui::Buffer& out) { search_view(out, screen); }).markup());
}

}  // namespace waymark::home
