// /pupils/{pupil}/people/{contact}/link: for whoever works with the child: sending the link, seeing whether it was opened, ending it.
#include <algorithm>

#include "family/actions/family_links.hpp"
#include "family/web/contact_rows.hpp"
#include "family/web/pages.hpp"
#include "foundation/form.hpp"
#include "foundation/text.hpp"
#include "foundation/uk_time.hpp"
#include "people/rules/roles.hpp"
#include "platform/http/origin.hpp"
#include "platform/outbox/outbox.hpp"
#include "pupils/store/contact_restrictions.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::family {
namespace {

struct LinkScreen {
    pupils::PupilSummary pupil;
    pupils::Contact contact;
    std::vector<FamilyLink> links;
    Problems against;  // whatever the form may say

    [[nodiscard]] std::string href() const { return contact_link_href(pupil.reference, contact.id); }
    [[nodiscard]] std::string people_href() const { return "/pupils/" + pupil.reference + "/people"; }
    [[nodiscard]] bool is_mailed() const { return outbox::origin_of_links() && !contact.email.empty(); }
};

Result<LinkScreen> load(const Request& request, Context& context)
{
    return context.read([&](Transaction& tx) -> Result<LinkScreen> {
        LinkScreen screen{.pupil = TRY(pupils::pupil_of_page(tx, request.path("pupil"))), .contact = {}, .links = {}, .against = {}};
        const auto contacts = pupils::contacts_of(tx, screen.pupil.id);
        const auto found = std::ranges::find(contacts, Id::parse(request.path("contact")).value_or(Id{}), &pupils::Contact::id);
        if (found == contacts.end()) return not_found("contact.not_found", "There is no such contact.");
        screen.contact = *found;
        screen.links = links_of(tx, screen.contact.id);
        screen.against = problems_with_reader(screen.contact, pupils::restrictions_of(tx, screen.pupil.id), tx.today(), true);
        return screen;
    });
}

void links_table(ui::Buffer& out, const LinkScreen& screen, Instant now)
{
    std::vector<std::vector<ui::TableCell>> rows;
    for (const auto& link : screen.links)
        rows.push_back({uk_date_time(link.made_at), link.was_sent ? "By e-mail" : "Handed over", std::string{state_words(state_of(link, now))},
                        link.opened_at ? ui::Content{uk_date_time(*link.opened_at)} : ui::Content{"Not opened"}});
    ui::table(out, {.caption = "Links so far", .caption_classes = "govuk-visually-hidden", .head = {"Made", "How", "State", "Opened"}, .rows = std::move(rows), .first_cell_is_header = true});
}

bool one_still_opens(const LinkScreen& screen, Instant now)
{
    return std::ranges::any_of(screen.links, [&](const FamilyLink& link) {
        const LinkState state = state_of(link, now);
        return state == LinkState::waiting || state == LinkState::open;
    });
}

void send_form(ui::Buffer& out, const LinkScreen& screen, const Form& form)
{
    ui::form(out, {.action = screen.href()}, [&](ui::Buffer& fields) {
        if (screen.is_mailed()) ui::paragraph(fields, "The link goes to " + screen.contact.email + ".");
        else ui::paragraph(fields, screen.contact.email.empty() ? "No e-mail address is recorded, so you hand the link over yourself." : "This service sends no e-mail, so you hand the link over yourself.");
        if (!screen.contact.parental_responsibility)
            ui::checkboxes_field(fields, {.name = "looks_after", .legend = "This person has no parental responsibility", .items = {{"yes", "They look after the child, and may know where the child is and what is planned"}}}, form);
        ui::submit_row(fields, {.text = screen.is_mailed() ? "Send link" : "Make link"});
    });
}

Response link_page(int status, const LinkScreen& screen, Instant now, const Form& form)
{
    ui::Buffer out;
    ui::page(out, {.title = "A link for the family", .record = screen.pupil.reference, .back = ui::Link{"Back to people", screen.people_href()}, .problems = form.problems, .caption = screen.contact.name + ", " + lower_ascii(screen.contact.relation)}, [&](ui::Buffer& body) {
        ui::paragraph(body, "The link opens pages that say where the child learns, on which days, what comes next and whom to ring. No account is needed. It asks for the child’s date of birth and works once, within " +
                                counted(LinkLimits{}.opens_within.count(), "day") + "; its reader can have another sent to the address on record.");
        if (!screen.links.empty()) ui::section(body, "Links so far", [&](ui::Buffer& inside) { links_table(inside, screen, now); });
        if (one_still_opens(screen, now))
            ui::form(body, {.action = screen.href() + "/end"}, [](ui::Buffer& inside) { ui::button(inside, {.text = "End the link", .classes = "govuk-button--warning"}); });
        for (const auto& problem : screen.against) ui::alert(body, ui::AlertKind::warning, problem.message, "No link can be sent");
        if (screen.against.empty()) ui::section(body, screen.links.empty() ? "Send a link" : "Send another", [&](ui::Buffer& inside) { send_form(inside, screen, form); });
    });
    return html(status, out.take());
}

Response hand_over_page(const Request& request, const LinkScreen& screen, Instant now, const std::string& token)
{
    ui::Buffer out;
    ui::page(out, {.title = "Hand over this link", .record = screen.pupil.reference, .back = ui::Link{"Back to the link", screen.href()}}, [&](ui::Buffer& body) {
        ui::warning_text(body, {.text = "Copy this link now. It is not shown again."});
        ui::inset_text(body, {.text = origin_of(request) + "/f/" + token, .classes = "wm-break"});
        ui::summary_list(body, {.rows = {{"For", screen.contact.name + ", " + lower_ascii(screen.contact.relation)}, {"Works", "once, until " + uk_date_time(now + LinkLimits{}.opens_within)}}});
        ui::paragraph(body, "Give it to this person alone. Do not write the child’s date of birth beside it. Earlier links no longer work.");
        ui::action_link(body, screen.href(), "I have copied it");
    });
    return html(200, out.take()).with_header("Referrer-Policy", "no-referrer");
}

}  // namespace

std::string contact_link_href(std::string_view reference, Id contact) { return "/pupils/" + std::string{reference} + "/people/" + contact.text() + "/link"; }

std::optional<ui::Html> contact_link(const Who& who, const pupils::PupilSummary& pupil, const pupils::Contact& contact)
{
    if (!people::may(who.role, Permission::send_family_links)) return std::nullopt;
    return ui::link_html(contact_link_href(pupil.reference, contact.id), "A link to the family’s pages", "for " + contact.name);
}

Result<Response> show_contact_link(const Request& request, Context& context) { return link_page(200, TRY(load(request, context)), context.now, Form{}); }

Result<Response> submit_contact_link(const Request& request, Context& context)
{
    const auto screen = TRY(load(request, context));
    const Form form = request.form();
    const auto sent = send_link(context, screen.pupil.id, {.contact = screen.contact.id, .looks_after = form.sent("looks_after")});
    if (sent && sent->was_mailed) return see_other_with_success(screen.href(), "The link is on its way to the e-mail address on record");
    if (sent) return hand_over_page(request, screen, context.now, sent->token);
    if (!sent.error().correctable()) return std::unexpected(sent.error());
    return link_page(422, screen, context.now, form.with(sent.error()));
}

Result<Response> submit_contact_link_end(const Request& request, Context& context)
{
    const auto screen = TRY(load(request, context));
    TRY(end_links_of(context, screen.pupil.id, screen.contact.id));
    return see_other_with_success(screen.href(), "The link opens no more");
}

}  // namespace waymark::family
