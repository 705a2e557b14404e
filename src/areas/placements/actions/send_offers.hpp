// Asking providers for a place, and putting one aside with a reason.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/result.hpp"
#include "placements/store/offers.hpp"
#include "placements/store/shortlist.hpp"
#include "platform/context.hpp"

namespace waymark::placements {

/// How many providers may be asked at once for one child.
inline constexpr int offers_open_max = 3;

struct OfferTo {
    ProgrammeId programme;
    std::vector<WeekdaySession> sessions;      // none: those the shortlist proposes
};

struct SendOffers {
    PupilId pupil;
    std::vector<OfferTo> to;
    std::string needs_summary;                 // empty: drafted from the referral
    std::optional<Date> start_on;              // none: the earliest sensible school day
    std::optional<int> weeks;                  // none: as decided
    std::optional<Date> reply_by;              // none: in three school days
};

/// What an offer says before anybody changes it; nothing about the child has to be typed.
struct OfferDraft {
    PlaceDecided place;
    ChildFacts child;
    std::string needs_summary;
    Date start_on, end_on, reply_by;
};
/// Fails `placement.nothing_decided`, `calendar.missing`
[[nodiscard]] Result<OfferDraft> draft_offer(Transaction& tx, PupilId pupil);

/// Sends the offers; each provider asked gets a reason to see the child and a task to answer.
///
/// Fails      `offer.none_chosen`, `offer.too_many_open`, `offer.already_asked`, `offer.does_not_fit` (with why),
///            `offer.reply_by_passed`, `offer.start_before_reply`
[[nodiscard]] Result<std::vector<OfferId>> send_offers(Context& context, const SendOffers& command);

/// Fails `offer.aside_reason_missing`, `placement.no_such_programme`
[[nodiscard]] Result<void> set_aside(Context& context, PupilId pupil, ProgrammeId programme, const std::string& reason);
[[nodiscard]] Result<void> take_back_set_aside(Context& context, PupilId pupil, ProgrammeId programme);

}  // namespace waymark::placements
