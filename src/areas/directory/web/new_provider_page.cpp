// Adding a provider: its name, and its number in the national register if it has one. Everything else follows in its profile.
#include "directory/actions/keep_provider.hpp"
#include "directory/store/providers.hpp"
#include "directory/web/pages.hpp"
#include "directory/web/show.hpp"

namespace waymark::directory {
namespace {

void new_provider_view(ui::Buffer& out, const Form& form)
{
    ui::page(out, {.title = "Add a provider", .back = ui::Link{"Back to providers", "/providers"}, .problems = form.problems, .about_a_person = false}, [&](ui::Buffer& body) {
        ui::form(body, {}, [&](ui::Buffer& inner) {
            ui::text_field(inner, {.name = "name", .label = "Name"}, form);
            ui::radios_field(inner, {.name = "registered", .legend = "Is it a registered school or college?", .items = {
                {.value = "yes", .text = "Yes", .conditional = ui::render([&](ui::Buffer& more) {
                    ui::text_field(more, {.name = "urn", .label = "Unique reference number (URN)", .hint = "Six digits. Its kind comes from the national register.",
                                          .width = ui::BoxWidth::ten, .inputmode = "numeric"}, form);
                    ui::checkboxes_field(more, {.name = "hospital", .legend = "Hospital school", .items = {{"yes", "It is a hospital school, which the register does not tell apart"}}, .compact = true}, form);
                })},
                {.value = "no", .text = "No"}}}, form);
            ui::radios_field(inner, {.name = "in_authority", .legend = "Is it in this area?", .items = ui::yes_or_no(), .inline_items = true}, form);
            ui::text_field(inner, {.name = "telephone", .label = "Telephone", .width = ui::BoxWidth::twenty, .type = "tel"}, form);
            ui::text_field(inner, {.name = "email", .label = "Email", .width = ui::BoxWidth::thirty, .type = "email"}, form);
            ui::text_field(inner, {.name = "postcode", .label = "Postcode of the office", .width = ui::BoxWidth::ten}, form);
            ui::submit_row(inner, {.text = "Add provider", .cancel = {"Cancel", "/providers"}});
        });
    });
}

Result<OrganisationId> add_as_typed(Context& context, const Form& form)
{
    FormReader read{form};
    AddProvider command{.name = read.text("name", "Enter the name of the provider.", 200)};
    const auto registered = form.value("registered");
    if (registered != "yes" && registered != "no") read.problem("registered", "Say whether it is a registered school or college.");
    if (registered == "yes") command.urn = read.text("urn", "Enter its URN, six digits.", 10);
    command.is_hospital_school = registered == "yes" && read.checked("hospital");
    const auto here = form.value("in_authority");
    if (here != "yes" && here != "no") read.problem("in_authority", "Say whether it is in this area.");
    command.in_authority = here == "yes";
    command.telephone = read.text_if_any("telephone", 40);
    command.email = read.text_if_any("email", 200);
    command.postcode = read.text_if_any("postcode", 10);
    TRY(read.result());
    return add_provider(context, command);
}

}  // namespace

Result<Response> show_new_provider(const Request&, Context& context)
{
    if (context.who.role != Role::commissioner) return not_found("directory.no_such_page", "There is no such page.");
    Form form;
    form.set("in_authority", "yes");
    return page_of(200, [&](ui::Buffer& out) { new_provider_view(out, form); });
}

Result<Response> submit_new_provider(const Request& request, Context& context)
{
    if (context.who.role != Role::commissioner) return not_found("directory.no_such_page", "There is no such page.");
    const Form form = request.form();
    const auto added = add_as_typed(context, form);
    if (added) return see_other_with_success(provider_href(*added, "edit"), "Provider added. Complete its profile.");
    if (!added.error().correctable()) return std::unexpected(added.error());
    return page_of(422, [&](ui::Buffer& out) { new_provider_view(out, form.with(added.error())); });
}

}  // namespace waymark::directory
