// The same restrictions stop a letter and are shown; each is read as it holds today.
#include "pupils/actions/restrict_contact.hpp"

#include <algorithm>

#include "foundation/json.hpp"
#include "foundation/text.hpp"
#include "pupils/store/pupils.hpp"

namespace waymark::pupils {
namespace {

Result<void> record(Transaction& tx, PupilId pupil, Id contact, std::string verb, const Json& after)
{
    return tx.record({.verb = std::move(verb), .entity = "contact", .about = contact, .pupil = pupil.value, .after = json_text(after)});
}

}  // namespace

Result<void> restrict_contact(Context& context, PupilId pupil, const RestrictContact& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto contacts = contacts_of(tx, pupil);
        if (std::ranges::find(contacts, command.contact, &Contact::id) == contacts.end()) return not_found("contact.not_found", "There is no such contact.");
        TRY(problems_with(command.kind, command.source, command.days).as_result());
        const ContactRestriction restriction{.id = tx.new_id<Id>(), .contact = command.contact, .kind = *command.kind, .source = command.source, .days = command.days};
        insert_restriction(tx, pupil, restriction);
        Json after{{"kind", enum_text(restriction.kind)}, {"source", std::string{trimmed(restriction.source)}}, {"from", iso(restriction.days.from)}};
        if (restriction.days.to) after["to"] = iso(*restriction.days.to);
        return record(tx, pupil, command.contact, "restricted", after);
    });
}

Result<void> lift_restriction(Context& context, PupilId pupil, Id contact, Id restriction, Date last_day)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        if (last_day < tx.today() - Days{1}) return refused("contact.end_in_past", "The last day must be yesterday, today or later.", "to");
        if (!end_restriction(tx, pupil, contact, restriction, last_day))
            return not_found("contact.restriction_not_found", "It has ended already, or begins after that day.");
        return record(tx, pupil, contact, "restriction_ended", {{"restriction", restriction.text()}, {"to", iso(last_day)}});
    });
}

Problems problems_with(Transaction& tx, PupilId pupil, const OutgoingLetter& letter)
{
    Problems found;
    const auto record = find_pupil(tx, pupil);
    expects(record.has_value());
    const bool tells = gives_address(letter.body, record->address, record->postcode);
    const auto contacts = contacts_of(tx, pupil);
    const auto restrictions = restrictions_of(tx, pupil);
    for (const Contact& contact : contacts_named(contacts, letter.addressee)) {
        const auto today = restrictions_on(restrictions, contact.id, tx.today());
        const auto forbids = [&](RestrictionKind kind) { return std::ranges::find(today, kind, &ContactRestriction::kind); };
        const auto no_contact = forbids(RestrictionKind::no_contact), no_address = forbids(RestrictionKind::address_not_given);
        if (no_contact != today.end()) found.add("contact.forbidden", contact.name + " must not be contacted: " + no_contact->source + ". Write to somebody else.", "addressee");
        else if (!contact.may_contact) found.add("contact.forbidden", contact.name + " must not be contacted, as the child’s record says. Write to somebody else.", "addressee");
        if (no_address != today.end() && tells)
            found.add("contact.address_given", "The letter tells " + contact.name + " where the child lives, which is forbidden: " + no_address->source + ". Take the address out.", "body");
    }
    if (record->address_protected && tells && !letter.is_to_family)
        found.add("contact.protected_address_given", "The child’s address is protected, and this letter gives it. Take the address out.", "body");
    return found;
}

}  // namespace waymark::pupils
