// Each change is one transaction with its event. A wrong date is a change too: it must be counted, so it is no failure of the transaction.
#include "family/actions/family_links.hpp"

#include <algorithm>

#include "family/store/happening.hpp"
#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "people/store/organisations.hpp"
#include "platform/access/token.hpp"
#include "platform/outbox/outbox.hpp"
#include "pupils/store/contact_restrictions.hpp"
#include "pupils/store/pupils.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::family {
namespace {

std::unexpected<Problems> link_gone() { return not_found("family.link_gone", "This link has stopped working to keep you safe."); }

Result<pupils::Contact> contact_of(Transaction& tx, PupilId pupil, Id contact)
{
    const auto contacts = pupils::contacts_of(tx, pupil);
    const auto found = std::ranges::find(contacts, contact, &pupils::Contact::id);
    if (found == contacts.end()) return not_found("contact.not_found", "There is no such contact.");
    return *found;
}

Result<void> record(Transaction& tx, PupilId pupil, Id contact, std::string verb, const Json& after = Json::object())
{
    return tx.record({.verb = std::move(verb), .entity = "contact", .about = contact, .pupil = pupil.value, .before = {}, .after = after.empty() ? std::string{} : json_text(after), .reason = {}});
}

/// Neither the child nor anybody else is named in it: mail is read on many screens.
outbox::Message message_with(Transaction& tx, const std::string& to, const std::string& origin, std::string_view token)
{
    const std::string authority = people::authority_name(tx);
    const auto ring = who_to_ring(tx);
    return {.to = to,
            .subject = "A link for you from " + authority,
            .body = authority + " has a page for you about your child and school.\n\nOpen it here. The link works once, within " + counted(LinkLimits{}.opens_within.count(), "day") +
                    ", and asks for a date of birth:\n\n" + origin + "/f/" + std::string{token} +
                    "\n\nIf the link has stopped working, open it all the same: you can have a new one sent from there.\n\n" +
                    "If you did not expect this, leave it, and ring " + ring.name + (ring.telephone.empty() ? "" : " on " + ring.telephone) + ".\n"};
}

/// By mail where the service sends any and an address is on record.
LinkSent make_and_send(Transaction& tx, PupilId pupil, const pupils::Contact& contact, MadeBy made_by)
{
    LinkSent sent{.token = access::make_token()};
    const auto origin = outbox::origin_of_links();
    std::optional<Id> message;
    if (origin && !contact.email.empty()) message = outbox::put(tx, message_with(tx, contact.email, *origin, sent.token));
    sent.was_mailed = message.has_value();
    insert_link(tx, {.id = tx.new_id<FamilyLinkId>(), .pupil = pupil, .contact = contact.id, .token = sent.token, .message = message, .made_by = made_by});
    return sent;
}

void act_as(Context& context, const FamilyLink& link, const std::string& contact_name)
{
    context.who.user = UserId{link.contact};
    context.who.name = contact_name;
    context.who.family = FamilyVisit{.link = link.id.value, .contact = link.contact, .pupil = link.pupil.value};
}

/// The link and its reader, when it opens and may be read today.
std::optional<Visit> waiting_link(Transaction& tx, std::string_view token)
{
    const auto link = link_by_token(tx, token);
    if (!link || state_of(*link, tx.now()) != LinkState::waiting) return std::nullopt;
    const auto contact = contact_of(tx, link->pupil, link->contact);
    expects(contact.has_value());
    if (!problems_with_reader(*contact, pupils::restrictions_of(tx, link->pupil), tx.today(), true).empty()) return std::nullopt;
    return Visit{*link, contact->name};
}

}  // namespace

Result<LinkSent> send_link(Context& context, PupilId pupil, const SendLink& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<LinkSent> {
        const auto contact = TRY(contact_of(tx, pupil, command.contact));
        TRY(problems_with_reader(contact, pupils::restrictions_of(tx, pupil), tx.today(), command.looks_after).as_result());
        auto sent = make_and_send(tx, pupil, contact, MadeBy::sender);
        Json after{{"by", sent.was_mailed ? "message" : "hand"}};
        if (!contact.parental_responsibility) after["looks_after"] = true;
        TRY(record(tx, pupil, contact.id, "sent_link", after));
        return sent;
    });
}

Result<void> end_links_of(Context& context, PupilId pupil, Id contact)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        TRY(contact_of(tx, pupil, contact));
        end_links(tx, contact, context.who.user);
        return record(tx, pupil, contact, "ended_links");
    });
}

bool is_waiting(Context& context, std::string_view token)
{
    return context.read([&](Transaction& tx) { return waiting_link(tx, token).has_value(); });
}

Result<std::string> open_with_birth_date(Context& context, std::string_view token, Date born)
{
    struct Tried {
        std::optional<std::string> secret;
        int left = 0;
    };
    const Who before = context.who;
    const auto answer = context.in_transaction([&](Transaction& tx) -> Result<Tried> {
        context.who = before;  // the engine may have all of this run again
        const auto found = waiting_link(tx, token);
        if (!found) return link_gone();
        const auto child = pupils::find_pupil(tx, found->link.pupil);
        expects(child.has_value());
        if (child->born != born) {
            note_wrong_fact(tx, found->link.id);
            return Tried{.secret = {}, .left = tries_left(found->link) - 1};
        }
        const auto secret = open_link(tx, found->link.id);
        if (!secret) return link_gone();
        act_as(context, found->link, found->contact_name);
        TRY(record(tx, found->link.pupil, found->link.contact, "opened_link"));
        return Tried{.secret = secret};
    });
    const Tried tried = TRY(answer);
    if (tried.secret) return *tried.secret;
    if (tried.left == 0) return link_gone();
    return refused("family.wrong_date", "That is not the date we have. You can try " + (tried.left == 1 ? std::string{"once"} : counted(tried.left, "time")) + " more.", "born");
}

void renew_link(Context& context, std::string_view token)
{
    (void)context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto link = link_by_token(tx, token);
        if (!link || !may_be_renewed(earlier_links(tx, link->contact), tx.now())) return {};
        const auto contact = TRY(contact_of(tx, link->pupil, link->contact));
        if (contact.email.empty() || !outbox::origin_of_links()) return {};
        if (!problems_with_reader(contact, pupils::restrictions_of(tx, link->pupil), tx.today(), true).empty()) return {};
        (void)make_and_send(tx, link->pupil, contact, MadeBy::reader);
        return record(tx, link->pupil, contact.id, "renewed_link");
    });
}

void leave(Context& context)
{
    expects(context.who.family.has_value());
    (void)context.in_transaction([&](Transaction& tx) -> Result<void> {
        end_visit(tx, FamilyLinkId{context.who.family->link});
        return {};
    });
}

std::string ring_words(RingWhen when)
{
    switch (when) {
    case RingWhen::any_time: return "At any time";
    case RingWhen::morning: return "In the morning";
    case RingWhen::afternoon: return "In the afternoon";
    case RingWhen::evening: return "After 4pm";
    }
    return {};
}

void ask_to_be_rung(Context& context, RingWhen when)
{
    expects(context.who.family.has_value());
    (void)context.in_transaction([&](Transaction& tx) -> Result<void> {
        const FamilyVisit& visit = *context.who.family;
        const auto team = tasks::team_of_role(tx, Role::commissioner);
        const auto child = pupils::summary_of(tx, PupilId{visit.pupil});
        const auto contact = TRY(contact_of(tx, PupilId{visit.pupil}, visit.contact));
        expects(team && child);
        tasks::open_task(tx, {.kind = "family_asks_to_be_rung",
                              .title = "Ring the family of " + child->reference,
                              .why = contact.relation + " asked to be rung: " + lower_ascii(ring_words(when)) + ".",
                              .severity = Severity::warn,
                              .due_on = tx.today() + Days{1},
                              .about_entity = "contact",
                              .about = contact.id,
                              .href = "/pupils/" + child->reference + "/people",
                              .pupil = visit.pupil,
                              .organisation = *team,
                              .role = Role::commissioner});
        return record(tx, PupilId{visit.pupil}, contact.id, "asked_to_be_rung", {{"when", enum_text(when)}});
    });
}

}  // namespace waymark::family
