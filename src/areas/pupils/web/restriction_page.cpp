// /pupils/{pupil}/people/{contact}/restriction: what a court, or whoever else may, forbids about somebody to ring.
#include <algorithm>

#include "pupils/actions/restrict_contact.hpp"
#include "pupils/web/pages.hpp"
#include "pupils/web/parts.hpp"

namespace waymark::pupils {
namespace {

struct RestrictionScreen {
    PupilSummary pupil;
    Contact contact;
    std::vector<ContactRestriction> restrictions;
    [[nodiscard]] std::string href() const { return "/pupils/" + pupil.reference + "/people/" + contact.id.text() + "/restriction"; }
};

Result<RestrictionScreen> load_restrictions(const Request& request, Context& context)
{
    return context.read([&](Transaction& tx) -> Result<RestrictionScreen> {
        RestrictionScreen screen{.pupil = TRY(pupil_of_page(tx, request.path("pupil"))), .contact = {}, .restrictions = {}};
        const auto contacts = contacts_of(tx, screen.pupil.id);
        const auto found = std::ranges::find(contacts, Id::parse(request.path("contact")).value_or(Id{}), &Contact::id);
        if (found == contacts.end()) return not_found("contact.not_found", "There is no such contact.");
        screen.contact = *found;
        screen.restrictions = restrictions_of(tx, screen.pupil.id);
        std::erase_if(screen.restrictions, [&](const ContactRestriction& one) { return one.contact != screen.contact.id; });
        return screen;
    });
}

/// What stands on record, each with a way to end it while it holds or is to come.
void recorded_view(ui::Buffer& out, const RestrictionScreen& screen, Date today)
{
    for (const ContactRestriction& restriction : screen.restrictions) {
        ui::summary_list(out, {.rows = {{"Who forbids it", restriction.source}, {"When", days_text(restriction.days)}},
                               .card = ui::SummaryCard{.title = ui::SummaryCardTitle{restriction_words(restriction.kind), 3}}});
        if (restriction.days.to && *restriction.days.to < today) continue;
        ui::form(out, {.action = screen.href() + "/end"}, [&](ui::Buffer& inside) {
            ui::hidden_field(inside, "restriction", restriction.id.text());
            Form last_day;
            last_day.set("to", iso(std::max(today - Days{1}, restriction.days.from)));
            ui::details(inside, {.summary = "It ends", .text = ui::render([&](ui::Buffer& part) {
                ui::date_field(part, {.name = "to", .legend = "Last day", .hint = "Yesterday ends it at once. It stays on the record."}, last_day);
                ui::button(part, {.text = "End this restriction", .classes = "govuk-button--secondary"});
            })});
        });
    }
}

Response restriction_page(int status, const RestrictionScreen& screen, Date today, const Form& form)
{
    ui::Buffer out;
    ui::page(out, {.title = "Court orders and other restrictions", .record = screen.pupil.reference,
                   .back = ui::Link{"Back to people", "/pupils/" + screen.pupil.reference + "/people"}, .problems = form.problems, .caption = screen.contact.name}, [&](ui::Buffer& body) {
        ui::paragraph(body, "Record what somebody who may decide it has forbidden about this person. It is shown wherever the person or the child’s address is shown, and letters that go against it are not let out.");
        if (!screen.restrictions.empty()) ui::section(body, "On record", [&](ui::Buffer& inside) { recorded_view(inside, screen, today); });
        ui::section(body, "Record a restriction", [&](ui::Buffer& inside) {
            ui::form(inside, {.action = screen.href()}, [&](ui::Buffer& fields) {
                ui::radios_field(fields, {.name = "kind", .legend = "What is forbidden?", .items = ui::choices<RestrictionKind>(restriction_words)}, form);
                ui::text_field(fields, {.name = "source", .label = "Who forbids it?", .hint = "For example, prohibited steps order, Harrowdale Family Court, 3 March 2026"}, form);
                ui::date_field(fields, {.name = "from", .legend = "First day", .hint = "For example, 3 3 2026"}, form);
                ui::date_field(fields, {.name = "to", .legend = "Last day, if it names one", .hint = "Leave empty if it does not"}, form);
                ui::submit_row(fields, {.text = "Record the restriction"});
            });
        });
    });
    return html(status, out.take());
}

}  // namespace

Result<Response> show_restriction(const Request& request, Context& context)
{
    return restriction_page(200, TRY(load_restrictions(request, context)), context.today, {});
}

Result<Response> submit_restriction(const Request& request, Context& context)
{
    const Form form = request.form();
    FormReader read{form};
    const auto screen = TRY(load_restrictions(request, context));
    const RestrictContact command{.contact = screen.contact.id, .kind = read.one_of_if_any<RestrictionKind>("kind"), .source = read.text_if_any("source", 500),
                                  .days = {read.date("from", "the first day"), read.date_if_any("to", "the last day")}};
    Problems typed = read.problems();
    if (!typed.empty()) typed.append(problems_with(command.kind, command.source, {}));  // all at once
    const auto done = typed.empty() ? restrict_contact(context, screen.pupil.id, command) : typed.as_result();
    if (done) return see_other_with_success("/pupils/" + screen.pupil.reference + "/people", "Restriction recorded");
    if (!done.error().correctable()) return std::unexpected(done.error());
    return restriction_page(422, screen, context.today, form.with(done.error()));
}

Result<Response> submit_restriction_end(const Request& request, Context& context)
{
    const Form form = request.form();
    FormReader read{form};
    const auto screen = TRY(load_restrictions(request, context));
    const Id restriction = read.id<Id>("restriction", "Choose the restriction.");
    const Date last_day = read.date("to", "the last day");
    const auto done = read.problems().empty() ? lift_restriction(context, screen.pupil.id, screen.contact.id, restriction, last_day) : read.result();
    if (done) return see_other_with_success("/pupils/" + screen.pupil.reference + "/people", "The restriction has an end");
    if (!done.error().correctable()) return std::unexpected(done.error());
    Form nothing_typed;  // the form below is for another restriction
    return restriction_page(422, screen, context.today, nothing_typed.with(done.error()));
}

}  // namespace waymark::pupils
