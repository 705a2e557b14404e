// What all pages of a family share.
#include "family/web/pages.hpp"

namespace waymark::family {

void ring_view(ui::Buffer& out, const WhoToRing& ring, std::string_view officer)
{
    const std::string whom = officer.empty() ? ring.name : std::string{officer} + " at " + ring.name;
    if (ring.telephone.empty()) return ui::paragraph(out, "Need help? Ask " + whom + ".");
    ui::paragraph(out, ui::render([&](ui::Buffer& text) {
        text.text("Need help? Ring " + whom + " on ");
        text.html(ui::telephone(ring.telephone));
        text.text(".");
    }));
}

std::string family_href(const Request& request, std::string_view part)
{
    return "/f/" + request.path("family") + (part.empty() ? "" : "/") + std::string{part};
}

Response family_page(const Request& request, Context& context, const FamilyPage& page, const std::function<void(ui::Buffer&)>& body)
{
    ui::Shell shell = ui::current_shell();
    shell.has_account = false;
    const ui::ShellScope scope{shell};
    ui::Buffer out;
    ui::page(out, {.title = page.title, .back = page.back, .problems = page.problems, .about_a_person = page.is_visiting}, [&](ui::Buffer& inside) {
        ui::exit_this_page(inside, {.text = "Leave this page"});
        body(inside);
        if (!page.says_whom_to_ring) ring_view(inside, context.read([](Transaction& tx) { return who_to_ring(tx); }));
        if (!page.is_visiting) return;
        if (request.url_path != family_href(request, "unhappy")) ui::paragraph(inside, ui::link_html(family_href(request, "unhappy"), "I am not happy about something"));
        ui::form(inside, {.action = family_href(request, "leave")}, [](ui::Buffer& form) {
            ui::button(form, {.text = "I have finished: close these pages", .classes = "govuk-button--secondary"});
        });
    });
    return html(page.status, out.take()).with_header("Referrer-Policy", "no-referrer");
}

}  // namespace waymark::family
