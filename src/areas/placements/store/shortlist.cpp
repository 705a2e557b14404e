// Reading what fit asks for, from child, decision, directory and quality.
#include "placements/store/shortlist.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "directory/store/programmes.hpp"
#include "directory/store/providers.hpp"
#include "foundation/text.hpp"
#include "people/store/law_choices.hpp"
#include "placements/store/shortlist.sql.hpp"
#include "placements/store/timetable.hpp"
#include "pupils/rules/contact_restriction.hpp"
#include "pupils/store/access.hpp"
#include "quality/store/assurance.hpp"
#include "referrals/store/referrals.hpp"
#include "vocabulary/school_year.hpp"

namespace waymark::placements {
namespace {

std::optional<int> maybe_metres(const Row& row, std::string_view column) { return row.maybe_number(column); }

std::string assured_words(const quality::Assurance& assurance)
{
    auto words = quality::status_words(assurance.status);
    if (assurance.good_until) words += " until " + long_date(*assurance.good_until);
    return words;
}

ProgrammeToConsider to_consider(const directory::Programme& programme, const directory::Provider& provider, const directory::OfferCategory* category,
                                const quality::Assurance& assurance, const directory::WeekPlaces& taken)
{
    ProgrammeToConsider considered{
        .category = programme.category,
        .category_name = category ? category->name : programme.category,
        .category_key_stages = category ? category->key_stages : std::vector<int>{},
        .dual_registration_required = category && category->dual_registration_required,
        .is_registered = directory::is_registered(provider.registration),
        .is_full_time = programme.attendance == directory::Attendance::full_time,
        .in_authority = provider.in_authority,
        .age_from = programme.age_from,
        .age_to = programme.age_to,
        .assured = assurance.status,
        .assured_words = assured_words(assurance),
        .runs = programme.places.sessions(),
        .free = directory::free_places(programme.places, taken).sessions(),
        .price_unit = programme.price_unit,
        .session_minutes = programme.session_minutes,
        .is_online = !programme.site.has_value(),
    };
    if (programme.sex) considered.sex = std::string{enum_text(*programme.sex)};
    for (const auto need : programme.needs) considered.needs.push_back(directory::need_code(need));
    return considered;
}

int rank_of(const ShortlistEntry& entry)
{
    if (entry.set_aside) return 3;
    switch (entry.fit.verdict) {
    case Verdict::fits: return 0;
    case Verdict::not_known: return 1;
    case Verdict::does_not_fit: return 2;
    }
    expects(false);
    return 3;
}

}  // namespace

Result<ChildFacts> child_facts(Transaction& tx, PupilId pupil)
{
    auto child = tx.maybe_one(sql::child_to_place, {{"pupil", pupil}}, [](const Row& row) {
        const auto phase = row.text_or_empty("school_phase");
        return ChildFacts{
            .id = row.id<PupilId>("id"),
            .reference = row.text("reference"),
            .known_as = row.text("known_as"),
            .first_name = row.text("first_name"),
            .last_name = row.text("last_name"),
            .born = row.date("born"),
            .sex = row.text("sex"),
            .year_group = row.maybe_number("year_group"),
            .school = row.maybe_id<OrganisationId>("school_id"),
            .school_name = row.text_or_empty("school_name"),
            .at_mainstream_school = phase == "primary" || phase == "secondary" || phase == "all_through",
            .sen_provision = row.is_null("provision") ? "none" : row.text("provision"),
            .primary_need = row.maybe_text("primary_need"),
            .secondary_need = row.maybe_text("secondary_need"),
            .looked_after = row.integer("looked_after") != 0,
            .has_social_worker = row.integer("has_social_worker") != 0,
            .address_protected = row.boolean("address_protected"),
            .home = {.easting = maybe_metres(row, "easting"), .northing = maybe_metres(row, "northing"),
                     .latitude = row.maybe_real("latitude"), .longitude = row.maybe_real("longitude")},
        };
    });
    if (!child) return not_found("pupil.not_found", "There is no such child.");
    // Distances from home to a few places tell where a home is.
    if (child->address_protected && !pupils::may_see_protected_address(tx.context().who.role)) child->home = {};
    if (child->primary_need && child->primary_need->empty()) child->primary_need.reset();
    return *std::move(child);
}

std::optional<PlaceDecided> place_decided_by(Transaction& tx, ReferralId referral_id)
{
    auto referral = referrals::find_referral(tx, referral_id);
    if (!referral) return std::nullopt;
    auto decided = tx.maybe_one(sql::standing_decision_to_place, {{"referral", referral_id}}, [](const Row& row) {
        PlaceDecided place;
        place.decision = row.id<DecisionId>("id");
        place.wanted = {.category = row.maybe_text("offer_category_id"),
                        .category_name = row.text_or_empty("category_name"),
                        .sessions_per_week = row.maybe_number("sessions_per_week").value_or(10),
                        .split_agreed = row.boolean("split"),
                        .unregistered_agreed = row.boolean("unregistered"),
                        .out_of_area_agreed = row.boolean("out_of_area")};
        place.weeks = row.maybe_number("weeks").value_or(12);
        place.roll = row.maybe_one_of<RollDuringPlacement>("roll");
        place.purpose = row.text("outcome_measure").empty() ? row.text("reasons") : row.text("outcome_measure");
        return place;
    });
    if (!decided) return std::nullopt;
    for (const auto& placement : placements_of_referral(tx, referral->pupil, referral_id))
        if (placement.state != PlacementState::ended)
            decided->sessions_placed += static_cast<int>(timetable_on(tx, placement.id, std::max(placement.from, tx.today())).size());
    decided->referral = *std::move(referral);
    return decided;
}

Result<PlaceDecided> place_decided(Transaction& tx, PupilId pupil)
{
    const auto referral = tx.maybe_one(sql::decided_referral_of_pupil, {{"pupil", pupil}}, [](const Row& row) { return row.id<ReferralId>("id"); });
    if (referral)
        if (auto decided = place_decided_by(tx, *referral)) return *std::move(decided);
    return refused("placement.nothing_decided", "No decision asks for a place for this child yet.");
}

std::vector<ShortlistEntry> shortlist(Transaction& tx, const ChildFacts& child, const PlaceWanted& wanted, std::optional<ReferralId> referral,
                                      Date from, Date to)
{
    std::map<OrganisationId, directory::Provider> providers;
    for (auto& provider : directory::providers(tx)) providers.emplace(provider.id, std::move(provider));
    std::map<SiteId, directory::Site> sites;
    for (auto& site : directory::sites(tx, std::nullopt)) sites.emplace(site.id, std::move(site));
    const auto categories = directory::offer_categories(tx, from);
    const auto assurances = quality::assurance_of_all(tx, tx.today());
    const auto taken = taken_sessions(tx, from, to);
    const Law law = people::law_for(tx, from);

    ChildToPlace placing{.age = whole_years_between(child.born, from),
                         .year_group = child.year_group.value_or(year_group(child.born, from)),
                         .sex = child.sex,
                         .primary_need = child.primary_need,
                         .secondary_need = child.secondary_need,
                         .on_mainstream_roll = child.at_mainstream_school,
                         .has_plan_or_looked_after = child.sen_provision == "ehcp" || child.looked_after};
    std::map<OrganisationId, int> minutes_at;
    for (const auto& one : slots_of_pupil(tx, child.id, from)) {
        if (!one.slot.in_force.overlaps({from, to})) continue;
        placing.taken.push_back(one.slot.when);
        minutes_at[one.provider] += one.slot.minutes;
    }
    std::map<ProgrammeId, SetAside> aside;
    std::map<ProgrammeId, OfferState> offered;
    if (referral) {
        for (auto& one : set_aside_for(tx, *referral)) aside.emplace(one.programme, std::move(one));
        for (const auto& offer : offers_of_referral(tx, *referral)) offered.emplace(offer.programme, offer.state);
    }

    std::vector<ShortlistEntry> entries;
    for (auto& programme : directory::programmes(tx, std::nullopt)) {
        const auto provider = providers.find(programme.provider);
        if (!programme.runs_on(from) || provider == providers.end() || provider->second.closed_on) continue;
        const auto category = std::ranges::find(categories, programme.category, &directory::OfferCategory::id);
        const auto assurance = assurances.find(programme.provider);
        const auto use = taken.find(programme.id);
        auto considered = to_consider(programme, provider->second, category == categories.end() ? nullptr : &*category,
                                      assurance == assurances.end() ? quality::assurance_on(tx.today(), {}) : assurance->second,
                                      use == taken.end() ? directory::WeekPlaces{} : use->second);
        considered.minutes_already_here = minutes_at[programme.provider];
        ShortlistEntry entry{.provider_name = provider->second.name, .category_name = considered.category_name, .is_registered = considered.is_registered};
        if (programme.site)
            if (const auto site = sites.find(*programme.site); site != sites.end()) {
                entry.site_name = site->second.name;
                considered.distance_miles = entry.miles = directory::miles_between(child.home, site->second.point);
            }
        entry.fit = fit_of(placing, wanted, considered, law);
        if (const auto found = aside.find(programme.id); found != aside.end()) entry.set_aside = found->second;
        if (const auto found = offered.find(programme.id); found != offered.end()) entry.offered = found->second;
        entry.programme = std::move(programme);
        entries.push_back(std::move(entry));
    }
    std::ranges::stable_sort(entries, {}, [](const ShortlistEntry& entry) {
        return std::tuple{rank_of(entry), entry.miles.value_or(1e9), entry.provider_name, entry.programme.name};
    });
    return entries;
}

std::vector<WaitingChild> waiting_children(Transaction& tx, const Who& who)
{
    return tx.all(sql::waiting_children, pupils::visible_to(who), [](const Row& row) {
        return WaitingChild{.referral = row.id<ReferralId>("referral_id"),
                            .reference = row.text("reference"),
                            .pupil = row.id<PupilId>("pupil_id"),
                            .pupil_reference = row.text("pupil_reference"),
                            .known_as = row.text("known_as"),
                            .last_name = row.text("last_name"),
                            .urgency = row.one_of<referrals::Urgency>("urgency"),
                            .primary_reason = row.maybe_one_of<referrals::Reason>("primary_reason"),
                            .authority_told_on = row.maybe_date("authority_told_on"),
                            .decided_on = row.maybe_date("decided_on"),
                            .need_since = row.maybe_date("need_since"),
                            .offers_open = row.number("offers_open"),
                            .offers_declined = row.number("offers_declined")};
    });
}

std::optional<OrganisationId> team_of(Transaction& tx, UserId user)
{
    return tx.maybe_one(sql::sender_team, {{"user", user}}, [](const Row& row) { return row.id<OrganisationId>("id"); });
}

std::string lead_at_school(Transaction& tx, OrganisationId school)
{
    return tx.maybe_one(sql::lead_at_school, {{"school", school}}, [](const Row& row) { return row.text("name"); }).value_or("");
}

bool panel_decided_after(Transaction& tx, PupilId pupil, Date day)
{
    return tx.number(sql::later_decision, {{"pupil", pupil}, {"day", day}}) > 0;
}

}  // namespace waymark::placements
