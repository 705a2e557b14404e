// One box: children by name, reference or UPN, providers by name; only what this person may see.
#include <fmt/format.h>

#include "directory/store/provider_names.hpp"
#include "foundation/text.hpp"
#include "home/web/pages.hpp"
#include "people/rules/roles.hpp"
#include "pupils/store/pupils.hpp"
#include "ui/ui.hpp"

namespace waymark::home {
namespace {

struct SearchScreen {
    std::string words;
    std::vector<pupils::PupilSummary> children;
    std::vector<directory::ProviderName> providers;
    [[nodiscard]] bool found() const { return !children.empty() || !providers.empty(); }
};

SearchScreen load_search_screen(const Request& request, Context& context)
{
    SearchScreen screen{.words = std::string{trimmed(request.query("q"))}};
    const std::string folded = folded_for_search(screen.words);
    if (folded.empty()) return screen;
    context.read([&](Transaction& tx) {
        if (people::may(context.who.role, Permission::see_pupils)) screen.children = pupils::list_pupils(tx, context.who, {.words = screen.words});
        if (people::may(context.who.role, Permission::see_providers))
            screen.providers = directory::providers_named(tx, folded);
    });
    return screen;
}

void search_view(ui::Buffer& out, const SearchScreen& screen)
{
    ui::page(out, {.title = "Search"}, [&](ui::Buffer& body) {
        Form form;
        form.set("q", screen.words);
        ui::form(body, {.method = "get"}, [&](ui::Buffer& inner) {
            ui::text_field(inner, {.name = "q", .label = "A name, reference, UPN or provider", .width = ui::BoxWidth::thirty, .type = "search"}, form);
            ui::submit_row(inner, {.text = "Search"});
        });
        if (screen.words.empty()) return;
        if (!screen.found()) ui::empty_state(body, fmt::format("Nothing you can see matches “{}”. Try part of a name, or the reference.", screen.words));
        if (!screen.children.empty()) {
            ui::TableOptions table{.caption = counted(static_cast<long long>(screen.children.size()), "young person", "young people"),
                                   .head = {"Name", "Reference", "Year", "School"}, .first_cell_is_header = true};
            for (const auto& child : screen.children) {
                const auto who = pupils::identity_of(child);
                table.rows.push_back({ui::TableCell{ui::link_html(who.href, who.name)}, who.reference, who.year, who.school});
            }
            ui::table(body, table);
        }
        if (!screen.providers.empty()) {
            ui::TableOptions table{.caption = counted(static_cast<long long>(screen.providers.size()), "provider"), .head = {"Provider", "Kind"}, .first_cell_is_header = true};
            for (const auto& provider : screen.providers)
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
