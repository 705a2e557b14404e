// Reading and changing offers.
#include "placements/store/offers.hpp"

#include <algorithm>

#include "people/store/changed_meanwhile.hpp"
#include "placements/store/offers.sql.hpp"
#include "pupils/store/access.hpp"

namespace waymark::placements {
namespace {

Offer read_offer(const Row& row)
{
    return {
        .id = row.id<OfferId>("id"),
        .referral = row.id<ReferralId>("referral_id"),
        .referral_reference = row.text("referral_reference"),
        .pupil = row.id<PupilId>("pupil_id"),
        .pupil_reference = row.text("pupil_reference"),
        .known_as = row.text("known_as"),
        .last_name = row.text("last_name"),
        .programme = row.id<ProgrammeId>("programme_id"),
        .programme_name = row.text("programme_name"),
        .provider = row.id<OrganisationId>("organisation_id"),
        .provider_name = row.text("provider_name"),
        .site_name = row.text_or_empty("site_name"),
        .state = row.one_of<OfferState>("state"),
        .needs_summary = row.text("needs_summary"),
        .sessions = {},
        .session_minutes = row.number("session_minutes"),
        .start_on = row.date("start_on"),
        .weeks = row.number("weeks"),
        .price = row.money("price_pence"),
        .price_unit = row.one_of<PriceUnit>("price_unit"),
        .reply_by = row.date("reply_by"),
        .answer_reason = row.text_or_empty("answer_reason"),
        .question = row.text_or_empty("question"),
        .question_answer = row.text_or_empty("question_answer"),
        .answered_at = row.maybe_instant("answered_at"),
        .sent_at = row.instant("created_at"),
        .sent_by = row.id<UserId>("created_by"),
        .sent_by_name = row.text_or_empty("sent_by"),
        .version = row.number("version"),
    };
}

std::vector<Offer> with_sessions(Transaction& tx, std::vector<Offer> offers)
{
    for (auto& offer : offers) {
        offer.sessions = tx.all(sql::offer_sessions, {{"offer", offer.id}}, [](const Row& row) {
            return WeekdaySession{row.one_of<Weekday>("weekday"), row.one_of<Session>("session")};
        });
        std::ranges::sort(offer.sessions);
    }
    return offers;
}

Result<void> one_changed(Transaction& tx, OfferId id, std::int64_t rows)
{
    if (rows != 1) return people::changed_meanwhile(tx, id.value, "offer.changed_meanwhile", "offer");
    return {};
}

}  // namespace

void insert_offer(Transaction& tx, const Offer& offer)
{
    tx.run(sql::insert_offer, {{"id", offer.id},
                               {"referral", offer.referral},
                               {"pupil", offer.pupil},
                               {"programme", offer.programme},
                               {"provider", offer.provider},
                               {"needs_summary", offer.needs_summary},
                               {"start_on", offer.start_on},
                               {"weeks", offer.weeks},
                               {"price", offer.price},
                               {"price_unit", offer.price_unit},
                               {"reply_by", offer.reply_by}});
    for (const auto& session : offer.sessions)
        tx.run(sql::insert_offer_session, {{"offer", offer.id}, {"weekday", session.weekday}, {"session", session.session}});
}

std::optional<Offer> find_offer(Transaction& tx, OfferId id)
{
    auto found = with_sessions(tx, tx.all(sql::offer_by_id, {{"offer", id}}, read_offer));
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Offer> offers_of_referral(Transaction& tx, ReferralId referral)
{
    return with_sessions(tx, tx.all(sql::offers_of_referral, {{"referral", referral}}, read_offer));
}

std::vector<Offer> list_offers(Transaction& tx, const Who& who, bool open_only)
{
    auto bindings = pupils::visible_to(who);
    std::optional<OrganisationId> provider;
    if (is_at_provider(who)) provider = who.organisation;
    bindings.insert(bindings.end(), {{"provider", provider}, {"open_only", open_only ? 1 : 0}});
    return with_sessions(tx, tx.all(sql::list_offers, bindings, read_offer));
}

int count_open_offers(Transaction& tx, ReferralId referral)
{
    return static_cast<int>(tx.number(sql::count_open_offers, {{"referral", referral}}));
}

Result<void> answer_offer(Transaction& tx, const Offer& offer, OfferState state, std::string_view reason)
{
    return one_changed(tx, offer.id, tx.run(sql::answer_offer, {{"offer", offer.id}, {"seen_version", offer.version}, {"state", state}, {"reason", reason}}));
}

Result<void> ask_question(Transaction& tx, const Offer& offer, std::string_view question)
{
    return one_changed(tx, offer.id, tx.run(sql::ask_question, {{"offer", offer.id}, {"seen_version", offer.version}, {"question", question}}));
}

Result<void> answer_question(Transaction& tx, const Offer& offer, std::string_view answer)
{
    return one_changed(tx, offer.id, tx.run(sql::answer_question, {{"offer", offer.id}, {"seen_version", offer.version}, {"answer", answer}}));
}

void put_aside(Transaction& tx, ReferralId referral, ProgrammeId programme, std::string_view reason)
{
    tx.run(sql::put_aside, {{"referral", referral}, {"programme", programme}, {"reason", reason}});
}

void take_back(Transaction& tx, ReferralId referral, ProgrammeId programme)
{
    tx.run(sql::take_back, {{"referral", referral}, {"programme", programme}});
}

std::vector<SetAside> set_aside_for(Transaction& tx, ReferralId referral)
{
    return tx.all(sql::set_aside_for, {{"referral", referral}}, [](const Row& row) {
        return SetAside{row.id<ProgrammeId>("programme_id"), row.text("reason"), row.text_or_empty("created_by_name")};
    });
}

}  // namespace waymark::placements
