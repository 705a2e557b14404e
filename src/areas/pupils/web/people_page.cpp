// Whom to ring, where the child lives, and which rolls they stand on.
#include "foundation/text.hpp"
#include "people/rules/roles.hpp"
#include "pupils/actions/keep_record.hpp"
#include "pupils/rules/rolls.hpp"
#include "pupils/store/contact_restrictions.hpp"
#include "pupils/web/pages.hpp"
#include "pupils/web/panels.hpp"
#include "pupils/web/parts.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::pupils {
namespace {

struct PeopleScreen {
    PupilSummary pupil;
    Pupil record;
    std::vector<Contact> contacts;
    std::vector<ContactRestriction> restrictions;
    std::vector<Enrolment> enrolments;
    Problems roll_problems;
    bool may_edit = false;
    bool may_see_address = false;
};

Result<PeopleScreen> load_people_screen(Context& context, std::string_view reference)
{
    return context.read([&](Transaction& tx) -> Result<PeopleScreen> {
        PeopleScreen screen{.pupil = TRY(pupil_of_page(tx, reference))};
        screen.record = *find_pupil(tx, screen.pupil.id);
        screen.contacts = contacts_of(tx, screen.pupil.id);
        screen.restrictions = restrictions_of(tx, screen.pupil.id);
        screen.enrolments = enrolments_of(tx, screen.pupil.id);
        screen.roll_problems = problems_with_rolls(screen.enrolments, context.today);
        screen.may_edit = people::may(context.who.role, Permission::edit_pupils);
        screen.may_see_address = screen.pupil.address_protected ? may_see_protected_address(context.who.role) : !sees_need_only(context.who);
        return screen;
    });
}

void contact_form(ui::Buffer& out, const Form& form)
{
    ui::form(out, {}, [&](ui::Buffer& inside) {
        ui::text_field(inside, {.name = "name", .label = "Full name", .width = ui::BoxWidth::twenty}, form);
        ui::text_field(inside, {.name = "relation", .label = "Relation to the child", .hint = "For example, mother, foster carer, social worker", .width = ui::BoxWidth::twenty}, form);
        ui::text_field(inside, {.name = "telephone", .label = "Telephone number", .width = ui::BoxWidth::twenty, .type = "tel"}, form);
        ui::text_field(inside, {.name = "email", .label = "E-mail address", .width = ui::BoxWidth::thirty, .type = "email"}, form);
        ui::radios_field(inside, {.name = "parental_responsibility", .legend = "Do they have parental responsibility?", .items = ui::yes_or_no(), .inline_items = true}, form);
        ui::checkboxes_field(inside, {.name = "do_not_contact", .legend = "Contact", .items = {{"yes", "This person must not be contacted"}}}, form);
        ui::submit_row(inside, {.text = "Add contact"});
    });
}

/// Beside the address stands who must not be told it.
void address_warnings(ui::Buffer& out, const PeopleScreen& screen, Date today)
{
    for (const Contact& contact : screen.contacts)
        for (const auto& restriction : restrictions_on(screen.restrictions, contact.id, today))
            if (restriction.kind == RestrictionKind::address_not_given) ui::alert(out, ui::AlertKind::warning, warning_words(restriction), contact.name);
}

Response people_page(int status, const PeopleScreen& screen, const Context& context, const Form& form)
{
    const Date today = context.today;
    const Who& who = context.who;
    ui::Buffer out;
    ui::page(out, page_options(screen.pupil, "People", form.problems), [&](ui::Buffer& body) {
        pupil_head(body, screen.pupil, head_options(who, "People", "people"));
        for (const auto& problem : screen.roll_problems) ui::alert(body, ui::AlertKind::warning, problem.message, "The rolls do not add up");
        ui::section(body, "People to ring", [&](ui::Buffer& inside) {
            if (screen.contacts.empty()) ui::paragraph(inside, "No contacts are recorded.");
            for (const Contact& contact : screen.contacts) {
                contact_view(inside, contact, restrictions_on(screen.restrictions, contact.id, today));
                if (screen.may_edit)
                    ui::paragraph(inside, ui::link_html("/pupils/" + screen.pupil.reference + "/people/" + contact.id.text() + "/restriction", "Court orders and other restrictions", "about " + contact.name));
                for (const auto& more : pupil_extensions().contact_links)
                    if (const auto link = more(who, screen.pupil, contact)) ui::paragraph(inside, *link);
            }
        });
        ui::section(body, "Home", [&](ui::Buffer& inside) {
            address_warnings(inside, screen, today);
            const std::string address = screen.record.address + (screen.record.postcode.empty() ? "" : "\n" + screen.record.postcode);
            ui::Content shown = screen.pupil.address_protected ? "Protected. Ask the commissioning team." : "You cannot see this. Ask the child’s school.";
            if (screen.may_see_address) shown = trimmed(address).empty() ? ui::or_not_recorded("") : ui::Content{ui::render([&](ui::Buffer& text) { ui::lines(text, trimmed(address)); })};
            ui::summary_list(inside, {.rows = {{"Address", shown}, {"UPN", ui::or_not_recorded(screen.record.upn.value_or(""))}}});
        });
        ui::section(body, "Rolls", [&](ui::Buffer& inside) {
            std::vector<std::vector<ui::TableCell>> rows;
            for (const Enrolment& enrolment : screen.enrolments)
                rows.push_back({enrolment.school_name, enrolment_status_name(enrolment.status), year_group_name(enrolment.year_group), days_text(enrolment.days),
                                !enrolment.leaving_ground.empty() ? enrolment.leaving_ground : enrolment.days.to ? "Not recorded" : "On the roll still"});
            if (rows.empty()) return ui::paragraph(inside, "The child has been on no roll that we know of.");
            ui::table(inside, {.caption = "Rolls", .caption_classes = "govuk-visually-hidden", .head = {"School", "Registration", "Year", "When", "Why it ended"}, .rows = rows, .first_cell_is_header = true});
        });
        if (screen.may_edit) ui::section(body, "Add a contact", [&](ui::Buffer& inside) { contact_form(inside, form); });
    });
    return html(status, out.take());
}

}  // namespace

Result<Response> show_people(const Request& request, Context& context)
{
    return people_page(200, TRY(load_people_screen(context, request.path("pupil"))), context, {});
}

Result<Response> submit_contact(const Request& request, Context& context)
{
    const Form form = request.form();
    FormReader read{form};
    const auto screen = TRY(load_people_screen(context, request.path("pupil")));
    const Contact contact{.name = read.text("name", "Enter the contact’s name", 200),
                          .relation = read.text("relation", "Enter how they are related to the child", 100),
                          .parental_responsibility = form.value("parental_responsibility") == "yes",
                          .may_contact = !form.sent("do_not_contact"),
                          .telephone = read.text_if_any("telephone", 50),
                          .email = read.text_if_any("email", 200)};
    if (!form.sent("parental_responsibility")) read.problem("parental_responsibility", "Say whether they have parental responsibility");
    const auto added = read.result() ? add_contact(context, screen.pupil.id, contact) : read.result();
    if (added) return see_other_with_success("/pupils/" + screen.pupil.reference + "/people", "Contact added");
    if (!added.error().correctable()) return std::unexpected(added.error());
    return people_page(422, screen, context, form.with(added.error()));
}

}  // namespace waymark::pupils
