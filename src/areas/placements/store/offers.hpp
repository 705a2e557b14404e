// Places asked for: offers to providers, and providers put aside with a reason.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "placements/store/placements.hpp"
#include "vocabulary/session.hpp"

namespace waymark::placements {

struct Offer {
    OfferId id;
    ReferralId referral;
    std::string referral_reference;
    PupilId pupil;
    std::string pupil_reference, known_as, last_name;   // names: on the authority's screens only
    ProgrammeId programme;
    std::string programme_name;
    OrganisationId provider;
    std::string provider_name, site_name;
    OfferState state = OfferState::sent;
    std::string needs_summary;
    std::vector<WeekdaySession> sessions;
    int session_minutes = 150;
    Date start_on;
    int weeks = 1;
    Money price;
    PriceUnit price_unit = PriceUnit::session;
    Date reply_by;
    std::string answer_reason, question, question_answer;
    std::optional<Instant> answered_at;
    Instant sent_at;
    UserId sent_by;
    std::string sent_by_name;
    int version = 1;

    [[nodiscard]] bool is_open() const { return state == OfferState::sent || state == OfferState::question_asked; }
    [[nodiscard]] bool is_overdue(Date today) const { return is_open() && today > reply_by; }
};

void insert_offer(Transaction& tx, const Offer& offer);
[[nodiscard]] std::optional<Offer> find_offer(Transaction& tx, OfferId id);
/// The latest first.
[[nodiscard]] std::vector<Offer> offers_of_referral(Transaction& tx, ReferralId referral);
/// Those whom this person may see, waiting ones first; somebody at a provider gets only the provider's own.
[[nodiscard]] std::vector<Offer> list_offers(Transaction& tx, const Who& who, bool open_only);
[[nodiscard]] int count_open_offers(Transaction& tx, ReferralId referral);

/// Each fails `offer.changed_meanwhile` (stale) when the offer is no longer as it was seen, or no longer open.
[[nodiscard]] Result<void> answer_offer(Transaction& tx, const Offer& offer, OfferState state, std::string_view reason);
[[nodiscard]] Result<void> ask_question(Transaction& tx, const Offer& offer, std::string_view question);
[[nodiscard]] Result<void> answer_question(Transaction& tx, const Offer& offer, std::string_view answer);

struct SetAside {
    ProgrammeId programme;
    std::string reason, by;
};
void put_aside(Transaction& tx, ReferralId referral, ProgrammeId programme, std::string_view reason);
void take_back(Transaction& tx, ReferralId referral, ProgrammeId programme);
[[nodiscard]] std::vector<SetAside> set_aside_for(Transaction& tx, ReferralId referral);

}  // namespace waymark::placements
