// Before anything is shown: the second fact; and a new link for one that has stopped working. A link that never was, one that is used,
// and one whose time is over read the same.
#include "family/actions/family_links.hpp"
#include "family/web/pages.hpp"
#include "foundation/form.hpp"
#include "platform/access/cookies.hpp"
#include "platform/outbox/outbox.hpp"

namespace waymark::family {
namespace {

Response stopped_page(const Request& request, Context& context)
{
    return family_page(request, context, {.title = "This link has stopped working", .status = 410, .problems = {}, .back = {}, .is_visiting = false}, [&](ui::Buffer& body) {
        ui::paragraph(body, "It has stopped working to keep you safe. A link works once, and only for a while.");
        if (!outbox::origin_of_links()) return ui::paragraph(body, "Ring us. We can give you a new one.");
        ui::paragraph(body, "We can send a new one. It goes to the e-mail address that we have for you.");
        ui::form(body, {.action = family_href(request, "new-link")}, [](ui::Buffer& form) { ui::submit_row(form, {.text = "Send me a new link"}); });
    });
}

Response ask_page(const Request& request, Context& context, int status, const Form& form)
{
    return family_page(request, context, {.title = "Before we show you this", .status = status, .problems = form.problems, .back = {}, .is_visiting = false}, [&](ui::Buffer& body) {
        ui::paragraph(body, "We want to be sure that it is you.");
        ui::form(body, {.action = family_href(request, "open")}, [&](ui::Buffer& fields) {
            ui::date_field(fields, {.name = "born", .legend = "What is your child’s date of birth?", .hint = "For example, 27 3 2012", .size = ui::LabelSize::medium}, form);
            ui::submit_row(fields, {.text = "Open"});
        });
    });
}

}  // namespace

Result<Response> show_open(const Request& request, Context& context)
{
    if (context.who.family) return see_other(family_href(request));
    return is_waiting(context, request.path("family")) ? ask_page(request, context, 200, Form{}) : stopped_page(request, context);
}

Result<Response> submit_open(const Request& request, Context& context)
{
    const std::string& token = request.path("family");
    if (!is_waiting(context, token)) return stopped_page(request, context);
    const Form form = request.form();
    FormReader read{form};
    const Date born = read.date("born", "your child’s date of birth");
    if (const auto typed = read.result(); !typed) return ask_page(request, context, 422, form.with(typed.error()));
    const auto opened = open_with_birth_date(context, token, born);
    if (opened) return see_other(family_href(request)).with_header("Set-Cookie", access::set_family_cookie(request, token, *opened));
    if (opened.error().kind() == ProblemKind::not_found) return stopped_page(request, context);
    return ask_page(request, context, 422, form.with(opened.error()));
}

Result<Response> submit_new_link(const Request& request, Context& context)
{
    renew_link(context, request.path("family"));
    return family_page(request, context, {.title = "Look at your e-mail", .problems = {}, .back = {}, .is_visiting = false}, [](ui::Buffer& body) {
        ui::paragraph(body, "If we have an e-mail address for you, a new link is on its way to it.");
        ui::paragraph(body, "Has nothing come in ten minutes? Look in your junk mail. Then ring us.");
    });
}

}  // namespace waymark::family
