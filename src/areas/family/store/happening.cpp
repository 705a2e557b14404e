// Reads; judges nothing.
#include "family/store/happening.hpp"

#include <algorithm>

#include "panel/store/agenda.hpp"
#include "people/store/organisations.hpp"
#include "placements/store/placements.hpp"
#include "placements/store/timetable.hpp"
#include "pupils/store/pupils.hpp"
#include "referrals/store/referrals.hpp"
#include "reviews/store/reviews.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::family {
namespace {

std::optional<Date> next_review(Transaction& tx, placements::PlacementId placement)
{
    const auto reviews = reviews::reviews_of_placement(tx, placement);
    const auto due = std::ranges::find(reviews, reviews::ReviewState::due, &reviews::Review::state);
    return due == reviews.end() ? std::nullopt : std::optional{due->due_on};
}

Place place_of(Transaction& tx, const placements::Placement& placement)
{
    Place place{.provider = placement.provider_name, .addresses = {}, .telephone = {}, .officer = placement.people.authority_officer,
                .has_begun = placement.state == placements::PlacementState::active, .from = placement.from, .expected_end = placement.expected_end,
                .week = {}, .review_on = next_review(tx, placement.id)};
    if (const auto provider = people::organisation(tx, placement.provider)) place.telephone = provider->telephone;
    for (const auto& slot : placements::timetable_on(tx, placement.id, tx.today())) {
        place.week.push_back(slot.when);
        if (!slot.site_address.empty() && std::ranges::find(place.addresses, slot.site_address) == place.addresses.end()) place.addresses.push_back(slot.site_address);
    }
    return place;
}

std::optional<Date> panel_day(Transaction& tx, referrals::ReferralId referral)
{
    std::optional<Date> first;
    for (const auto& waiting : panel::waiting_on_agendas(tx))
        if (waiting.referral == referral && waiting.on_day >= tx.today() && (!first || waiting.on_day < *first)) first = waiting.on_day;
    return first;
}

}  // namespace

Happening happening_of(Transaction& tx, pupils::PupilId pupil)
{
    const auto child = pupils::summary_of(tx, pupil);
    expects(child.has_value());
    Happening happening{.name = child->known_as.empty() ? child->first_name : child->known_as, .places = {}, .referral = {}, .panel_on = {}};
    for (const auto& placement : placements::placements_of_pupil(tx, pupil))
        if (placement.state != placements::PlacementState::ended) happening.places.push_back(place_of(tx, placement));
    for (const auto& referral : referrals::referrals_of(tx, pupil, tx.context().who)) {
        if (!referral.sent_at) continue;
        happening.referral = referral.state;
        happening.panel_on = panel_day(tx, referral.id);
        break;
    }
    return happening;
}

WhoToRing who_to_ring(Transaction& tx)
{
    const auto team = tasks::team_of_role(tx, Role::commissioner);
    const auto found = team ? people::organisation(tx, *team) : std::nullopt;
    return found ? WhoToRing{found->name, found->telephone} : WhoToRing{people::authority_name(tx), {}};
}

}  // namespace waymark::family
