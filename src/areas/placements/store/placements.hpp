// Placements as they are kept: found, listed, changed with the version that was seen, and their confirmations.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panel/rules/panel.hpp"
#include "placements/rules/named_people.hpp"
#include "placements/rules/startable.hpp"
#include "placements/rules/words.hpp"
#include "platform/context.hpp"
#include "platform/database/database.hpp"
#include "pupils/rules/pupil.hpp"
#include "referrals/rules/referral.hpp"

namespace waymark::placements {

using panel::DecisionId;
using pupils::PupilId;
using referrals::ReferralId;

struct Placement {
    PlacementId id;
    PupilId pupil;
    std::string pupil_reference, known_as, last_name;
    ProgrammeId programme;
    std::string programme_name, category, category_name;
    OrganisationId provider;
    std::string provider_name;
    std::optional<ReferralId> referral;
    std::optional<DecisionId> decision;
    std::optional<OfferId> offer;
    OrganisationId commissioner, funder;
    std::string commissioner_name, funder_name;
    LegalBasis legal_basis = LegalBasis::s19_other;
    std::string purpose;
    Date from, expected_end;
    PlacementState state = PlacementState::planned;
    RollDuringPlacement registration = RollDuringPlacement::stays_on_roll;
    Money price;
    PriceUnit price_unit = PriceUnit::session;
    std::optional<Date> started_on, ended_on;
    std::optional<EndReason> end_reason;
    std::optional<Destination> destination;
    std::string end_note, end_child_view, provider_report, part_time_reason;
    std::optional<OrganisationId> roll_school;
    std::string roll_school_name;
    NamedPeople people;
    std::optional<Date> notice_given_on;
    std::string override_reason, override_by;
    int version = 1;

    /// The last day the child is or was expected: the end that was, else the one agreed.
    [[nodiscard]] Date last_day() const { return ended_on.value_or(expected_end); }
};

void insert_placement(Transaction& tx, const Placement& placement);
[[nodiscard]] std::optional<Placement> find_placement(Transaction& tx, PlacementId id);
/// Fails `placement.not_found`; `placement.changed_meanwhile` (stale) when somebody has changed it since `seen_version`.
[[nodiscard]] Result<Placement> find_for_update(Transaction& tx, PlacementId id, int seen_version);
/// The latest first.
[[nodiscard]] std::vector<Placement> placements_of_pupil(Transaction& tx, PupilId pupil);
/// Those that came of one referral, the earliest first.
[[nodiscard]] std::vector<Placement> placements_of_referral(Transaction& tx, PupilId pupil, ReferralId referral);

struct PlacementFilter {
    std::optional<PlacementState> state;
    bool past_end = false;                       // not ended, and past the end that was agreed
    std::optional<OrganisationId> provider;
    std::optional<OrganisationId> commissioner;
    std::optional<std::string> category;
    std::optional<std::string> officer;          // the authority's officer, by name: "mine"
};
/// Those whom this person may see. Somebody at a provider gets only the provider's own.
[[nodiscard]] std::vector<Placement> list_placements(Transaction& tx, const Who& who, PlacementFilter filter);

/// Each answers the problem `placement.changed_meanwhile` when the version seen is not the one that stands.
[[nodiscard]] Result<void> set_started(Transaction& tx, const Placement& placement, Date first_day);
[[nodiscard]] Result<void> set_ended(Transaction& tx, const Placement& placement);
[[nodiscard]] Result<void> set_expected_end(Transaction& tx, const Placement& placement, Date new_end);
[[nodiscard]] Result<void> set_changed(Transaction& tx, const Placement& placement);

struct Extension {
    Date old_end, new_end;
    std::string reason, by;
    Instant at;
};
void insert_extension(Transaction& tx, PlacementId placement, Date old_end, Date new_end, std::string_view reason, std::optional<Id> review);
[[nodiscard]] std::vector<Extension> extensions_of(Transaction& tx, PlacementId placement);

struct Confirmation {
    ConfirmationKind kind = ConfirmationKind::staff_checks;
    std::string words;
    Date given_on;
    std::string given_by;
    std::optional<SiteId> site;
    std::string site_name;
    std::optional<Id> document;
};
void insert_confirmation(Transaction& tx, PlacementId placement, const Confirmation& confirmation);
/// The newest first.
[[nodiscard]] std::vector<Confirmation> confirmations_of(Transaction& tx, PlacementId placement);
/// What still keeps the placement from starting on that day.  Rule R31
[[nodiscard]] std::vector<MissingConfirmation> missing_confirmations_of(Transaction& tx, PlacementId placement, Date start);

/// The same for somebody about to change it: a school changes only what it commissions itself, what others commission is refused.
[[nodiscard]] Result<Placement> find_to_manage(Transaction& tx, PlacementId id, int seen_version);

/// Whether somebody in that role works at a provider and so sees only what is the provider's own.
[[nodiscard]] bool is_at_provider(const Who& who);

}  // namespace waymark::placements
