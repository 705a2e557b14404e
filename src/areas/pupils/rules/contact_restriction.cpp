// Words, days and names.
#include "pupils/rules/contact_restriction.hpp"

#include <algorithm>
#include <iterator>

#include "foundation/text.hpp"

namespace waymark::pupils {
namespace {

std::string without_spaces(std::string text)
{
    std::erase(text, ' ');
    return text;
}

}  // namespace

std::string restriction_words(RestrictionKind kind)
{
    switch (kind) {
    case RestrictionKind::no_contact: return "Do not contact this person";
    case RestrictionKind::address_not_given: return "Do not tell this person where the child lives or learns";
    }
    return {};
}

std::string warning_words(const ContactRestriction& restriction)
{
    const auto& days = restriction.days;
    return restriction_words(restriction.kind) + ". " + restriction.source + ". " + (days.to ? date_range(days.from, *days.to) : "Since " + long_date(days.from)) + ".";
}

Problems problems_with(const std::optional<RestrictionKind>& kind, std::string_view source, const DateRange& days)
{
    Problems found;
    if (!kind) found.add("contact.restriction_missing", "Choose what is forbidden.", "kind");
    if (trimmed(source).empty()) found.add("contact.source_missing", "Enter who forbids it: the court and the day of the order, for example.", "source");
    if (days.to && *days.to < days.from) found.add("contact.to_before_from", "The last day is before the first day.", "to");
    return found;
}

std::vector<ContactRestriction> restrictions_on(std::span<const ContactRestriction> all, Id contact, Date day)
{
    std::vector<ContactRestriction> found;
    std::ranges::copy_if(all, std::back_inserter(found), [&](const ContactRestriction& one) { return one.contact == contact && one.days.contains(day); });
    return found;
}

std::vector<Contact> contacts_named(std::span<const Contact> contacts, std::string_view addressee)
{
    const std::string typed = " " + folded_for_search(addressee) + " ";
    std::vector<Contact> found;
    std::ranges::copy_if(contacts, std::back_inserter(found), [&](const Contact& contact) {
        const std::string name = folded_for_search(contact.name);
        return !name.empty() && typed.find(" " + name + " ") != std::string::npos;
    });
    return found;
}

bool gives_address(std::string_view text, std::string_view address, std::string_view postcode)
{
    const std::string given = folded_for_search(text);
    const std::string code = without_spaces(folded_for_search(postcode));
    const std::string first_line = folded_for_search(address.substr(0, address.find_first_of("\n,")));
    if (!code.empty() && without_spaces(given).find(code) != std::string::npos) return true;
    return !first_line.empty() && (" " + given + " ").find(" " + first_line + " ") != std::string::npos;
}

bool may_see_protected_address(std::optional<Role> role)
{
    return role == Role::commissioner || role == Role::sen_caseworker || role == Role::virtual_school;
}

}  // namespace waymark::pupils
