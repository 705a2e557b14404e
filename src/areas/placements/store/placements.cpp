// Reading and changing placements.
#include "placements/store/placements.hpp"

#include <algorithm>

#include "people/store/changed_meanwhile.hpp"
#include "people/store/law_choices.hpp"
#include "placements/store/confirmations.sql.hpp"
#include "placements/store/placements.sql.hpp"
#include "placements/store/timetable.hpp"
#include "pupils/store/access.hpp"

namespace waymark::placements {
namespace {

Placement read_placement(const Row& row)
{
    return {
        .id = row.id<PlacementId>("id"),
        .pupil = row.id<PupilId>("pupil_id"),
        .pupil_reference = row.text("pupil_reference"),
        .known_as = row.text("known_as"),
        .last_name = row.text("last_name"),
        .programme = row.id<ProgrammeId>("programme_id"),
        .programme_name = row.text("programme_name"),
        .category = row.text("offer_category_id"),
        .category_name = row.text("category_name"),
        .provider = row.id<OrganisationId>("organisation_id"),
        .provider_name = row.text("provider_name"),
        .referral = row.maybe_id<ReferralId>("referral_id"),
        .decision = row.maybe_id<DecisionId>("decision_id"),
        .offer = row.maybe_id<OfferId>("place_offer_id"),
        .commissioner = row.id<OrganisationId>("commissioner_id"),
        .funder = row.id<OrganisationId>("funder_id"),
        .commissioner_name = row.text("commissioner_name"),
        .funder_name = row.text("funder_name"),
        .legal_basis = row.one_of<LegalBasis>("legal_basis"),
        .purpose = row.text("purpose"),
        .from = row.date("from_day"),
        .expected_end = row.date("expected_end"),
        .state = row.one_of<PlacementState>("state"),
        .registration = row.one_of<RollDuringPlacement>("registration"),
        .price = row.money("price_pence"),
        .price_unit = row.one_of<PriceUnit>("price_unit"),
        .started_on = row.maybe_date("started_on"),
        .ended_on = row.maybe_date("ended_on"),
        .end_reason = row.maybe_one_of<EndReason>("end_reason"),
        .destination = row.maybe_one_of<Destination>("destination"),
        .end_note = row.text("end_note"),
        .end_child_view = row.text("end_child_view"),
        .provider_report = row.text("provider_report"),
        .part_time_reason = row.text("part_time_reason"),
        .roll_school = row.maybe_id<OrganisationId>("roll_school_id"),
        .roll_school_name = row.text_or_empty("roll_school_name"),
        .people = {.authority_officer = row.text("authority_officer"),
                   .school_lead = row.text("school_lead"),
                   .provider_lead = row.text("provider_lead"),
                   .social_worker = row.text("social_worker")},
        .notice_given_on = row.maybe_date("notice_given_on"),
        .override_reason = row.text("override_reason"),
        .override_by = row.text("override_by"),
        .version = row.number("version"),
    };
}

std::unexpected<Problems> changed_meanwhile(Transaction& tx, PlacementId id)
{
    return people::changed_meanwhile(tx, id.value, "placement.changed_meanwhile", "placement");
}

Result<void> one_changed(Transaction& tx, PlacementId id, std::int64_t rows)
{
    if (rows != 1) return changed_meanwhile(tx, id);
    return {};
}

}  // namespace

void insert_placement(Transaction& tx, const Placement& placement)
{
    tx.run(sql::insert_placement, {{"id", placement.id},
                                   {"pupil", placement.pupil},
                                   {"programme", placement.programme},
                                   {"provider", placement.provider},
                                   {"referral", placement.referral},
                                   {"decision", placement.decision},
                                   {"offer", placement.offer},
                                   {"commissioner", placement.commissioner},
                                   {"funder", placement.funder},
                                   {"legal_basis", placement.legal_basis},
                                   {"purpose", placement.purpose},
                                   {"from_day", placement.from},
                                   {"expected_end", placement.expected_end},
                                   {"registration", placement.registration},
                                   {"price", placement.price},
                                   {"price_unit", placement.price_unit},
                                   {"part_time_reason", placement.part_time_reason},
                                   {"roll_school", placement.roll_school},
                                   {"authority_officer", placement.people.authority_officer},
                                   {"school_lead", placement.people.school_lead},
                                   {"provider_lead", placement.people.provider_lead},
                                   {"social_worker", placement.people.social_worker},
                                   {"override_reason", placement.override_reason},
                                   {"override_by", placement.override_by}});
}

std::optional<Placement> find_placement(Transaction& tx, PlacementId id)
{
    return tx.maybe_one(sql::placement_by_id, {{"placement", id}}, read_placement);
}

Result<Placement> find_for_update(Transaction& tx, PlacementId id, int seen_version)
{
    auto placement = find_placement(tx, id);
    if (!placement) return not_found("placement.not_found", "There is no such placement.");
    if (placement->version != seen_version) return changed_meanwhile(tx, id);
    return *std::move(placement);
}

Result<Placement> find_to_manage(Transaction& tx, PlacementId id, int seen_version)
{
    auto placement = TRY(find_for_update(tx, id, seen_version));
    const auto& who = tx.context().who;
    const bool of_authority = who.role == Role::commissioner || !who.role;  // no role: the program itself
    if (!of_authority && placement.commissioner != who.organisation)
        return refused("placement.not_yours", "Only " + placement.commissioner_name + ", who commissions this placement, can change it.");
    return placement;
}

std::vector<Placement> placements_of_pupil(Transaction& tx, PupilId pupil)
{
    return tx.all(sql::placements_of_pupil, {{"pupil", pupil}}, read_placement);
}

std::vector<Placement> placements_of_referral(Transaction& tx, PupilId pupil, ReferralId referral)
{
    return tx.all(sql::placements_of_referral, {{"pupil", pupil}, {"referral", referral}}, read_placement);
}

std::vector<Placement> list_placements(Transaction& tx, const Who& who, PlacementFilter filter)
{
    if (is_at_provider(who)) filter.provider = who.organisation;
    auto bindings = pupils::visible_to(who);
    bindings.insert(bindings.end(), {{"state", filter.state},
                                     {"past_end", filter.past_end ? 1 : 0},
                                     {"provider", filter.provider},
                                     {"commissioner", filter.commissioner},
                                     {"category", filter.category},
                                     {"mine", filter.officer}});
    return tx.all(sql::list_placements, bindings, read_placement);
}

Result<void> set_started(Transaction& tx, const Placement& placement, Date first_day)
{
    return one_changed(tx, placement.id, tx.run(sql::set_started, {{"placement", placement.id},
                                                 {"seen_version", placement.version},
                                                 {"first_day", first_day},
                                                 {"notice_given_on", placement.notice_given_on},
                                                 {"authority_officer", placement.people.authority_officer},
                                                 {"school_lead", placement.people.school_lead},
                                                 {"provider_lead", placement.people.provider_lead},
                                                 {"social_worker", placement.people.social_worker},
                                                 {"part_time_reason", placement.part_time_reason},
                                                 {"override_reason", placement.override_reason},
                                                 {"override_by", placement.override_by}}));
}

Result<void> set_ended(Transaction& tx, const Placement& placement)
{
    return one_changed(tx, placement.id, tx.run(sql::set_ended, {{"placement", placement.id},
                                               {"seen_version", placement.version},
                                               {"ended_on", placement.ended_on},
                                               {"end_reason", placement.end_reason},
                                               {"destination", placement.destination},
                                               {"end_note", placement.end_note},
                                               {"end_child_view", placement.end_child_view},
                                               {"provider_report", placement.provider_report}}));
}

Result<void> set_expected_end(Transaction& tx, const Placement& placement, Date new_end)
{
    return one_changed(tx, placement.id, tx.run(sql::set_expected_end,
                              {{"placement", placement.id}, {"seen_version", placement.version}, {"new_end", new_end}}));
}

Result<void> set_changed(Transaction& tx, const Placement& placement)
{
    return one_changed(tx, placement.id, tx.run(sql::set_changed, {{"placement", placement.id},
                                                 {"seen_version", placement.version},
                                                 {"override_reason", placement.override_reason},
                                                 {"override_by", placement.override_by},
                                                 {"part_time_reason", placement.part_time_reason}}));
}

void insert_extension(Transaction& tx, PlacementId placement, Date old_end, Date new_end, std::string_view reason, std::optional<Id> review)
{
    tx.run(sql::insert_extension, {{"id", Id::make(tx.now())},
                                   {"placement", placement},
                                   {"old_end", old_end},
                                   {"new_end", new_end},
                                   {"reason", reason},
                                   {"review", review}});
}

std::vector<Extension> extensions_of(Transaction& tx, PlacementId placement)
{
    return tx.all(sql::extensions_of, {{"placement", placement}}, [](const Row& row) {
        return Extension{row.date("old_end"), row.date("new_end"), row.text("reason"), row.text_or_empty("created_by_name"), row.instant("created_at")};
    });
}

void insert_confirmation(Transaction& tx, PlacementId placement, const Confirmation& confirmation)
{
    tx.run(sql::insert_confirmation, {{"id", Id::make(tx.now())},
                                      {"placement", placement},
                                      {"kind", confirmation.kind},
                                      {"words", confirmation.words},
                                      {"given_on", confirmation.given_on},
                                      {"given_by", confirmation.given_by},
                                      {"site", confirmation.site},
                                      {"document", confirmation.document}});
}

std::vector<Confirmation> confirmations_of(Transaction& tx, PlacementId placement)
{
    return tx.all(sql::confirmations_of, {{"placement", placement}}, [](const Row& row) {
        return Confirmation{.kind = row.one_of<ConfirmationKind>("kind"),
                            .words = row.text("words"),
                            .given_on = row.date("given_on"),
                            .given_by = row.text("given_by"),
                            .site = row.maybe_id<SiteId>("site_id"),
                            .site_name = row.text_or_empty("site_name"),
                            .document = row.maybe_id<IdOf<ConfirmationKind>>("document_id").transform([](auto id) { return id.value; })};
    });
}

std::vector<MissingConfirmation> missing_confirmations_of(Transaction& tx, PlacementId placement, Date start)
{
    std::vector<GivenConfirmation> given;
    for (const auto& one : confirmations_of(tx, placement))
        given.push_back({one.kind, one.given_on, one.site.transform([](SiteId site) { return site.text(); })});
    return missing_confirmations(given, sites_in_timetable(tx, placement, start), start, people::law_for(tx, start).confirmation_months);
}

bool is_at_provider(const Who& who)
{
    return who.role == Role::provider_manager || who.role == Role::provider_tutor;
}

}  // namespace waymark::placements
