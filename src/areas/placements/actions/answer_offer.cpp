// Accepting makes a placement; each other answer leaves its reason.
#include "placements/actions/answer_offer.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "foundation/text.hpp"
#include "people/store/calendars.hpp"
#include "people/store/changed_meanwhile.hpp"
#include "people/store/law_choices.hpp"
#include "placements/actions/checks.hpp"
#include "placements/actions/plan_placement.hpp"
#include "placements/rules/school_days.hpp"
#include "placements/store/shortlist.hpp"
#include "pupils/store/access.hpp"
#include "referrals/store/referrals.hpp"
#include "tasks/store/tasks.hpp"

namespace waymark::placements {
namespace {

/// The offer as this person saw it. Another provider's offer does not exist for a provider.
Result<Offer> open_offer(Transaction& tx, OfferId id, int seen_version)
{
    auto offer = find_offer(tx, id);
    const auto& who = tx.context().who;
    if (!offer || (is_at_provider(who) && offer->provider != who.organisation)) return not_found("offer.not_found", "There is no such offer.");
    if (offer->version != seen_version) return people::changed_meanwhile(tx, id.value, "offer.changed_meanwhile", "offer");
    if (!offer->is_open())
        return refused("offer.not_open", fmt::format("This offer is no longer open: {}.", lower_ascii(offer_state_name(offer->state))));
    return *std::move(offer);
}

Result<void> close_with(Transaction& tx, const Offer& offer, OfferState state, const std::string& reason, Date last_day_seen)
{
    TRY(answer_offer(tx, offer, state, reason));
    tasks::close_tasks_about(tx, offer.id.value);
    pupils::end_access(tx, pupils::AccessKind::offered, offer.id.value, last_day_seen);
    return tx.record({.verb = std::string{enum_text(state)}, .entity = "offer", .about = offer.id.value, .pupil = offer.pupil.value, .reason = reason});
}

RollDuringPlacement roll_for(const PlaceDecided& place, const ChildFacts& child)
{
    if (place.roll) return *place.roll;
    return child.school ? RollDuringPlacement::stays_on_roll : RollDuringPlacement::no_roll;
}

/// Where the week is full, nobody else needs to keep a place free.
Result<void> finish_referral(Transaction& tx, const PlaceDecided& place)
{
    const auto now = place_decided_by(tx, place.referral.id);
    expects(now.has_value());
    if (now->sessions_left() > 0) return {};
    for (const auto& other : offers_of_referral(tx, place.referral.id))
        if (other.is_open()) TRY(close_with(tx, other, OfferState::withdrawn, "The place was found elsewhere.", tx.today()));
    if (now->referral.state == referrals::State::decided) {
        TRY(referrals::set_state(tx, now->referral, referrals::State::placed));
        TRY(tx.record({.verb = "placed", .entity = "referral", .about = place.referral.id.value, .pupil = place.referral.pupil.value}));
    }
    return {};
}

}  // namespace

LegalBasis legal_basis_for(const referrals::Referral& referral, RollDuringPlacement roll)
{
    using enum referrals::Reason;
    const auto has = [&](referrals::Reason reason) {
        return referral.primary_reason ? *referral.primary_reason == reason : std::ranges::find(referral.reasons, reason) != referral.reasons.end();
    };
    if (has(excluded)) return LegalBasis::s19_exclusion;
    if (has(medical)) return LegalBasis::s19_medical;
    if (has(eotas)) return LegalBasis::eotas_s61;
    const bool on_roll = roll == RollDuringPlacement::stays_on_roll || roll == RollDuringPlacement::dual_registered;
    if (on_roll && (has(at_risk_of_exclusion) || has(suspended))) return LegalBasis::s29A_offsite_direction;
    return LegalBasis::s19_other;
}

Result<PlacementId> accept_offer(Context& context, OfferId id, int seen_version)
{
    return context.in_transaction([&](Transaction& tx) -> Result<PlacementId> {
        const auto offer = TRY(open_offer(tx, id, seen_version));
        const auto place = place_decided_by(tx, offer.referral);
        if (!place) return refused("placement.nothing_decided", "The decision behind this offer no longer stands. Ask the commissioner.");
        const auto child = TRY(child_facts(tx, offer.pupil));
        const auto roll = roll_for(*place, child);
        const auto school = people::calendar_of(tx, child.school).calendar;
        const auto team = team_of(tx, offer.sent_by);
        if (!team) return refused("placement.no_commissioner", "No team of the authority is set up to commission this place.");

        Date expected_end = last_day_of_weeks(offer.start_on, offer.weeks, school);
        if (place->wanted.category == "step_out")
            expected_end = std::min(expected_end, TRY(step_out_end(offer.start_on, people::law_for(tx, offer.start_on).step_out_school_days, school)));

        TRY(close_with(tx, offer, OfferState::accepted, "", tx.today()));
        const auto placement = TRY(plan_placement(context, {.pupil = offer.pupil,
                                                            .programme = offer.programme,
                                                            .referral = offer.referral,
                                                            .decision = place->decision,
                                                            .offer = offer.id,
                                                            .commissioner = *team,
                                                            .funder = std::nullopt,
                                                            .legal_basis = legal_basis_for(place->referral, roll),
                                                            .purpose = place->purpose,
                                                            .from = offer.start_on,
                                                            .expected_end = expected_end,
                                                            .registration = roll,
                                                            .sessions = offer.sessions,
                                                            .minutes = std::nullopt,
                                                            .price = offer.price,
                                                            .price_unit = offer.price_unit,
                                                            .part_time_reason = {},
                                                            .people = {.authority_officer = offer.sent_by_name},
                                                            .override_reason = {}}));
        TRY(finish_referral(tx, *place));
        return placement;
    });
}

Result<void> decline_offer(Context& context, OfferId id, int seen_version, const std::string& reason)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto offer = TRY(open_offer(tx, id, seen_version));
        if (trimmed(reason).empty()) return refused("offer.decline_reason_missing", "Enter why you cannot offer this place.", "reason");
        return close_with(tx, offer, OfferState::declined, std::string{trimmed(reason)}, tx.today());
    });
}

Result<void> ask_about_offer(Context& context, OfferId id, int seen_version, const std::string& question)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto offer = TRY(open_offer(tx, id, seen_version));
        if (trimmed(question).empty()) return refused("offer.question_missing", "Enter your question.", "question");
        TRY(ask_question(tx, offer, trimmed(question)));
        tasks::open_task(tx, {.kind = "offer_question",
                              .title = fmt::format("Answer {} about {}", offer.provider_name, offer.pupil_reference),
                              .why = "They asked a question before they answer the offer",
                              .severity = Severity::warn,
                              .due_on = offer.reply_by,
                              .about_entity = "offer",
                              .about = offer.id.value,
                              .href = "/offers/" + offer.id.text(),
                              .pupil = offer.pupil.value,
                              .organisation = team_of(tx, offer.sent_by).value_or(tx.context().who.organisation),
                              .role = Role::commissioner});
        return tx.record({.verb = "asked", .entity = "offer", .about = offer.id.value, .pupil = offer.pupil.value});
    });
}

Result<void> answer_question_about_offer(Context& context, OfferId id, int seen_version, const std::string& answer)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto offer = TRY(open_offer(tx, id, seen_version));
        if (offer.state != OfferState::question_asked) return refused("offer.no_question", "There is no question to answer.");
        if (trimmed(answer).empty()) return refused("offer.answer_missing", "Enter your answer.", "answer");
        TRY(answer_question(tx, offer, trimmed(answer)));
        tasks::close_tasks_about(tx, offer.id.value, "offer_question");
        return tx.record({.verb = "answered_question", .entity = "offer", .about = offer.id.value, .pupil = offer.pupil.value});
    });
}

Result<void> withdraw_offer(Context& context, OfferId id, int seen_version, const std::string& reason)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto offer = TRY(open_offer(tx, id, seen_version));
        if (trimmed(reason).empty()) return refused("offer.withdraw_reason_missing", "Enter why the offer is withdrawn.", "withdraw_reason");
        return close_with(tx, offer, OfferState::withdrawn, std::string{trimmed(reason)}, tx.today());
    });
}

}  // namespace waymark::placements
