// Moments compared with moments, and what a contact's record says.
#include "family/rules/link.hpp"

#include <algorithm>

namespace waymark::family {

LinkState state_of(const FamilyLink& link, Instant now, const LinkLimits& limits)
{
    if (link.opened_at) {
        const bool is_over = link.ended_at || now >= *link.seen_at + limits.visit_idle || now >= *link.opened_at + limits.visit_whole;
        return is_over ? LinkState::over : LinkState::open;
    }
    if (link.ended_at) return LinkState::ended;
    if (tries_left(link, limits) == 0) return LinkState::locked;
    return now >= link.expires_at ? LinkState::expired : LinkState::waiting;
}

std::string_view state_words(LinkState state)
{
    switch (state) {
    case LinkState::waiting: return "Not opened yet";
    case LinkState::open: return "Open now";
    case LinkState::over: return "Was opened";
    case LinkState::expired: return "Nobody opened it in time";
    case LinkState::locked: return "Closed after too many wrong dates of birth";
    case LinkState::ended: return "Ended before it was opened";
    }
    return {};
}

Problems problems_with_reader(const pupils::Contact& contact, std::span<const pupils::ContactRestriction> restrictions, Date today, bool looks_after)
{
    Problems found;
    const auto forbidden = pupils::restrictions_on(restrictions, contact.id, today);
    const auto forbids = [&](pupils::RestrictionKind kind) { return std::ranges::find(forbidden, kind, &pupils::ContactRestriction::kind) != forbidden.end(); };
    if (!contact.may_contact || forbids(pupils::RestrictionKind::no_contact))
        found.add("family.must_not_be_contacted", "This person must not be contacted, so no link can be sent to them.");
    if (forbids(pupils::RestrictionKind::address_not_given))
        found.add("family.must_not_know_where", "This person must not be told where the child lives or learns. The pages behind a link tell that, so none can be sent.");
    if (!contact.parental_responsibility && !looks_after)
        found.add("family.looks_after_missing", "Say that this person looks after the child, or send the link to somebody who does.", "looks_after");
    return found;
}

bool may_be_renewed(const EarlierLinks& earlier, Instant now, const LinkLimits& limits)
{
    if (earlier.latest.was_ended_by_somebody || state_of(earlier.latest, now, limits) == LinkState::open) return false;
    if (now < earlier.latest.made_at + limits.between_renewals) return false;
    return earlier.asked_for_today < limits.renewals_a_day && earlier.wrong_facts < limits.wrong_facts_of_contact;
}

int tries_left(const FamilyLink& link, const LinkLimits& limits) { return std::max(0, limits.wrong_facts - link.wrong_facts); }

}  // namespace waymark::family
