// From a decision to at most three offers, each with what the provider needs to know.
#include "placements/actions/send_offers.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "directory/store/programmes.hpp"
#include "foundation/text.hpp"
#include "people/store/calendars.hpp"
#include "placements/actions/checks.hpp"
#include "placements/actions/follow_up.hpp"
#include "placements/rules/needs_summary.hpp"
#include "pupils/store/access.hpp"

namespace waymark::placements {
namespace {

constexpr int reply_school_days = 3;   // local custom: long enough to ask the team, short enough for a child at home
constexpr int start_school_days = 5;   // reply, then two days for confirmations and the family

std::string reasons_against(const Fit& fit)
{
    std::vector<std::string> words;
    for (const auto& reason : fit.reasons)
        if (reason.verdict == Verdict::does_not_fit) words.push_back(reason.words);
    return join(words, ". ");
}

Problems problems_with_offers(Transaction& tx, const SendOffers& command, const OfferDraft& draft)
{
    Problems found;
    const int open = count_open_offers(tx, draft.place.referral.id);
    if (command.to.empty()) found.add("offer.none_chosen", "Choose at least one provider to ask.", "programmes");
    if (open + static_cast<int>(command.to.size()) > offers_open_max)
        found.add("offer.too_many_open",
                  open == 0 ? fmt::format("Choose up to {} providers.", offers_open_max)
                            : fmt::format("{} already open for this child, and {} is the most. Choose fewer, or withdraw one.",
                                          counted(open, "offer is", "offers are"), offers_open_max),
                  "programmes");
    if (command.needs_summary.size() > 4000) found.add("offer.needs_too_long", "The needs must be 4,000 characters or fewer.", "needs_summary");
    if (draft.reply_by < tx.today()) found.add("offer.reply_by_passed", "The reply date must be today or later.", "reply_by");
    if (draft.start_on < draft.reply_by) found.add("offer.start_before_reply", "The start must be on or after the reply date.", "start_on");
    return found;
}

}  // namespace

Result<OfferDraft> draft_offer(Transaction& tx, PupilId pupil)
{
    OfferDraft draft;
    draft.place = TRY(place_decided(tx, pupil));
    draft.child = TRY(child_facts(tx, pupil));
    const auto school = people::calendar_of(tx, draft.child.school).calendar;
    draft.reply_by = TRY(school.add_school_days(tx.today(), reply_school_days));
    draft.start_on = TRY(school.add_school_days(tx.today(), start_school_days));
    draft.end_on = last_day_of_weeks(draft.start_on, draft.place.weeks, school);
    const auto& child = draft.child;
    draft.needs_summary = needs_summary({.age = whole_years_between(child.born, draft.start_on),
                                         .year_group = child.year_group,
                                         .sen = child.sen_provision == "ehcp"      ? "EHC plan"
                                                : child.sen_provision == "support" ? "SEN support"
                                                                                   : "",
                                         .primary_need = child.primary_need,
                                         .needs = draft.place.referral.needs,
                                         .strengths = draft.place.referral.strengths,
                                         .names = {child.known_as, child.first_name, child.last_name, child.known_as + " " + child.last_name,
                                                   child.first_name + " " + child.last_name}});
    return draft;
}

Result<std::vector<OfferId>> send_offers(Context& context, const SendOffers& command)
{
    return context.in_transaction([&](Transaction& tx) -> Result<std::vector<OfferId>> {
        auto draft = TRY(draft_offer(tx, command.pupil));
        if (!command.needs_summary.empty()) draft.needs_summary = command.needs_summary;
        draft.start_on = command.start_on.value_or(draft.start_on);
        draft.reply_by = command.reply_by.value_or(draft.reply_by);
        const int weeks = command.weeks.value_or(draft.place.weeks);
        Problems problems = problems_with_offers(tx, command, draft);

        auto wanted = draft.place.wanted;
        wanted.sessions_per_week = std::max(1, draft.place.sessions_left());
        const auto school = people::calendar_of(tx, draft.child.school).calendar;
        const auto entries = shortlist(tx, draft.child, wanted, draft.place.referral.id, draft.start_on,
                                       last_day_of_weeks(draft.start_on, weeks, school));
        const auto sender = team_of(tx, context.who.user).value_or(context.who.organisation);
        std::vector<Offer> offers;
        for (const auto& to : command.to) {
            const auto entry = std::ranges::find(entries, to.programme, [](const ShortlistEntry& one) { return one.programme.id; });
            if (entry == entries.end()) {
                problems.add("offer.no_such_programme", "One of the programmes does not run at that time any more.", "programmes");
                continue;
            }
            const auto name = fmt::format("{}, {}", entry->provider_name, entry->programme.name);
            if (entry->offered == OfferState::sent || entry->offered == OfferState::question_asked || entry->offered == OfferState::accepted)
                problems.add("offer.already_asked", fmt::format("{} has been asked already.", name), "programmes");
            if (entry->fit.verdict == Verdict::does_not_fit)
                problems.add("offer.does_not_fit", fmt::format("{} does not fit. {}.", name, reasons_against(entry->fit)), "programmes");
            offers.push_back({.id = tx.new_id<OfferId>(),
                              .referral = draft.place.referral.id,
                              .referral_reference = draft.place.referral.reference,
                              .pupil = command.pupil,
                              .pupil_reference = draft.child.reference,
                              .programme = to.programme,
                              .provider = entry->programme.provider,
                              .provider_name = entry->provider_name,
                              .needs_summary = draft.needs_summary,
                              .sessions = to.sessions.empty() ? entry->fit.sessions : to.sessions,
                              .start_on = draft.start_on,
                              .weeks = weeks,
                              .price = entry->programme.price,
                              .price_unit = entry->programme.price_unit,
                              .reply_by = draft.reply_by});
        }
        TRY(problems.as_result());

        std::vector<OfferId> sent;
        for (const auto& offer : offers) {
            insert_offer(tx, offer);
            pupils::grant_access(tx, offer.pupil, offer.provider, pupils::AccessKind::offered, offer.id.value, tx.today());
            TRY(tx.record({.verb = "sent", .entity = "offer", .about = offer.id.value, .pupil = offer.pupil.value,
                           .after = fmt::format(R"({{"start_on":"{}","reply_by":"{}"}})", iso(offer.start_on), iso(offer.reply_by))}));
            open_offer_tasks(tx, offer, sender);
            sent.push_back(offer.id);
        }
        return sent;
    });
}

Result<void> set_aside(Context& context, PupilId pupil, ProgrammeId programme, const std::string& reason)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto place = TRY(place_decided(tx, pupil));
        if (!directory::find_programme(tx, programme)) return not_found("placement.no_such_programme", "There is no such programme.");
        if (trimmed(reason).empty()) return refused("offer.aside_reason_missing", "Enter why this provider is not right for this child.", "reason");
        put_aside(tx, place.referral.id, programme, trimmed(reason));
        return tx.record({.verb = "set_aside_provider", .entity = "referral", .about = place.referral.id.value, .pupil = pupil.value, .reason = reason});
    });
}

Result<void> take_back_set_aside(Context& context, PupilId pupil, ProgrammeId programme)
{
    return context.in_transaction([&](Transaction& tx) -> Result<void> {
        const auto place = TRY(place_decided(tx, pupil));
        take_back(tx, place.referral.id, programme);
        return tx.record({.verb = "considered_provider_again", .entity = "referral", .about = place.referral.id.value, .pupil = pupil.value});
    });
}

}  // namespace waymark::placements
