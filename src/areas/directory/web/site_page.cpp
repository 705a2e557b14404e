// Adding, changing and closing one site.
#include <algorithm>

#include "directory/actions/keep_site.hpp"
#include "directory/store/providers.hpp"
#include "directory/web/pages.hpp"
#include "directory/web/show.hpp"

namespace waymark::directory {
namespace {

struct SiteScreen {
    Provider provider;
    std::optional<Site> site;  // none: a new one
};

Result<SiteScreen> load_site_screen(const Request& request, Context& context)
{
    const auto id = TRY(provider_in_path(request, context));
    TRY(check_may_edit(context, id));
    return context.read([&](Transaction& tx) -> Result<SiteScreen> {
        SiteScreen screen{.provider = TRY(provider_or_problem(tx, id)), .site = {}};
        if (request.path("site") == "new") return screen;
        const auto wanted = TRY(request.path_id<SiteId>("site"));
        for (const auto& site : sites(tx, id))
            if (site.id == wanted) screen.site = site;
        if (!screen.site) return not_found("directory.no_such_site", "There is no such site.");
        return screen;
    });
}

void site_view(ui::Buffer& out, const SiteScreen& screen, const Form& form)
{
    const std::string back = provider_href(screen.provider.id, "edit");
    ui::page(out, {.title = screen.site ? "Change a site" : "Add a site", .record = screen.provider.name, .back = ui::Link{"Back", back},
                   .problems = form.problems, .caption = screen.provider.name, .about_a_person = false}, [&](ui::Buffer& body) {
        if (screen.site && !screen.site->point.known())
            ui::inset_text(body, {.text = "We do not know where " + screen.site->postcode + " is, so searches by distance do not find this site."});
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "version", form.value("version"));
            ui::text_field(inner, {.name = "name", .label = "Name of the site", .hint = "For example, Main site", .width = ui::BoxWidth::twenty}, form);
            ui::text_area_field(inner, {.name = "address", .label = "Address, without the postcode", .rows = 3}, form);
            ui::text_field(inner, {.name = "postcode", .label = "Postcode", .width = ui::BoxWidth::ten}, form);
            ui::text_area_field(inner, {.name = "access_notes", .label = "Getting there and getting in",
                                        .hint = "Buses, parking, steps, toilets, quiet entrances", .rows = 3, .characters_max = 600}, form);
            ui::submit_row(inner, {.text = "Save site", .cancel = {"Cancel", back}});
        });
        if (screen.site) ui::paragraph(body, ui::link_html(provider_href(screen.provider.id, "edit/sites/" + screen.site->id.text() + "/close"), "Close this site"));
    });
}

void close_site_view(ui::Buffer& out, const SiteScreen& screen, const Form& form)
{
    const std::string back = provider_href(screen.provider.id, "edit/sites/" + screen.site->id.text());
    ui::page(out, {.title = "Close “" + screen.site->name + "”", .record = screen.provider.name, .back = ui::Link{"Back", back},
                   .problems = form.problems, .caption = screen.provider.name, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::paragraph(body, "From that day on it is no longer listed. What happened there stays on record.");
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::hidden_field(inner, "version", form.value("version"));
            ui::date_field(inner, {.name = "closed_on", .legend = "When does it close?", .hint = "For example, 18 12 2026"}, form);
            ui::submit_row(inner, {.text = "Close site", .warning = true, .cancel = {"Keep it open", back}});
        });
    });
}

}  // namespace

Result<Response> show_site(const Request& request, Context& context)
{
    const auto screen = TRY(load_site_screen(request, context));
    Form form;
    if (screen.site) {
        for (const auto& [field, value] : fields_of(*screen.site)) form.set(field, value);
        form.set("version", std::to_string(screen.site->version));
    }
    return page_of(200, [&](ui::Buffer& out) { site_view(out, screen, form); });
}

Result<Response> submit_site(const Request& request, Context& context)
{
    const auto screen = TRY(load_site_screen(request, context));
    const Form form = request.form();
    const SiteDetails details{std::string{form.value("name")}, std::string{form.value("address")}, std::string{form.value("postcode")},
                              std::string{form.value("access_notes")}};
    const auto saved = [&]() -> Result<void> {
        if (!screen.site) {
            TRY(add_site(context, screen.provider.id, details));
            return {};
        }
        FormReader read{form};
        const int version = read.seen_version();
        TRY(read.result());
        return save_site(context, screen.provider.id, screen.site->id, version, details);
    }();
    if (saved) return see_other_with_success(provider_href(screen.provider.id, "edit"), "Site saved.");
    if (!saved.error().correctable()) return std::unexpected(saved.error());
    return page_of(422, [&](ui::Buffer& out) { site_view(out, screen, form.with(saved.error())); });
}

Result<Response> show_close_site(const Request& request, Context& context)
{
    const auto screen = TRY(load_site_screen(request, context));
    if (!screen.site) return not_found("directory.no_such_site", "There is no such site.");
    Form form;
    form.set("version", std::to_string(screen.site->version));
    return page_of(200, [&](ui::Buffer& out) { close_site_view(out, screen, form); });
}

Result<Response> submit_close_site(const Request& request, Context& context)
{
    const auto screen = TRY(load_site_screen(request, context));
    if (!screen.site) return not_found("directory.no_such_site", "There is no such site.");
    const Form form = request.form();
    const auto closed = [&]() -> Result<void> {
        FormReader read{form};
        const Date day = read.date("closed_on", "the day it closes");
        const int version = read.seen_version();
        TRY(read.result());
        return close_site(context, screen.provider.id, screen.site->id, version, day);
    }();
    if (closed) return see_other_with_success(provider_href(screen.provider.id, "edit"), "Site closed.");
    if (!closed.error().correctable()) return std::unexpected(closed.error());
    return page_of(422, [&](ui::Buffer& out) { close_site_view(out, screen, form.with(closed.error())); });
}

}  // namespace waymark::directory
